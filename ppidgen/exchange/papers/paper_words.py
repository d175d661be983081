"""EDGE. The sentences of official documents, and the parts that every one of them has."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from ppidgen.exchange.papers.paper import Block, Paper, Signature
from ppidgen.model.context import Context
from ppidgen.model.days.dates import WEEKDAYS, long_date
from ppidgen.model.elements.vocabulary import OfficerRole
from ppidgen.model.language.words import Words, parse_words
from ppidgen.model.law.instrument import Instrument
from ppidgen.model.paper_kind import SENTENCES
from ppidgen.model.records.body import Officer, PublicBody
from ppidgen.model.records.parts import Person
from ppidgen.source.package_data import read_text

_GAZETTE = re.compile(r"(LN|TLN|BN) (?:(\d{4})/)?(\d+)")


@cache
def paper_words() -> Words:
    """Read the sentences; official documents are in Indonesian whatever the language of the program."""
    return parse_words(read_text(SENTENCES), "id")


def blank(value: object) -> str:
    """Give a value, or the dots on which it is written by hand."""
    return str(value) if value else paper_words()("blank")


def day_text(day: date | None) -> str:
    """Write a day in words, or dots."""
    return blank(long_date(day) if day else "")


def weekday(day: date) -> str:
    """Name the day of the week."""
    return WEEKDAYS[day.weekday()]


def letterhead(body: PublicBody) -> tuple[str, ...]:
    """Give name, address and contact of the body as they stand at the head of a letter."""
    contact = body.contact
    reached = " · ".join(filter(None, (contact.phone, contact.email, body.website)))
    return tuple(filter(None, (body.name.upper(), body.address, reached)))


def principal(body: PublicBody) -> Officer | None:
    """Give the PPID of the body in that role; the name may be left out."""
    return deciding(body, OfficerRole.PRINCIPAL, paper_words()("mail.ppid"))


def deciding(body: PublicBody, role: OfficerRole, told: str) -> Officer | None:
    """Give who holds a role, the role told after the post: the law lets no post decide, but the role."""
    found = next((one for one in body.officers if one.role is role), None)
    if found is None or told in found.post:
        return found
    return found.model_copy(update={"post": paper_words()("mail.acting", post=found.post, role=told)})


def act_text(instrument: Instrument) -> str:
    """Write an instrument as a decree recalls it, with its place in the gazette."""
    words = paper_words()
    places = [words(f"gazette.{kind}", year=year, number=number)
              for kind, year, number in _GAZETTE.findall(instrument.gazette)]  # fmt: skip
    gazette = f" ({', '.join(places)})" if places else ""
    return words("act", kind=instrument.kind, number=instrument.number, year=instrument.year,
                 title=instrument.title, gazette=gazette)  # fmt: skip


def numbered(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Mark texts 1., 2., 3. and close each with a semicolon."""
    return tuple((f"{place}.", f"{text.rstrip(';')};") for place, text in enumerate(texts, start=1))


def lettered(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Mark texts a., b., c."""
    return tuple((f"{chr(ord('a') + place)}.", text) for place, text in enumerate(texts))


def signature(
    person: Person | Officer | None, post: str, place: str | None = None, day: date | None = None
) -> Signature:
    """Give room for the signature of a person, or of whoever holds a post; with place and day where it is set."""
    words = paper_words()
    above = (words("at", place=blank(place)), words("on", day=day_text(day)), "") if place or day else ()
    return Signature((*above, f"{person.post if person else post},"), (person.name if person else None) or "")


def number_line(number: str | None, day: date | None) -> str:
    """Write a number, with its year where it does not say it itself."""
    words = paper_words()
    if number and day and str(day.year) not in number:
        return words("number_year", number=number, year=day.year)
    return words("number", number=blank(number))


def subject(context: Context) -> str:
    """Name the body in capitals, as below a title."""
    return context.portal.body.name.upper()


def framed(
    context: Context, title: str, line: str, day: date | None, blocks: tuple[Block, ...], *, landscape: bool
) -> Paper:
    """Put blocks under the letterhead of the body; a document without a day of its own carries that of the run."""
    body = context.portal.body
    return Paper(
        title=title,
        day=day or context.standing.as_of,
        blocks=blocks,
        subtitles=tuple(filter(None, (line,))),
        letterhead=letterhead(body),
        author=body.name,
        footer=paper_words().texts["footer"],
        landscape=landscape,
    )
