"""A document in each type of file that offices send."""
