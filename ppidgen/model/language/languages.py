"""The languages in which the program speaks, and the option that chooses one.

Read before anything else is loaded, so nothing is imported here.
"""

OPTION = "--bahasa"
DEFAULT = "id"
LANGUAGES = (DEFAULT, "en")
