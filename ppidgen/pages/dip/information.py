"""The page of one DIP entry: what it holds first, then every column of Perki 1/2021 Pasal 21(2)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from ppidgen.duties.reachable import can_be_read
from ppidgen.model.context import Context, Same
from ppidgen.model.elements.fields import key_of
from ppidgen.model.pages.page import (
    Block,
    DocumentItem,
    Documents,
    Fact,
    Facts,
    Link,
    Notice,
    Page,
    Prose,
    Rows,
    SearchFields,
    Section,
)
from ppidgen.model.pages.page_terms import ENTRY_PAGE, WARNING
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts import pictures
from ppidgen.pages.parts.documents import FORMATS, document_blocks, recordings
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.index import Index, index
from ppidgen.pages.parts.rows import formats, last_day, year_of
from ppidgen.pages.parts.sharing import share
from ppidgen.pages.parts.structured import absolute, breadcrumb_list, json_text
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.wording import day_words, iso, period_words

CATEGORY = key_of(InformationEntry, "category")
UNIT = key_of(InformationEntry, "unit")
YEAR = key_of(InformationEntry, "year")
FORMAT = "format"

# Formats that programs read as data, so that the page describes a schema.org Dataset.
DATA_FORMATS = frozenset(("CSV", "JSON", "ODS", "XLS", "XLSX"))


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each published entry."""
    return tuple(
        Spec(urls.entry(entry.id), entry.id, 0, last_day(entry)) for entry in context.portal.published_information
    )


def made_of(context: Context, spec: Spec) -> bytes:
    """Give all that the page takes from DIP entries: its own, whether it has grown old, and the rows of its kin."""
    entry = context.portal.information_by_id[spec.key]
    known = index(context)
    return known.print_of(entry) + known.prints_of_related(entry)


