"""Rubrics and evidence with mistakes in them: every one is told at once, each with its line and column."""

from datetime import date
from pathlib import Path

import pytest

from ppidgen.options import Options
from ppidgen.reading import rubric_files
from ppidgen.reading.shipped import shipped_law
from ppidgen.reading.study import read_portal
from ppidgen.scoring.reading import read_rubric
from tests.cli.conftest import SOUND, lay

HEAD = """\
edisi: {id: uji-2026, nama: Uji, tahun: 2026, otoritas: {jenis: ki-provinsi, nama: Uji}, berlaku_untuk: [opd],
  status: contoh, sumber: [{judul: Uji, yakin: T}]}
skala_total: 100
agregasi: bobot_indikator
tahap: [{id: saq, nama: SAQ, bobot: 100, jenis: dihitung}]
"""
FIRM = "kategori: [{nama: Baik, min: 60}, {nama: Kurang, min: 0}]\n"
LRA = "{kewajiban: {kode: [B04.a]}}"
DAY = date(2026, 2, 16)
DOCUMENT = (
    "judul: Laporan 2025\nkategori: berkala\ntahun: 2025\ntanggal_diperbarui: 2026-01-20\n"
    "isi: Uraian yang cukup panjang untuk dibaca warga sebagai isi informasi yang sebenarnya.\n"
)


def rubric(*checks: str, weight: int = 100, bands: str = FIRM, basis: str = "") -> str:
    """Write a rubric of one indicator with these questions, from line 11 on."""
    rows = "".join(
        f"      - {{id: k{number}, tanya: A, poin: 1, otomasi: otomatis, {basis}cek: {check}}}\n"
        for number, check in enumerate(checks)
    )
    return f"{HEAD}{bands}indikator:\n  - id: jenis\n    nama: Jenis\n    bobot: {weight}\n    kriteria:\n{rows}"


def told(text: str) -> list[tuple[str, str]]:
    """Give the code of each finding and the word that its line and column point at."""
    found = read_rubric("rubrik.yaml", text.encode(), shipped_law(), rubric_files.text_of)
    lines = text.splitlines()
    return [(one.code, lines[one.span.line - 1][one.span.column - 1 :][:10]) for one in found.findings]


def test_the_rubric_without_a_mistake_is_sound() -> None:
    assert told(rubric(LRA)) == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (rubric("{kewajban: {kode: [B04.a]}}"), "RBK001", "kewajban: "),
        (rubric("{register: {nama: infomasi, kata: [LRA]}}"), "RBK003", "infomasi, "),
        (rubric("{isian: {nama: badan-publik, kunci: [alamt]}}"), "RBK004", "alamt]}}}"),
        (rubric("{kewajiban: {kode: [B04.a], beras: ada}}"), "SKM001", "beras: ada"),
        (rubric("{kewajiban: {kode: [B99.z]}}"), "RBK010", "B99.z]}}}"),
        (rubric(LRA, weight=120), "RBK005", "indikator:"),
        (rubric(LRA, bands="kategori: [{nama: Baik, min: 120}, {nama: K, min: 0}]\n"), "RBK007", "120}, {nam"),
        (rubric(LRA, bands="kategori: [{nama: Baik, min: 60}, {nama: K, min: 10}]\n"), "RBK007", "10}]"),
        (rubric(LRA, basis="dasar: [{instrumen: uu-14-2088, pasal: 9}], "), "RBK009", "uu-14-2088"),
        (rubric(LRA, basis="dasar: [{instrumen: perki-1-2022, pasal: 9}], "), "RBK009", "perki-1-20"),
    ],
    ids=["predicate", "register", "field", "key", "duty", "weights", "band-high", "band-low", "citation", "unread"],
)
def test_a_mistake_in_a_rubric_is_told_where_it_stands(text: str, code: str, place: str) -> None:
    assert told(text) == [(code, place)]


