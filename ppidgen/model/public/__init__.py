"""What the public may read: the one projection, and the open data chosen from it."""
