"""Diagnostics for people at a terminal: the place, the sentence, the line with a caret, what to do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from ppidgen.diagnostics import Severity
from ppidgen.diagnostics.quoting import data_by_line
from ppidgen.diagnostics.shown import covered, place, shown_line
from ppidgen.report.diagnostic import Diagnostic, Diagnostics
from ppidgen.report.setting import Setting, SourceLine
from ppidgen.report.summary import severity_word, summary

_LABEL = 8
_WIDEST = 100
_LEAD = 40
_COLOURS = {Severity.ERROR: "31", Severity.SHORTFALL: "33", Severity.ADVICE: "36"}
_BOLD = "1"


def render(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write everything that was told, the waived ones after it, and the summary as the last line."""
    yield from alone(diagnostics, setting)
    if diagnostics.waived:
        yield "\n".join(_waived(diagnostics, setting)) + "\n\n"
    yield f"{summary(diagnostics, setting.words)}\n"


def alone(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write what was told without counting it: it may be only a part of what there is."""
    setting = replace(setting, line=_covering(diagnostics, setting.line))
    for one in _capped(diagnostics, setting):
        yield f"{one}\n\n"


def block(one: Diagnostic, setting: Setting) -> str:
    """Write one diagnostic over several lines, without a line break at the end."""
    colour = _COLOURS[one.severity]
    head = _painted(place(one.span), _BOLD, setting)
    level = _painted(f"{severity_word(one.severity, setting.words)} {one.code}", colour, setting)
    lines = [f"{head}   {level}", f"  {one.message}"]
    lines += _excerpt(one, setting)
    lines += _notes(one, setting)
    return "\n".join(lines)


def _capped(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    count: Counter[str] = Counter()
    for one in diagnostics.told:
        if one.severity.rank < setting.least.rank:
            continue
        count[one.code] += 1
        if count[one.code] <= setting.most_of_a_code:
            yield block(one, setting)
    for code, number in sorted(count.items()):
        if number > setting.most_of_a_code:
            yield setting.words("more", count=number - setting.most_of_a_code, code=code)


def _excerpt(one: Diagnostic, setting: Setting) -> list[str]:
    raw = setting.line(one.span.path, one.span.line) if one.span.line else None
    if raw is None:
        return [""] if one.hint or one.citations else []
    text = shown_line(raw)
    start = max(0, one.span.column - 1)
    end = one.span.end_column - 1 if one.span.end_line == one.span.line else len(text)
    end = min(max(end, start + 1), max(len(text), start + 1))
    cut = max(0, start - _LEAD) if len(text) > _WIDEST else 0
    window = text[cut : cut + _WIDEST]
    carets = "^" * max(1, min(end - cut, _WIDEST) - (start - cut))
    marks = " " * (start - cut) + _painted(carets, _COLOURS[one.severity], setting)
    return ["", f"{one.span.line:>4} | {window}".rstrip(), f"     | {marks}"]


def _covering(diagnostics: Diagnostics, line: SourceLine) -> SourceLine:
    """Cover in every line that is quoted the personal data found in it, whichever fault the line is quoted for."""
    told = (*diagnostics.told, *(one.diagnostic for one in diagnostics.waived))
    known = data_by_line(one.finding for one in told if one.finding)

    def covering(path: str, number: int) -> str | None:
        raw = line(path, number)
        return raw and reduce(covered, known.get((path, number), ()), raw)

    return covering


def _notes(one: Diagnostic, setting: Setting) -> Iterator[str]:
    words = setting.words
    if one.hint:
        yield _note(words("hint"), one.hint)
    for other in one.related:
        yield _note(words("see"), f"{place(other.span)} {other.words}".rstrip())
    if one.citations:
        yield _note(words("basis"), "; ".join(one.citations))
    yield _note(words("read"), words("command", code=one.code))


def _note(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}{text}"


def _waived(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    words = setting.words
    for one in diagnostics.waived:
        yield f"{place(one.diagnostic.span)}   {words('waived')} {one.diagnostic.code}"
        yield f"  {one.diagnostic.message}"
        yield "  " + words("waived_until", until=one.until.isoformat(), reason=one.reason)


def _painted(text: str, colour: str, setting: Setting) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if setting.colour else text
