"""Rows of a DIP become entries of the register of information."""

from collections.abc import Sequence

from ppidgen.exchange.importing.drafts import Draft, Tools, Values, unit_of
from ppidgen.exchange.importing.exemption_rows import exemption_draft
from ppidgen.exchange.importing.reading import RowReading, put
from ppidgen.exchange.importing.values import (
    category_of,
    day_of,
    forms_of,
    is_exempt,
    is_exempt_group,
    is_ticked,
    place_and_time,
    written_period,
    year_of,
)
from ppidgen.exchange.wording import below_title, first_sentence, normal, one_line, paragraphs, without_html
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.vocabulary import Category, Form
from ppidgen.model.import_table import ColumnRole
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Document


def _key(attribute: str) -> str:
    return key_of(InformationEntry, attribute)


TITLE, SUMMARY, CATEGORY, UNIT = map(_key, ("title", "summary", "category", "unit"))
HOLDER, RESPONSIBLE, RETENTION = map(_key, ("holder", "responsible", "retention"))
MADE_ON, MADE_AT, FORMS = map(_key, ("made_on", "made_at", "forms"))
YEAR, PUBLISHED, UPDATED = map(_key, ("year", "published", "updated"))
DOCUMENTS, DUTIES, GROUP, TAGS, LINK = map(_key, ("documents", "duties", "group", "tags", "link"))
HOW_TO_GET, TO_CHECK = map(_key, ("how_to_get", "to_check"))
_NOT_FOR_EXEMPT = (
    RESPONSIBLE, RETENTION, MADE_ON, MADE_AT, FORMS, YEAR, PUBLISHED, UPDATED, DUTIES, TAGS, LINK, HOW_TO_GET,
    *(role for role in ColumnRole if role not in {ColumnRole.NUMBER, ColumnRole.EXEMPT}),
)  # fmt: skip
_FORMS = {ColumnRole.SOFTCOPY: Form.SOFTCOPY, ColumnRole.HARDCOPY: Form.HARDCOPY}
_TICKED = {
    ColumnRole.PERIODIC: Category.PERIODIC,
    ColumnRole.IMMEDIATE: Category.IMMEDIATE,
    ColumnRole.ON_DEMAND: Category.ON_DEMAND,
}
_CATEGORIES = (*_TICKED, ColumnRole.EXEMPT)


def information_draft(row: RowReading, tools: Tools) -> Draft | None:
    """Read one row; None when it names nothing. A row that says it is exempt goes to the other register."""
    title, summary = row.line(TITLE), row.prose(SUMMARY)
    if not title and summary and (parted := below_title(without_html(row.text(SUMMARY))))[0]:
        title, summary = parted[0], paragraphs(parted[1])
    if not title and summary:
        title = first_sentence(summary)
        if title != one_line(summary):
            row.to_check.append(TITLE)
    if not title:
        return None
    if _is_exempt(row, tools):
        row.leave(_NOT_FOR_EXEMPT, "not-for-exempt")
        return exemption_draft(row, tools, title=title, content=summary)
    values: Values = {TITLE: title}
    put(values, SUMMARY, summary)
    guessed = _categorise(row, tools, title, values)
    for key in (HOLDER, RESPONSIBLE):
        put(values, key, row.line(key))
    _made(row, values)
    put(values, FORMS, [form.value for form in _forms(row)])
    put(values, RETENTION, row.line(RETENTION))
    _dates(row, values)
    _addresses(row, values, title)
    put(values, GROUP, row.line(GROUP) or _group(row))
    put(values, TAGS, _several(row.line(TAGS)))
    put(values, HOW_TO_GET, row.line(HOW_TO_GET))
    return Draft(reg.INFORMATION, title, values, unit_of(row, tools, (UNIT, HOLDER)), guessed, row.to_check)


