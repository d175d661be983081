"""The list of exempt information (DIK): its entries, its grounds, what became of each."""
