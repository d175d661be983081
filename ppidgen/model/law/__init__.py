"""The law as data: acts, duties, periods, grounds and forms."""
