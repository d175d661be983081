"""Markdown into HTML that cannot harm: the one place where text becomes markup.

HTML in the source is shown as text, only allowed addresses become links, nothing is loaded from another host.
A text that the parser would cut short (nested too deep, too long) is shown whole as it was typed.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from ppidgen.theme.addresses import allowed, external, resolve

LONGEST = 200_000
# The parser drops what lies deeper without a word. A list is two levels, a paragraph in it one.
DEEPEST = 60
LAST_LEVEL = 6
PREFIX = "isi-"

_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class MarkdownStyle:
    """What the renderer itself says (a link leaves the portal, a table moves sideways), and the CSS classes it sets."""

    external_words: str
    table_words: str
    external: str
    hidden: str
    scroll: str
    typed: str
    aligned: Mapping[str, str]


class Parser(MarkdownIt):
    """markdown-it without HTML, and with our list of allowed addresses in place of its list of forbidden ones."""

    def __init__(self) -> None:
        super().__init__("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": DEEPEST})

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is markdown-it's
        """Say whether a link or picture may have this address."""
        return allowed(url)


class MarkdownRenderer:
    """Renders Markdown for a portal at `base_path`, in one language."""

    def __init__(self, base_path: str, style: MarkdownStyle) -> None:
        self._parser = Parser()
        self._base_path = base_path
        self._style = style

    def render(self, text: str, level: int, taken: set[str]) -> Markup:
        """Give the HTML of a text whose headings start at `level`; its heading ids are added to those `taken`."""
        if len(text.encode("utf-8", "replace")) > LONGEST:
            return _as_typed(text, self._style.typed)
        try:
            tokens = self._parser.parse(text)
            if any(_too_deep(token) for token in tokens):
                return _as_typed(text, self._style.typed)
            shaped = list(self._shape(tokens, level, taken))
            html = self._parser.renderer.render(shaped, self._parser.options, {})
            return Markup(html)  # noqa: S704 - the renderer escapes all text; the one gate from text to markup
        except RecursionError:  # pictures inside pictures' texts, hundreds deep: the parser knows no bound for them
            return _as_typed(text, self._style.typed)

    def _shape(self, tokens: Sequence[Token], level: int, taken: set[str]) -> Iterator[Token]:
        levels = _heading_levels(tokens, level)
        for at, token in enumerate(tokens):
            if token.type == "heading_open":
                token.tag = f"h{next(levels)}"
                closing = tokens[at + 2]
                closing.tag = token.tag
                token.attrSet("id", _name(tokens[at + 1], taken))
            elif token.type == "inline":
                token.children = list(self._links(token.children or []))
            elif token.type in {"th_open", "td_open"}:
                _shape_cell(token, tokens[at + 1], tokens[at + 2], self._style.aligned)
            if token.type == "table_open":
                yield _scroll_region(self._style)
            yield token
            if token.type == "table_close":
                yield _element("div", -1)

    def _links(self, tokens: Sequence[Token]) -> Iterator[Token]:
        abroad = False
        for token in tokens:
            if token.type == "link_open":
                abroad = self._point(token, "href")
            elif token.type == "link_close" and abroad:
                yield from _aside(f" ({self._style.external_words})", self._style.hidden)
            elif token.type == "image" and external(str(token.attrs.get("src", ""))):
                yield from self._picture_elsewhere(token)
                continue
            elif token.type == "image":
                self._point(token, "src")
                token.attrSet("loading", "lazy")
            yield token

    def _point(self, token: Token, attribute: str) -> bool:
        """Lay the token's address under the base path, and say whether it leaves the portal."""
        address = str(token.attrs.get(attribute, ""))
        token.attrSet(attribute, resolve(address, self._base_path))
        abroad = external(address)
        if abroad:
            token.attrSet("rel", "noopener noreferrer")
            token.attrSet("class", self._style.external)
        return abroad

    def _picture_elsewhere(self, token: Token) -> Iterator[Token]:
        """Name a picture on another host instead of loading it; a link would nest in a link around the picture."""
        yield _text(f"{token.content} [{token.attrs['src']}]".strip())


def _as_typed(text: str, name: str) -> Markup:
    return Markup('<pre class="{}">{}</pre>').format(name, text)


def _too_deep(token: Token) -> bool:
    within = max((child.level for child in token.children or ()), default=0)
    return token.level >= DEEPEST - 1 or within >= DEEPEST - 1


def _heading_levels(tokens: Sequence[Token], top: int) -> Iterator[int]:
    """Give the level of each heading: the outermost at `top`, none skipped, none below the sixth."""
    above: list[int] = []
    for token in tokens:
        if token.type != "heading_open":
            continue
        typed = int(token.tag[1:])
        while above and above[-1] >= typed:
            above.pop()
        above.append(typed)
        yield min(top + len(above) - 1, LAST_LEVEL)


def _name(inline: Token, taken: set[str]) -> str:
    """Give a heading an id that no other heading of the page has and no script can take for its own."""
    plain = unicodedata.normalize("NFKD", inline.content).encode("ascii", "ignore").decode().lower()
    stem = PREFIX + (_NOT_OF_A_NAME.sub("-", plain).strip("-")[:60] or "1")
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


def _shape_cell(opening: Token, content: Token, closing: Token, aligned: Mapping[str, str]) -> None:
    """Say what a heading cell heads; alignment by class, since style attributes are not let through."""
    if opening.tag == "th" and content.content.strip():
        opening.attrSet("scope", "col")
    elif opening.tag == "th":
        opening.tag = closing.tag = "td"
    side = str(opening.attrs.pop("style", "")).removeprefix("text-align:")
    if side:
        opening.attrSet("class", aligned[side])


def _scroll_region(style: MarkdownStyle) -> Token:
    """Open what holds a table too wide for the screen; it takes the focus, so that arrow keys can move it."""
    attributes = {"class": style.scroll, "role": "group", "tabindex": "0", "aria-label": style.table_words}
    return _element("div", 1, attributes)


def _element(tag: str, nesting: int, attributes: Mapping[str, str] | None = None) -> Token:
    kind = f"{tag}_open" if nesting > 0 else f"{tag}_close"
    return Token(kind, tag, 1 if nesting > 0 else -1, attrs=dict(attributes or {}), block=True)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _aside(words: str, name: str) -> Iterator[Token]:
    """Give words that only a screen reader says."""
    yield Token("span_open", "span", 1, attrs={"class": name})
    yield _text(words)
    yield Token("span_close", "span", -1)
