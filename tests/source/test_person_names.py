"""Names of persons are found in short official text, and places, posts and institutions are none."""

import csv
import sys
from pathlib import Path

import pytest

from ppidgen.diagnostics.shown import MASK
from ppidgen.source.personal.person_names import WORDS, person_names

REAL = Path(__file__).parents[1] / "data/real"
TEMPLATES = (
    "Permohonan {0} tentang anggaran", "Data bantuan a.n. {0}", "Diberikan kepada {0} di meja layanan", "Sdri. {0}",
    "atas nama {0}", "{0}, S.H.", "Menghubungi Bapak {0} lewat telepon", "# dari Ibu {0}", "pemilik bernama {0}",
)  # fmt: skip


def found(text: str) -> list[str]:
    return [hit.value for hit in person_names(text)]


def full_names() -> list[str]:
    """Pair every known word with another one, by counting."""
    known = sorted(WORDS["names"] - WORDS["places"] - WORDS["not_names"] - WORDS["salutations"])
    return [f"{one} {known[(place * 7 + 3) % len(known)]}".title() for place, one in enumerate(known)]


def test_common_names_are_found_in_every_setting() -> None:
    samples = [(name, TEMPLATES[place % len(TEMPLATES)].format(name)) for place, name in enumerate(full_names())]
    missed = [text for name, text in samples if not any(name in hit or hit in name for hit in found(text))]
    assert len(samples) > 250
    assert len(missed) <= len(samples) // 100, missed


@pytest.mark.parametrize(
    "text",
    [
        "Sekretaris Daerah selaku Atasan PPID", "Petugas Pelayanan Informasi Publik", "Bapak Bupati", "Ibu Kota Negara",
        "Ibu Hamil", "Jalan Budi Utomo", "RSUD Siti Aisyah", "SMP Negeri 2 Kartika", "Masjid Abdul Rahman",
        "pemohon: perorangan", "Hari Kartini", "Mutu air sumur pantau", "PT Surya Wijaya", "012/V/KI-TLD/2026",
        "atas nama Pemerintah Kabupaten", "Dana operasional sekolah", "Badan Hukum, Kelompok, dan Perorangan",
    ],
)  # fmt: skip
def test_posts_places_and_institutions_are_no_persons(text: str) -> None:
    assert found(text) == []


def test_a_name_that_is_on_no_list_is_known_by_what_stands_beside_it() -> None:
    assert found("Diterima dari Sdr. Zxyvian Qoromandel kemarin") == ["Zxyvian Qoromandel"]
    assert found("Zxyvian Qoromandel, S.Sos., M.Si.") == ["Zxyvian Qoromandel"]


def test_a_find_tells_first_letters_alone() -> None:
    (hit,) = person_names("a.n. Siti Aminah")
    assert hit.shown == f"S{MASK * 3} A{MASK * 5}"


def test_in_thousands_of_cells_of_real_registers_few_but_persons_are_taken_for_names() -> None:
    csv.field_size_limit(sys.maxsize)
    cells = {
        cell
        for table in sorted(REAL.rglob("*.csv"))
        if table.name != "struktur-ppid-situs.csv"  # a table of persons
        for row in csv.reader(table.read_text(encoding="utf-8").splitlines(keepends=True))
        for cell in row
        if len(cell) > 3
    }
    told = [cell for cell in sorted(cells) if person_names(cell)]
    # Of the 19 that are told 18 name a person indeed: visits received "oleh Bapak …".
    assert len(cells) > 5_000
    assert len(told) * 1_000 <= len(cells) * 3
