"""The DIP and the DIK in the columns of the annexes of Perki 1/2021, as plain text; only what is public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ppidgen.duties.after_decree import decided_after, published_after
from ppidgen.duties.life_cycle import state_of
from ppidgen.exchange.wording import beyond_title
from ppidgen.model.days.dates import long_date
from ppidgen.model.elements.vocabulary import Category, Extent, Form
from ppidgen.model.language.words import Words
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Decree
from ppidgen.pages.parts.text import sort_key


@dataclass(frozen=True, slots=True)
class Heading:
    """A head over one column, or over as many as it has parts; `width` is that of one column, in characters."""

    text: str
    width: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together under a title; the title is "" where there is only one group."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: what stands above the table, its heads, its rows in groups."""

    sheet: str
    titles: tuple[str, ...]
    heads: tuple[Heading, ...]
    groups: tuple[Group, ...]
    group_head: str = ""


def dip_annex(portal: Portal, words: Words) -> Annex:
    """Lay out the DIP as Lampiran I does, the categories one after another."""
    ordered = sorted(portal.published_information, key=lambda entry: (sort_key(entry.title), entry.id))
    found = [(category, [entry for entry in ordered if entry.category is category]) for category in Category]
    groups: list[Group] = []
    number = 0
    for category, entries in found:
        rows = [_dip_row(number + place, entry, words) for place, entry in enumerate(entries, start=1)]
        number += len(rows)
        groups += [Group(category.label, tuple(rows))] if rows else []
    heads = (
        Heading(words("number"), 5), Heading(words("dip.summary"), 46), Heading(words("dip.holder"), 28),
        Heading(words("dip.responsible"), 28), Heading(words("dip.made"), 18),
        Heading(words("dip.forms"), 10, (words("dip.softcopy"), words("dip.hardcopy"))),
        Heading(words("dip.retention"), 18),
    )  # fmt: skip
    decided = portal.body.list_decree
    *titles, line = _titles(words("dip.title"), portal, decided, words)
    later = published_after(decided, ordered)
    titles += [words("dip.and_later", decree=line, count=later) if later else line]
    return Annex(words("dip.sheet"), tuple(titles), heads, tuple(groups), words("dip.category"))


def dik_annex(portal: Portal, words: Words, as_of: date) -> Annex:
    """Lay out the DIK as the table of Lampiran II does, without what by the day `as_of` is open or past its term."""
    standing = (exemption for exemption in portal.exemptions if not state_of(exemption, as_of).is_over)
    ordered = sorted(standing, key=lambda exemption: (sort_key(exemption.title), exemption.id))
    rows = tuple(_dik_row(number, exemption, words) for number, exemption in enumerate(ordered, start=1))
    heads = (
        Heading(words("number"), 5), Heading(words("dik.information"), 36), Heading(words("dik.basis"), 36),
        Heading(words("dik.consequences"), 30, (words("dik.opened"), words("dik.closed"))),
        Heading(words("dik.duration"), 20),
    )  # fmt: skip
    decided = portal.body.exemption_decree
    *titles, line = _titles(words("dik.title"), portal, decided, words)
    after = decided_after(decided, ordered)
    later = [words("decree", number=number, day=long_date(day)) for day, number in after]
    titles += [words("dik.and_later", decree=line, later="; ".join(later)) if later else line]
    return Annex(words("dik.sheet"), tuple(titles), heads, (Group("", rows),) if rows else ())


def _titles(title: str, portal: Portal, decree: Decree | None, words: Words) -> tuple[str, ...]:
    named = (title, portal.body.name)
    return (*named, words("decree", number=decree.number, day=long_date(decree.day))) if decree else named


def _dip_row(number: int, entry: InformationEntry, words: Words) -> tuple[str, ...]:
    ticks = (words("tick") if form in entry.forms else "" for form in (Form.SOFTCOPY, Form.HARDCOPY))
    made = ", ".join(filter(None, (str(entry.made_on or ""), entry.made_at)))
    return (
        str(number), _lines(entry.title, entry.summary), entry.holder or "",
        entry.responsible or "", made, *ticks, entry.retention or "",
    )  # fmt: skip


def _dik_row(number: int, exemption: Exemption, words: Words) -> tuple[str, ...]:
    test = exemption.test
    return (
        str(number), _withheld(exemption, words), _basis(exemption, words),
        (test.harm_if_opened if test else None) or "", (test.benefit_if_closed if test else None) or "",
        exemption.duration or _ending(exemption),
    )  # fmt: skip


def _withheld(exemption: Exemption, words: Words) -> str:
    """Name what is exempt; Lampiran II has no column for the part, and a title alone reads as the whole document."""
    told = _lines(exemption.title, exemption.content)
    if exemption.extent is Extent.WHOLE:
        return told
    part = words("dik.part", part=exemption.blackened) if exemption.blackened else words("dik.part_untold")
    return f"{told}\n{part}"


def _lines(title: str, text: str | None) -> str:
    return "\n".join(filter(None, (title, beyond_title(title, text))))


def _basis(exemption: Exemption, words: Words) -> str:
    """Give each letter with its act, then the words of the decree, one to a line; where these say all, them alone."""
    named = [basis.named(words("dik.letter", letter=basis.ground.value[-1])) for basis in exemption.basis]
    text = exemption.basis_text or ""
    return "\n".join(filter(None, ([] if text and all(one in text for one in named) else named) + [text]))


def _ending(exemption: Exemption) -> str:
    ending = exemption.expires
    if ending is None:
        return ""
    return "; ".join(filter(None, (long_date(ending.day) if ending.day else "", ending.event)))


def flat_heads(annex: Annex) -> Sequence[str]:
    """Give one head for each column, a divided one as "whole: part"."""
    heads = [f"{head.text}: {part}" if part else head.text for head in annex.heads for part in (head.parts or ("",))]
    return [*heads, annex.group_head] if annex.group_head else heads
