"""What documents hold that may be hostile: opened in a process of its own, which may die of them."""