def test_all_mistakes_of_a_rubric_are_told_in_one_run_each_once() -> None:
    text = rubric(
        "{kewajban: {kode: [B04.a]}}",
        "{kewajiban: {kode: [B04.a], beras: ada}}",
        "{register: {nama: infomasi, kata: [LRA]}}",
        "{isian: {nama: badan-publik, kunci: [alamt]}}",
        "{kewajiban: {kode: [B99.z]}}",
        weight=120,
        bands="kategori: [{nama: Baik, min: 120}, {nama: K, min: 10}]\n",
    )
    assert sorted(code for code, _ in told(text)) == [
        "RBK001", "RBK003", "RBK004", "RBK005", "RBK007", "RBK007", "RBK010", "SKM001",
    ]  # fmt: skip


@pytest.mark.parametrize("lacking", ["id: k1, ", "tanya: A, ", "otomasi: otomatis, "])
def test_a_criterion_that_lacks_what_it_must_have_hides_no_other_mistake_and_none_of_its_own(lacking: str) -> None:
    text = rubric(
        "{register: {nama: infomasi, kata: [LRA]}}",
        "{kewajiban: {kode: [B99.z]}}",
        "{kewajiban: {kode: [B98.z]}}",
        weight=120,
        bands="kategori: [{nama: Baik, min: 120}, {nama: K, min: 10}]\n",
    )
    row = next(line for line in text.splitlines() if "B99.z" in line)
    text = text.replace(row, row.replace(lacking, ""))
    assert sorted(code for code, _ in told(text)) == [
        "RBK003", "RBK005", "RBK007", "RBK007", "RBK010", "RBK010", "SKM002",
    ]  # fmt: skip


def test_a_mistake_outside_the_criteria_is_told_alone_since_all_else_hangs_on_it() -> None:
    text = rubric("{register: {nama: infomasi, kata: [LRA]}}").replace("skala_total: 100", "skala_total: seratus")
    assert told(text) == [("SKM007", "seratus")]


def test_mistakes_in_evidence_and_claims_are_told_where_they_stand(tmp_path: Path) -> None:
    claim = "klaim: 0.75\njenis: foto\noleh: PPID\n"
    portal = {
        **SOUND,
        "content/bukti/kkp-2024/a.yaml": f"kriteria: kkp24-999\ntautan: https://x.go.id/\n{claim}tanggal: 2026-01-10\n",
        "content/bukti/kkp-2024/b.yaml": f"kriteria: kkp24-104\nberkas: b/tidak-ada.jpg\n{claim}tanggal: 2026-01-10\n",
        "content/bukti/kkp-2024/c.yaml": f"kriteria: kkp24-104\ntautan: https://x.go.id/\n{claim}tanggal: 2099-01-10\n",
        "content/informasi/bpkad/a.yaml": f"{DOCUMENT}memenuhi: [W08]\n",
        "content/informasi/bpkad/b.yaml": f"{DOCUMENT}memenuhi: [W08]\n",
        "content/informasi/bpkad/c.yaml": f"{DOCUMENT}memenuhi: [B04.a]\n",
        "content/nihil/x.yaml": (
            "kewajiban: [B04.a]\npernyataan: Tidak ada.\nalasan: Tidak terjadi.\npenanda_tangan: Sekretaris Daerah\n"
            "surat: {nomor: '1', tanggal: 2026-02-01}\ntanggal: 2026-02-01\n"
        ),
    }
    found = read_portal(lay(tmp_path, portal), Options(as_of=DAY)).findings
    places = {(one.code, one.span.path.removeprefix("content/"), one.span.line, one.span.column) for one in found}
    assert places >= {
        ("RBK021", "bukti/kkp-2024/a.yaml", 1, 11),
        ("RUJ002", "bukti/kkp-2024/b.yaml", 2, 9),
        ("RBK022", "bukti/kkp-2024/c.yaml", 6, 10),
        ("KWJ006", "informasi/bpkad/b.yaml", 6, 12),
        ("KWJ001", "nihil/x.yaml", 1, 13),
    }
