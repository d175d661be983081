"""Faults in announcements that must be made at once."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import keys_of
from ppidgen.model.records.publication import ANNOUNCEMENT_POINTS, Announcement
from ppidgen.rules.rule import Rule


def announcement_point_missing(context: Context) -> Iterator[Finding]:
    """Tell announcements, not yet in the archive, that lack one of the points which the standard asks for."""
    for item in (*context.standing.active, *context.standing.upcoming):
        missing = [name for name in ANNOUNCEMENT_POINTS if not getattr(item, name)]
        if missing:
            data = {"title": item.title, "points": keys_of(Announcement, missing)}
            yield Finding("DIP030", item.span("title"), data)


def announcement_ends_before_it_starts(context: Context) -> Iterator[Finding]:
    """Tell announcements whose last day lies before their first."""
    for item in context.portal.announcements:
        if item.ends is not None and item.ends < item.starts:
            data = {"starts": item.starts.isoformat(), "ends": item.ends.isoformat()}
            yield Finding("DIP031", item.span("ends"), data)


RULES = (
    Rule("DIP030", (), announcement_point_missing),
    Rule("DIP031", (), announcement_ends_before_it_starts),
)
