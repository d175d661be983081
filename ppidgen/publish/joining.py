"""Join portions of a search index into the index that the indexer would have made of all their records (pure).

The indexer lists filters and their values in the order of a hash table that is seeded anew in each run; here all is in
order, under names that follow from what each file says, so the same records give the same bytes however they are
shared out. One index is served, not one for each portion, though the client could join them too: each would cost the
visitor its own metadata, filters and words, and a rank would depend on the portion.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import orjson

from ppidgen.publish.index_files import LIST, TEXT, UNSIGNED, UnknownIndex, Value, encoded, head, named
from ppidgen.publish.portion import ENTRY, Portion, Postings

_SHORT = 7  # digits of a fragment's name: each page costs the first visitor that many bytes
# A chunk of words ends after a word chosen by its digest, so that a longer word moves no other chunk's bounds.
_LEAST, _MOST, _ONE_IN = 16_000, 64_000, 4
_POSTING = head(LIST, 3)

Part = tuple[int, Postings, bytes]


@dataclass(frozen=True, slots=True)
class Joined:
    """What files say before they are compressed, by path; how each fragment is to be called; the rest, as it is."""

    said: Mapping[str, bytes]
    fragments: Mapping[str, str]
    plain: Mapping[str, bytes]


def joined(portions: Sequence[Portion], language: str, frame: bytes) -> Joined:
    """Join portions in their order; `frame` is the entry file of an index of the same language."""
    kinds = {(portion.version, portion.fields) for portion in portions}
    if len(kinds) != 1:
        raise UnknownIndex
    version, fields = kinds.pop()
    starts = (0, *accumulate(len(portion.pages) for portion in portions))
    said: dict[str, bytes] = {}
    chunks: list[Value] = []
    for first, last, content in _chunks(portions, starts):
        name = named(language, content)
        said[f"index/{name}.pf_index"] = content
        chunks.append([first, last, name])
    filters: list[Value] = []
    for kind, table in _tables(portions, starts).items():
        content = encoded([kind, [[value, table[value]] for value in sorted(table)]])
        filters.append([kind, named(language, content)])
        said[f"filter/{named(language, content)}.pf_filter"] = content
    names = _short_names([page for portion in portions for page, _words in portion.pages])
    pages: list[Value] = [[f"{language}_{names[page]}", words] for portion in portions for page, words in portion.pages]
    meta = encoded([version, pages, chunks, filters, [], list(fields)])
    said[f"pagefind.{named(language, meta)}.pf_meta"] = meta
    fragments = {name: f"fragment/{language}_{short}.pf_fragment" for name, short in names.items()}
    return Joined(said, fragments, {ENTRY: _entry(frame, language, named(language, meta), len(pages))})


def _entry(frame: bytes, language: str, meta: str, pages: int) -> bytes:
    entry = orjson.loads(frame)
    entry["languages"] = {language: {**entry["languages"][language], "hash": meta, "page_count": pages}}
    return orjson.dumps(entry)


def _short_names(fragments: Sequence[str]) -> dict[str, str]:
    """Name each fragment by the first digits of its digest, as many as it takes to be told from those before."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for fragment in fragments:
        if fragment not in names:
            size = next(size for size in range(_SHORT, len(fragment) + 1) if fragment[:size] not in taken)
            names[fragment] = fragment[:size]
            taken.add(names[fragment])
    return names


def _tables(portions: Sequence[Portion], starts: Sequence[int]) -> dict[str, dict[str, list[Value]]]:
    tables: defaultdict[str, defaultdict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for start, portion in zip(starts, portions, strict=False):
        for kind, table in portion.filters.items():
            for value, pages in table.items():
                tables[kind][value] += [start + page for page in pages]
    return {kind: dict(tables[kind]) for kind in sorted(tables)}


def _chunks(portions: Sequence[Portion], starts: Sequence[int]) -> Iterator[tuple[str, str, bytes]]:
    """Give chunks of words in their order: the first word, the last, what the file says."""
    words: defaultdict[str, list[Part]] = defaultdict(list)
    for start, portion in zip(starts, portions, strict=False):
        for row in portion.postings:
            words[row.word].append((start, row, portion.tails))
    held: list[bytes] = []
    first, size, ordered = "", 0, sorted(words)
    for place, word in enumerate(ordered):
        first = first or word
        held.append(_word(word, words[word]))
        size += len(held[-1])
        if place + 1 == len(ordered) or size >= _MOST or (size >= _LEAST and zlib.crc32(word.encode()) % _ONE_IN == 0):
            yield first, word, head(LIST, 1) + head(LIST, len(held)) + b"".join(held)
            held, first, size = [], "", 0


def _word(word: str, parts: Sequence[Part]) -> bytes:
    forms = sorted({row.form for _start, row, _tails in parts if row.form})
    text = word.encode()
    written = [head(LIST, 3), head(TEXT, len(text)), text, _postings([part for part in parts if not part[1].form])]
    written.append(head(LIST, len(forms)))
    for form in forms:
        text = form.encode()
        of_form = _postings([part for part in parts if part[1].form == form])
        written += (head(LIST, 2), head(TEXT, len(text)), text, of_form)
    return b"".join(written)


def _postings(parts: Sequence[Part]) -> bytes:
    """Write the postings of one word in all portions, the first page of each told by its distance."""
    written = [head(LIST, sum(row.pages for _start, row, _tails in parts))]
    before = 0
    for start, row, tails in parts:
        written += (_POSTING, head(UNSIGNED, start + row.first - before), tails[row.start : row.end])
        before = start + row.last
    return b"".join(written)
