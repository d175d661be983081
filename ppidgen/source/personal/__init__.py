"""Personal data and names found in text."""
