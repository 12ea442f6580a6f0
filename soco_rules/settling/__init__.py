"""Settle a month for a whole cooperative: the file that it sends, the decisions, the overview and the statements."""
