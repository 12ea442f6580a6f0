"""The calculators, which do not know each other: a Program and values of its fields in, an Evaluation out."""
