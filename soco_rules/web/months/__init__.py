"""A month of a whole cooperative: its file, what is wrong in it, and what became of every member."""
