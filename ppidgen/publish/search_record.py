"""What search knows of one page: its own words, and those of the documents that it offers, up to a bound."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

import orjson

from ppidgen.model.language.tongue import bare
from ppidgen.model.pages.page import SEARCHED_OF_DOCUMENT, SEARCHED_OF_PAGE, Block, Documents, Page, Section
from ppidgen.source.personal.personal_data import personal_data

# Postings refer to these by their place, so every record has all of them, empty or not.
_META = ("summary", "synonyms", "title", "unit")

_BEYOND = 12  # words: a number that the bound would cut in two is still seen as a whole

TextOf = Callable[[str], str | None]


def no_text(_sha256: str) -> None:
    """Know no document."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found at one address; only `text` and documents are quoted in results.

    `documents` are pairs of a title and the SHA-256 under which the text of the document is known.
    """

    url: str
    title: str
    text: str
    summary: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str:
        """Give what changes whenever something else is to be found."""
        return blake2b(orjson.dumps(self), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Message:
    """A record in the indexer's words; `marks` tells at which word each document begins, and its title."""

    address: str
    said: Mapping[str, object]
    marks: tuple[tuple[int, str], ...]


def record_of(page: Page) -> SearchRecord | None:
    """Give what search knows of a page, None for one that is not to be found."""
    if page.search is None:
        return None
    known = page.search()
    return SearchRecord(
        page.address,
        bare(page.title),
        bare(known.text),
        bare(page.summary),
        {name: tuple(map(bare, values)) for name, values in known.filters},
        tuple(map(bare, known.synonyms)),
        {name: bare(value) for name, value in known.meta},
        tuple({sha256: (bare(title), sha256) for title, sha256 in _offered(page.blocks)}.values()),
    )


def _offered(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Give title and SHA-256 of every document of the portal that a page offers."""
    for block in blocks:
        match block:
            case Documents(items=items):
                yield from ((item.title, item.sha256) for item in items if item.sha256)
            case Section(blocks=inner):
                yield from _offered(inner)
            case _:
                pass


def message(record: SearchRecord, text_of: TextOf) -> Message:
    """Say a record in the indexer's words; what is in `meta` is found as well as what is in `content`."""
    own = {"title": record.title, "summary": record.summary, "synonyms": ", ".join(record.synonyms), **record.meta}
    contents, marks = [record.text, *(title for title, _ in record.documents)], []
    at = sum(len(text.split()) for text in contents)
    for title, words in documents_of(record, text_of, SEARCHED_OF_DOCUMENT):
        marks.append((at, title))
        contents.append(" ".join(words))
        at += len(words)
    said = {
        "url": record.url,
        "content": "\n".join(contents),
        "meta": dict.fromkeys(_META, "") | own,
        "filters": {name: sorted(set(record.filters[name])) for name in sorted(record.filters)},
    }
    return Message(record.url, said, tuple(marks))


def documents_of(record: SearchRecord, text_of: TextOf, most: int) -> Iterator[tuple[str, list[str]]]:
    """Give title and first words, at most so many, of each document with a text; a page brings along a bounded sum."""
    room = SEARCHED_OF_PAGE
    for title, sha256 in record.documents:
        words = without_personal_data(text_of(sha256) or "", min(most, room))
        if words:
            room -= len(words)
            yield title, words


def without_personal_data(text: str, most: int) -> list[str]:
    """Give the first words of a text without any personal datum in it: what may stay in a document may not spread."""
    words = text.split()[: most + _BEYOND]
    kept = " ".join(words)
    for hit in reversed(list(personal_data(kept))):
        kept = kept[: hit.start] + kept[hit.end :]
    return kept.split()[:most]
