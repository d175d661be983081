"""The public body: who it is, its units, its procurement, and what the nodes of its menu hold."""
