"""A score for programs, as JSON with a version number: every criterion with its answer, proof and reasons."""

from fractions import Fraction
from typing import Any

from ppidgen.diagnostics import Span
from ppidgen.diagnostics.shown import shown
from ppidgen.model.rubrics.rubric import Source
from ppidgen.model.rubrics.scorecard import Answer, Ends, Loss, Proof, Reason, Result, Scorecard, Total
from ppidgen.model.text.indented import indented_json
from ppidgen.report.setting import Setting
from ppidgen.scoring.told import reason_words, totals_of

VERSION = 1
_DIGITS = 4
_MOST = Fraction(9999, 10_000)
_LONGEST = 240


def render(card: Scorecard, setting: Setting) -> str:
    """Write a scorecard in full."""
    return indented_json(as_table(card, setting))


def as_table(card: Scorecard, setting: Setting) -> dict[str, Any]:
    """Give a scorecard as plain values."""
    edition, words = card.rubric.edition, setting.words
    points = {one.answer.criterion.id: one for one in card.losses}
    return {
        "version": VERSION,
        "tool": {"name": "ppidgen", "version": setting.version},
        "label": words("label"),
        "as_of": card.as_of.isoformat(),
        "body": card.body,
        "unit": card.unit,
        "rubric": {
            "id": edition.id,
            "name": edition.name,
            "authority": edition.authority.name,
            "revision": edition.revision,
            "revision_note": edition.revision_note,
            "year": card.year,
            "status": edition.status.value,
            "sources": [_source(one) for one in edition.sources],
            "sha256": card.digest,
            "scale_total": number(card.rubric.scale_total),
        },
        "catalogue": {"version": card.catalogue, "checked_against": card.checked_against},
        "totals": {key: _total(one) for key, one in totals_of(card)},
        "shares": {kind.value: number(part) for kind, part in card.shares.by_automation.items()},
        "notes": [note.value for note in card.notes],
        "stages": [_result(one) for one in card.stages],
        "indicators": [_result(one) for one in card.indicators],
        "criteria": [_answer(one, points.get(one.criterion.id), setting) for one in card.answers],
        "losses": [one.answer.criterion.id for one in card.losses],
    }


def _source(one: Source) -> dict[str, Any]:
    return {
        "title": one.title,
        "url": one.url,
        "about": one.about,
        "confidence": one.confidence.value,
        "read_on": one.read_on.isoformat() if one.read_on else None,
    }


def number(value: Fraction | None) -> float | int | None:
    """Give an exact number as JSON can hold it, at most four digits after the point."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), _DIGITS)


def _total(one: Total) -> dict[str, Any]:
    return {"value": number(one.value), "band": one.band.name, "zone": one.band.zone}


def _ends(ends: Ends | None) -> dict[str, Any] | None:
    """Give three shares; the digits that are cut off make no whole of what lacks something."""
    if ends is None:
        return None
    return {name: number(min(value, _MOST) if value < 1 else value) for name, value in ends._asdict().items()}


def _result(one: Result) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "weight": number(one.weight),
        "shares": _ends(one.ends),
        "full": one.answered,
        "asked": one.asked,
    }


def _answer(one: Answer, loss: Loss | None, setting: Setting) -> dict[str, Any]:
    criterion = one.criterion
    return {
        "id": criterion.id,
        "number": criterion.number,
        "indicator": one.indicator,
        "question": criterion.question,
        "points": number(criterion.points),
        "automation": criterion.automation.value,
        "basis": one.basis.value,
        "applies": one.ends is not None,
        "shares": _ends(one.ends),
        "lost": number(loss.points) if loss else 0,
        "citations": list(loss.citations) if loss else [],
        "duties": list(one.duties),
        "duplicate_of": criterion.duplicate_of,
        "unit": one.unit,
        "proofs": [_proof(proof) for proof in one.proofs],
        "reasons": [_reason(reason, setting) for reason in one.reasons],
        "evidence": list(one.evidence),
    }


def _proof(one: Proof) -> dict[str, Any]:
    return {
        "register": one.register,
        "record": one.record,
        "title": shown(one.title, _LONGEST),
        **_place(one.span),
        "day": one.day.isoformat() if one.day else None,
        "year": one.year,
        "file": one.file,
        "link": one.link,
    }


def _reason(one: Reason, setting: Setting) -> dict[str, Any]:
    where = _place(one.span) if one.span else {}
    return {"lack": one.lack.value, "words": reason_words(one, setting.words), **where}


def _place(span: Span) -> dict[str, Any]:
    return {"path": shown(span.path, _LONGEST), "line": span.line, "column": span.column}
