"""EDGE. Which pages of the last build were made of what, so that unchanged ones need not be composed again.

Safe to delete at any time: without it every page is composed, and the site is the same. What stands here only
names files that the published folder must itself vouch for.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
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


class Shortcuts(NamedTuple):
    """Those of all pages of a build by address; `ground` stands for all that most pages were made of.

    `kept_ns` is the moment at which they were kept.
    """

    ground: str = ""
    pages: Mapping[str, Shortcut] = MappingProxyType({})
    kept_ns: int = 0


NOTHING_LEARNT = Shortcuts()


def recall_shortcuts(cache: Path) -> Shortcuts:
    """Give what the last build learnt; whatever is not ours is as good as nothing."""
    try:
        with open(cache / _NAME, "rb", opener=never_linked) as file:
            kept_ns = os.fstat(file.fileno()).st_mtime_ns
            held = orjson.loads(file.read())
    except (OSError, ValueError):
        return NOTHING_LEARNT
    match held:
        case {"ground": str(ground), "pages": list(items)}:
            return Shortcuts(ground, dict(_known(items)), kept_ns)
    return NOTHING_LEARNT


def _known(items: Iterable[object]) -> Iterator[tuple[str, Shortcut]]:
    for item in items:
        match item:
            case [str(address), str(made_of), str(key), (str() | None) as found]:
                yield address, Shortcut(made_of, key, found)


def keep_shortcuts(cache: Path, ground: str, learnt: Iterable[tuple[str, Shortcut]]) -> None:
    """Write what a build learnt; where it cannot be written, the next build is slower and nothing else."""
    new = cache / f"{_NAME}.new"
    try:
        cache.mkdir(exist_ok=True)
        with open(new, "wb", opener=never_linked) as file:
            pages = [(address, *shortcut) for address, shortcut in learnt]
            file.write(orjson.dumps({"ground": ground, "pages": pages}))
        os.replace(new, cache / _NAME)  # noqa: PTH105 - one step, also over an existing file on Windows
    except OSError:
        return
