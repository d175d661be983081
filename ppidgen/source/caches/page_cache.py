"""EDGE. Which pages of the last build or check were made of what, so that unchanged ones need not be composed again.

Safe to delete at any time: without it every page is composed, and the site is the same. What stands here names files
that the published folder must itself vouch for (a check made none), and, where quiet pages are made of the same to the
letter, which of them there are: so what was damaged is as good as nothing.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import NamedTuple

from ppidgen.source.caches import cache_file

BUILT, CHECKED = "pages.json", "checked.json"
# An address, what its page was made of, its key, what search knows of it (or not), and whether it is whole.
_KINDS: tuple[set[type], ...] = ({str}, {str}, {str}, {str, NoneType}, {bool})


class Shortcut(NamedTuple):
    """What a page was made of, the key that its file then got, and the digest of what search knows of it.

    `found` is "" for a page that search does not know, None where nobody asked. One that `is_whole` may be gone, or be
    joined by others, although all that most pages are made of is the same.
    """

    made_of: str
    key: str
    found: str | None
    is_whole: bool


class Shortcuts(NamedTuple):
    """Those of all pages of a build by address; `ground` stands for all that most pages were made of, but for `texts`.

    `kept_ns` is the moment at which they were kept.
    """

    ground: str = ""
    texts: str = ""
    pages: Mapping[str, Shortcut] = MappingProxyType({})
    kept_ns: int = 0


NOTHING_LEARNT = Shortcuts()


def recall_shortcuts(place: Path) -> Shortcuts:
    """Give what the last run learnt; whatever is not ours, or was damaged, is as good as nothing."""
    match cache_file.recalled(place):
        case {"ground": str(ground), "texts": str(texts), "pages": list(columns)} if pages := _table(columns):
            with suppress(OSError):
                return Shortcuts(ground, texts, pages, place.lstat().st_mtime_ns)
    return NOTHING_LEARNT


def _table(columns: list[object]) -> dict[str, Shortcut] | None:
    """Give the shortcuts whose columns these are: to look at each page by itself takes three times as long."""
    lists = [column for column in columns if isinstance(column, list)]
    fit = len(columns) == len(lists) == len(_KINDS) and len({*map(len, lists)}) == 1
    if not fit or any(not kinds >= {*map(type, own)} for own, kinds in zip(lists, _KINDS, strict=True)):
        return None
    addresses, *rest = lists
    return dict(zip(addresses, map(Shortcut._make, zip(*rest, strict=True)), strict=True))


def keep_shortcuts(place: Path, ground: str, texts: str, learnt: Iterable[tuple[str, Shortcut]]) -> None:
    """Write what a run learnt; where it cannot be written, the next one is slower and nothing else."""
    pages = [*zip(*((address, *shortcut) for address, shortcut in learnt), strict=True)]
    cache_file.keep(place, {"ground": ground, "texts": texts, "pages": pages})
