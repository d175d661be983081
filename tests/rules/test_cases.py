"""What is said of a late case rests on what its days were counted by."""

from dataclasses import replace
from datetime import date

import pytest

from ppidgen.model.cases import RequestCase
from ppidgen.rules.cases import answer_late, extension_too_late
from tests.pages.portals import context
from tests.rules.examples import told

LATE = RequestCase.model_validate({
    "id": "p-1", "jenis": "permohonan", "diterima": "2026-03-02", "diperpanjang": "2026-03-10",
    "diberitahukan": "2026-04-20", "keputusan": "ditolak", "alasan_penolakan": "dikecualikan",
})  # fmt: skip


@pytest.mark.parametrize(
    ("elections", "ground", "extendable"),
    [((), "peraturan", True), (((date(2026, 3, 1), date(2026, 3, 31)),), "aturan masa pemilu yang dipakai", False)],
)
def test_a_late_answer_is_told_by_the_rules_that_the_body_applies(
    elections: tuple[tuple[date, date], ...], ground: str, *, extendable: bool
) -> None:
    found = context(cases=(LATE,))
    calendar = replace(found.standing.calendar, elections=elections)
    counted = replace(found, standing=replace(found.standing, calendar=calendar))
    (late,) = told(answer_late(counted)).told
    assert f"lewat dari batas menurut {ground}" in late.message
    assert (list(extension_too_late(counted)) == []) is extendable
