"""Portals in memory for scoring: a body with what a test needs, judged on one day by one edition."""

from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any

from ppidgen.duties.claims import unchecked
from ppidgen.duties.standing import derive
from ppidgen.model.context import Context
from ppidgen.model.language.words import Words
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.public.whole import public_portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.rubrics.scorecard import Answer, Scorecard
from ppidgen.reading import rubric_files
from ppidgen.reading.shipped import shipped_law
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.score import score
from ppidgen.source.document_facts import DocumentFacts

AS_OF = date(2026, 2, 16)
HOST = "https://ppid.contoh.go.id/"


@cache
def law() -> Law:
    return shipped_law()


def body(**values: Any) -> PublicBody:
    named = {"id": "badan-publik", "name": "Kabupaten Contoh", "kind": "eksekutif", "level": "kabupaten-kota"}
    return PublicBody.model_validate({**named, **values})


def entry(number: int = 1, **values: Any) -> InformationEntry:
    full = {
        "id": f"contoh/entri-{number}",
        "title": f"Laporan {number}",
        "category": "berkala",
        "updated": "2026-01-15",
    }
    return InformationEntry.model_validate({**full, **values})


def found(path: str, kind: str = "pdf", **changed: Any) -> DocumentFacts:
    values = {
        "path": path,
        "size": 5000,
        "sha256": sha256(path.encode()).hexdigest(),
        "kind": kind,
        "pages": 3,
        "readable": True,
    }
    return DocumentFacts(**{**values, "ending": path.rpartition(".")[2], **changed})


def documents(*names: str) -> tuple[dict[str, str], ...]:
    return tuple({"title": name, "file": name} for name in names)


def claim(number: int = 1, edition: str = "kkp-2024", **values: Any) -> Attestation:
    full = {"id": f"{edition}/bukti-{number}", "kind": "foto", "day": "2026-01-10", "by": "PPID"}
    return Attestation.model_validate({**full, **values})


def facts(rubric: Rubric, as_of: date = AS_OF, **parts: Any) -> Facts:
    files = parts.pop("facts", ())
    links = parts.pop("links", {})
    given = {"body": body(), "site": Site(id="situs", title="PPID"), "facts": {one.path: one for one in files}, **parts}
    portal = Portal(**given)
    context = Context(
        portal, derive(public_portal(portal), law(), as_of, unchecked(portal)), law(), Words("id", {}), HOST
    )
    return Facts(context, rubric, links)


def edition(name: str) -> Rubric:
    read = rubric_files.shipped(name)
    assert read is not None
    return read.rubric


def scored(rubric: Rubric | str, as_of: date = AS_OF, **parts: Any) -> Scorecard:
    chosen = edition(rubric) if isinstance(rubric, str) else rubric
    return score(chosen, facts(chosen, as_of, **parts))


def answer_of(card: Scorecard, criterion: str) -> Answer:
    return next(one for one in card.answers if one.criterion.id == criterion)


ONLY = (found("a.pdf", pages=1), found("b.pdf", pages=1))


def own(code: str, **parts: Any) -> list[float] | None:
    """Give the three ends of one leaf by the own edition, None where it is not asked."""
    ends = answer_of(scored("perki-1-2021", **{"facts": ONLY, **parts}), code).ends
    return [float(end) for end in ends] if ends else None


def lkpd(number: int = 1, **changed: Any) -> InformationEntry:
    return entry(number, **{"duties": ("B04.a",), "documents": documents("a.pdf"), **changed})


def lra(card: Scorecard) -> Fraction:
    """Give what a card records for the report on the realised budget of a year."""
    ends = answer_of(card, "bna26-11").ends
    assert ends is not None
    return ends.recorded
