"""One Markdown table being written: its columns named to screen readers, moved with the keyboard where it is wide."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ppidgen.source.commonmark import Parsed


class Table:
    """Writes into `out` what stands around the words of the cells; alignment by class, never by style."""

    def __init__(self, sides: Sequence[str], aligned: Mapping[str, str], out: list[str]) -> None:
        self._cells = [_cell(aligned.get(side.lower(), "")) for side in sides]
        self._out = out
        self._coming: Iterator[str] = iter(())
        self._in_head = False
        self._has_body = False
        self._opening = 0
        self._cell_end = 0

    def open_head(self) -> None:
        """Begin the row of headings."""
        self._in_head = True
        self._coming = iter(self._cells)
        self._out.append("<thead>\n<tr>\n")

    def close_head(self) -> None:
        """End the row of headings."""
        self._in_head = False
        self._out.append("</tr>\n</thead>\n")

    def open_row(self) -> None:
        """Begin a row of the body."""
        self._coming = iter(self._cells)
        self._out.append("<tr>\n" if self._has_body else "<tbody>\n<tr>\n")
        self._has_body = True

    def close_row(self, parsed: Parsed, end: int) -> None:
        """End a row; cells beyond the last column, which the parser drops, are written into the last one."""
        surplus = parsed.between(self._cell_end, end).strip("| \t\r\n")
        if surplus:
            self._out[-1:] = (" ", escape(surplus), self._out[-1])
        self._out.append("</tr>\n")

    def open_cell(self) -> None:
        """Begin a cell of either kind."""
        self._opening = len(self._out)
        self._out.append(next(self._coming))

    def close_cell(self, end: int) -> None:
        """End a cell; only a heading with words heads its column."""
        self._cell_end = end
        if self._in_head and "".join(self._out[self._opening + 1 :]).strip():
            self._out[self._opening] = self._out[self._opening].replace("<td", '<th scope="col"', 1)
            self._out.append("</th>\n")
        else:
            self._out.append("</td>\n")

    def close(self) -> None:
        """End the body, if there is one, and the table."""
        self._out.append("</tbody>\n</table>\n</div>" if self._has_body else "</table>\n</div>")


def _cell(name: str) -> str:
    return f'<td class="{escape(name)}">' if name else "<td>"
