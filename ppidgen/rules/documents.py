"""Faults in documents: what was declared beside what was found."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import keys_of
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.elements.record import Record
from ppidgen.model.portal.registers import (
    ANNOUNCEMENTS,
    ARTICLES,
    CONTENT,
    EVIDENCE,
    EXEMPTIONS,
    FILES,
    INFORMATION,
    NEWS,
    PROCUREMENT,
    PUBLIC_BODY,
    REPORTS,
    SERVICES,
    SITE,
    UNITS,
)
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.parts import Document, Media
from ppidgen.rules.rule import Rule
from ppidgen.source.document_facts import DocumentFacts

_TEXTS = frozenset("csv tsv txt md json geojson xml kml rdf ttl ics vtt srt yaml".split())

# The endings that a file of each kind may have; a kind that is not here may have any.
ENDINGS: Mapping[str, frozenset[str]] = MappingProxyType(
    {kind: frozenset({kind}) for kind in "pdf png gif webp rtf rar 7z docx xlsx xlsb pptx odt ods odp mp3 tar".split()}
    | dict.fromkeys(("csv", "text", "json", "xml"), _TEXTS)
    | {
        "jpeg": frozenset({"jpg", "jpeg"}),
        "tiff": frozenset({"tif", "tiff"}),
        "ole": frozenset({"doc", "xls", "ppt"}),
        "zip": frozenset({"zip", "kmz", "epub"}),
        "gzip": frozenset({"gz", "tgz"}),
    }
)
# Formats that only their maker's program is sure to open (Perki 1/2021 Pasal 46(3) huruf b asks for open ones).
CLOSED_KINDS = frozenset({"ole", "rar", "xlsb"})
CLOSED_ENDINGS = frozenset("doc xls xlsb ppt rar cdr psd dwg mdb pub vsd".split())
SEALED_ENDINGS = frozenset("docx xlsx pptx".split())
# What a browser would run as if it were a page of ours, and programs.
ACTIVE_KINDS = frozenset({"html", "svg", "active-svg", "exe"})
# The registers whose records name files.
_NAMING = (
    PUBLIC_BODY, SITE, UNITS, INFORMATION, EXEMPTIONS, SERVICES, REPORTS, ANNOUNCEMENTS, NEWS, ARTICLES, PROCUREMENT,
    EVIDENCE,
)  # fmt: skip
# Bytes that one answer of the e-Monev form takes at most.
HEAVY = 2_000_000


def format_closed(context: Context) -> Iterator[Finding]:
    """Tell documents in a closed format."""
    for span, path, facts in _suspects(context, _is_closed):
        yield Finding("DOK001", span, {"path": path, "ending": facts.ending})


def ending_untrue(context: Context) -> Iterator[Finding]:
    """Tell documents that are not what their name says."""
    for span, path, facts in _suspects(context, _is_misnamed):
        right = facts.kind if facts.kind in ENDINGS[facts.kind] else min(ENDINGS[facts.kind])
        data = {"path": path, "ending": facts.ending, "kind": facts.kind, "fixed": right}
        yield Finding("DOK002", span, data)


def document_unreadable(context: Context) -> Iterator[Finding]:
    """Tell documents that cannot be opened."""
    for span, path, _ in _suspects(context, _is_unreadable):
        yield Finding("DOK003", span, {"path": path})


def document_placeless(context: Context) -> Iterator[Finding]:
    """Tell documents that name neither a file nor an address."""
    for record in _publishing(context.portal):
        for position, document in enumerate(getattr(record, "documents", ())):
            if isinstance(document, Document) and not (document.file or document.link):
                data = {"title": document.title, "keys": keys_of(Document, ("file", "link"))}
                yield Finding("DOK005", record.span("documents", position, "title"), data)


def document_empty(context: Context) -> Iterator[Finding]:
    """Tell documents without a single byte."""
    for span, path, _ in _suspects(context, lambda facts: not facts.size):
        yield Finding("DOK007", span, {"path": path})


def document_blank(context: Context) -> Iterator[Finding]:
    """Tell documents that open and show a reader nothing; none of them meets a duty."""
    for span, path, _ in _suspects(context, lambda facts: facts.blank and facts.size > 0):
        yield Finding("DOK038", span, {"path": path})


def document_lost(context: Context) -> Iterator[Finding]:
    """Tell documents of which nobody knows whether they hold personal data, because their reader was lost in them."""
    for span, path, _ in _suspects(context, lambda facts: facts.lost and facts.size > 0):
        yield Finding("DOK010", span, {"path": path})


def document_active(context: Context) -> Iterator[Finding]:
    """Tell documents that could act in the portal's name: web pages, drawings with scripts, programs."""
    logo = context.portal.site.logo
    for span, path, facts in _suspects(context, lambda facts: facts.kind in ACTIVE_KINDS):
        if facts.kind != "svg" or path != logo:
            yield Finding("DOK008", span, {"path": path, "kind": facts.kind})


def scan_textless(context: Context) -> Iterator[Finding]:
    """Tell PDFs most of whose pages are pictures without text."""
    for span, path, facts in _suspects(context, _is_scan):
        yield Finding("DOK030", span, {"path": path, "scanned": str(facts.scanned), "pages": str(facts.pages)})


def tags_missing(context: Context) -> Iterator[Finding]:
    """Tell PDFs without tags, which a screen reader reads in no order."""
    for span, path, _ in _suspects(context, lambda facts: facts.tagged is False and facts.readable):
        yield Finding("DOK031", span, {"path": path})


