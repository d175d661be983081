"""What the indexer made of some records, taken apart so that portions can be joined (pure).

A chunk of words is `[[[word, postings, [[form, postings], ...]], ...]]`: a form is the word as it is written with
accents. Postings are `[page, places, places in metadata]` each; a page is told by its distance from the one before. So
two portions are joined by writing one number anew, that of the first page; all that follows it is kept as bytes.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import orjson

from ppidgen.publish.archive import Archive
from ppidgen.publish.index_files import LIST, TEXT, UnknownIndex, Value, opened, packed, sized, unpacked

ENTRY = "pagefind-entry.json"
_ABOUT, _TAILS = "about.json", "tails"
_NAME = 32
_INDEX = ("index/", ".pf_index")

_INT = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39].{2}|[\x1a\x3a].{4}|[\x1b\x3b].{8})"
_HEAD = rb"(?:[\x80-\x97]|\x98.|\x99.{2}|\x9a.{4})"
_POSTING = rb"\x83(%b)%b%b*+%b%b*+" % (_INT, _HEAD, _INT, _HEAD, _INT)
_ONE = re.compile(_POSTING, re.DOTALL)
_MANY = re.compile(rb"(?:%b)*+" % _POSTING, re.DOTALL)

Mark = tuple[int, str]
T = TypeVar("T")


class Postings(NamedTuple):
    """Where a word occurs in one form ("" the plain one): on how many pages, the first and the last of them.

    From `start` to `end` in the tails stands all but the number of the first page.
    """

    word: str
    form: str
    pages: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Portion:
    """One portion: its pages as pairs of fragment and number of words, in order, and where each word occurs.

    `fields` are the kinds of metadata, to which postings refer by their place.
    """

    version: str
    fields: tuple[str, ...]
    pages: tuple[tuple[str, int], ...]
    filters: Mapping[str, Mapping[str, Sequence[int]]]
    postings: tuple[Postings, ...]
    tails: bytes


def taken_apart(files: Mapping[str, bytes], language: str, marks: Mapping[str, Sequence[Mark]]) -> dict[str, bytes]:
    """Take apart what the indexer made; `marks` tells by address at which word each document begins, and its title.

    Given are files for an archive from which `portion_of` reads; each fragment stands there under its name.
    """
    described = orjson.loads(files[ENTRY])["languages"][language]
    match unpacked(files[f"pagefind.{described['hash']}.pf_meta"]):
        case [str(version), list(pages), list(_chunks), list(filters), list(_orders), list(fields)]:
            pass
        case _:
            raise UnknownIndex(described["hash"])
    fragments: dict[str, bytes] = {}
    listed: list[tuple[str, int]] = []
    for digest, words in _pairs(pages, int):
        name, content = _fragment(files[f"fragment/{digest}.pf_fragment"], marks)
        fragments[name] = content
        listed.append((name, words))
    tables = {name: _table(files[f"filter/{digest}.pf_filter"]) for name, digest in _pairs(filters, str)}
    tails: list[bytes] = []
    chunks = sorted(path for path in files if path.startswith(_INDEX[0]) and path.endswith(_INDEX[1]))
    rows = [row for path in chunks for row in _read(opened(files[path]), tails)]
    about = (version, fields, listed, tables, tuple(zip(*rows, strict=True)))
    return {_ABOUT: orjson.dumps(about), _TAILS: b"".join(tails), **fragments}


def portion_of(archive: Archive) -> Portion:
    """Read a portion from the archive of what was taken apart."""
    version, fields, pages, filters, columns = orjson.loads(archive.read(_ABOUT))
    postings = tuple(map(Postings, *columns)) if columns else ()
    return Portion(version, tuple(fields), tuple(map(tuple, pages)), filters, postings, archive.read(_TAILS))


def _pairs(value: Value, kind: type[T]) -> Iterator[tuple[str, T]]:
    for pair in value if isinstance(value, list) else ():
        match pair:
            case [str(name), other] if isinstance(other, kind):
                yield name, other
            case _:
                raise UnknownIndex


def _fragment(content: bytes, marks: Mapping[str, Sequence[Mark]]) -> tuple[str, bytes]:
    """Give a fragment with the marks where documents begin, under a name that follows from its bytes.

    To the client a document is a part of the page below a heading. A fragment of a portion without any is not opened.
    """
    if marks and (found := marks.get((page := orjson.loads(opened(content)))["url"])):
        anchors = [{"element": "h2", "id": "", "text": title, "location": at} for at, title in found]
        content = packed(orjson.dumps(page | {"anchors": anchors}))
    return hashlib.sha256(content).hexdigest()[:_NAME], content


def _table(content: bytes) -> dict[str, list[int]]:
    """Read the values of one filter with the pages that have each."""
    match unpacked(content):
        case [str(_name), list(rows)]:
            return dict(_pairs(rows, list))
    raise UnknownIndex


def _read(chunk: bytes, tails: list[bytes]) -> Iterator[Postings]:
    """Read a chunk of words; `tails` grows by the postings of each."""
    at = _expected(chunk, 0, LIST, 1)
    count, at = _counted(chunk, at, LIST)
    filled = sum(map(len, tails))
    for _ in range(count):
        at = _expected(chunk, at, LIST, 3)
        word, at = _text(chunk, at)
        row, at = _postings(chunk, at, (word, ""), tails, filled)
        if row.pages:
            yield row
        filled = row.end
        forms, at = _counted(chunk, at, LIST)
        for _ in range(forms):
            at = _expected(chunk, at, LIST, 2)
            form, at = _text(chunk, at)
            row, at = _postings(chunk, at, (word, form), tails, filled)
            yield row
            filled = row.end


def _postings(chunk: bytes, at: int, named: tuple[str, str], tails: list[bytes], start: int) -> tuple[Postings, int]:
    """Read the postings that stand at `at`; put all of them but the first page's number at the end of `tails`."""
    count, at = _counted(chunk, at, LIST)
    if not count:
        return Postings(*named, 0, 0, 0, start, start), at
    if not (found := _MANY.match(chunk, at)):
        raise UnknownIndex
    distances = _ONE.findall(chunk, at, found.end())
    if len(distances) != count:
        raise UnknownIndex
    tail = chunk[at + 1 + len(distances[0]) : found.end()]
    tails.append(tail)
    last = _sum(distances)
    first = sized(distances[0], 0)[1]
    return Postings(*named, count, first, last, start, start + len(tail)), found.end()


def _sum(numbers: Sequence[bytes]) -> int:
    """Add numbers up as they are written; most take one byte, and all of those are added at once."""
    written = b"".join(numbers)
    if len(written) == len(numbers):
        return sum(written)
    return sum(each[0] if len(each) == 1 else int.from_bytes(each[1:]) for each in numbers)


def _expected(chunk: bytes, at: int, kind: int, size: int) -> int:
    found, at = _counted(chunk, at, kind)
    if found != size:
        raise UnknownIndex
    return at


def _counted(chunk: bytes, at: int, kind: int) -> tuple[int, int]:
    found, size, at = sized(chunk, at)
    if found != kind:
        raise UnknownIndex
    return size, at


def _text(chunk: bytes, at: int) -> tuple[str, int]:
    size, at = _counted(chunk, at, TEXT)
    return chunk[at : at + size].decode(), at + size
