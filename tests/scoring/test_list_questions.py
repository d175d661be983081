"""The two lists as an assessor reads them: whole columns of the DIP, exemptions with all that makes them lawful."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from ppidgen.model.records.exemption import Exemption
from tests.scoring.portals import answer_of, entry, scored

EXEMPTION: Mapping[str, Any] = {
    "id": "d",
    "title": "Rekam medis pegawai",
    "basis": ({"ground": "17h"},),
    "test": {"day": "2025-02-03", "harm_if_opened": "Riwayat kesehatan seseorang diketahui umum."},
    "decree": {"number": "188/12/2025", "day": "2025-02-10"},
    "expires": {"event": "Yang bersangkutan menyetujui"},
}


def of_kkp(criterion: str, **parts: Any) -> Fraction:
    ends = answer_of(scored("kkp-2024", **parts), criterion).ends
    assert ends is not None
    return ends.recorded


@pytest.mark.parametrize(
    "lacking",
    [
        {"basis": ()},
        {"expires": None},
        {"test": None},
        {"test": {"day": "2027-01-01", "harm_if_opened": "Riwayat kesehatan seseorang diketahui umum."}},
        {"decree": {"number": "188/12/2025"}},
        {"decree": {"number": "188/12/2025", "day": "2027-01-01"}},
        {"expires": {"day": "2025-12-31"}},
        {"basis": ({"ground": "17a"},), "duration": "Tidak terbatas"},
    ],
    ids=["no ground", "no term", "no test", "a test of tomorrow", "no day", "a decree of tomorrow", "over", "for ever"],
)
def test_an_exemption_counts_with_ground_term_test_and_decree_and_while_it_lasts(lacking: dict[str, Any]) -> None:
    whole = Exemption.model_validate(EXEMPTION)
    assert of_kkp("kkp24-99", exemptions=(whole,)) == 1
    assert of_kkp("kkp24-99", exemptions=(Exemption.model_validate({**EXEMPTION, **lacking}),)) == 0


def test_to_write_a_bad_exemption_as_changed_does_not_take_it_out_of_the_count() -> None:
    good = Exemption.model_validate(EXEMPTION)
    bad = Exemption.model_validate({**EXEMPTION, "id": "e", "test": None, "status": "diubah"})
    assert of_kkp("kkp24-99", exemptions=(good, bad)) < 1
    replaced = bad.model_copy(update={"replaced_by": "d"})
    assert of_kkp("kkp24-99", exemptions=(good, replaced)) == 1


def test_what_was_opened_counts_as_listed_only_while_its_entry_is_published() -> None:
    opening = {"number": "2", "day": "2026-01-05", "entry": "contoh/entri-1"}
    opened = Exemption.model_validate({**EXEMPTION, "status": "dibuka", "opening": opening})
    assert of_kkp("kkp24-32", exemptions=(opened,), information=(entry(),)) == 1
    gone = entry(withdrawn={"tanggal": "2026-01-06", "alasan": "Keliru."})
    assert of_kkp("kkp24-32", exemptions=(opened,), information=(gone,)) == 0


@pytest.mark.parametrize("column", ["summary", "holder", "responsible", "made_on", "made_at", "forms", "retention"])
def test_a_list_is_complete_with_every_column_of_the_law_the_place_of_making_too(column: str) -> None:
    full: dict[str, Any] = {
        "summary": "Isinya.", "holder": "BPKAD", "responsible": "Kepala BPKAD", "made_on": "Maret 2025",
        "made_at": "Contoh", "forms": ("softcopy",), "retention": "5 tahun", "unit": "bpkad",
    }  # fmt: skip
    lacking = {name: value for name, value in full.items() if name != column}
    assert of_kkp("kkp24-100", information=(entry(**full),)) == 1
    assert of_kkp("kkp24-100", information=(entry(**lacking),)) == 0
