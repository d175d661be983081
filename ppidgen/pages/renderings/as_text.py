"""A page as plain text: for those who want nothing but the words, and as the source of braille."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from ppidgen.model.pages.page import (
    Block,
    Cards,
    Cell,
    Documents,
    Fact,
    Facts,
    Figures,
    Grid,
    Link,
    Links,
    Notice,
    Page,
    Prose,
    Rows,
    Section,
    Steps,
    Text,
)
from ppidgen.pages.parts.text import plain

WIDTH = 72
_ITEM = ("- ", "* ")
# Where an item of a list or a row of a table begins; what stands on lines of its own below an item belongs to it.
_NEXT_LINE = re.compile(r"\n(?=[ \t]*(?:[-*] |\d{1,3}[.)] |\|))")
# A table of Markdown: its head, a line of dashes, its rows; a bar within a cell is written "\|".
_TABLE = re.compile(r"\s*.*\|.*\n(?=.*\|)[ \t]*[-:|][-: \t|]*\n")
_BAR = re.compile(r"(?<!\\)\|")


def text_of(page: Page, width: int = WIDTH) -> str:
    """Give the words of a page in paragraphs of lines no longer than `width` (0: unbroken), headings in capitals."""
    paragraphs = (page.title.upper(), page.lead, *_paragraphs(page.blocks))
    return "\n\n".join(wrapped(one, width) for one in paragraphs if one) + "\n"


def wrapped(paragraph: str, width: int) -> str:
    """Break a paragraph into lines; the lines of a list stay apart."""
    if not width:
        return paragraph
    lines = paragraph.split("\n")
    return "\n".join(_filled(line, width) for line in lines)


def _filled(line: str, width: int) -> str:
    """Fold a line at its spaces alone: an address that is cut leads nowhere."""
    indent = "  " if line[:2] == "- " else ""
    return textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section(title=title, blocks=inner):
                yield title.upper()
                yield from _paragraphs(inner)
            case Prose(markdown=markdown):
                yield from _prose(markdown)
            case Text(text=text):
                yield text
            case Notice(title=title, text=text):
                yield _sentences(title, text)
            case Facts(rows=rows):
                yield "\n".join(map(_fact, rows))
            case Steps(items=items):
                yield from (
                    " ".join(
                        part for part in (f"{place}. {step.title}.", step.text, step.time and f"({step.time})") if part
                    )
                    for place, step in enumerate(items, start=1)
                )
            case Grid():
                yield block.caption
                yield from (_row(block, row) for row in block.rows)
            case Links() | Cards() | Documents() | Rows() | Figures():
                yield "\n".join(f"- {line}" for line in _listed(block))
            case _:
                pass


def _sentences(title: str, text: str) -> str:
    """Set a title before its text as a sentence of its own."""
    if not text:
        return title
    return f"{title} {text}" if title.endswith((".", "?", "!")) else f"{title}. {text}"


def _fact(row: Fact) -> str:
    """Give a fact in a line, or as a list below its label where it has several values, which may be sentences."""
    if len(row.values) > 1:
        return "\n".join((f"{row.label}:", *(f"- {_words(value)}" for value in row.values)))
    return f"{row.label}: {''.join(map(_words, row.values))}"


def _prose(markdown: str) -> Iterator[str]:
    for part in markdown.split("\n\n"):
        if _TABLE.match(part):
            yield from _table(part)
        else:
            yield _lines(part)


def _table(markdown: str) -> Iterator[str]:
    """Give each row of a table as a list below what stands in its first column."""
    head, _dashes, *rows = map(_columns, markdown.strip().split("\n"))
    for first, *others in rows:
        told = (f"{name}: {cell}" if name else cell for name, cell in zip(head[1:], others, strict=False) if cell)
        yield "\n".join((first, *(f"- {one}" for one in told)))


def _columns(line: str) -> list[str]:
    """Part a line of a table into its cells; the bars at its ends part nothing."""
    return [plain(cell.strip()) for cell in _BAR.split(line.strip().removeprefix("|").removesuffix("|"))]


def _lines(markdown: str) -> str:
    """Keep the items of a list and the rows of a table each on its line; all else is one paragraph."""
    return "\n".join(map(_line, _NEXT_LINE.split(markdown)))


def _line(markdown: str) -> str:
    own = markdown.strip()
    return f"- {plain(own[2:])}" if own.startswith(_ITEM) else plain(own)


def _listed(block: Links | Cards | Documents | Rows | Figures) -> Iterator[str]:
    match block:
        case Links(items=links):
            yield from map(_words, links)
        case Cards(items=cards):
            yield from (f"{card.link.text}: {card.text}" if card.text else card.link.text for card in cards)
        case Documents(items=documents):
            yield from (document.title for document in documents)
        case Rows(rows=rows):
            yield from (row.link.text for row in rows)
        case Figures(items=figures):
            yield from (f"{figure.value} {figure.label}" for figure in figures)


def _row(grid: Grid, row: tuple[Cell, ...]) -> str:
    """Give a row as a list below what names it, or in one line where nothing does."""
    if grid.row_heading is None:
        return "; ".join(_cells(grid.head, row))
    others = [place for place in range(len(row)) if place != grid.row_heading]
    told = _cells(tuple(grid.head[place] for place in others), tuple(row[place] for place in others))
    return "\n".join((_words(row[grid.row_heading]), *(f"- {one}" for one in told)))


def _cells(head: tuple[str, ...], row: tuple[Cell, ...]) -> Iterator[str]:
    for name, cell in zip(head, row, strict=False):
        if words := _words(cell):
            yield f"{name}: {words}" if name else words


def _words(cell: Cell) -> str:
    if isinstance(cell, Link):
        return _with_address(cell)
    return cell if isinstance(cell, str) else cell.text


def _with_address(link: Link) -> str:
    """Name where a link to another site leads, for nothing can be pressed here.

    Its text may say that already, as the number does to which a link of WhatsApp leads.
    """
    kind, _, place = link.address.partition("://")
    told = place.removeprefix("www.").rstrip("/") in link.text or place.startswith("wa.me/")
    if told or kind not in {"http", "https"}:
        return link.text
    return f"{link.text} ({link.address})"
