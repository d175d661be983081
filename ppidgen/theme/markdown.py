"""Markdown into HTML that cannot harm: the one place where text becomes markup.

Every word goes through one escape and every address through one list of what is allowed; HTML in the source is text,
nothing is loaded from another host. What may not become a link or a picture, and a text that is nested too deep or
too long, is shown as it was typed: nothing is left out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any, ClassVar
from urllib.parse import quote

from markupsafe import Markup

from ppidgen.source.commonmark import Event, Stretch, address_of, named, parse, too_long
from ppidgen.theme.addresses import allowed, external, resolve
from ppidgen.theme.tables import Table

# Browsers give up some hundreds of levels down, readers long before.
DEEPEST = 60
LAST_LEVEL = 6
PREFIX = "isi-"
# Rendered texts: more than the pages that are rendered in a row have.
KEPT = 256

_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")
_STRAY_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_KEPT_IN_ADDRESSES = "!#$%&'()*+,/:;=?@"
_BREAKS = {"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}
_OPENED = {
    "Paragraph": "<p>", "HtmlBlock": "<p>", "Item": "<li>",
    "Emphasis": "<em>", "Strong": "<strong>",
}  # fmt: skip
_CLOSED = {
    "Paragraph": "</p>\n", "HtmlBlock": "</p>\n", "Item": "</li>\n",
    "CodeBlock": "</code></pre>\n", "Emphasis": "</em>", "Strong": "</strong>",
}  # fmt: skip


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


class MarkdownRenderer:
    """Renders Markdown for a portal at `base_path`, in one language."""

    def __init__(self, base_path: str, style: MarkdownStyle) -> None:
        self._base_path = base_path
        self._style = style
        self._by_itself = lru_cache(maxsize=KEPT)(self._alone)

    def prepare(self, text: str, level: int) -> None:
        """Render a text that is soon asked for: many in a row take two thirds of what each takes amid its page."""
        self._by_itself(text, level)

    def render(self, text: str, level: int, taken: set[str]) -> Markup:
        """Give the HTML of a text whose headings start at `level`; its heading ids are added to those `taken`."""
        html, names = self._by_itself(text, level)
        if not names.isdisjoint(taken):
            return self._written(text, level, taken)
        taken |= names
        return html

    def _alone(self, text: str, level: int) -> tuple[Markup, frozenset[str]]:
        names: set[str] = set()
        return self._written(text, level, names), frozenset(names)

    def _written(self, text: str, level: int, taken: set[str]) -> Markup:
        if too_long(text):
            return _as_typed(text, self._style.typed)
        try:
            html = Writer(text, Headings(level, taken), self._base_path, self._style).write()
        except TooDeepError:
            return _as_typed(text, self._style.typed)
        return Markup(html)  # noqa: S704 - the writer escapes all text; the one gate from text to markup


def joined(pieces: Iterable[str]) -> Markup:
    """Give what macros of templates gave as one: they escape whatever they are handed."""
    return Markup("".join(pieces))  # noqa: S704 - nothing else is joined


def _as_typed(text: str, name: str) -> Markup:
    return Markup('<pre class="{}">{}</pre>').format(name, text)


class TooDeepError(Exception):
    """A text is nested deeper than a page can show."""


class Headings:
    """The levels and ids of a text's headings: the outermost at `top`, none skipped, none below the sixth."""

    def __init__(self, top: int, taken: set[str]) -> None:
        self._top = top
        self._taken = taken
        self._above: list[int] = []
        self._counts: dict[str, int] = {}

    def level(self, typed: int) -> int:
        """Give the level at which the next heading is shown."""
        while self._above and self._above[-1] >= typed:
            self._above.pop()
        self._above.append(typed)
        return min(self._top + len(self._above) - 1, LAST_LEVEL)

    def name(self, words: str) -> str:
        """Give a heading an id that no other heading of the page has and no script can take for its own."""
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        stem = PREFIX + (_NOT_OF_A_NAME.sub("-", plain).strip("-")[:60] or "1")
        count = self._counts.get(stem, 0) + 1
        while (name := f"{stem}-{count}" if count > 1 else stem) in self._taken:
            count += 1
        self._counts[stem] = count
        self._taken.add(name)
        return name