def _is_exempt(row: RowReading, tools: Tools) -> bool:
    """Say whether a row stands for exempt information: by its category, by a tick, or by the title of its group."""
    said = row.text(CATEGORY)
    if is_exempt(said, tools.words) or ColumnRole.EXEMPT in _ticks(row, _CATEGORIES):
        return True
    return not said and is_exempt_group(row.row.group, tools.words)


def _categorise(row: RowReading, tools: Tools, title: str, values: Values) -> bool:
    """Set category and duties, proposed where the row says neither; tell a category that nothing speaks for.

    A row names its category itself, by a tick or by the title of its group; the titles of the table and the names of
    file and sheet only propose one, and after them the duties.
    """
    category = row.understood(CATEGORY, lambda text: category_of(text, tools.words), "unknown-category")
    category = category or _ticked_category(row) or category_of(row.row.group, tools.words)
    named = category is not None
    category = category or category_of(row.context, tools.words)
    codes = tuple(_several(row.line(DUTIES)))
    if not codes:
        codes = tools.proposer.duties(title, category)
        row.to_check += [DUTIES] if codes else []
    category = category or tools.proposer.category(codes, tools.law)
    guessed = category is None
    if not named:
        row.to_check.insert(0, CATEGORY)
    values[CATEGORY] = (category or Category.PERIODIC).value
    put(values, DUTIES, list(codes))
    return guessed


def _group(row: RowReading) -> str:
    return one_line(row.row.group)


def _made(row: RowReading, values: Values) -> None:
    place, period = row.line(MADE_AT), None
    for key in (ColumnRole.PLACE_AND_TIME, MADE_ON):
        text = row.text(key)
        if not text or text.lower() in row.words.blanks or row.is_doubtful(key):
            continue
        found, time = place_and_time(text, row.words)
        place, period = place or found, period or time
        if time is None:
            row.note(key, "no-such-day")
    put(values, MADE_ON, written_period(period) if period else "")
    put(values, MADE_AT, place)


def _forms(row: RowReading) -> tuple[Form, ...]:
    named = row.understood(FORMS, lambda text: forms_of(text, row.words), "unknown-form")
    if named:
        return named
    return tuple(_FORMS[role] for role in _ticks(row, tuple(_FORMS)))


def _ticked_category(row: RowReading) -> Category | None:
    """Give the one category whose column is ticked; of several none can be chosen."""
    ticked = _ticks(row, _CATEGORIES)
    if len(ticked) > 1:
        row.leave(ticked, "several-categories")
        return None
    return _TICKED[ticked[0]] if ticked else None


def _ticks(row: RowReading, roles: Sequence[ColumnRole]) -> list[ColumnRole]:
    """Give the columns of a row that are ticked; a mark that is neither tick nor blank is noted."""
    marks = {role: row.text(role) for role in roles}
    crossed = not any(is_ticked(mark, row.words, crosses_tick=False) for mark in marks.values())
    ticked = {role: is_ticked(mark, row.words, crosses_tick=crossed) for role, mark in marks.items()}
    row.leave((role for role, answer in ticked.items() if answer is None), "unknown-tick")
    return [role for role, answer in ticked.items() if answer]


def _dates(row: RowReading, values: Values) -> None:
    year = row.understood(YEAR, year_of, "unknown-year")
    put(values, YEAR, str(year) if year else "")
    for key in (PUBLISHED, UPDATED):
        day = row.understood(key, day_of, "no-such-day")
        put(values, key, day.isoformat() if day else "")


def _addresses(row: RowReading, values: Values, title: str) -> None:
    is_document = row.words.patterns.is_document
    link, document = row.address(LINK), row.address(ColumnRole.DOCUMENT_LINK)
    if link and not document and is_document(link):
        link, document = None, link
    for index, behind in row.spare_links():
        if not document and is_document(behind):
            document = row.take(index)
        elif not link and not is_document(behind):
            link = row.take(index)
        elif behind in {link, document}:
            row.take(index)
    if document:
        values[DOCUMENTS] = [{key_of(Document, "title"): title, key_of(Document, "link"): document}]
    put(values, LINK, link)


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if normal(part)]
