"""The verb `score`: totals, exit codes, and rubrics that somebody wrote."""

import json
from pathlib import Path

from tests.cli.conftest import Run

DAY = ("--as-of", "2026-02-16")


def test_a_score_says_that_it_is_no_score_of_the_commission(run: Run, sound: Path) -> None:
    done = run("score", sound, *DAY)
    assert done.returncode == 0, done.stderr
    assert "ESTIMASI MANDIRI, BUKAN NILAI KOMISI INFORMASI" in done.stdout
    assert "tercatat" in done.stdout
    assert "potensi" in done.stdout


def test_the_same_sources_on_the_same_day_give_the_same_bytes(run: Run, sound: Path) -> None:
    once, again = (run("score", sound, *DAY, "--format", "json").stdout for _ in range(2))
    assert once == again
    card = json.loads(once)
    assert card["rubric"]["id"] == "perki-1-2021"
    assert card["totals"]["recorded"]["value"] <= card["totals"]["possible"]["value"]


def test_a_total_below_the_least_that_is_asked_ends_with_1(run: Run, sound: Path) -> None:
    done = run("score", sound, *DAY, "--min", "90")
    assert done.returncode == 1
    assert "di bawah batas --min 90" in done.stderr
    assert run("score", sound, *DAY, "--min", "0").returncode == 0


def test_an_edition_that_does_not_exist_is_a_wrong_call_with_a_guess(run: Run, sound: Path) -> None:
    done = run("score", sound, "--rubric", "perki-1-2012")
    assert done.returncode == 2
    assert "perki-1-2021" in done.stderr


def test_a_typing_error_in_a_rubric_of_ones_own_is_told_with_line_and_column(run: Run, sound: Path) -> None:
    rubric = sound / "rubrik.yaml"
    rubric.write_text(
        "edisi:\n  id: kami\n  nama: Rubrik Kami\n  otoritas: {jenis: opd, nama: Kami}\n  status: contoh\n"
        "  sumber: [{judul: Rapat, yakin: R}]\nagregasi: nisbah_poin\n"
        "tahap: [{id: saq, nama: SAQ, bobot: 100}]\nkategori: [{nama: Baik, min: 0}]\n"
        "indikator:\n  - id: a\n    nama: A\n    kriteria:\n      - id: a.1\n        tanya: Ada\n"
        "        otomasi: otomatis\n        cek: {kewajibn: {kode: [B04.a]}}\n",
        encoding="utf-8",
    )
    done = run("score", sound, "--rubric", rubric)
    assert done.returncode == 1
    assert "rubrik.yaml:17:15   galat RBK001" in done.stderr
    assert "kewajiban" in done.stderr
    rubric.write_text(rubric.read_text(encoding="utf-8").replace("kewajibn", "kewajiban"), encoding="utf-8")
    assert run("score", sound, "--rubric", rubric, *DAY).returncode == 0
