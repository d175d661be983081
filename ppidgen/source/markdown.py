"""What a Markdown text asks of a browser: its links and pictures, HTML that will be shown as text, nesting too deep.

Nothing is rendered here. A text without any mark that could bring a link, a picture or HTML is not parsed at all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

LONGEST = 200_000
# Below the 60 levels at which the theme gives up, so that a text which passes here is never shown unformatted.
DEEPEST = 40
# The parser looks at each bracket for some 50 microseconds; no honest text holds this many.
MOST_BRACKETS = 2_000
_PARSER_LIMIT = 100

# "<" may begin HTML or an address, "[" a link or picture; a list or quotation 40 levels deep begins some line
# with at least ten of these characters (a tab opens up to four levels).
_WORTH_PARSING = re.compile(r"[<\[]|^[ \t>*+\-0-9.)]{10}", re.MULTILINE)
# A plain link to the web is what nearly every text holds and asks nothing further; parsing ten thousand texts for
# its sake would take four seconds. Whatever stands around it is still looked at.
_PLAIN_LINK = re.compile(r"(?<!!)\[[^\[\]<>`\\\n]*\]\(https?://[^\s()<>\[\]\\]+\)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\u2060\ufeff]")
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing found: its address or source text, and the line of the body (from 1) on which its block begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Survey:
    """All that a body holds of what may be wrong; `links` are those whose address is allowed."""

    links: tuple[Mark, ...] = ()
    refused: tuple[Mark, ...] = ()
    remote_images: tuple[Mark, ...] = ()
    html: tuple[Mark, ...] = ()
    too_complex: bool = False


NOTHING = Survey()
TOO_COMPLEX = Survey(too_complex=True)


@lru_cache(maxsize=1 << 16)  # the rules ask first, and the pages once more
def survey(text: str) -> Survey:
    """Look through a body; links to the web are listed only where there is more than them to look at."""
    if not _WORTH_PARSING.search(_PLAIN_LINK.sub("", text)):
        return NOTHING
    if len(text) > LONGEST or text.count("[") > MOST_BRACKETS:
        return TOO_COMPLEX
    try:
        return _surveyed(text)
    except RecursionError:  # pictures inside the texts of pictures: the parser knows no bound for them
        return TOO_COMPLEX


def _surveyed(text: str) -> Survey:
    html: tuple[Mark, ...] = ()
    if "<" in text:
        html = tuple(_html(_parser(html=True).parse(text), text))
    tokens = _parser(html=False).parse(text)
    if any(_depth(token) >= DEEPEST for token in tokens):
        return TOO_COMPLEX
    marks = [
        (kind, Mark(address, _line(address, token, text)))
        for token in tokens
        for kind, address in _addresses(token.children)
    ]
    return Survey(
        links=tuple(mark for _, mark in marks if is_allowed(mark.text)),
        refused=tuple(mark for _, mark in marks if not is_allowed(mark.text)),
        remote_images=tuple(mark for kind, mark in marks if kind == "image" and scheme_of(mark.text) in _WEB),
        html=html,
    )


def scheme_of(address: str) -> str:
    """Give the scheme of an address in lower case, "" for one inside the portal, "//" for one that hides its scheme."""
    bare = _INVISIBLE.sub("", address).replace("\\", "/")
    if bare.startswith("//"):
        return "//"
    found = _SCHEME.match(bare)
    return found[1].lower() if found else ""


def is_allowed(address: str) -> bool:
    """Say whether a page may hold the address: a scheme of the short list, or none at all."""
    scheme = scheme_of(address)
    return not scheme or scheme in SCHEMES


class _Parser(MarkdownIt):
    """markdown-it that makes a token of every address, so that refused ones are told and not left as text."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name and shape are markdown-it's
        """Let every address through."""
        return True


@cache
def _parser(*, html: bool) -> _Parser:
    return _Parser("js-default", {"html": html, "linkify": False, "maxNesting": _PARSER_LIMIT})


def _depth(token: Token) -> int:
    return max((token.level, *(token.level + child.level for child in token.children or ())))


def _addresses(tokens: Iterable[Token] | None) -> Iterator[tuple[str, str]]:
    for token in tokens or ():
        if token.type == "link_open":
            yield "link", str(token.attrs.get("href", ""))
        elif token.type == "image":
            yield "image", str(token.attrs.get("src", ""))
            yield from _addresses(token.children)


def _html(tokens: Iterable[Token], text: str) -> Iterator[Mark]:
    for token in tokens:
        if token.type == "html_block":
            yield Mark(token.content.strip().partition("\n")[0], (token.map or [0])[0] + 1)
        for child in token.children or ():
            if child.type == "html_inline":
                yield Mark(child.content, _line(child.content, token, text))


def _line(needle: str, token: Token, text: str) -> int:
    first, last = token.map or [0, 0]
    lines = text.split("\n")[first:last]
    offset = next((number for number, line in enumerate(lines) if needle in line), 0)
    return first + offset + 1
