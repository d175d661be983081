"""The officer's tables, whatever their format, as sheets of text."""
