"""Rows of a register of requests (Perki 1/2021 Lampiran VIII) become cases: dates and outcomes, nothing of a person."""

from collections.abc import Mapping
from datetime import date

from ppidgen.exchange.importing.drafts import Draft, Tools, Values
from ppidgen.exchange.importing.reading import RowReading, put
from ppidgen.exchange.importing.values import day_of, year_of
from ppidgen.exchange.wording import normal, one_line
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.vocabulary import CaseKind, Decision, RefusalReason
from ppidgen.model.import_table import ColumnRole
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.registers import KIND_KEY
from ppidgen.model.records.cases import RequestCase


def _key(attribute: str) -> str:
    return key_of(RequestCase, attribute)


RECEIVED, NOTIFIED, GIVEN = map(_key, ("received", "notified", "given"))
DECISION, REFUSAL, CHANNEL, APPLICANT = map(_key, ("decision", "refusal", "channel", "applicant"))
UNIT, SUBJECT, TO_CHECK = map(_key, ("unit", "subject", "to_check"))
_DIGITS = 3


def case_draft(row: RowReading, tools: Tools) -> Draft | None:
    """Read one row; None when it names no day of receipt. A later step on an earlier day is noted and left out."""
    received = _day(row, RECEIVED)
    if received is None:
        return None
    values: Values = {KIND_KEY: CaseKind.REQUEST.value, RECEIVED: received.isoformat()}
    for key in (NOTIFIED, GIVEN):
        day = _day(row, key)
        if day is not None and day < received:
            row.note(key, "before-receipt")
        else:
            put(values, key, day.isoformat() if day else "")
    words = tools.words.case_words
    decision = row.understood(DECISION, lambda text: _named(text, words), "unknown-outcome")
    put(values, DECISION, decision)
    refusal = row.understood(REFUSAL, lambda text: _named(text, words), "unknown-reason")
    put(values, REFUSAL, refusal if refusal in set(RefusalReason) else "")
    put(values, CHANNEL, row.understood(CHANNEL, lambda text: _named(text, words), "unknown-channel"))
    put(values, APPLICANT, row.understood(APPLICANT, lambda text: _named(text, words), "unknown-applicant"))
    put(values, SUBJECT, row.line(SUBJECT))
    if unit := row.line(UNIT):
        values[UNIT] = tools.units.find(unit)
    if decision == Decision.REFUSED and GIVEN in values:
        del values[GIVEN]
        row.note(GIVEN, "given-though-refused")
    number = normal(row.text(ColumnRole.NUMBER)).rjust(_DIGITS, "0")
    return Draft(reg.CASES, f"{tools.words.case_prefix} {number}", values, str(received.year), to_check=row.to_check)


def _day(row: RowReading, key: str) -> date | None:
    """Read a day; one without its year gets the year that the table is about, to be checked by the officer."""
    text = row.text(key)
    year = year_of(row.context)
    guessed = day_of(f"{one_line(text).replace('-', ' ')} {year}") if year and text and day_of(text) is None else None
    if guessed is not None:
        row.to_check.append(key)
        return guessed
    return row.understood(key, day_of, "no-such-day")


def _named(text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """Give the value that a cell names, the longest phrase first."""
    wanted = f" {normal(text)} "
    known = [(phrase, value) for value, phrases in words.items() for phrase in phrases]
    phrases = sorted(known, key=lambda one: -len(one[0]))
    return next((value for phrase, value in phrases if f" {phrase} " in wanted), None)
