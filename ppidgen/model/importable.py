"""The names of the registers that take imported tables: a help text shows them without loading the registers."""

IMPORTABLE_NAMES = ("informasi", "dikecualikan", "unit", "perkara")
