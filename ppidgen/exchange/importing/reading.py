"""One row read by key: the text of its cells, and notes on those that were not understood."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ppidgen.diagnostics.shown import shown
from ppidgen.exchange.grids.grid import address
from ppidgen.exchange.importing.body import Row
from ppidgen.exchange.importing.columns import Column
from ppidgen.exchange.importing.loss import CellNote
from ppidgen.exchange.importing.values import address_of, may_be_month_first
from ppidgen.exchange.wording import clean, one_line, paragraphs, without_html
from ppidgen.model.elements.types import MAX_LINE, MAX_PROSE
from ppidgen.model.import_table import ImportWords
from ppidgen.source.personal.personal_data import Kind, covered

T = TypeVar("T")
_SCHEME = re.compile(r"\A(?:https?://|mailto:|tel:)")
IDENTITIES = (Kind.IDENTITY, Kind.FAMILY_CARD, Kind.DOUBTFUL)
_SHORTEST_IDENTITY = 16  # most cells are shorter, and a search takes longer than all else that is done to them


@dataclass(slots=True)
class RowReading:
    """A row, what its columns are, and the values that hold for all rows.

    `context` is what the names of file and sheet and the titles above the table say; `links` are the web addresses
    behind cells, by column, of which those used so far are `taken`. Under the keys `unsure` a day in numbers may be
    meant month first.
    """

    row: Row
    columns: Mapping[str, Sequence[Column]]
    fixed: Mapping[str, str]
    words: ImportWords
    context: str = ""
    links: Mapping[int, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    taken: set[int] = field(default_factory=set)
    notes: list[CellNote] = field(default_factory=list)
    to_check: list[str] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Tell whether any column or fixed value fills a key."""
        return key in self.fixed or key in self.columns

    def text(self, key: str) -> str:
        """Give the clean text under a key, "" where there is none; an identity number is covered and noted."""
        if key in self.fixed:
            return clean(self.fixed[key])
        if key not in self.columns:  # most keys, in most tables
            return ""
        filled = [column for column in self.columns[key] if self.row.cells[column.index].strip()]
        if not filled:
            return ""
        raw = clean(self.row.cells[filled[0].index])
        without = covered(raw, IDENTITIES) if len(raw) >= _SHORTEST_IDENTITY else raw
        if without != raw:
            self._note(filled[0], "identity", raw)
        for other in filled[1:]:
            if clean(self.row.cells[other.index]) != raw:
                self._note(other, "second-choice", self.row.cells[other.index])
        return without

    def line(self, key: str) -> str:
        """Give the text under a key on one line, no longer than a line may be."""
        if not (written := self.text(key)):
            return ""
        text = one_line(without_html(written))
        if len(text) <= MAX_LINE:
            return text
        self.note(key, "too-long")
        return text[: MAX_LINE - 1].rpartition(" ")[0] + "\u2026"

    def prose(self, key: str) -> str:
        """Give the text under a key with its paragraphs and lists, without markup."""
        if not (written := self.text(key)):
            return ""
        text = paragraphs(without_html(written))
        if len(text) <= MAX_PROSE:
            return text
        self.note(key, "too-long")
        return text[: MAX_PROSE - 1] + "\u2026"

    def is_doubtful(self, key: str) -> bool:
        """Tell, and note, a day under a key that might be another one."""
        doubtful = key in self.unsure and key not in self.fixed and may_be_month_first(self.text(key))
        if doubtful:
            self.note(key, "month-first")
        return doubtful

    def understood(self, key: str, read: Callable[[str], T | None], reason: str) -> T | None:
        """Read the text under a key; what cannot be understood is noted."""
        text = self.text(key)
        if not text or text.lower() in self.words.blanks or self.is_doubtful(key):
            return None
        value = read(text)
        if value is None:
            self.note(key, reason)
        return value

    def address(self, key: str) -> str | None:
        """Read the web address under a key: the text, else what lies behind it; what is neither is noted."""
        if address_of(self.text(key)) is None and key not in self.fixed:
            for column in self.columns.get(key, ()):
                if address_of(self.links.get(column.index, "")):
                    return self.take(column.index)
        return self.understood(key, address_of, "no-address")

    def spare_links(self) -> Iterator[tuple[int, str]]:
        """Give the columns behind whose cells web addresses lie that nothing has taken so far."""
        found = ((index, address_of(link)) for index, link in sorted(self.links.items()) if index not in self.taken)
        yield from ((index, link) for index, link in found if link)

    def take(self, index: int) -> str:
        """Use the address behind a cell."""
        self.taken.add(index)
        return address_of(self.links[index]) or ""

    def tell_links(self, heads: Mapping[int, str]) -> None:
        """Note the addresses that no key of the entry took, but for those that the text of their cell gives as well."""
        for index, link in sorted(self.links.items()):
            if index not in self.taken and _bare(link) != _bare(self.row.cells[index]):
                self.notes.append(self._noted(index, heads.get(index, ""), "link-behind", link))

    def note(self, key: str, reason: str) -> None:
        """Note the cell under a key."""
        for column in self.columns.get(key, ()):
            if self.row.cells[column.index].strip():
                self._note(column, reason, self.row.cells[column.index])
                return

    def leave(self, keys: Iterable[str], reason: str) -> None:
        """Note every filled cell under some keys, whose content has no place in the entry."""
        for key in keys:
            self.note(key, reason)

    def _note(self, column: Column, reason: str, raw: str) -> None:
        note = self._noted(column.index, column.head, reason, raw)
        if note not in self.notes:
            self.notes.append(note)

    def _noted(self, index: int, head: str, reason: str, raw: str) -> CellNote:
        return CellNote(address(self.row.lines[0], index), head, reason, shown(one_line(clean(raw))))


def _bare(address: str) -> str:
    """Give what an address says, however a spreadsheet program completed it."""
    return _SCHEME.sub("", one_line(address).lower()).rstrip("/")


def put(values: dict[str, T], key: str, value: T | None) -> None:
    """Put a value under its key unless there is nothing to put."""
    if value:
        values[key] = value