def text_of(context: Context, spec: Spec) -> str:
    """Give what stands for the entry, its long text included."""
    return context.portal.information_by_id[spec.key].origin.fingerprint


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of the entry that `spec` names."""
    entry = context.portal.information_by_id[spec.key]
    known = index(context)
    summary = known.gist(entry)
    below = urls.by_category(entry.category)
    trail = known.crumbs_below[below]
    blocks = (*_blocks(known, entry), *share(context, spec.address, entry.title, summary))
    return Page(
        spec.address,
        ENTRY_PAGE,
        entry.title,
        blocks,
        short(summary),
        summary,
        below,
        trail,
        entry.tags,
        context.words.label(entry.category),
        spec.updated,
        feeds=known.feeds(entry.category, entry.unit),
        structured=_structured(known, entry, spec.address, summary, _items(blocks)),
        search=lambda: _search(known, entry, summary),
        language=context.words.language,
        source=entry.origin.path,
        picture=pictures.of_entry(context, entry) or known.pictures[entry.category],
    )


def _blocks(known: Index, entry: InformationEntry) -> Iterator[Block]:
    context, words = known.context, known.context.words
    if entry.id in context.standing.stale:
        yield Notice(
            words("entry.stale"),
            words("entry.stale_text", day=day_words(words, entry.updated or entry.published)),
            WARNING,
        )
    yield from document_blocks(context, entry.documents)
    if entry.body:
        yield Prose(entry.body)
    yield from _media(context, entry)
    if not entry.documents or entry.how_to_get:
        yield _how_to_get(context, entry)
    yield section(words("entry.details"), (Facts(tuple(_facts(known, entry))),))
    if duties := _duties(Same(context))(f"entry.{_meeting(context, entry)}", entry.duties):
        yield duties
    if related := known.related(entry):
        yield section(words("entry.related"), (Rows(related),))


@lru_cache(maxsize=4)  # as many as a portal has languages
def _duties(same: Same) -> Callable[[str, tuple[str, ...]], Section | None]:
    """Give what names the duties that an entry meets, under a heading: one section for all the entries of the same."""
    words, known = same.context.words, index(same.context).duty_facts

    @cache
    def named(heading: str, codes: tuple[str, ...]) -> Section | None:
        facts = tuple(known[code] for code in codes if code in known)
        return replace(section(words(heading), (Facts(facts),)), shared=True) if facts else None

    return named


def _meeting(context: Context, entry: InformationEntry) -> str:
    """Give the key of the words that say how an entry meets its duties; where nothing can be read, it only may."""
    if entry.id in context.standing.proposed:
        return "proposed_duties"
    return "duties" if can_be_read(context.portal, entry) else "related_duties"


def _how_to_get(context: Context, entry: InformationEntry) -> Notice:
    words = context.words
    source = (Link(words("entry.source_page"), entry.link),) if entry.link else ()
    links = (*source, Link(words("entry.request_it"), urls.REQUEST))
    return Notice(
        words("entry.how_to_get"),
        entry.how_to_get or words(f"entry.{_where(entry)}"),
        links=links,
    )


def _where(entry: InformationEntry) -> str:
    """Give the key of the words that say where an entry without a file can be read."""
    if entry.link:
        return "at_source"
    return "ask_for_copy" if entry.body else "ask_for_it"


def _media(context: Context, entry: InformationEntry) -> Iterator[Block]:
    if blocks := recordings(context, entry.media):
        yield section(context.words("entry.recordings"), blocks)


def _facts(known: Index, entry: InformationEntry) -> Iterator[Fact]:
    words = known.context.words
    if not entry.summary:
        yield known.legal_facts["summary"].missing
    yield known.category_facts[entry.category]
    if entry.unit:
        yield known.unit_facts.get(entry.unit) or Fact(words("fact.unit"), (entry.unit,))
    yield known.legal_fact("holder", entry.holder)
    yield known.legal_fact("responsible", entry.responsible)
    yield known.legal_fact("made_on", period_words(words, entry.made_on))
    yield known.legal_fact("made_at", entry.made_at)
    yield known.legal_fact("forms", *(words.label(form) for form in entry.forms))
    yield known.legal_fact("retention", entry.retention)
    if year := year_of(entry):
        yield known.year_fact(year)
    if entry.group:
        yield Fact(words("fact.group"), (entry.group,))
    if entry.published:
        yield Fact(words("fact.published"), (day_words(words, entry.published),))
    yield known.legal_fact("updated", day_words(words, entry.updated))
    if entry.link and entry.documents:
        yield Fact(words("fact.source_page"), (Link(entry.link, entry.link),))
    yield Fact(words("fact.identifier"), (entry.id,))


def _items(blocks: Sequence[Block]) -> tuple[DocumentItem, ...]:
    return next((block.items for block in blocks if isinstance(block, Documents)), ())


def _search(known: Index, entry: InformationEntry, summary: str) -> SearchFields:
    body = plain(entry.body) if entry.body else ""
    unit = known.context.portal.unit_name(entry.unit) if entry.unit else ""
    filters = (
        (CATEGORY, (known.context.words.label(entry.category),)),
        (UNIT, (unit,)),
        (YEAR, (year_of(entry),) if entry.year or entry.made_on else ()),
        (FORMAT, formats(entry)),
    )
    return SearchFields(
        "\n".join(text for text in (entry.title, summary, body) if text),
        known.synonyms(entry),
        tuple(one for one in filters if any(one[1])),
        ((UNIT, unit),) if unit else (),
    )


def _structured(
    known: Index, entry: InformationEntry, address: str, summary: str, documents: Sequence[DocumentItem]
) -> str:
    context = known.context
    files = [_file(context, document) for document in documents]
    dataset = any(document.format in DATA_FORMATS for document in documents)
    readable = can_be_read(context.portal, entry)  # what is only listed is no digital document, and open to nobody yet
    thing: dict[str, Any] = {
        "@type": "Dataset" if dataset else "DigitalDocument" if readable else "CreativeWork",
        "name": entry.title,
        "inLanguage": "id",
        "isAccessibleForFree": readable,
        "publisher": {"@type": "GovernmentOrganization", "name": context.portal.body.name},
    }
    optional = {
        "url": absolute(context, address),
        "description": summary,
        "identifier": entry.id,
        "datePublished": iso(entry.published),
        "dateModified": iso(entry.updated),
        "license": context.portal.site.licence_link or "",
        "distribution" if dataset else "encoding": files,
    }
    thing = {name: value for name, value in (thing | optional).items() if value}
    graph = [thing, breadcrumb_list(known.crumb_steps[urls.by_category(entry.category)], entry.title)]
    return json_text({"@context": "https://schema.org", "@graph": graph})


def _file(context: Context, document: DocumentItem) -> Mapping[str, object]:
    inside = document.address.startswith("/")
    kind = "DataDownload" if document.format in DATA_FORMATS else "MediaObject"
    described = {
        "name": document.title,
        "contentUrl": absolute(context, document.address) if inside else document.address,
        "encodingFormat": FORMATS.get(document.format, document.format),
        "contentSize": f"{document.size} B" if document.size else "",
        "sha256": document.sha256,
    }
    return {"@type": kind} | {name: value for name, value in described.items() if value}


FAMILY = Family("entries", items, compose, made_of, text_of)
