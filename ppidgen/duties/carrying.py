"""How much a file or a text can carry: one page proves no twenty duties, and one file is not of two years.

The bounds are generous, since a document may be terse; they only stop what nobody could find in it. A duty stands under
its heading in the catalogue (B02.a to B02.i under B02); each document of a procurement package is one by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from ppidgen.duties.reachable import has_file, is_text
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Document, Media
from ppidgen.model.records.publication import Article
from ppidgen.source.document_facts import FEWEST_WORDS, DocumentFacts

HEADINGS_PER_PAGE = 4  # a report of service on one page: B05, S10, S19, W10
LEAVES_PER_PAGE = 10
# Of what has no pages, such as a table, so many letters stand for one.
LETTERS_PER_PAGE = 1500
# With fewer letters than this a page is a title or empty: three hundred of them show no more than their words.
FEWEST_LETTERS = 100
_ALONE = ("B09.b.", "B09.c.")

Claimant = InformationEntry | Article


def claimants(portal: Portal) -> tuple[Claimant, ...]:
    """Give the records that may claim duties and are published."""
    return (*portal.published_information, *portal.articles)


def key_of(record: Claimant) -> str:
    """Tell a record from those of the other register."""
    return f"{type(record).__name__}/{record.id}"


def overburdened(portal: Portal, order: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Give, by record, the duties that it claims although neither its files nor its text can carry them.

    All records that name one file share what it carries, which is given out in the order of the catalogue.
    """
    claimed = [(record, _files(portal, record)) for record in claimants(portal) if _may_claim_too_much(record)]
    by_file: defaultdict[str, set[str]] = defaultdict(set)
    facts: dict[str, DocumentFacts] = {}
    for record, files in claimed:
        for file in files:
            by_file[file.identity].update(record.duties)
            facts[file.identity] = max(facts.get(file.identity, file), file, key=_pages)
    carried = {
        digest: frozenset(codes if len(codes) == 1 else _within([one for one in order if one in codes], facts[digest]))
        for digest, codes in by_file.items()
    }
    beyond = {key_of(record): _beyond(record, [carried[file.identity] for file in files]) for record, files in claimed}
    return {record: codes for record, codes in beyond.items() if codes}


def _may_claim_too_much(record: Claimant) -> bool:
    """Leave out what claims one duty and names no file: its text has words enough for one, or is no text at all."""
    return bool(record.duties) and (len(record.duties) > 1 or bool(_named(record)))


def _beyond(record: Claimant, carried: Sequence[frozenset[str]]) -> frozenset[str]:
    """Give the duties that neither files nor text carry; words are counted only of what the files do not carry."""
    if not carried and not is_text(record.body):
        return frozenset()  # nothing at all is told of as such
    left = frozenset(record.duties).difference(*carried)
    return left.difference(record.duties[: _told(record)]) if left else left


def _told(record: Claimant) -> int:
    """Give for how many of its duties the text of a record has words enough; more words than that are not counted."""
    texts = (record.body, *(one.alternative for one in record.documents))
    if len(record.duties) == 1:  # what is a text at all has words enough for one
        return int(any(map(is_text, texts)))
    most = FEWEST_WORDS * len(record.duties)
    counts = (len(text.split(maxsplit=most)) for text in texts if text and is_text(text))
    return max(counts, default=0) // FEWEST_WORDS


def _within(codes: Sequence[str], file: DocumentFacts) -> Iterator[str]:
    """Give the duties that a file carries, in their order."""
    pages = _pages(file)
    headings: set[str] = set()
    for count, code in enumerate(codes, start=1):
        headings.add(code if code.startswith(_ALONE) else code.partition(".")[0])
        if len(headings) > HEADINGS_PER_PAGE * pages or count > LEAVES_PER_PAGE * pages:
            return
        yield code


def _pages(file: DocumentFacts) -> int:
    """Count the pages that hold something; of what has none, such as a table, so many letters stand for one."""
    if not file.pages:
        return max(1, ceil(file.letters / LETTERS_PER_PAGE))
    filled = file.scanned + file.unread + ceil(file.letters / FEWEST_LETTERS)
    return max(1, min(file.pages, filled))


def _files(portal: Portal, record: Claimant) -> tuple[DocumentFacts, ...]:
    return tuple(portal.facts[name] for name in dict.fromkeys(_named(record)) if has_file(portal, name))


def _named(record: Claimant) -> list[str]:
    return [one.file for one in _attached(record) if one.file]


def _attached(record: Claimant) -> Sequence[Document | Media]:
    if isinstance(record, InformationEntry) and record.media:
        return (*record.documents, *record.media)
    return record.documents


def of_another_year(portal: Portal) -> Mapping[str, InformationEntry]:
    """Give, by entry, the entry of an earlier year that has all its files: they cannot be of this year too."""
    first: dict[str, InformationEntry] = {}
    found: dict[str, InformationEntry] = {}
    filed = [one for one in portal.published_information if one.year is not None and _named(one)]
    for entry in sorted(filed, key=lambda one: (one.year or 0, one.id)):
        digests = [file.identity for file in _files(portal, entry)]
        earlier = [first[digest] for digest in digests if digest in first and first[digest].year != entry.year]
        if digests and len(earlier) == len(digests):
            found[entry.id] = earlier[0]
        for digest in digests:
            first.setdefault(digest, entry)
    return found
