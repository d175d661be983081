"""What programs read: open data, feeds, the words of the search."""
