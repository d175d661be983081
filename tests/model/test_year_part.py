"""Which titles speak of one part of a year, and which questions ask for parts."""

import pytest

from ppidgen.model.days.year_part import asks_for_part, says_one_part


@pytest.mark.parametrize(
    "title",
    [
        "LRA Semester I 2025",
        "Capaian Kinerja Triwulan IV 2025",
        "Laporan Semester 2, Dinas Kesehatan",
        "Laporan Semester I-2025",
        "LRA s.d. Triwulan III 2025",
    ],
)
def test_a_title_of_one_half_or_quarter_says_so(title: str) -> None:
    assert says_one_part(title)


@pytest.mark.parametrize(
    "title",
    [
        "Capaian per Triwulan 2025",
        "LRA Semester I dan II 2025",
        "LRA Semester I dan Semester II 2025",
        "LRA Semester I Tahun 2025 dan Semester II Tahun 2025",
        "Laporan Triwulan I, II, III, dan IV 2025",
        "Laporan Triwulan I s/d IV 2025",
        "Laporan Triwulan I s.d. Triwulan IV 2025",
        "Laporan Triwulan I hingga IV 2025",
        "LRA sampai dengan Triwulan IV 2025",
        "LRA s.d. Semester II 2025",
    ],
)
def test_a_title_of_all_halves_or_quarters_is_of_the_year(title: str) -> None:
    assert not says_one_part(title)


@pytest.mark.parametrize(
    ("words", "asks"),
    [("realisasi semester i", True), ("laporan bulanan", True), ("laporan realisasi anggaran", False)],
)
def test_a_question_asks_for_parts_when_it_names_them(words: str, asks: bool) -> None:  # noqa: FBT001 - a parameter
    assert asks_for_part(words) is asks
