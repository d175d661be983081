"""What is known of Indonesian words and of the names of hosts, and how text is written where programs read it."""
