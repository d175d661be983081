"""What a citizen gets to read of a record: a document or text of the portal's own, an address elsewhere, or nothing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Document, Media
from ppidgen.model.records.publication import Article
from ppidgen.model.standing.coverage import CoverageState, Reason
from ppidgen.source.document_facts import FEWEST_WORDS

_AT_A_GLANCE = 2 * FEWEST_WORDS
_WORD = re.compile(r"\w*[^\W\d_]\w*")

Reach = tuple[CoverageState, Reason]

DOCUMENT: Reach = (CoverageState.PUBLISHED, Reason.OWN_DOCUMENT)
TEXT: Reach = (CoverageState.PUBLISHED, Reason.OWN_TEXT)
PAGE: Reach = (CoverageState.PUBLISHED, Reason.PORTAL_PAGE)
LINK: Reach = (CoverageState.LINKED, Reason.EXTERNAL_LINK)
OVERBURDENED: Reach = (CoverageState.MISSING, Reason.OVERBURDENED)
LISTED: Reach = (CoverageState.MISSING, Reason.LISTED_ONLY)
INCOMPLETE: Reach = (CoverageState.MISSING, Reason.INCOMPLETE)


def reach(portal: Portal, record: InformationEntry | Article) -> Reach:
    """Say how far a record brings what it is about to the reader; its title and summary alone bring nothing."""
    media = record.media if isinstance(record, InformationEntry) else ()
    link = record.link if isinstance(record, InformationEntry) else None
    attached: tuple[Document | Media, ...] = (*record.documents, *media)
    for one in attached:  # no generator, and the long text first: ten thousand entries are asked
        if one.file and has_file(portal, one.file):
            return DOCUMENT
    if is_text(record.body) or any(map(is_text, _texts(None, record.documents, media))):
        return TEXT
    if link or any(one.link for one in attached):
        return LINK
    return LISTED


def can_be_read(portal: Portal, record: InformationEntry | Article) -> bool:
    """Tell whether a citizen gets to read anything of a record, here or elsewhere."""
    return reach(portal, record)[0] is not CoverageState.MISSING


def reach_of(portal: Portal, documents: Iterable[Document], *texts: str | None) -> Reach:
    """Say the same of documents and texts that belong to any other record."""
    documents = tuple(documents)
    if any(has_file(portal, document.file) for document in documents):
        return DOCUMENT
    if any(map(is_text, _texts(None, documents, ()))) or any(map(is_text, texts)):
        return TEXT
    return LINK if any(document.link for document in documents) else LISTED


def has_file(portal: Portal, path: str | None) -> bool:
    """Tell a file that is there, can be opened and shows something."""
    facts = portal.facts.get(path) if path else None
    return facts is not None and facts.size > 0 and facts.readable and not facts.blank


@lru_cache(maxsize=1 << 16)  # four rules of what a record proves ask in turn
def is_text(text: str | None) -> bool:
    """Tell a text from a promise of one, and from one word said again and again."""
    if text is None:
        return False
    said = {word.casefold() for word in text.split(maxsplit=_AT_A_GLANCE)[:_AT_A_GLANCE] if word.isalpha()}
    if len(said) >= FEWEST_WORDS:  # as of nearly every text; to look for words in earnest takes four times as long
        return True
    for word in _WORD.finditer(text):
        said.add(word[0].casefold())
        if len(said) == FEWEST_WORDS:
            return True
    return False


def _texts(body: str | None, documents: Iterable[Document], media: Iterable[Media]) -> tuple[str | None, ...]:
    return (body, *(one.alternative for one in documents), *(one.transcript for one in media))
