"""From sheets of text to new entries of the registers, with an account of every row."""
