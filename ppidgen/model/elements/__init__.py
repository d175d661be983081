"""What every record is made of: typed texts, fields with their keys, closed choices, its place."""
