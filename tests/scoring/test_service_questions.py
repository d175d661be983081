"""Decrees and packages as an assessor counts them: of the year that is asked, given already, as many as are asked."""

from fractions import Fraction
from typing import Any

import pytest

from ppidgen.model.records.procurement import ProcurementPackage
from ppidgen.model.records.unit import Unit
from tests.scoring.portals import answer_of, body, entry, found, scored

COPY = "sk-dip.pdf"


def of_the_list(**changed: Any) -> Fraction:
    """Give what is recorded for a list that a decree of the year of judgement sets."""
    decree = {"number": "188/1/2026", "day": "2026-02-01", "file": COPY, **changed}
    card = scored("banjarnegara-opd-2026", body=body(list_decree=decree), information=(entry(),), facts=(found(COPY),))
    ends = answer_of(card, "bna26-5").ends
    assert ends is not None
    return ends.recorded


def test_a_decree_of_the_year_with_its_copy_counts() -> None:
    assert of_the_list() == 1


@pytest.mark.parametrize("day", ["2025-12-31", "2026-02-17", "2027-01-01"])
def test_a_decree_of_another_year_or_of_tomorrow_does_not(day: str) -> None:
    assert of_the_list(day=day) == 0


@pytest.mark.parametrize("file", [None, "lain.pdf"])
def test_a_decree_whose_copy_nobody_can_open_does_not(file: str | None) -> None:
    assert of_the_list(file=file) == 0


def test_the_decree_of_a_deputy_is_that_of_the_unit_that_is_scored() -> None:
    decree = {"number": "188/2/2026", "day": "2026-01-05", "file": COPY}
    head = body(officers=({"role": "ppid", "post": "Kepala Dinas", "unit": "diskominfo", "decree": decree},))
    bare = Unit.model_validate({"id": "bpkad", "name": "BPKAD"})
    named = Unit.model_validate({"id": "bpkad", "name": "BPKAD", "decree": decree})
    office = Unit.model_validate({"id": "diskominfo", "name": "Diskominfo"})

    def recorded(unit: Unit) -> Fraction:
        card = scored("banjarnegara-opd-2026", body=head, units=(unit,), facts=(found(COPY),))
        ends = answer_of(card, "bna26-17").ends
        assert ends is not None
        return ends.recorded

    assert [recorded(bare), recorded(named), recorded(office)] == [0, 1, 1]


def test_one_tender_is_not_the_second_that_is_asked_however_near_it_comes() -> None:
    tender = {"name": "Paket", "year": "2024", "method": "tender", "documents": [{"duty": "B09.b.01", "file": COPY}]}
    ended = {"supplier": "PT Contoh", "value": 1_000_000}
    packages = [ProcurementPackage.model_validate({"id": f"paket-{n}", **tender, **ended}) for n in (1, 2)]
    running = ProcurementPackage.model_validate({"id": "paket-3", **tender})

    def recorded(*found_there: ProcurementPackage) -> Fraction:
        card = scored("kkp-2024", procurement=found_there, facts=(found(COPY),))
        ends = answer_of(card, "kkp24-20").ends
        assert ends is not None
        return ends.recorded

    assert [recorded(), recorded(packages[0]), recorded(packages[0], running), recorded(*packages)] == [0, 0, 0, 1]
