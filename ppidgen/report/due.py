"""What falls due, told per unit to a person (text, Markdown for an issue) or a program (JSON, iCalendar)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ppidgen.model.language.words import Words
from ppidgen.model.standing.due import Due
from ppidgen.model.text.indented import indented_json
from ppidgen.report import icalendar

_MARKS = str.maketrans({"|": "\\|", "[": "\\[", "]": "\\]", "<": "&lt;", "*": "\\*", "_": "\\_", "`": "\\`", "\n": " "})


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due by `until`, seen on the day `as_of`; `units` names the units by id."""

    body: str
    as_of: date
    until: date
    items: Sequence[Due]
    units: Mapping[str, str]

    def groups(self) -> Iterator[tuple[str, list[Due]]]:
        """Give what is due unit by unit, in order of their ids, what belongs to none first."""
        for unit in sorted({due.unit for due in self.items}):
            yield unit, [due for due in self.items if due.unit == unit]


def text(agenda: Agenda, words: Words) -> str:
    """Write the list for the terminal."""
    if not agenda.items:
        return words("nothing", day=agenda.until.isoformat()) + "\n"
    lines = [words("heading", day=agenda.until.isoformat())]
    for unit, items in agenda.groups():
        lines += ["", _unit(agenda, unit, words)]
        for due in items:
            lines.append(f"  {due.day.isoformat()}  {_when(agenda, due, words):<16}  {words(due.kind)}")
            lines.append(f"      {due.title}")
            lines += [f"      {told}" for told in (*_more(due, words), str(due.span))]
    return "\n".join([*lines, "", _count(agenda, words), ""])


def markdown(agenda: Agenda, words: Words) -> str:
    """Write the list as the text of an issue: one box to tick for each thing."""
    if not agenda.items:
        return words("nothing", day=agenda.until.isoformat()) + "\n"
    lines = [f"## {words('heading', day=agenda.until.isoformat())}", "", _count(agenda, words)]
    for unit, items in agenda.groups():
        lines += ["", f"### {_unit(agenda, unit, words).translate(_MARKS)}", ""]
        for due in items:
            more = "; ".join((_when(agenda, due, words), *_more(due, words)))
            lines.append(f"- [ ] **{due.day.isoformat()}** {words(due.kind)}: {due.title.translate(_MARKS)}")
            lines.append(f"  ({more.translate(_MARKS)}; `{str(due.span).replace('`', '')}`)")
    return "\n".join([*lines, ""])


def json(agenda: Agenda, words: Words) -> str:
    """Write the list for programs; `days` is negative for what is overdue."""
    items = [
        {
            "day": due.day.isoformat(), "days": (due.day - agenda.as_of).days, "kind": due.kind.value,
            "action": words(due.kind), "register": due.register, "record": due.record, "title": due.title,
            "unit": due.unit or None, "owner": due.owner or None, "basis": due.basis or None,
            "provisional": due.provisional, "path": due.span.path, "line": due.span.line,
        }
        for due in agenda.items
    ]  # fmt: skip
    table = {"as_of": agenda.as_of.isoformat(), "until": agenda.until.isoformat(), "due": items}
    return indented_json(table)


def calendar(agenda: Agenda, words: Words) -> str:
    """Write the list as a calendar: whole days, and names that stay when a day moves."""
    days = (_appointment(agenda, due, words) for due in agenda.items)
    return icalendar.calendar("due", agenda.as_of, days, words("calendar", body=agenda.body))


def _appointment(agenda: Agenda, due: Due, words: Words) -> icalendar.Appointment:
    about = "\n".join(filter(None, (agenda.units.get(due.unit, due.unit), *_more(due, words), str(due.span))))
    return icalendar.Appointment((agenda.body, due.key), due.day, f"{words(due.kind)}: {due.title}", about)


def _unit(agenda: Agenda, unit: str, words: Words) -> str:
    return agenda.units.get(unit, unit) if unit else words("without_unit")


def _when(agenda: Agenda, due: Due, words: Words) -> str:
    days = (due.day - agenda.as_of).days
    if days == 0:
        return words("today")
    return words("ahead", days=days) if days > 0 else words("overdue", days=-days)


def _more(due: Due, words: Words) -> Iterator[str]:
    if due.owner:
        yield words("owner", owner=due.owner)
    if due.basis:
        yield words("basis", basis=due.basis)
    if due.provisional:
        yield words("provisional")


def _count(agenda: Agenda, words: Words) -> str:
    overdue = sum(due.day < agenda.as_of for due in agenda.items)
    return words("count", all=len(agenda.items), overdue=overdue)


FORMATS: Mapping[str, Callable[[Agenda, Words], str]] = MappingProxyType(
    {"text": text, "json": json, "markdown": markdown, "ics": calendar}
)
