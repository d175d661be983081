"""EDGE. The heaviest pages of a staged site on the scales: what a reader fetches to see each for the first time.

Ten thousand pages are not packed to be weighed. Of each folder at the root only the largest page is, and that only
where it may be heavy at all: the texts of pages shrink to a fifth or less, and a third is reckoned with. Pages that
load a script of their own are few, and weighed whatever their size.
"""

import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ppidgen.machine.faults import told
from ppidgen.model.weight import FONT, PAGE, SCRIPT, STYLE, Weight
from ppidgen.publish.state import Record
from ppidgen.source.files import never_linked

# A page of fewer bytes is light whatever it holds.
LIGHT = 40_000
_PACKING = 6  # what servers use
_LINKED = re.compile(rb'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"')


def weighed(
    root: str,
    held: Mapping[str, Record],
    base_path: str,
    fonts: Iterable[str],
    left_out: Callable[[str], bool],
    scripted: Collection[str] = (),
) -> Iterator[Weight]:
    """Weigh the pages of the site staged at `root` that may be heavy, and those named as `scripted`.

    `fonts` are the files that pages preload; a page without their names is set in the typefaces of its reader.
    """
    typefaces = tuple((FONT, font, held[font][2]) for font in fonts if font in held)
    packed: dict[str, int] = {}

    def weight(path: str) -> int:
        if path not in packed:
            packed[path] = _packed(_read(root, path))
        return packed[path]

    for path in sorted({*_largest(held, left_out), *(held.keys() & set(scripted))}):
        html = _read(root, path)
        names = [(found[1] or found[2]).decode().removeprefix(base_path) for found in _LINKED.finditer(html)]
        linked = ((STYLE if name.endswith(".css") else SCRIPT, name, weight(name)) for name in names if name in held)
        loaded = (one for one in typefaces if one[1].encode() in html)
        yield Weight(path, ((PAGE, path, weight(path)), *linked, *loaded))


def _largest(held: Mapping[str, Record], left_out: Callable[[str], bool]) -> set[str]:
    """Name the home page, and of each folder at the root the largest page that may be heavy."""
    found: dict[str, tuple[int, str]] = {}
    for path, record in held.items():
        size, folder = record[2], path.partition("/")[0]
        if path.endswith(".html") and size > found.get(folder, (LIGHT, ""))[0] and not left_out(path):
            found[folder] = (size, path)
    return {"index.html"} & held.keys() | {path for _, path in found.values()}


def _read(root: str, path: str) -> bytes:
    with told(path), open(f"{root}/{path}", "rb", opener=never_linked) as file:
        return file.read()


def _packed(content: bytes) -> int:
    return len(zlib.compress(content, _PACKING))
