"""What is asked of other machines: politely, bounded, and of public hosts only."""
