"""An announcement in the forms in which warnings travel: as text, as a message to share, as a script for radio."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Link, Links, Text
from ppidgen.model.pages.page_terms import DOWNLOADS
from ppidgen.model.pages.share import Share
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.records.publication import Announcement
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.other_forms import file_note
from ppidgen.pages.parts.sharing import message, sent
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.parts.text import plain
from ppidgen.pages.parts.validity import is_past, is_to_come, period
from ppidgen.pages.parts.wording import day_words
from ppidgen.pages.renderings.as_text import WIDTH, wrapped

# A speaker of news reads about 130 words of Indonesian in a minute.
WORDS_A_MINUTE = 130


def warning(context: Context, one: Announcement) -> str:
    """Give the message to share: title, area, days, what to do, 112, and where the whole is; at most 700 signs."""
    words = context.words
    held = words("spoken.period", period=period(context, one))
    head = f"*{one.title}*\n{words('spoken.area', area=one.area)}\n{held}\n"
    foot = f"\n{words('spoken.emergency')}\n{absolute(context, urls.announcement(one.id))}"
    return message(head, plain(one.instruction), foot)


def radio_script(context: Context, one: Announcement) -> str:
    """Give what a speaker reads in a minute: who warns, of what and where, what to do, until when."""
    words = context.words
    opening = words("spoken.radio_open", body=context.portal.body.name, title=one.title, area=one.area)
    closing = " ".join(part for part in (_holding(context, one), words("spoken.radio_close")) if part)
    room = WORDS_A_MINUTE - len(opening.split()) - len(closing.split())
    said = plain(one.instruction).split()
    instruction = " ".join(said) if len(said) <= room else _whole_sentences(said[: max(room, 0)])
    return f"{opening} {instruction} {closing}"


def _holding(context: Context, one: Announcement) -> str:
    """Say until when a warning holds, or between which days one holds that is still to come."""
    words = context.words
    if is_to_come(context, one):
        return words("spoken.radio_between", period=period(context, one))
    return words("spoken.radio_until", day=day_words(words, one.ends)) if one.ends else ""


def _whole_sentences(words: list[str]) -> str:
    """Cut after the last sentence that fits; a speaker cannot stop in the middle of one."""
    text = " ".join(words)
    end = max(text.rfind(sign) for sign in ".!?")
    return text[: end + 1] if end > 0 else text


def blocks(context: Context, one: Announcement) -> Iterator[Block]:
    """Offer the forms at the end of an announcement's page; a warning that is past is no longer spread."""
    if is_past(context, one):
        yield Links((_as_text(context, one),), style=DOWNLOADS)
    else:
        yield from _to_spread(context, one)
    if whole := absolute(context, urls.announcement(one.id)):
        yield Share(whole)


def _to_spread(context: Context, one: Announcement) -> Iterator[Block]:
    words = context.words
    share = Link(words("spoken.share"), sent(warning(context, one)))
    yield section(words("spoken.title"), (Links((_as_text(context, one), share), style=DOWNLOADS),))
    yield section(words("spoken.radio"), (Text(radio_script(context, one)),))


def _as_text(context: Context, one: Announcement) -> Link:
    return Link(context.words("forms.text"), urls.as_text(urls.announcement(one.id)), file_note(context, "TXT"))


def data_files(context: Context) -> Iterator[DataFile]:
    """Give each announcement as a text file, which the slowest connection brings at once."""
    words = context.words
    for one in context.portal.announcements:
        over = (words("announcement.over").upper(), words("announcement.over_text")) if is_past(context, one) else ()
        parts = (
            *over,
            one.title.upper(),
            words("spoken.area", area=one.area),
            words("spoken.period", period=period(context, one)),
            plain(one.instruction),
            words("spoken.emergency"),
            absolute(context, urls.announcement(one.id)),
        )
        text = "\n\n".join(wrapped(part, WIDTH) for part in parts) + "\n"
        yield DataFile(urls.as_text(urls.announcement(one.id))[1:], ("\ufeff" + text).encode())
