"""How things stand on a day: duties, cases, figures, what falls due."""