class Writer:
    """Writes the HTML of one text, event by event, without ever calling itself."""

    def __init__(self, text: str, headings: Headings, base_path: str, style: MarkdownStyle) -> None:
        self._parsed = parse(text)
        self._headings = headings
        self._base_path = base_path
        self._style = style
        self._out: list[str] = []
        self._depth = 0
        self._ends: list[str] = []
        self._table = Table((), style.aligned, self._out)

    def write(self) -> str:
        """Give the HTML. What is always written alike, most of all, is written here: a call for it takes longer."""
        out, escaped = self._out, self._escaped if self._parsed.sign else escape
        for event, span in self._parsed.events:
            if isinstance(event, str):
                out.append(_BREAKS[event])
                continue
            (kind,) = event
            content = event[kind]
            if kind == "Text":
                out.append(escaped(content))
            elif kind == "Start":
                self._depth += 1
                if self._depth > DEEPEST:
                    raise TooDeepError
                if isinstance(content, str) and content in _OPENED:
                    out.append(_OPENED[content])
                else:
                    name, content = named(content)
                    self._openings[name](self, content, span)
            elif kind == "End":
                self._depth -= 1
                if isinstance(content, str) and content in _CLOSED:
                    out.append(_CLOSED[content])
                else:
                    self._closings[named(content)[0]](self, span)
            elif kind == "Code":
                out.append(f"<code>{escaped(content)}</code>")
            else:  # HTML that no sign could be found for
                out.append(escape(content))
        return "".join(out)

    def _escaped(self, text: str) -> str:
        return escape(self._parsed.restored(text))

    def _open_heading(self, heading: Mapping[str, str], span: Stretch) -> None:
        level = self._headings.level(int(heading["level"][1]))
        name = self._headings.name(self._parsed.between(span["start"], span["end"]))
        self._out.append(f'<h{level} id="{name}">')
        self._ends.append(f"</h{level}>\n")

    def _open_list(self, first: int | None, _: Stretch) -> None:
        kind = "ul" if first is None else "ol"
        self._out.append(f"<{kind}>\n" if first in {None, 1} else f'<ol start="{first}">\n')
        self._ends.append(f"</{kind}>\n")

    def _open_quotation(self, _: None, __: Stretch) -> None:
        self._out.append("<blockquote>\n")
        self._ends.append("</blockquote>\n")

    def _open_code(self, kind: Event, _: Stretch) -> None:
        info = "" if isinstance(kind, str) else self._parsed.restored(kind["Fenced"])
        language = info.split(maxsplit=1)[0] if info.strip() else ""
        self._out.append(f'<pre><code class="language-{escape(language)}">' if language else "<pre><code>")

    def _open_strikethrough(self, _: None, span: Stretch) -> None:
        """Open only what two signs enclose: in "~5 sampai ~10" a sign means "about"."""
        double = self._parsed.source.startswith(b"~~", span["start"])
        self._out.append("<s>" if double else "~")
        self._ends.append("</s>" if double else "~")

    def _close_latest(self, _: Stretch) -> None:
        self._out.append(self._ends.pop())

    def _open_table(self, sides: Sequence[str], _: Stretch) -> None:
        """Open what holds a table too wide for the screen; it takes the focus, so that arrow keys can move it."""
        name, words = escape(self._style.scroll), escape(self._style.table_words)
        self._out.append(f'<div class="{name}" role="group" tabindex="0" aria-label="{words}"><table>\n')
        self._table = Table(sides, self._style.aligned, self._out)

    def _open_link(self, link: Mapping[str, str], span: Stretch) -> None:
        address = self._parsed.restored(address_of(link))
        if not allowed(address):
            self._write_as_typed(link, span, address)
            return
        abroad = external(address)
        leaving = f' rel="noopener noreferrer" class="{escape(self._style.external)}"' if abroad else ""
        self._out.append(f'<a href="{self._written(address)}"{self._title(link)}{leaving}>')
        aside = f'<span class="{escape(self._style.hidden)}"> ({escape(self._style.external_words)})</span>'
        self._ends.append(f"{aside if abroad else ''}</a>")

    def _open_image(self, image: Mapping[str, str], span: Stretch) -> None:
        address = self._parsed.restored(address_of(image))
        if external(address):  # named, not loaded; a link here would nest in a link around the picture
            self._out.append(escape(f"{self._plain()} [{address}]".strip()))
        elif not allowed(address):
            self._write_as_typed(image, span, address)
        else:
            words = escape(self._plain())
            source = self._written(address)
            self._out.append(f'<img src="{source}" alt="{words}"{self._title(image)} loading="lazy">')

    def _write_as_typed(self, link: Mapping[str, str], span: Stretch, address: str) -> None:
        """Show a link or picture that may not be one; the address too where it is written elsewhere in the text."""
        typed = self._parsed.between(span["start"], span["end"])
        self._plain()
        self._out.append(escape(f"{typed} [{address}]" if link["id"] else typed))

    def _plain(self) -> str:
        """Read on to the end of what has just begun, and give its words alone."""
        words: list[str] = []
        depth = 1
        while depth:
            kind, content = named(next(self._parsed.events)[0])
            depth += (kind == "Start") - (kind == "End")
            if kind not in {"Start", "End"}:
                words.append(" " if content is None else content)
        self._depth -= 1
        return self._parsed.restored("".join(words))

    def _written(self, address: str) -> str:
        """Write an address as it stands in markup: in the characters that addresses have, under the base path."""
        safe = quote(_STRAY_PERCENT.sub("%25", address), safe=_KEPT_IN_ADDRESSES)
        return escape(resolve(safe, self._base_path))

    def _open_cell(self, _: None, __: Stretch) -> None:
        self._table.open_cell()

    def _close_cell(self, span: Stretch) -> None:
        self._table.close_cell(span["end"])

    def _title(self, link: Mapping[str, str]) -> str:
        return f' title="{self._escaped(link["title"])}"' if link["title"] else ""

    _openings: ClassVar[Mapping[str, Callable[["Writer", Any, Stretch], None]]] = {
        "Heading": _open_heading,
        "BlockQuote": _open_quotation,
        "List": _open_list,
        "CodeBlock": _open_code,
        "Strikethrough": _open_strikethrough,
        "Table": _open_table,
        "TableHead": lambda self, _, __: self._table.open_head(),
        "TableRow": lambda self, _, __: self._table.open_row(),
        "TableCell": _open_cell,
        "Link": _open_link,
        "Image": _open_image,
    }
    _closings: ClassVar[Mapping[str, Callable[["Writer", Stretch], None]]] = {
        "Heading": _close_latest,
        "BlockQuote": _close_latest,
        "List": _close_latest,
        "Strikethrough": _close_latest,
        "Link": _close_latest,
        "Table": lambda self, _: self._table.close(),
        "TableHead": lambda self, _: self._table.close_head(),
        "TableRow": lambda self, span: self._table.close_row(self._parsed, span["end"]),
        "TableCell": _close_cell,
    }
