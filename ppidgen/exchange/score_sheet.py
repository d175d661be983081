"""A score as a table, in the column order of a verifier's sheet: number, question, answer, evidence, verification."""

from collections.abc import Iterator, Mapping, Sequence

from ppidgen.exchange.annex import Annex, Group, Heading
from ppidgen.exchange.export import annex_csv, export_words
from ppidgen.exchange.workbook import workbook
from ppidgen.model.language.words import Words
from ppidgen.model.rubrics.scorecard import ALL, NONE, Answer, Loss, Proof, Scorecard
from ppidgen.pages.parts.proof_addresses import address_of
from ppidgen.scoring.several import Several, laid
from ppidgen.scoring.told import cautions, decimal, hundredths, loss_row, tell

MOST_PROOFS = 5
_WIDEST = 44


def score_csv(card: Scorecard, words: Words) -> bytes:
    """Write a scorecard as CSV, one row for each criterion."""
    return annex_csv(score_annex(card, words))


def score_xlsx(card: Scorecard, words: Words) -> bytes:
    """Write a scorecard as a workbook, one row for each criterion."""
    return workbook(score_annex(card, words), export_words(words.language))


def several_csv(several: Several, words: Words) -> bytes:
    """Write several scores as CSV, one row for each."""
    return annex_csv(several_annex(several, words))


def several_xlsx(several: Several, words: Words) -> bytes:
    """Write several scores as a workbook, one row for each."""
    return workbook(several_annex(several, words), export_words(words.language))


def several_annex(several: Several, words: Words) -> Annex:
    """Lay out several scores; what must be known of them stands in each row too, since CSV has no titles."""
    told = laid(several, words)
    known = "; ".join((words("label"), *told.above, *told.below))
    widths = [min(max(map(len, column)), _WIDEST) + 2 for column in zip(told.heads, *told.rows, strict=True)]
    return Annex(
        sheet=words("totals_sheet"),
        titles=(told.title, words("label"), *told.above, *told.below, *((told.empty,) if not told.rows else ())),
        heads=(*map(Heading, told.heads, widths), Heading(words("caution"), _WIDEST)),
        groups=(Group("", tuple((*row, known) for row in told.rows)),) if told.rows else (),
    )


def score_annex(card: Scorecard, words: Words) -> Annex:
    """Lay out a scorecard, the indicators one after another; a caution stands in each row, since CSV has no titles."""
    losses = {one.answer.criterion.id: one for one in card.losses}
    groups = [
        Group(indicator.name, tuple(_row(one, losses.get(one.criterion.id), card, words) for one in card.answers
                                    if one.indicator == indicator.id))
        for indicator in card.rubric.indicators
    ]  # fmt: skip
    return Annex(
        sheet=card.rubric.edition.id[:31],
        titles=score_titles(card, words),
        heads=tuple(Heading(words(name), width) for name, width in COLUMNS),
        groups=tuple(group for group in groups if group.rows),
        group_head=words("indicator"),
    )


def score_titles(card: Scorecard, words: Words) -> tuple[str, ...]:
    """Say above a table what is scored, by what, and the three totals."""
    told = tell(card, words)
    totals = " · ".join(f"{row.name} {row.value} ({row.band})" for row in told.totals)
    return (told.title, told.label, told.subtitle, totals, *told.cautions)


COLUMNS: Sequence[tuple[str, int]] = (
    ("criterion", 16), ("number", 8), ("question", 44), ("answer", 16), ("address", 44), ("evidence", 28),
    ("points", 8), ("recorded", 9), ("claimed", 9), ("possible", 9), ("verification", 18), ("reason", 40), ("fix", 36),
    ("basis", 26), ("owner", 24), ("note", 24), ("reviewer", 18), ("caution", 24),
)  # fmt: skip


def _row(one: Answer, loss: Loss | None, card: Scorecard, words: Words) -> tuple[str, ...]:
    known = cells(one, loss, card, words)
    return tuple(known[name] for name, _ in COLUMNS)


def cells(one: Answer, loss: Loss | None, card: Scorecard, words: Words) -> Mapping[str, str]:
    """Put one answer into words, by the names of `COLUMNS`."""
    criterion, ends = one.criterion, one.ends
    told = loss_row(loss, words) if loss else None
    values = [words("inapplicable")] * 3 if ends is None else [hundredths(end) for end in ends]
    return {
        "criterion": criterion.id,
        "number": criterion.number or "",
        "question": criterion.question,
        "answer": answer_words(one, words),
        "address": "\n".join(addresses_of(one, card.base_url)),
        "evidence": "\n".join(_files(one)),
        "points": "" if criterion.points is None else decimal(criterion.points),
        **dict(zip(("recorded", "claimed", "possible"), values, strict=True)),
        "verification": words(f"basis_{one.basis.value}"),
        "reason": "; ".join(told.reasons) if told else "",
        "fix": "; ".join(told.fixes) if told else "",
        "basis": told.basis if told else "",
        "owner": told.owner if told else "",
        "note": "",
        "reviewer": "",
        "caution": " ".join(cautions(card, words)),
    }


def answer_words(one: Answer, words: Words) -> str:
    """Say yes, no, partly, claimed to be either, or unknown."""
    if one.ends is None:
        return words("inapplicable")
    recorded, claimed, possible = one.ends
    if recorded == ALL:
        return words("answer_yes")
    if claimed > recorded:
        return words("answer_claimed" if claimed == ALL else "answer_claimed_part")
    if recorded:
        return words("answer_part")
    return words("answer_no") if possible == NONE else words("answer_unknown")


def addresses_of(one: Answer, base_url: str) -> Iterator[str]:
    """Give the exact addresses of the pages that show what an answer rests on."""
    found = (address_of(proof) for proof in one.proofs)
    yield from tuple(dict.fromkeys(base_url.rstrip("/") + address for address in found if address))[:MOST_PROOFS]


def _files(one: Answer) -> Iterator[str]:
    named = (_file(proof) for proof in one.proofs)
    yield from tuple(dict.fromkeys(filter(None, (*named, *one.evidence))))[:MOST_PROOFS]


def _file(proof: Proof) -> str:
    return proof.file or proof.link
