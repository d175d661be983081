"""EDGE: chooses the language of everything that the program says, click's own words included."""

import gettext
import os
from collections.abc import Sequence
from pathlib import Path

from ppidgen.model.language.languages import DEFAULT, LANGUAGES, OPTION

# The name under which click looks its words up; ours stand in the same catalogue.
DOMAIN = "messages"
FOLDER = Path(__file__).resolve().parent.parent / "data" / "locale"


def chosen(arguments: Sequence[str]) -> str:
    """Find the language among the arguments, before or after the verb; click refuses a wrong one later."""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == OPTION:
            given = value if equals else "".join(arguments[position + 1 : position + 2])
            return given if given in LANGUAGES else DEFAULT
    return DEFAULT


def use(language: str) -> None:
    """Speak `language` from now on; whatever the machine is set to does not count."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, os.fspath(FOLDER))
    gettext.textdomain(DOMAIN)


def current() -> str:
    """Give the language in use."""
    return os.environ.get("LANGUAGE", DEFAULT)