def document_heavy(context: Context) -> Iterator[Finding]:
    """Tell documents that are larger than the evaluation's form takes."""
    for span, path, facts in _suspects(context, lambda facts: facts.size > HEAVY):
        whole, tenths = divmod(-(-facts.size // 100_000), 10)  # rounded up: what is over 2 MB must not read as 2,0
        yield Finding("DOK032", span, {"path": path, "size": f"{whole},{tenths}"})


def document_locked(context: Context) -> Iterator[Finding]:
    """Tell documents that ask for a password."""
    for span, path, _ in _suspects(context, lambda facts: facts.encrypted):
        yield Finding("DOK033", span, {"path": path})


def document_acting(context: Context) -> Iterator[Finding]:
    """Tell documents that hold something which runs: macros, scripts, programs."""
    for span, path, facts in _suspects(context, lambda facts: bool(facts.active)):
        yield Finding("DOK034", span, {"path": path, "parts": ", ".join(facts.active)})


def content_hidden(context: Context) -> Iterator[Finding]:
    """Tell documents that hold what their reader does not see."""
    for span, path, facts in _suspects(context, lambda facts: bool(facts.hidden)):
        yield Finding("DOK035", span, {"path": path, "parts": ", ".join(facts.hidden)})


def part_unread(context: Context) -> Iterator[Finding]:
    """Tell documents a part of which could not be looked at."""
    for span, path, facts in _suspects(context, lambda facts: facts.unread > 0 and facts.readable):
        yield Finding("DOK036", span, {"path": path, "count": str(facts.unread)})


def title_or_language_missing(context: Context) -> Iterator[Finding]:
    """Tell PDFs that do not say their title or their language."""
    for span, path, facts in _suspects(context, _is_nameless):
        missing = [word for word, value in (("title", facts.title), ("language", facts.language)) if not value]
        yield Finding("DOK037", span, {"path": path, "parts": ", ".join(missing)})


def file_unnamed(context: Context) -> Iterator[Finding]:
    """Tell files that nothing names and that therefore stay unpublished."""
    portal = context.portal
    if not portal.files:
        return
    everyone = chain(_publishing(portal), (portal.body, portal.site), portal.exemptions, portal.evidence)
    named = {value for record in everyone for _, value in named_files(record)}
    for path in sorted(portal.files - named):
        yield Finding("DOK009", Span(f"{CONTENT}/{FILES}/{path}"), {"path": path})


def _publishing(portal: Portal) -> Iterator[Record]:
    return chain(
        portal.units, portal.information, portal.services, portal.reports, portal.announcements, portal.news,
        portal.articles, portal.procurement,
    )  # fmt: skip


def _is_closed(facts: DocumentFacts) -> bool:
    return (facts.kind in CLOSED_KINDS and not _is_sealed(facts)) or facts.ending in CLOSED_ENDINGS


def _is_sealed(facts: DocumentFacts) -> bool:
    """Tell whether it is an Office file of today that a password shut: such a one lies in a case of the old format."""
    return facts.kind == "ole" and facts.encrypted and facts.ending in SEALED_ENDINGS


def _is_misnamed(facts: DocumentFacts) -> bool:
    return (
        facts.kind in ENDINGS and facts.ending not in ENDINGS[facts.kind] and facts.size > 0 and not _is_sealed(facts)
    )


def _is_unreadable(facts: DocumentFacts) -> bool:
    excused = facts.lost or facts.encrypted or bool(facts.active) or facts.kind in ACTIVE_KINDS or _is_misnamed(facts)
    return not facts.readable and facts.size > 0 and not excused


def _is_scan(facts: DocumentFacts) -> bool:
    return facts.pages is not None and facts.scanned * 2 >= facts.pages > 0


def _is_nameless(facts: DocumentFacts) -> bool:
    return facts.kind == "pdf" and facts.readable and not (facts.title and facts.language)


def _suspects(
    context: Context, is_suspect: Callable[[DocumentFacts], bool]
) -> Iterator[tuple[Span, str, DocumentFacts]]:
    """Give the files that look at fault, each once, with the first place that names it."""
    portal = context.portal
    suspects = {path: facts for path, facts in portal.facts.items() if is_suspect(facts)}
    for record in chain((portal.body, portal.site), _publishing(portal), portal.exemptions) if suspects else ():
        for keys, value in named_files(record):
            if value in suspects:
                yield record.span(*keys), value, suspects.pop(value)


def recording_alone(context: Context) -> Iterator[Finding]:
    """Tell recordings that lack a form for those who do not see or hear."""
    for entry in context.portal.published_information:
        for place, one in enumerate(entry.media):
            lacking = [name for name in ("sign_language", "captions", "transcript") if not getattr(one, name)]
            if lacking:
                data = {"title": one.title, "keys": keys_of(Media, lacking)}
                yield Finding("DOK020", entry.span("media", place, "title"), data)


RULES = (
    Rule("DOK001", (), format_closed),
    Rule("DOK002", (), ending_untrue),
    Rule("DOK003", (), document_unreadable),
    Rule("DOK005", (), document_placeless, by_itself=True),
    Rule("DOK007", (), document_empty),
    Rule("DOK008", (), document_active),
    Rule("DOK009", _NAMING, file_unnamed),
    Rule("DOK010", (), document_lost),
    Rule("DOK020", (), recording_alone, by_itself=True),
    Rule("DOK030", (), scan_textless),
    Rule("DOK031", (), tags_missing),
    Rule("DOK032", (), document_heavy),
    Rule("DOK033", (), document_locked),
    Rule("DOK034", (), document_acting),
    Rule("DOK035", (), content_hidden),
    Rule("DOK036", (), part_unread),
    Rule("DOK037", (), title_or_language_missing),
    Rule("DOK038", (), document_blank),
)
