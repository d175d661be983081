"""Advice on texts that are hard to read: in titles, summaries, announcements, articles and procedures."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.shown import shown
from ppidgen.model.context import Context, Same
from ppidgen.model.elements.record import Record
from ppidgen.model.portal.registers import SITE
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.publication import ANNOUNCEMENT_POINTS, Announcement, Article, NewsItem
from ppidgen.model.records.service import OperatingProcedure, Procedure, ServiceCharter
from ppidgen.model.text.readability import Sentence, length_of, sentences, shouts
from ppidgen.rules.places import in_text
from ppidgen.rules.rule import Rule
from ppidgen.source.markdown import Mark

# The texts that are looked at, by type of record; the last part of a text is told by its line.
_PROSE: Mapping[type[Record], tuple[str, ...]] = MappingProxyType({
    InformationEntry: ("summary",),
    Announcement: ("instruction", *ANNOUNCEMENT_POINTS),
    NewsItem: ("summary", "body"),
    Article: ("summary", "body"),
    Procedure: ("summary", "body"),
    OperatingProcedure: ("body",),
    ServiceCharter: ("statement",),
})  # fmt: skip
_STEPS = (Procedure, OperatingProcedure)

Path = tuple[str | int, ...]


class Written(NamedTuple):
    """One text of a record, and where it stands in it."""

    record: Record
    path: Path
    text: str


def sentence_long(context: Context) -> Iterator[Finding]:
    """Tell texts with sentences of too many words."""
    measure = context.readability
    if measure.longest:
        for written in _texts(context):
            # A text with fewer spaces than that has no such sentence and need not be taken apart.
            if written.text.count(" ") >= measure.longest and (found := _first(written.text, measure.is_long)):
                data = {"words": str(length_of(found.text)), "most": str(measure.longest)}
                yield _told("BHS010", written, found, data)


def passives_chained(context: Context) -> Iterator[Finding]:
    """Tell texts in which one passive hangs on another."""
    measure = context.readability
    for written in _texts(context):
        if measure.may_be_passive(written.text) and (found := _first(written.text, measure.is_passive)):
            yield _told("BHS011", written, found, {})


def abbreviation_unexplained(context: Context) -> Iterator[Finding]:
    """Tell texts with abbreviations that neither the text nor the portal explains."""
    measure, explained = context.readability, _explained(context)
    for written in _texts(context):
        if found := tuple(measure.unexplained(written.text, explained)):
            yield _told("BHS012", written, _holding(written.text, found[0]), {"words": ", ".join(found)})


def title_shouting(context: Context) -> Iterator[Finding]:
    """Tell titles in capitals; those of the DIP have a code of their own."""
    for record in _records(context):
        title = getattr(record, "title", "")
        if title.isupper() and shouts(title) and not isinstance(record, InformationEntry):
            yield Finding("BHS013", record.span("title"), {"value": shown(title)})


def _first(text: str, is_at_fault: Callable[[str], bool]) -> Sentence | None:
    return next((one for one in sentences(text) if is_at_fault(one.text)), None)


def _holding(text: str, word: str) -> Sentence:
    line = next((number for number, line in enumerate(text.split("\n"), start=1) if word in line), 1)
    return Sentence(line, word)


def _told(code: str, written: Written, found: Sentence, data: Mapping[str, str]) -> Finding:
    record, path = written.record, written.path
    span = in_text(record, path, Mark(found.text, found.line)) if path == ("body",) else record.span(*path)
    return Finding(code, span, {**data, "value": shown(found.text)})


def _explained(context: Context) -> frozenset[str]:
    """Give the abbreviations that the portal itself explains: names of units and of the body, and the site's own."""
    portal = context.portal
    names = chain((portal.body.short_name,), (unit.short_name for unit in portal.units), portal.site.synonyms)
    return frozenset(word for name in names if name for word in name.split())


def _records(context: Context) -> Iterator[Record]:
    portal = context.portal
    for record in chain(
        portal.published_information, portal.announcements, portal.news, portal.articles, portal.services
    ):
        # Asked by its type: a record without the attribute takes ten times as long to say so.
        if not (isinstance(record, NewsItem | Article) and record.language):
            yield record


def _texts(context: Context) -> tuple[Written, ...]:
    return _written(Same(context))


@lru_cache(maxsize=1)  # three rules ask for the texts of one portal in turn
def _written(same: Same) -> tuple[Written, ...]:
    return tuple(_each_text(same.context))


def _each_text(context: Context) -> Iterator[Written]:
    for record in _records(context):
        for name in _PROSE.get(type(record), ()):
            if text := getattr(record, name):
                yield Written(record, (name,), text)
        if isinstance(record, _STEPS):
            for place, step in enumerate(record.steps):
                if step.text:
                    yield Written(record, ("steps", place, "text"), step.text)


RULES = (
    Rule("BHS010", (), sentence_long, by_itself=True),
    Rule("BHS011", (), passives_chained, by_itself=True),
    Rule("BHS012", (SITE,), abbreviation_unexplained, by_itself=True),
    Rule("BHS013", (), title_shouting, by_itself=True),
)
