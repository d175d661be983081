"""`ppidgen due` and `ppidgen new dip`: what falls due, and what has opened proposed for the list."""

import json
from pathlib import Path

from tests.cli.conftest import Run, lay

EXEMPTION = """judul: Rekam medis, pegawai; "lama"
uraian: Catatan pemeriksaan kesehatan pegawai.
unit: bpkad
penanggung_jawab: Bagian Umum
dasar:
  - huruf: 17h
mulai: 2025-01-01
berakhir:
  tanggal: 2026-03-31
"""
PLACE = "content/dikecualikan/bpkad/rekam.yaml"


def test_what_ends_is_told_with_the_decree_that_must_come_before(run: Run, sound: Path) -> None:
    lay(sound, {PLACE: EXEMPTION})
    shown = run("due", sound, "--within", "60", "--format", "json", "--as-of", "2026-02-16")
    assert shown.returncode == 0, shown.stderr
    items = json.loads(shown.stdout)["due"]
    of_exemptions = [one for one in items if one["register"] == "dikecualikan"]
    assert [(one["kind"], one["day"]) for one in of_exemptions] == [
        ("opening_decree", "2026-02-06"),  # 30 working days before, over Imlek, Nyepi and Idulfitri
        ("exemption_ends", "2026-03-31"),
    ]
    first = of_exemptions[0]
    assert (first["days"], first["owner"], first["unit"], first["path"]) == (-10, "Bagian Umum", "bpkad", PLACE)


def test_the_terminal_names_unit_owner_and_law(run: Run, sound: Path) -> None:
    lay(sound, {PLACE: EXEMPTION})
    shown = run("due", sound, "--as-of", "2026-03-31").stdout
    for words in ("Badan Keuangan", "hari ini", "Bagian Umum", "PP 61/2010 Pasal 11(3)", f"{PLACE}:1:8"):
        assert words in shown


def test_only_the_matters_of_a_unit_are_told_and_an_unknown_one_is_refused(run: Run, sound: Path) -> None:
    lay(sound, {PLACE: EXEMPTION, "content/unit/setda.yaml": "nama: Sekretariat Daerah\n"})
    assert "Tidak ada yang jatuh tempo" in run("due", sound, "--unit", "setda", "--as-of", "2026-03-31").stdout
    refused = run("due", sound, "--unit", "bpka")
    assert refused.returncode == 2
    assert "Maksud Anda 'bpkad'?" in refused.stderr


def test_only_what_an_owner_answers_for_is_told(run: Run, sound: Path) -> None:
    lay(sound, {PLACE: EXEMPTION})
    assert "Rekam medis" in run("due", sound, "--owner", "bagian UMUM", "--as-of", "2026-03-31").stdout
    nothing = run("due", sound, "--owner", "Bagian Umm", "--as-of", "2026-03-31")
    assert "Tidak ada yang jatuh tempo" in nothing.stdout
    assert "tidak ada penanggung jawab bernama 'Bagian Umm'; yang tercatat: Bagian Umum" in nothing.stderr


def test_an_entry_is_drafted_once_the_exemption_is_over_and_never_over_another(run: Run, sound: Path) -> None:
    lay(sound, {PLACE: EXEMPTION})
    order = ("new", "dip", "--from", "dik/bpkad/rekam", "--dir", sound, "--as-of")
    assert "masih dikecualikan" in run(*order, "2026-03-31").stderr
    made = run(*order, "2026-04-01")
    assert made.returncode == 0, made.stderr
    draft = sound / "content/informasi/bpkad/rekam.yaml"
    assert "perlu_diperiksa: [kategori, ringkasan_isi]" in draft.read_text(encoding="utf-8")
    assert run("check", sound, "--as-of", "2026-04-01").returncode == 0
    draft.write_text("judul: Milik petugas\nkategori: berkala\n", encoding="utf-8")
    assert "sudah ada" in run(*order, "2026-04-01").stderr
    assert "Milik petugas" in draft.read_text(encoding="utf-8")
