"""What a Markdown text asks of a browser: its links and pictures, HTML that will be shown as text, nesting too deep.

And what its writer meant for no reader: comments, in HTML and as addresses to which no link of the text leads.

Nothing is rendered here. A text without any mark that could bring a link, a picture or HTML is not parsed at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from ppidgen.source.commonmark import Parsed, address_of, named, parse, parse_with_html, too_long

# Below the 60 levels at which the theme gives up, so that a text which passes here is never shown unformatted.
DEEPEST = 40

# A list or quotation 40 levels deep begins some line with at least ten of these characters (a tab opens up to four
# levels).
_DEEP = re.compile(r"\n[ \t>*+\-0-9.)]{10}")
# A plain link to the web is what nearly every text holds and asks nothing further; looking for it costs a tenth of
# parsing. Whatever stands around it is still looked at.
_PLAIN_LINK = re.compile(
    r"\[[^\[\]<>`\\\n]*\]\(https?://[^\s()<>\[\]\\/?#@%\x7f-\U0010ffff]+(?:[/?#][^\s()<>\[\]\\]*)?\)"
)
# What stands before an "@" reads like the site that is opened, and is none of it; nor does a reader see through "%2f",
# or tell letters of another script from those that they look like.
_PLAIN_HOST = re.compile(r"(?i:https?)://[^\s/?#@%\\\x7f-\U0010ffff]+(?:[/?#]|\Z)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_FURTHER = re.compile(r"[?&;]\s*(?:b?cc|to)\s*=", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\u2060\ufeff]")
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WEB = frozenset({"http", "https"})
_POINTING = frozenset({"Link", "Image"})
_COMMENT = "<!--"
_DEFINITION = re.compile(rb"^[ \t>*+\-0-9.)]{0,40}\[([^\[\]\n]{1,200})\]:", re.MULTILINE)
# What lies within these is shown, whatever it looks like.
_SHOWN = frozenset({"Paragraph", "Heading", "CodeBlock", "HtmlBlock", "Table"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing found: its address or source text, and the line of the body (from 1) on which it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Survey:
    """All that a body holds of what may be wrong; `links` are those whose address is allowed."""

    links: tuple[Mark, ...] = ()
    refused: tuple[Mark, ...] = ()
    remote_images: tuple[Mark, ...] = ()
    html: tuple[Mark, ...] = ()
    comments: tuple[Mark, ...] = ()
    too_complex: bool = False


NOTHING = Survey()
TOO_COMPLEX = Survey(too_complex=True)


@lru_cache(maxsize=1 << 16)  # the rules ask first, and the pages once more
def survey(text: str) -> Survey:
    """Look through a body; links to the web are listed only where there is more than them to look at."""
    if too_long(text):
        return TOO_COMPLEX
    if not _worth_parsing(text):
        return NOTHING
    found = _addresses(parse(text))
    if found is None:
        return TOO_COMPLEX
    tags = tuple(_html(parse_with_html(text))) if "<" in text else ()
    unused = tuple(_unused(parse(text))) if "]:" in text else ()
    return Survey(
        links=tuple(mark for _, mark in found if is_allowed(mark.text)),
        refused=tuple(mark for _, mark in found if not is_allowed(mark.text)),
        remote_images=tuple(mark for kind, mark in found if kind == "Image" and scheme_of(mark.text) in _WEB),
        html=tuple(mark for mark in tags if not mark.text.startswith(_COMMENT)),
        comments=(*(mark for mark in tags if mark.text.startswith(_COMMENT)), *unused),
    )


def scheme_of(address: str) -> str:
    """Give the scheme of an address in lower case, "" for one inside the portal, "//" for one that hides its scheme."""
    bare = _INVISIBLE.sub("", address).replace("\\", "/")
    if bare.startswith("//"):
        return "//"
    found = _SCHEME.match(bare)
    return found[1].lower() if found else ""


def is_allowed(address: str) -> bool:
    """Say whether a page may hold the address: a scheme of the short list, or none at all.

    A letter goes to whom the reader sees: one that would go to others too, unseen, may not be asked for. So does a
    visit: the site that is opened stands first.
    """
    scheme = scheme_of(address)
    if scheme in _WEB and not _PLAIN_HOST.match(address):
        return False
    return not scheme or (scheme in SCHEMES and not (scheme == "mailto" and _FURTHER.search(unquote(address))))


def _worth_parsing(text: str) -> bool:
    """Say whether anything stands in the text that could bring a finding; "<" and "[" begin all that can."""
    if "<" in text or "![" in text or _DEEP.search(f"\n{text}"):
        return True
    return text.count("[") > sum(1 for _ in _PLAIN_LINK.finditer(text))


def _addresses(parsed: Parsed) -> list[tuple[str, Mark]] | None:
    """Give each link and picture, those inside a picture's text too; nothing where the text goes too deep."""
    found = []
    depth, lines = 0, _Lines(parsed.source)
    for event, span in parsed.events:
        step, content = named(event)
        if step == "End":
            depth -= 1
        elif step == "Start":
            depth += 1
            kind, link = named(content)
            if depth >= DEEPEST:
                return None
            if kind in _POINTING:
                found.append((kind, Mark(parsed.restored(address_of(link)), lines.at(span["start"]))))
    return found


def _html(parsed: Parsed) -> Iterator[Mark]:
    """Give each tag within a line, and the first line of each block of HTML."""
    lines = _Lines(parsed.source)
    for event, span in parsed.events:
        kind, content = named(event)
        if kind == "InlineHtml":
            yield Mark(content, lines.at(span["start"]))
        elif kind == "Start" and content == "HtmlBlock":
            block = parsed.between(span["start"], span["end"])
            yield Mark(block.strip().partition("\n")[0], lines.at(span["start"]))


def _unused(parsed: Parsed) -> Iterator[Mark]:
    """Give each address that the text keeps for its links and that none of them asks for."""
    shown, wanted = [], set()
    for event, span in parsed.events:
        step, content = named(event)
        if step != "Start":
            continue
        kind, link = named(content)
        if kind in _SHOWN:
            shown.append((span["start"], span["end"]))
        elif kind in _POINTING:
            wanted.add(_label(link["id"]))
    lines, past = _Lines(parsed.source), 0
    for found in _DEFINITION.finditer(parsed.source):
        while past < len(shown) and shown[past][1] <= found.end():
            past += 1
        is_shown = past < len(shown) and shown[past][0] < found.end()
        label = found[1].decode("utf-8", "replace")
        if not is_shown and _label(label) not in wanted:
            yield Mark(parsed.restored(label), lines.at(found.start()))


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


class _Lines:
    """The line on which a byte of a text lies, asked from the first to the last."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._line = 1
        self._counted = 0

    def at(self, offset: int) -> int:
        """Give the line, counted from 1."""
        self._line += self._source.count(b"\n", self._counted, offset)
        self._counted = max(self._counted, offset)
        return self._line
