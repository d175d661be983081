from pathlib import Path

import pytest

from ppidgen.diagnostics import Finding, Severity, Span
from ppidgen.report import Setting
from ppidgen.report.shipped import words
from ppidgen.report.text import render
from tests.report.telling import AS_OF, BODY_MISSING, CAPITALS, CHOICE, COLUMNS, LKPD, TWINS, told, waiver, written

SNAPSHOTS = Path(__file__).with_name("snapshots")

PHONE = Finding(
    "SKM018", Span("content/badan-publik.yaml", 9, 12, 9, 30), {"key": "telepon", "value": "hubungi 081234567890"}
)
EXPIRED = Finding(
    "DIK014", Span("content/dikecualikan/rs/rekam.yaml", 20, 12, 20, 22), {"title": "Rekam medis", "day": "2026-01-31"}
)
TERM = Finding(
    "DIK006",
    Span("content/dikecualikan/rs/rekam.yaml", 18, 15, 18, 22),
    {"title": "Rekam medis", "value": "30 th", "fixed": "2055-02-10", "key": "berakhir"},
)
REPEALED = Finding(
    "HKM001", Span("content/layanan/maklumat.yaml", 2, 14, 2, 30),
    {"instrument": "Perki 1/2010", "successor": "Perki 1/2021 Pasal 63"},
)  # fmt: skip
UNTRUE = Finding(
    "DOK002",
    Span(LKPD, 14, 13, 14, 33),
    {"path": "bpkad/rincian.pdf", "ending": "pdf", "kind": "docx", "fixed": "docx"},
)
FIGURES = Finding(
    "LAP006", Span("content/laporan/2024.yaml", 11, 22, 11, 23), {"fault": "decided", "sum": "5", "whole": "3"}
)
STORIES = {
    "choice": told(CHOICE, files=210),
    "choice-en": told(CHOICE, files=210, language="en"),
    "columns": told(COLUMNS),
    "twins": told(TWINS),
    "body-missing": told(BODY_MISSING),
    "phone": told(PHONE),
    "exemptions": told(EXPIRED, TERM),
    "repealed-law": told(REPEALED),
    "document-untrue": told(UNTRUE),
    "figures": told(FIGURES),
    "waived": told(COLUMNS, CAPITALS, waivers=[waiver("DIP001"), waiver("DIP005")], files=3),
    "nothing": told(files=210),
}


@pytest.mark.parametrize("name", STORIES)
def test_the_words_on_the_terminal_are_those_of_the_snapshot(name: str) -> None:
    assert written("text", STORIES[name]) == (SNAPSHOTS / f"{name}.txt").read_text(encoding="utf-8")


def test_lighter_findings_may_be_left_out_and_are_counted_all_the_same() -> None:
    shown = "".join(render(told(CHOICE, COLUMNS, files=2), Setting(words("id"), least=Severity.ERROR)))
    assert ("SKM003" in shown, "DIP001" in shown) == (True, False)
    assert shown.splitlines()[-1] == "1 galat, 1 kekurangan, 0 catatan dalam 2 berkas"


def test_no_snapshot_is_left_over() -> None:
    assert {file.stem for file in SNAPSHOTS.iterdir()} == STORIES.keys()


def test_colour_is_used_only_when_asked() -> None:
    assert "\x1b" not in written("text", told(CHOICE))
    assert "\x1b[31mgalat SKM003\x1b[0m" in written("text", told(CHOICE), colour=True)


def test_a_flood_of_one_code_is_cut_and_counted() -> None:
    flood = [Finding("DIP009", Span(LKPD, number, 1, number, 2), {"title": str(number)}) for number in range(1, 31)]
    text = written("text", told(*flood, CHOICE), most=5)
    assert text.count("catatan DIP009") == 5
    assert "Ada 25 temuan DIP009 lain" in text
    assert "galat SKM003" in text
    assert text.endswith("1 galat, 0 kekurangan, 30 catatan\n")


def test_a_caret_stays_under_its_word_on_a_very_long_line() -> None:
    text = "x" * 300 + "SALAH" + "y" * 300
    found = told(Finding("SKM006", Span("a.yaml", 1, 301, 1, 306), {"key": "k", "value": "SALAH"}))
    shown, carets = "".join(render(found, Setting(words("id"), lambda _path, _line: text))).splitlines()[3:5]
    start = carets.index("^")
    assert shown[start : start + 5] == "SALAH"
    assert carets.strip(" |") == "^^^^^"


def test_the_source_line_shows_no_identity_number_either() -> None:
    found = told(Finding("SKM006", Span("a.yaml", 1, 7, 1, 23), {"key": "nik", "value": "3211011212850001"}))
    text = "".join(render(found, Setting(words("id"), lambda _path, _line: "nik:  3211011212850001\x1b]0;x\x07")))
    assert "3211011212850001" not in text
    assert "\x1b" not in text


def test_the_day_of_judgement_is_carried_along() -> None:
    assert told().as_of == AS_OF
