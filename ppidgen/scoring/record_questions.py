"""Questions about records of any register: how many satisfy conditions, what is filled in, what is new."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum

from ppidgen.duties.calendar import add_months
from ppidgen.model.days.year_part import asks_for_part
from ppidgen.model.elements.exact import TimeSpan
from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.unit import Unit
from ppidgen.model.rubrics.check import CategoryTest, FieldsTest, FileDemand, LinkDemand, RefreshTest, RegisterTest
from ppidgen.model.rubrics.scorecard import MET, Ends, Lack, Proof, Reason, Verdict
from ppidgen.scoring.documents import backing
from ppidgen.scoring.facts import Facts, day_of, proof_of, title_of, whole_years_of, years_of
from ppidgen.scoring.verdicts import enough, mean_of, met, unmet, yes_or_no

Row = tuple[Ends, Proof, Reason | None]


def records(question: RegisterTest, facts: Facts) -> Verdict:
    """Count the records that satisfy every condition and have behind them what is asked."""
    years = facts.years(question.years)
    years_there = years_of if any(map(asks_for_part, question.words)) else whole_years_of
    rows: list[Row] = []
    rejected: list[Reason] = []
    for record in facts.registers.get(question.name, ()):
        if not _satisfies(record, question, facts):
            continue
        if years is not None and years.isdisjoint(years_there(record)):
            rejected.append(Reason(Lack.WRONG_YEAR, title_of(record), record))
        elif years is not None and facts.is_borrowed(record):
            rejected.append(Reason(Lack.SAME_FILE, title_of(record), record))
        elif question.within and not is_within(day_of(record), question.within, facts.as_of):
            rejected.append(Reason(Lack.OLD, title_of(record), record))
        else:
            row = _row(record, question.name, question.file, question.domain, facts)
            rows.append(_as_checked(row, record, (*question.where, *question.filled), facts))
    few = Reason(Lack.TOO_FEW if rows else Lack.ABSENT, _asked(question))
    verdict = enough(rows, question.at_least, few)
    return verdict if verdict.ends == MET or not rejected else _with_reasons(verdict, rejected[:1])


def category(question: CategoryTest, facts: Facts) -> Verdict:
    """Count entries of a category with something to open."""
    years = facts.years(question.years)
    kind = key_of(InformationEntry, "category")
    rows = [
        _as_checked(_row(entry, reg.INFORMATION.name, question.file, LinkDemand.ANY, facts), entry, (kind,), facts)
        for entry in facts.portal.published_information
        if entry.category is question.category
        and (years is None or not (years.isdisjoint(years_of(entry)) or facts.is_borrowed(entry)))
    ]
    return enough(rows, 1, Reason(Lack.ABSENT, question.category.label))


def filled_in(question: FieldsTest, facts: Facts) -> Verdict:
    """Look whether keys of the register's one record are filled.

    Where one unit is scored, it answers for what its own record can say; the body's does for the rest.
    """
    record = next(iter(facts.registers.get(question.name, ())), None)
    if record is None:
        return unmet(Reason(Lack.ABSENT, question.name))
    unit = facts.unit if question.name == reg.PUBLIC_BODY.name else None
    own = _attributes(Unit).keys() if unit else ()
    return mean_of([
        _said(unit, reg.UNITS.name, key) if unit and key in own else _said(record, question.name, key)
        for key in question.keys
    ])  # fmt: skip


def filled(record: Record, register: str, keys: Iterable[str]) -> Verdict:
    """Look whether a record says something under each key; the share is said by asked."""
    return mean_of([_said(record, register, key) for key in keys])


def _said(record: Record, register: str, key: str) -> Verdict:
    proof = proof_of(record, register)
    return yes_or_no(proof if is_filled(value_at(record, key)) else None, Reason(Lack.EMPTY_FIELD, key, record))


def refreshed(question: RefreshTest, facts: Facts) -> Verdict:
    """Look how long ago anything dated was last published."""
    dated = [
        (day, name, record)
        for name in (reg.NEWS.name, reg.INFORMATION.name, reg.ANNOUNCEMENTS.name, reg.ARTICLES.name)
        for record in facts.registers[name]
        if (day := day_of(record)) is not None and day <= facts.as_of
    ]
    newest = max(dated, key=lambda row: (row[0], row[1], row[2].id), default=None)
    if newest is None or not is_within(newest[0], question.within, facts.as_of):
        return unmet(Reason(Lack.OLD, newest[0].isoformat() if newest else ""))
    return met(proof_of(newest[2], newest[1]))


def is_within(day: date | None, span: TimeSpan, as_of: date) -> bool:
    """Tell whether a day has been, and not longer ago than `span`."""
    if day is None or day > as_of:
        return False
    return as_of <= (add_months(day, span.months) if span.months else day + timedelta(days=span.days))


def is_filled(value: object) -> bool:
    """Tell whether anything was written; a part of which every field is empty is empty."""
    if isinstance(value, Part):
        return any(is_filled(getattr(value, name)) for name in type(value).model_fields)
    return bool(value) or value == 0


def value_at(record: Part, key: str) -> object:
    """Give the value that stands under an Indonesian key, None for a key that this type of record does not have."""
    attribute = _attributes(type(record)).get(key)
    return getattr(record, attribute) if attribute else None


def _attributes(kind: type[Part]) -> Mapping[str, str]:
    return {field.alias or name: name for name, field in kind.model_fields.items()}


def _row(record: Record, register: str, file: FileDemand, domain: LinkDemand, facts: Facts) -> Row:
    ends, lack, behind = backing(record, file, domain, facts)
    is_link = "://" in behind
    return ends, proof_of(record, register, file="" if is_link else behind, link=behind if is_link else ""), lack


def _as_checked(row: Row, record: Record, keys: Iterable[str], facts: Facts) -> Row:
    """Let nothing be proved by values that the program proposed and that nobody has checked."""
    if not facts.is_only_proposed(record, *keys):
        return row
    ends, proof, lack = row
    return ends.unproved(), proof, lack or Reason(Lack.PROPOSED, title_of(record), record)


def _satisfies(record: Record, question: RegisterTest, facts: Facts) -> bool:
    if question.words and not facts.says_any(record, question.words):
        return False
    if not all(is_filled(value_at(record, key)) for key in question.filled):
        return False
    return all(_matches(value_at(record, key), wanted) for key, wanted in question.where.items())


def _matches(value: object, wanted: str | tuple[str, ...]) -> bool:
    choices = {one.casefold() for one in ((wanted,) if isinstance(wanted, str) else wanted)}
    return not choices.isdisjoint(_texts(value))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, tuple | frozenset):
        for one in value:
            yield from _texts(one)
    elif value is not None and not isinstance(value, Part):
        yield str(value.value if isinstance(value, Enum) else value).casefold()


def _asked(question: RegisterTest) -> str:
    conditions = (f"{key}: {'/'.join((one,) if isinstance(one, str) else one)}" for key, one in question.where.items())
    said = " / ".join(question.words)
    years = question.years.text if question.years else ""
    return "; ".join(filter(None, (question.name, said, *conditions, years)))


def _with_reasons(verdict: Verdict, reasons: list[Reason]) -> Verdict:
    return Verdict(verdict.ends, verdict.counts, verdict.proofs, (*verdict.reasons, *reasons), verdict.applies)
