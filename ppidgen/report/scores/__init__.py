"""Scores told to a person or a program, one at a time or side by side."""
