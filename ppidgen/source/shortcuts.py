"""EDGE. Which pages of the last build were made of what, so that unchanged ones need not be composed again.

Safe to delete at any time: without it every page is composed, and the site is the same. What stands here only
names files that the published folder must itself vouch for.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import orjson

from ppidgen.source.files import never_linked

_NAME = "pages.json"


class Shortcut(NamedTuple):
    """What a page was made of, the key that its content then got, and the digest of what search knows of it.

    `found` is "" for a page that search does not know, None where nobody asked.
    """

    made_of: str
    key: str
    found: str | None


def recall_shortcuts(cache: Path) -> Mapping[str, Shortcut]:
    """Give what the last build learnt, by address; whatever is not ours is as good as nothing."""
    try:
        with open(cache / _NAME, "rb", opener=never_linked) as file:
            held = orjson.loads(file.read())
    except (OSError, ValueError):
        return {}
    known: dict[str, Shortcut] = {}
    for item in held if isinstance(held, list) else ():
        match item:
            case [str(address), str(made_of), str(key), (str() | None) as found]:
                known[address] = Shortcut(made_of, key, found)
    return known


def keep_shortcuts(cache: Path, learnt: Iterable[tuple[str, Shortcut]]) -> None:
    """Write what a build learnt; where it cannot be written, the next build is slower and nothing else."""
    new = cache / f"{_NAME}.new"
    try:
        cache.mkdir(exist_ok=True)
        with open(new, "wb", opener=never_linked) as file:
            file.write(orjson.dumps([(address, *shortcut) for address, shortcut in learnt]))
        os.replace(new, cache / _NAME)  # noqa: PTH105 - one step, also over an existing file on Windows
    except OSError:
        return
