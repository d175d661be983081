"""Deadlines told to a person at a terminal, to a program, and to a calendar of appointments (RFC 5545)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ppidgen.duties.deadlines import CountedDay, Deadline, counted_days
from ppidgen.model.days.dates import WEEKDAYS, long_date
from ppidgen.model.days.working_days import WorkingCalendar
from ppidgen.model.language.words import Words
from ppidgen.model.law.deadline_rule import DeadlineEvent, DeadlineRule, DeadlineUnit
from ppidgen.model.law.whole import Law
from ppidgen.model.text.indented import indented_json
from ppidgen.report import icalendar


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked and what follows from it; `explained` asks for the days of every count."""

    event: DeadlineEvent
    day: date
    deadlines: tuple[Deadline, ...]
    law: Law
    calendar: WorkingCalendar
    explained: bool = False


def text(answer: Answer, words: Words) -> str:
    """Tell the deadlines in words, each with its legal basis and, when asked for, day by day."""
    head = words("event", event=answer.event.label, day=_told_day(answer.day))
    blocks = ["\n".join(_told(one, answer, words)) for one in answer.deadlines]
    return "\n\n".join(filter(None, (head, *blocks, election_note(answer, words), words("manner")))) + "\n"


def election_note(answer: Answer, words: Words) -> str:
    """Say which periods an election changes, and whether any of these was; "" outside of one."""
    if not answer.calendar.in_election(answer.day):
        return ""
    special = {rule.code: rule.in_election() for rule in answer.law.deadlines.values() if rule.election}
    changed = ", ".join(words("election_period", name=one.name, period=_period(one, words)) for one in special.values())
    is_told = any(one.rule.code in special for one in answer.deadlines)
    return words("election" if is_told else "election_same", changed=changed)


def _told(found: Deadline, answer: Answer, words: Words) -> Iterator[str]:
    yield f"{_told_day(found.due)}  {found.rule.name}"
    if found.conditional:
        yield f"    {found.rule.condition}"
    yield "    " + words("period", period=period(found, words), day=_told_day(found.start))
    if found.start != found.event:
        yield "    " + words("moved", day=_told_day(found.event))
    yield "    " + words("basis" if found.rule.basis else "no_article", basis=answer.law.grounds(found.rule))
    if found.provisional:
        yield "    " + words("provisional", years=", ".join(map(str, found.provisional)))
    if answer.explained:
        for day in counted_days(found, answer.calendar):
            yield f"      {_told_day(day.day):<27} {_reason(day, words)}"


def period(found: Deadline, words: Words) -> str:
    """Write how long a period is."""
    return _period(found.rule, words)


def _period(rule: DeadlineRule, words: Words) -> str:
    is_at_once = rule.unit is DeadlineUnit.AT_ONCE
    return words("at_once") if is_at_once else words(rule.unit.name.lower(), n=rule.amount)


def _reason(day: CountedDay, words: Words) -> str:
    if day.number:
        return words("counted", n=day.number)
    return words("passed", name=day.off.name) if day.off else words("start")


def _told_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def json_text(answer: Answer, words: Words) -> str:
    """Give the deadlines as JSON."""
    told = [
        {
            "code": one.rule.code,
            "name": one.rule.name,
            "condition": one.rule.condition if one.conditional else "",
            "starts": one.start,
            "due": one.due,
            "period": period(one, words),
            "basis": [answer.law.cite(basis) for basis in one.rule.basis],
            "note": "" if one.rule.basis else answer.law.grounds(one.rule),
            "provisional": one.provisional,
            "counted": list(_counted(one, answer, words)) if answer.explained else [],
        }
        for one in answer.deadlines
    ]
    note = election_note(answer, words)
    whole = {"event": answer.event.value, "day": answer.day, "note": note, "deadlines": told}
    return indented_json(whole)


def _counted(found: Deadline, answer: Answer, words: Words) -> Iterator[dict[str, object]]:
    for day in counted_days(found, answer.calendar):
        yield {"day": day.day, "number": day.number, "reason": "" if day.number else _reason(day, words)}


def ics(answer: Answer, words: Words) -> str:
    """Give the deadlines as whole-day appointments, each with a reminder."""
    days = (_appointment(one, answer, words) for one in answer.deadlines)
    return icalendar.calendar("deadline", answer.day, days)


def _appointment(found: Deadline, answer: Answer, words: Words) -> icalendar.Appointment:
    key = (answer.event.value, answer.day.isoformat(), found.rule.code)
    told = "\n".join(_told(found, answer, words))
    return icalendar.Appointment(key, found.due, words("appointment", name=found.rule.name), told, reminded=True)


FORMATS: Mapping[str, Callable[[Answer, Words], str]] = MappingProxyType({"text": text, "json": json_text, "ics": ics})
