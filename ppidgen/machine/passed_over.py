"""Folders that the program keeps for itself beside what is the officer's.

The generation of a site before may hold what was taken off since: `git add .` in a repository that has no `.gitignore`
of ours would publish it for good.
"""

import os
from contextlib import suppress

_MARK = ".gitignore"


def pass_over(folder: str) -> None:
    """Let git pass over all that a folder holds."""
    place = os.path.join(folder, _MARK)
    if not os.path.lexists(place):
        with suppress(OSError), open(place, "x", encoding="utf-8") as file:
            file.write("*\n")
