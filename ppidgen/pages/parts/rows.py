"""Rows of entry lists."""

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Link, Row
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.documents import document_format
from ppidgen.pages.parts.text import short


def entry_row(context: Context, entry: InformationEntry, gist: str) -> Row:
    """Give the row by which a DIP entry stands in lists; `gist` is its summary as plain text."""
    year = year_of(entry)
    return Row(
        Link(entry.title, urls.entry(entry.id)),
        short(gist),
        entry.category.value,
        context.words.label(entry.category),
        context.portal.unit_name(entry.unit),
        "" if year in entry.title else year,
        last_day(entry),
        formats(entry),
        context.words("state.stale") if entry.id in context.standing.stale else "",
        context.words("list.updated" if entry.updated else "list.published"),
    )


def year_of(entry: InformationEntry) -> str:
    """Give the year that an entry is about, "" where it names none."""
    year = entry.year or (entry.made_on.year if entry.made_on else None)
    return str(year) if year else ""


def last_day(entry: InformationEntry) -> str:
    """Give the day on which an entry last changed, "" where it names none."""
    day = entry.updated or entry.published
    return day.isoformat() if day else ""


def formats(entry: InformationEntry) -> tuple[str, ...]:
    """Name the formats in which an entry can be downloaded, each once."""
    return tuple(dict.fromkeys(filter(None, map(document_format, entry.documents))))
