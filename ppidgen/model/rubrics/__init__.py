"""How one authority scored public bodies in one year: the questions, and what scoring answers."""
