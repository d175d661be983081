"""Days, parts of years and working days."""
