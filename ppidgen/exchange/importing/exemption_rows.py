"""Rows of a DIK become entries of the register of exempt information."""

import re

from ppidgen.exchange.importing.drafts import Draft, Tools, Values, unit_of
from ppidgen.exchange.importing.legal_basis import read_basis
from ppidgen.exchange.importing.reading import RowReading, put
from ppidgen.exchange.importing.values import end_of
from ppidgen.exchange.wording import below_title, first_sentence, normal, one_line, paragraphs, shortened, without_html
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.vocabulary import Extent
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.exemption import ConsequenceTest, Ending, Exemption


def _key(attribute: str) -> str:
    return key_of(Exemption, attribute)


TITLE, CONTENT, UNIT, GROUP, HOLDER = map(_key, ("title", "content", "unit", "group", "holder"))
EXTENT, BLACKENED = map(_key, ("extent", "blackened"))
BASIS, BASIS_TEXT, TEST = map(_key, ("basis", "basis_text", "test"))
DURATION, EXPIRES = map(_key, ("duration", "expires"))
HARM, BENEFIT = key_of(ConsequenceTest, "harm_if_opened"), key_of(ConsequenceTest, "benefit_if_closed")
_ITEM = re.compile(r"\A(?:[a-z0-9]{1,2}[.)]|[-•])\s*")


def exemption_draft(
    row: RowReading, tools: Tools, *, title: str = "", content: str = "", shared: bool = False
) -> Draft | None:
    """Read one row; None when it names nothing. A title that several rows share is told apart by what follows it."""
    content, part = content or row.prose(CONTENT), None
    if not title and not content:
        title, content, part = _parted(row)
    title = title or row.line(TITLE)
    if not title and content:
        title = _first_item(content)
        row.to_check.append(TITLE)
    elif shared and content:
        title = _told_apart(title, content)
        row.to_check.append(TITLE)
    if not title:
        return None
    values: Values = {TITLE: title}
    put(values, CONTENT, content)
    if part is not None:
        values[EXTENT] = Extent.PART.value
        put(values, BLACKENED, part)
    put(values, GROUP, row.line(GROUP) or one_line(row.row.group))
    put(values, HOLDER, row.line(HOLDER))
    _basis(row, tools, values)
    test: Values = {}
    for key in (HARM, BENEFIT):
        put(test, key, row.prose(f"{TEST}.{key}"))
    put(values, TEST, test)
    _duration(row, values)
    return Draft(reg.EXEMPTIONS, title, values, unit_of(row, tools, (UNIT, HOLDER)), to_check=row.to_check)


def _parted(row: RowReading) -> tuple[str, str, str | None]:
    """Part a cell that says title, content and exempt part on lines of their own, as our annex does; else no title.

    The part is None where the whole is exempt, "" where the cell does not name it.
    """
    written = without_html(row.text(TITLE))
    part = re.compile(row.words.patterns.part, re.IGNORECASE | re.MULTILINE).search(written)
    if part is None:
        title, content = below_title(written)
        return (title, paragraphs(content), None) if title else ("", "", None)
    title, _line, content = written[: part.start()].strip().partition("\n")
    return one_line(title), paragraphs(content), paragraphs(written[part.end() :])


def _told_apart(title: str, content: str) -> str:
    item = _first_item(content)
    if normal(item).startswith(normal(title)):
        return item
    return shortened(f"{title}: {item}")


def _first_item(content: str) -> str:
    return first_sentence(_ITEM.sub("", content.partition("\n")[0], count=1).rstrip(" :;"))


def _basis(row: RowReading, tools: Tools, values: Values) -> None:
    text = row.prose(BASIS_TEXT)
    put(values, BASIS_TEXT, text)
    found = read_basis(text, tools.words, tools.law.instruments.get(tools.words.information_act))
    put(values, BASIS, list(found.tables))
    if not found.sure:
        row.to_check.append(BASIS)


def _duration(row: RowReading, values: Values) -> None:
    put(values, DURATION, row.line(DURATION))
    end = end_of(row.text(DURATION), row.words) if row.text(DURATION) and not row.is_doubtful(DURATION) else None
    if end:
        values[EXPIRES] = {key_of(Ending, "day"): end.isoformat()}
