"""Documents of an exemption from its record: test sheet, decree, change, opening, and the whole list.

The layout is that of Perki 1/2021 Lampiran II to V with their drafting errors mended; a decree holds the union of
PP 61/2010 Pasal 4(2) and Perki 1/2021 Pasal 49(5). What the record leaves out becomes dots to write on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ppidgen.exchange.annex import Heading, dik_annex
from ppidgen.exchange.export import export_words
from ppidgen.exchange.papers.paper import Block, Clause, Clauses, Paper, Paragraph, Section, Signatures, Table
from ppidgen.exchange.papers.paper_words import (
    act_text,
    blank,
    day_text,
    framed,
    lettered,
    number_line,
    numbered,
    paper_words,
    principal,
    signature,
    subject,
    weekday,
)
from ppidgen.exchange.wording import beyond_title
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import BodyKind, Extent
from ppidgen.model.records.exemption import (
    ClassificationChange,
    ClassificationDecree,
    ConsequenceTest,
    Exemption,
    OpeningDecree,
)
from ppidgen.model.records.exemption_terms import ChangeResult
from ppidgen.pages.parts.text import plain

RECALLED = ("uu-14-2008", "pp-61-2010", "perki-1-2021")
# Villages have a standard of their own; Perki 1/2021 speaks where it is silent.
RECALLED_IN_VILLAGES = ("uu-14-2008", "pp-61-2010", "perki-1-2018", "perki-1-2021")
_TESTERS_ROOM = 5
_INFORMATION, _BASIS, _WEIGHED, _TERM = 26, 24, 26, 16


def test_sheet(context: Context, item: Exemption) -> Paper:
    """Compose the sheet of the consequence test (Lampiran II)."""
    words, test = paper_words(), item.test or ConsequenceTest()
    heads = (
        Heading(words("test.information"), _INFORMATION),
        Heading(words("test.basis"), _BASIS),
        Heading(words("test.consequences"), _WEIGHED, (words("test.opened"), words("test.closed"))),
        Heading(words("test.duration"), _TERM),
    )
    row = (
        _described(item), basis_text(item), blank(plain(test.harm_if_opened or "")),
        blank(plain(test.benefit_if_closed or "")), duration_text(item),
    )  # fmt: skip
    occasion = [Paragraph(words("test.occasion", occasion=test.occasion.label))] if test.occasion else []
    blocks = (
        Paragraph(_opening(test)), *occasion, Table(heads, (row,)),
        Paragraph(words("test.extent", extent=extent_text(item))), *_testers(test), *_approved(test),
    )  # fmt: skip
    return framed(context, words("test.title"), number_line(test.number, test.day), test.day, blocks, landscape=True)


def decree(context: Context, item: Exemption) -> Paper:
    """Compose the decree of classification (Lampiran III)."""
    words, made, test = paper_words(), item.decree or ClassificationDecree(), item.test or ConsequenceTest()
    tested = {"test": blank(test.number), "day": day_text(test.day)}
    consider = lettered((
        words("decree.consider_a"), words("decree.consider_b", title=item.title, **tested), words("decree.consider_c"),
    ))  # fmt: skip
    heed = numbered((words("decree.heed_test", **tested), *_approvals(made)))
    decided = (
        words("decree.information", told=_told(item)),
        words("decree.classification", classification=blank(made.classification), extent=extent_text(item)),
        words("decree.unit", unit=made.unit or context.portal.body.name),
        words("decree.reason", basis=_in_a_row(basis_text(item)), opened=_sentence(test.harm_if_opened),
              closed=_sentence(test.benefit_if_closed)),
        words("decree.duration", duration=duration_text(item)),
        words("decree.opening"),
        words("decree.force"),
    )  # fmt: skip
    frame = _decree_blocks(context, consider, heed, words("decree.sets_text"), decided)
    person = made.officer or principal(context.portal.body)
    signed = Signatures((signature(person, words("ppid"), blank(made.place), made.day),))
    return _decree_paper(context, words("decree.subject"), made.number, made.day, (*frame, signed))


def change_sheet(context: Context, item: Exemption) -> Paper:
    """Compose the sheet of the test that goes before a change (Lampiran IV); the last change counts."""
    words, change, test = paper_words(), _last_change(item), item.test or ConsequenceTest()
    heads = (
        Heading(words("change_test.information"), 20),
        Heading(words("change_test.basis"), 18, (words("change_test.before"), words("change_test.after"))),
        Heading(words("change_test.earlier"), 18, (words("test.opened"), words("test.closed"))),
        Heading(words("change_test.later"), 20, (words("test.closed"),)),
        Heading(words("test.duration"), 14),
    )
    row = (
        _described(item), change.basis_before or basis_text(item), blank(change.basis_after),
        blank(plain(test.harm_if_opened or "")), blank(plain(test.benefit_if_closed or "")),
        blank(plain(change.considered or "")), _term_after(change, item),
    )  # fmt: skip
    tested = test.model_copy(update={"day": change.tested_on, "number": change.new_test, "place": change.place})
    blocks = (Paragraph(_opening(tested)), Table(heads, (row,)), *_testers(test), *_approved(test))
    line = number_line(change.new_test, change.tested_on)
    return framed(context, words("change_test.title"), line, change.tested_on, blocks, landscape=True)


def change_decree(context: Context, item: Exemption) -> Paper:
    """Compose the decree that changes a classification (Lampiran V)."""
    words, change, test = paper_words(), _last_change(item), item.test or ConsequenceTest()
    earlier = blank(change.earlier_decree or (item.decree.number if item.decree else None))
    consider = lettered((
        words("change.consider_a"), words("change.consider_b", title=item.title, decree=earlier),
        words("change.consider_c", test=blank(change.new_test), day=day_text(change.tested_on)),
    ))  # fmt: skip
    head = (words("decree.heed_head", head=change.approved_by_head),) if change.approved_by_head else ()
    heed = numbered((
        words("change.heed_decree", decree=earlier),
        words("change.heed_first", test=blank(change.earlier_test or test.number)),
        words("change.heed_new", test=blank(change.new_test)), *head,
    ))  # fmt: skip
    decided = (
        words("change.information", title=item.title, decree=earlier),
        words("change.result", result=blank(change.result.label if change.result else "")),
        words("change.basis", before=_in_a_row(change.basis_before or basis_text(item)),
              after=_sentence(change.basis_after)),
        words("change.considered", considered=_sentence(change.considered)),
        words("decree.duration", duration=term) if (term := _term_after(change, item)) else words("opening.listed"),
        words("decree.force"),
    )  # fmt: skip
    frame = _decree_blocks(context, consider, heed, words("change.sets_text"), decided)
    person = change.officer or principal(context.portal.body)
    signed = Signatures((signature(person, words("ppid"), blank(change.place), change.day),))
    return _decree_paper(context, words("change.subject"), change.number, change.day, (*frame, signed))


def opening_decree(context: Context, item: Exemption) -> Paper:
    """Compose the decree that opens information whose term ends (Perki 1/2021 Pasal 52(1))."""
    words, opening = paper_words(), item.opening or OpeningDecree()
    number = blank(item.decree.number if item.decree else None)
    consider = lettered((
        words(f"opening.because.{opening.cause.name.lower()}") if opening.cause else blank(None),
        words("opening.consider_b", title=item.title, decree=number, duration=duration_text(item)),
    ))  # fmt: skip
    cause = opening.cause.label if opening.cause else ""
    decided = (
        words("opening.information", title=item.title, day=day_text(opening.effective or opening.day)),
        words("opening.cause", cause=blank(cause)), words("opening.listed"), words("decree.force"),
    )  # fmt: skip
    frame = _decree_blocks(context, consider, (), words("opening.sets_text"), decided)
    place = item.decree.place if item.decree else None
    signed = Signatures((signature(principal(context.portal.body), words("ppid"), blank(place), opening.day),))
    return _decree_paper(context, words("opening.subject"), opening.number, opening.day, (*frame, signed))


def exemption_list(context: Context) -> Paper:
    """Compose the whole list as an annex (DIK)."""
    words = paper_words()
    annex = dik_annex(context.portal, export_words("id"), context.standing.as_of)
    rows = tuple(row for group in annex.groups for row in group.rows)
    decided = context.portal.body.exemption_decree
    body: tuple[Block, ...] = (Table(annex.heads, rows),) if rows else (Paragraph(words("list.none")),)
    signed = Signatures((signature(principal(context.portal.body), words("ppid")),))
    line = annex.titles[2] if decided else ""
    day = decided.day if decided else None
    return framed(context, words("list.title"), line, day, (*body, signed), landscape=True)


def basis_text(item: Exemption) -> str:
    """Write the legal basis as the decree words it, else one ground on a line."""
    words = paper_words()
    if item.basis_text:
        return "\n".join(plain(line) for line in item.basis_text.splitlines() if line.strip())
    act = words("information_act")
    return blank("\n".join(one.named(words("letter", letter=one.ground.value[-1]), act) for one in item.basis))


def duration_text(item: Exemption) -> str:
    """Write the term as decided, with the day or event that ends it."""
    words, ending, told = paper_words(), item.expires, item.duration or ""
    day, event = (ending.day, ending.event) if ending else (None, None)
    if day and day_text(day) in told:
        return told
    if day:
        until = words("until", day=day_text(day))
        end = words("or_until", until=until, event=event) if event and not told else until
        return f"{told}; {end}" if told else end
    return blank(told or event)


def extent_text(item: Exemption) -> str:
    """Say whether the whole or which part is withheld."""
    words = paper_words()
    return words("part", part=_sentence(item.blackened)) if item.extent is Extent.PART else words("whole")


def _described(item: Exemption) -> str:
    return "\n".join(_title_and_content(item))


def _told(item: Exemption) -> str:
    """Write what is withheld in sentences."""
    return " ".join(_sentence(text) for text in _title_and_content(item))


def _title_and_content(item: Exemption) -> Iterator[str]:
    return filter(None, (item.title, beyond_title(item.title, plain(item.content or ""))))


def _in_a_row(text: str) -> str:
    """Write lines as one, parted by semicolons and free of the marks that ended them."""
    return "; ".join(line.rstrip(" ;,.") for line in text.splitlines()) if text.strip(".\u2026") else text


def _sentence(text: str | None) -> str:
    told = plain(text or "")
    return blank(told if not told or told.endswith((".", "!", "?")) else f"{told}.")


def _opening(test: ConsequenceTest) -> str:
    words, place = paper_words(), blank(test.place)
    if test.day is None:
        return words("test.opening_blank", blank=blank(None), place=place)
    return words("test.opening", weekday=weekday(test.day), day=day_text(test.day), place=place)


def _testers(test: ConsequenceTest) -> tuple[Block, ...]:
    words = paper_words()
    heads = tuple(
        Heading(words(f"test.tester_{name}"), width)
        for name, width in (("number", 5), ("name", 28), ("post", 28), ("unit", 28), ("sign", 20))
    )
    rows = tuple(
        (str(place), one.name, one.post, one.unit or "", "") for place, one in enumerate(test.testers, start=1)
    ) or tuple((str(place), "", "", "", "") for place in range(1, _TESTERS_ROOM + 1))
    return (Section(words("test.testers")), Table(heads, rows))


def _approved(test: ConsequenceTest) -> tuple[Block, ...]:
    words = paper_words()
    signed = signature(test.approved_by, words("head"))
    return (Signatures((replace(signed, above=(words("approve"), *signed.above)),)),)


def _approvals(made: ClassificationDecree) -> Iterable[str]:
    words = paper_words()
    if made.approved_by_head:
        yield words("decree.heed_head", head=made.approved_by_head)
    if made.approved_by_superior:
        yield words("decree.heed_superior", superior=made.approved_by_superior)


def _last_change(item: Exemption) -> ClassificationChange:
    return item.changes[-1] if item.changes else ClassificationChange()


def _term_after(change: ClassificationChange, item: Exemption) -> str:
    """Write the term that a change sets; "" where it opens the information, which has none."""
    return "" if change.result is ChangeResult.OPENED else change.duration or duration_text(item)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def _decree_blocks(
    context: Context,
    consider: tuple[tuple[str, str], ...],
    heed: tuple[tuple[str, str], ...],
    sets: str,
    decided: tuple[str, ...],
) -> tuple[Block, ...]:
    words, instruments = paper_words(), context.law.instruments
    own = RECALLED_IN_VILLAGES if context.portal.body.kind is BodyKind.VILLAGE else RECALLED
    recalled = numbered(act_text(instruments[known]) for known in own)
    before = [Clause(words("decree.considering"), consider), Clause(words("decree.recalling"), recalled)]
    before += [Clause(words("decree.heeding"), heed)] if heed else []
    after = [Clause(words("decree.sets"), (("", sets),))]
    after += [Clause(words(f"decree.{name}"), (("", text),)) for name, text in zip(_ORDINALS, decided, strict=False)]
    return (Clauses(tuple(before)), Section(words("decree.decides"), centred=True), Clauses(tuple(after)))


def _decree_paper(
    context: Context, about: str, number: str | None, day: date | None, blocks: tuple[Block, ...]
) -> Paper:
    words = paper_words()
    paper = framed(context, words("decree.title"), number_line(number, day), day, blocks, landscape=False)
    return replace(paper, subtitles=(subject(context), *paper.subtitles, words("about"), about))
