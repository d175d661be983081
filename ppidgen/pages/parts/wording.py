"""Values put into words: days, numbers, sizes of lists, legal citations."""

from collections.abc import Iterable
from datetime import date

from ppidgen.model.context import Context
from ppidgen.model.days.dates import Period
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.elements.record import Part
from ppidgen.model.language.tongue import in_main
from ppidgen.model.language.words import Words
from ppidgen.model.law.instrument import Provision
from ppidgen.model.pages.page import Badge, Cell, Fact, Link
from ppidgen.model.records.parts import Decree


def day_words(words: Words, day: date | None) -> str:
    """Write a day in words, "" for none."""
    if day is None:
        return ""
    return words("date.day", day=day.day, month=words.texts[f"date.month_{day.month}"], year=day.year)


def period_words(words: Words, period: Period | None) -> str:
    """Write when something was made, "" for none; what names no month or day stays as its officer wrote it."""
    if period is None:
        return ""
    if period.year and period.month and period.day:
        return day_words(words, date(period.year, period.month, period.day))
    if period.year and period.month:
        return words("date.month", month=words.texts[f"date.month_{period.month}"], year=period.year)
    return in_main(period.text) if words.further and not period.year else period.text


def iso(day: date | None) -> str:
    """Write a day as machines read it, "" for none."""
    return day.isoformat() if day else ""


def number(words: Words, value: float) -> str:
    """Write a number with the thousands and the decimals of the language."""
    grouped = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return grouped.translate({ord(","): words("number.group"), ord("."): words("number.point")})


def rupiah(words: Words, value: int | None) -> str:
    """Write an amount of money, "" for none."""
    return "" if value is None else words("number.rupiah", amount=number(words, value))


def cited(context: Context, provisions: Iterable[Provision]) -> str:
    """Write where the law says so: "UU KIP Pasal 9(3); Perki 1/2021 Pasal 18"."""
    return glossed(context, "; ".join(context.law.cite(provision) for provision in provisions))


def glossed(context: Context, citation: str) -> str:
    """Give a citation in Indonesian, each act by one name; to readers of another language with a gloss behind it."""
    citation = context.law.shortened(citation)
    if context.data_words is None or not citation:
        return citation
    gloss = context.data_words.gloss(citation)
    return f"{in_main(citation)} [{gloss}]" if gloss else in_main(citation)


def fact(
    context: Context,
    key: str,
    values: Cell | Iterable[Cell] | None,
    field: tuple[type[Part], str] | None = None,
) -> Fact:
    """Make the fact labelled `fact.<key>`; a legal fact that nobody has filled in says so instead of vanishing."""
    citation = glossed(context, citation_of(*field)) if field else ""
    shown = _shown(values)
    if shown:
        return Fact(context.words(f"fact.{key}"), shown, citation)
    return Fact(context.words(f"fact.{key}"), (context.words("fact.not_filled"),), citation, missing=True)


def _shown(values: Cell | Iterable[Cell] | None) -> tuple[Cell, ...]:
    if not values:
        return ()
    return (values,) if isinstance(values, str | Link | Badge) else tuple(values)


def decree_text(context: Context, decree: Decree | None) -> str:
    """Write the number and the day of a decree, "" for none."""
    if decree is None:
        return ""
    return context.words("decree.told", number=decree.number, day=day_words(context.words, decree.day))


def unit_cell(context: Context, unit_id: str, told: str, address: str) -> Cell:
    """Let what is told of a unit lead to a page of it; in the copy of another unit it has none."""
    return Link(told, address) if unit_id in context.portal.told_units else told


def known(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep the facts that are filled in, for those that no law asks for."""
    return tuple(one for one in facts if not one.missing)
