"""From when until when an announcement holds, in words, and whether that is past."""

from ppidgen.model.context import Context
from ppidgen.model.records.publication import Announcement
from ppidgen.pages.parts.wording import day_words


def is_past(context: Context, one: Announcement) -> bool:
    """Tell whether an announcement no longer holds."""
    return one.is_over(context.standing.as_of)


def is_to_come(context: Context, one: Announcement) -> bool:
    """Tell whether an announcement does not hold yet."""
    return one.starts > context.standing.as_of


def period(context: Context, one: Announcement) -> str:
    """Write from when until when an announcement holds."""
    words = context.words
    start = day_words(words, one.starts)
    if one.ends is None:
        return words("announcement.since", start=start)
    return words("announcement.period", start=start, end=day_words(words, one.ends))
