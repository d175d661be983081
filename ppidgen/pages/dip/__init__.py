"""The list of public information (DIP): its entries, its lists, its duties, the search for it."""
