"""What follows from registers and law, computed once for rules, score and pages alike."""
