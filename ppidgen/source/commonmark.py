"""CommonMark with tables and ~~strikethrough~~ and without HTML: the one place that knows the parser.

The parser reads HTML and cannot be told not to. A "<" that would begin a tag is therefore changed, before parsing, for
a sign that the text does not hold, and changed back in whatever is shown; the Markdown around a tag stays Markdown.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pyromark import Markdown, Options
from pyromark.event import Range

# Longer texts are neither parsed nor looked through: both stay well below a second at this length.
LONGEST = 200_000
# An event is a bare name ("Rule") or one name with its content, {"Start": {"List": 3}}.
Event = str | Mapping[str, Any]
# Where it stands: "start" and "end", in bytes of the source.
Stretch = Range

_PARSER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH)
# The first group is what begins with "<" and is no HTML: escaped, an address in angle brackets, an autolink, a mailbox.
_TAG = re.compile(
    r"(\\[\\<]|\]\([ \t]*<|\]:[ \t]*(?:\n[ \t]*)?<(?=[^<>\n!?/][^<>\n]*>)"
    r"|<[a-z][a-z0-9+.\-]{1,31}:[^\x00-\x20<>]*>|<[a-z0-9.!#$%&'*+/=?^_`{|}~\-]+@[a-z0-9.\-]+>)"
    r"|<(?=[a-z/!?])",
    re.IGNORECASE,
)
# Mathematical signs: punctuation to the parser, as "<" is, and found in no text that an officer writes.
_STAND_INS = tuple(map(chr, range(0x29C0, 0x29D8)))


class Parsed(NamedTuple):
    """The events of a text, each with its range in `source`; `sign` stands for "<" wherever it is found."""

    source: bytes
    events: Iterator[tuple[Event, Stretch]]
    sign: str = ""

    def restored(self, text: str) -> str:
        """Give a text of an event as it was typed."""
        return text.replace(self.sign, "<") if self.sign else text

    def between(self, start: int, end: int) -> str:
        """Give a stretch of the text as it was typed."""
        return self.restored(self.source[start:end].decode("utf-8", "replace"))


def too_long(text: str) -> bool:
    """Say whether a text is longer than may be parsed."""
    return len(text.encode("utf-8", "replace")) > LONGEST


def parse(text: str) -> Parsed:
    """Parse a text in which HTML means nothing."""
    sign = next((sign for sign in _STAND_INS if sign not in text), "") if "<" in text else ""
    return _parse(_TAG.sub(lambda found: found[1] or sign, text) if sign else text, sign)


def parse_with_html(text: str) -> Parsed:
    """Parse a text as CommonMark has it, so that its HTML can be told."""
    return _parse(text)


def _parse(text: str, sign: str = "") -> Parsed:
    # Neither a NUL nor half a surrogate pair is anything that a page could hold.
    source = text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    return Parsed(source, _PARSER.events_with_range(source.decode("utf-8"), merge_text=True), sign)


def named(event: Event) -> tuple[str, Any]:
    """Take an event, or what a start or an end holds, apart into its name and its content."""
    if isinstance(event, str):
        return event, None
    ((name, content),) = event.items()
    return name, content


def address_of(link: Mapping[str, str]) -> str:
    """Give the address that a link or picture event leads to, as it was meant (entities and escapes resolved)."""
    address = link["dest_url"]
    return f"mailto:{address}" if link["link_type"] == "Email" else address
