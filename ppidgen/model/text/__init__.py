"""What is known of Indonesian words, and how text is written where programs read it."""
