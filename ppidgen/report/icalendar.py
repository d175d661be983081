"""Days as a calendar of whole-day appointments (RFC 5545) that a mail program or a phone takes over."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_OCTETS = 75  # RFC 5545 section 3.1: no line of a calendar is longer, the folding blank of the next one counted


@dataclass(frozen=True, slots=True)
class Appointment:
    """One day to keep; `key` names it for good, so that a day that moves replaces the one before.

    `reminded` asks for a reminder in the morning of the day before.
    """

    key: tuple[str, ...]
    day: date
    summary: str
    about: str
    reminded: bool = False


def calendar(product: str, stamp: date, appointments: Iterable[Appointment], name: str = "") -> str:
    """Write appointments as one calendar; `stamp` is the day on which they were worked out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//ppidgen//{product}//ID", "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")
    if name:
        lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for one in appointments:
        lines += _event(one, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(one: Appointment, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(chr(10).join(one.key).encode()).hexdigest()[:32]}@ppidgen"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_next(one.day):%Y%m%d}"
    yield f"SUMMARY:{_escaped(one.summary)}"
    yield f"DESCRIPTION:{_escaped(one.about)}"
    yield "TRANSP:TRANSPARENT"
    if one.reminded:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(one.summary)}", "TRIGGER:-PT16H")
        yield "END:VALARM"
    yield "END:VEVENT"


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _escaped(text: str) -> str:
    """Escape a text as RFC 5545 section 3.3.11 asks; other control characters are left out."""
    kept = "".join(sign for sign in text if sign == "\n" or sign >= " ")
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Fold a line so that no part of it is longer than 75 octets and no letter is cut."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _OCTETS:
            parts.append("")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n ".join(parts)
