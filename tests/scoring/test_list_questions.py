"""The two lists as an assessor reads them: whole columns of the DIP, exemptions with all that makes them lawful."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from ppidgen.model.exemption import Exemption
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
    ],
    ids=["no ground", "no term", "no test", "a test of tomorrow", "no day", "a decree of tomorrow", "over"],
)
def test_an_exemption_counts_with_ground_term_test_and_decree_and_while_it_lasts(lacking: dict[str, Any]) -> None:
    whole = Exemption.model_validate(EXEMPTION)
    assert of_kkp("kkp24-99", exemptions=(whole,)) == 1
    assert of_kkp("kkp24-99", exemptions=(Exemption.model_validate({**EXEMPTION, **lacking}),)) == 0


@pytest.mark.parametrize("column", ["summary", "holder", "responsible", "made_on", "made_at", "forms", "retention"])
def test_a_list_is_complete_with_every_column_of_the_law_the_place_of_making_too(column: str) -> None:
    full: dict[str, Any] = {
        "summary": "Isinya.", "holder": "BPKAD", "responsible": "Kepala BPKAD", "made_on": "Maret 2025",
        "made_at": "Contoh", "forms": ("softcopy",), "retention": "5 tahun", "unit": "bpkad",
    }  # fmt: skip
    lacking = {name: value for name, value in full.items() if name != column}
    assert of_kkp("kkp24-100", information=(entry(**full),)) == 1
    assert of_kkp("kkp24-100", information=(entry(**lacking),)) == 0
