"""What is said of a late case rests on what its days were counted by."""

from dataclasses import replace
from datetime import date

import pytest

from ppidgen.model.records.cases import DisputeCase, ObjectionCase, RequestCase
from ppidgen.rules import inspect
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


def test_days_that_run_backwards_are_told_once_and_nothing_is_concluded_from_them() -> None:
    objection = {"id": "k-1", "jenis": "keberatan", "permohonan": "p-2", "alasan": "c"}
    answered = {"keputusan": "dikabulkan-seluruhnya", "diberitahukan": "2025-01-13", "diberikan": "2025-01-13"}
    request = RequestCase.model_validate({"id": "p-2", "jenis": "permohonan", "diterima": "2025-01-06", **answered})
    replied = ObjectionCase.model_validate({**objection, "diterima": "2025-02-03", "ditanggapi": "2025-01-20"})
    dispute = DisputeCase.model_validate({
        "id": "s-1", "jenis": "sengketa", "keberatan": "k-1", "didaftarkan": "2025-06-02"
    })  # fmt: skip
    cares = {"owner": "PPID", "next_step": "Menghadiri sidang", "due": date(2026, 12, 1)}
    found = context(cases=(request, replied, dispute.model_copy(update=cares)))
    assert [one.code for one in inspect(found) if one.code.startswith("PRK")] == ["PRK001"]
