"""`ppidgen suggest` through a real process: proposals with their reasons, and nothing written."""

import csv
import io
import json
from pathlib import Path

from ppidgen.cli.verbs.suggest import FORMATS
from ppidgen.report.suggestions import SUGGESTION_FORMATS
from tests.cli.conftest import Run, lay


def portal(root: Path) -> Path:
    lay(
        root,
        {
            "content/informasi/bpkad/renstra.yaml": "judul: Rencana Strategis 2025-2029\nkategori: setiap-saat\n",
            "content/informasi/bpkad/lambang.yaml": "judul: Arti Lambang\nkategori: berkala\n",
            "content/informasi/bpkad/neraca.yaml": "judul: Neraca 2024\nkategori: berkala\nmemenuhi: [B04.b]\n",
        },
    )
    return root


def test_each_entry_that_names_no_duty_gets_a_line_to_copy_and_the_words_that_speak_for_it(
    run: Run, sound: Path
) -> None:
    shown = run("suggest", portal(sound))
    assert shown.returncode == 0
    assert "content/informasi/bpkad/renstra.yaml:1  Rencana Strategis 2025-2029\n  memenuhi: [S08]\n" in shown.stdout
    assert "← rencana strategis" in shown.stdout
    assert "Arti Lambang\n" in shown.stdout
    assert "  -\n" not in shown.stdout
    assert "Neraca 2024" not in shown.stdout
    assert "3 entri belum menyebut kewajiban" in shown.stderr


def test_entries_that_could_not_be_read_are_not_passed_over_in_silence(run: Run, sound: Path) -> None:
    lay(portal(sound), {"content/informasi/bpkad/renstra.yaml": "judul: Rencana Strategis\nkategori: tahunan\n"})
    assert "Tidak ikut, karena tidak terbaca: informasi 1." in run("suggest", sound).stderr


def test_nothing_is_written_into_the_registers(run: Run, sound: Path) -> None:
    root = portal(sound)
    before = {file: file.read_bytes() for file in (root / "content").rglob("*") if file.is_file()}
    run("suggest", root)
    assert {file: file.read_bytes() for file in (root / "content").rglob("*") if file.is_file()} == before


def test_programs_and_spreadsheets_can_read_the_proposals(run: Run, sound: Path) -> None:
    assert tuple(SUGGESTION_FORMATS) == FORMATS
    root = portal(sound)
    told = json.loads(run("suggest", root, "--format", "json").stdout)
    assert told["entries"] == 3
    assert ("S08", ["rencana", "strategis"]) in [(row["code"], row["words"]) for row in told["rows"]]
    table = run("suggest", root, "--format", "csv").stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    assert {row["kode"] for row in rows if row["judul"].startswith("Rencana")} == {"S08"}
