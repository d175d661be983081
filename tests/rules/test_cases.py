"""What is said of a late case rests on what its days were counted by."""

from dataclasses import replace
from datetime import date

import pytest

from ppidgen.model.records.cases import DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.exemption import Exemption
from ppidgen.rules import inspect
from ppidgen.rules.case_grounds import exemption_not_in_force, refused_for_a_part
from ppidgen.rules.cases import answer_late, extension_too_late, own_day_too_late, step_impossible
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


@pytest.mark.parametrize(
    ("days", "extendable"),
    [
        ({"diterima": "2026-03-02"}, True),
        ({"diterima": "2026-03-02", "diperpanjang": "2026-03-10", "alasan_perpanjangan": "belum-diputuskan"}, False),
        ({"diterima": "2026-03-02", "tidak_lengkap": "2026-03-03"}, False),
        ({"jenis": "keberatan", "alasan": "c", "permohonan": "p-0", "diterima": "2026-03-02"}, False),
    ],
)
def test_only_the_time_of_the_notice_is_said_to_be_extendable_and_only_once(
    days: dict[str, str], *, extendable: bool
) -> None:
    case = (ObjectionCase if "alasan" in days else RequestCase).model_validate(
        {"id": "p-1", "jenis": "permohonan", "batas": "2026-09-01", **days}
    )
    (late,) = told(own_day_too_late(context(cases=(case,)))).told
    assert ("atau perpanjang permohonan" in late.hint, "tidak dapat diperpanjang" in late.hint) == (
        extendable,
        not extendable,
    )


@pytest.mark.parametrize(
    ("extent", "decision", "is_told"),
    [
        ("sebagian", "ditolak", True),
        ("sebagian", "dikabulkan-sebagian", False),
        ("seluruh", "ditolak", False),
    ],
)
def test_a_part_that_is_exempt_refuses_no_whole(extent: str, decision: str, *, is_told: bool) -> None:
    item = Exemption.model_validate({"id": "dinkes/rekam", "judul": "Rekam medis", "sifat": extent})
    case = RequestCase.model_validate({
        "id": "p-1", "jenis": "permohonan", "diterima": "2026-03-02", "diberitahukan": "2026-03-10",
        "keputusan": decision, "pengecualian": item.id,
    })  # fmt: skip
    found = told(refused_for_a_part(context(cases=(case,), exemptions=(item,)))).told
    assert [one.code for one in found] == ["PRK020"] * is_told
    assert all("Perki 1/2021 Pasal 50(3)" in one.citations for one in found)


def test_nothing_is_refused_by_an_exemption_that_a_change_has_opened() -> None:
    opened = {"nomor": "3", "tanggal": "2026-03-06", "hasil": "dibuka"}
    item = Exemption.model_validate({"id": "dinkes/rekam", "judul": "Rekam medis", "pengubahan": [opened]})
    case = RequestCase.model_validate({
        "id": "p-1", "jenis": "permohonan", "diterima": "2026-03-02", "diberitahukan": "2026-03-10",
        "keputusan": "ditolak", "alasan_penolakan": "dikecualikan", "pengecualian": item.id,
    })  # fmt: skip
    (found,) = told(exemption_not_in_force(context(cases=(case,), exemptions=(item,)))).told
    assert found.code == "PRK016"


def test_an_award_without_the_day_of_its_adjudication_asks_for_that_day_and_not_to_be_deleted() -> None:
    dispute = DisputeCase.model_validate({
        "id": "s-1", "jenis": "sengketa", "didaftarkan": "2026-02-02", "putusan": "2026-05-04"
    })  # fmt: skip
    (found,) = told(step_impossible(context(cases=(dispute,)))).told
    assert found.hint.startswith("bila langkah di antaranya memang terjadi, isi tanggalnya")
    assert "48" in found.citations[0]


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
