"""The 36 faults that the law knows in a portal of public information: each is made alone, and told alone.

A row is one way to break one rule: edits of a portal without faults, and the code that must be told, alone. Rules of
which the law counts several points have a row for each point.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ppidgen.model.rulebook import ExampleFile
from ppidgen.options import Options
from ppidgen.pages.shell import shell
from ppidgen.reading.shipped import shipped_law
from ppidgen.reading.study import read_portal
from tests.rules.examples import AS_OF, RULEBOOK, diagnose, lay_out, sound_files

ENTRY = "content/informasi/contoh/laporan.yaml"
EXEMPT = "content/dikecualikan/contoh/rekam.yaml"
BODY = "content/badan-publik.yaml"
CHARTER, FEES, STANDARDS = (f"content/layanan/{name}.yaml" for name in ("maklumat", "biaya", "standar"))
REQUEST, OBJECTION = "content/layanan/permohonan.yaml", "content/layanan/keberatan.yaml"
REPORT = "content/laporan/2024.yaml"
FLOOD = "content/pengumuman/banjir.yaml"

Edit = tuple[str, str, str]


class Row(NamedTuple):
    """One way to break rule `rule`: what is replaced where (path, old, new), or files that are put in whole."""

    rule: str
    code: str
    edits: tuple[Edit, ...] = ()
    files: tuple[ExampleFile, ...] = ()


def shown(code: str, place: str) -> str:
    """Give a file of the right example of a page of the rulebook."""
    return next(file.text for file in RULEBOOK[code].right if file.path == place)


FULL: Mapping[str, str] = {
    ENTRY: shown("DIP013", ENTRY), EXEMPT: shown("DIP013", EXEMPT), FLOOD: shown("DIP030", FLOOD),
    OBJECTION: shown("LYN019", REQUEST).replace("permohonan", "keberatan").partition("isian")[0],
}  # fmt: skip
ENDS = "berakhir:\n  peristiwa: Pegawai yang bersangkutan memberi persetujuan tertulis\ntinjau: 2027-02-10\n"
ACT = "  - huruf: 17h\n    undang_undang: UU 27/2022\n"
OBJECTION_LINES = (
    "Nomor registrasi keberatan", "Nomor pendaftaran permohonan", "Tujuan penggunaan informasi", "Identitas pemohon",
    "Identitas kuasa", "Alasan pengajuan keberatan", "Kasus posisi", "Hari tanggapan", "Nama dan tanda tangan",
)  # fmt: skip


def without(rule: str, code: str, place: str, *starts: str) -> Iterator[Row]:
    """Leave out of a file, one by one, the lines that begin so."""
    text = (FULL.get(place) or sound_files()[place].decode()).splitlines(keepends=True)
    for start in starts:
        line = next(line for line in text if line.startswith(start))
        yield Row(rule, code, ((place, line, ""),))


def put(rule: str, code: str, place: str, *changes: tuple[str, str]) -> Row:
    return Row(rule, code, tuple((place, old, new) for old, new in changes))


def example(rule: str, code: str) -> Row:
    """Take the wrong example of the rulebook, where it is of this rule."""
    return Row(rule, code, files=RULEBOOK[code].wrong)


def between(start: str, end: str) -> str:
    """Give a stretch of the exemption."""
    return FULL[EXEMPT][FULL[EXEMPT].index(start) : FULL[EXEMPT].index(end)]


def says(rule: str, code: str, text: str) -> Row:
    return put(rule, code, ENTRY, ("Neraca dan realisasi", f"{text} Neraca dan realisasi"))


def each_standard() -> tuple[str, ...]:
    return tuple(f"- {one}" for one in sound_files()[STANDARDS].decode().removeprefix("- ").split("\n- "))


ROWS = (
    *without("L01", "DIP001", ENTRY, "ringkasan_isi", "pejabat_penguasa", "penanggung_jawab", "waktu_pembuatan",
             "tempat_pembuatan", "bentuk", "jangka_waktu_simpan"),
    put("L02", "DIP013", ENTRY, ("Laporan Keuangan 2024", "Rekam medis pegawai")),
    put("L03", "DIP002", ENTRY, ("2026-01-15", "2025-01-15")),
    put("L04", "DIP003", BODY, ("penetapan_dip:\n  nomor: 188/9/2025\n  tanggal: 2025-12-01\n", ""),
        ("  persetujuan_atasan: Sekretaris Daerah\n", "")),
    put("L04", "DIP004", BODY, ("2025-12-01", "2025-07-01")),
    put("L05", "SKM003", EXEMPT, ("17h", "17k")),
    put("L05", "DIK001", EXEMPT, (f"dasar:\n{ACT}", "")),
    put("L06", "DIK002", EXEMPT, (ACT, "  - huruf: 17j\n")),
    put("L07", "DIK003", EXEMPT, ("UU 27/2022", "Peraturan Bupati 5/2019")),
    *(put("L08", "DIK004", EXEMPT, (ACT, f"  - {{huruf: 17{letter}, undang_undang: UU 8/1981}}\n"),
          (ENDS, f"jangka_waktu: {term}\nberakhir: {{tanggal: 2035-02-10}}\n"))
      for letter, term in zip("abcdef", ("permanen", "selamanya", "tidak terbatas") * 2, strict=True)),
    put("L09", "DIK007", EXEMPT, ("17h", "17a")),
    put("L09", "DIK005", EXEMPT, ("17h", "17a"), (ENDS, "berakhir: {tanggal: 2055-02-11}\n")),
    put("L10", "DIK006", EXEMPT, (ENDS, "")),
    Row("L11", "DIK008", ((EXEMPT, between("uji:", "penetapan:"), ""),)),
    Row("L11", "DIK009", ((EXEMPT, between("penetapan:", "mulai:"), ""),)),
    put("L12", "DIK010", EXEMPT, ("Riwayat kesehatan seseorang diketahui umum dan dapat dipakai untuk merugikannya.",
                                  "Merugikan orang.")),
    Row("L12", "DIK011", files=(ExampleFile(EXEMPT.replace("rekam", "lain"),
                                            FULL[EXEMPT].replace("Rekam medis", "Hasil tes kejiwaan")),)),
    *without("L13", "DIK012", EXEMPT, "uraian", "  nomor: 188", "  tanggal: 2025-02-10", "  tempat",
             "  jenis_klasifikasi", "  pejabat", "  unit_kerja"),
    put("L14", "DIK013", EXEMPT, ("  persetujuan_pimpinan: Bupati Contoh\n", ""),
        ("  menyetujui: {nama: Sari Contoh, jabatan: Sekretaris Daerah}\n", "")),
    put("L15", "DIK014", EXEMPT, (ENDS, "berakhir: {tanggal: 2026-02-15}\n")),
    put("L16", "DIK015", EXEMPT, (ENDS, "berakhir: {tanggal: 2026-04-15}\n")),
    put("L17", "KWJ010", EXEMPT, ("sifat: seluruh", "sifat: seluruh\nkewajiban: [S04]")),
    *(put("L18", "DIK017", EXEMPT, ("Rekam medis pegawai", title))
      for title in ("Putusan pengadilan tentang pegawai", "Surat perintah penghentian penyidikan pegawai")),
    put("L19", "HKM001", EXEMPT, ("sifat:", "dasar_hukum: UU 14/2008; Perki Nomor 1 Tahun 2017\nsifat:")),
    says("L20", "PDP001", "NIK 3211011212850001."),
    says("L20", "PDP002", "No. KK 3211011203120001."),
    says("L20", "PDP003", "NPWP 01.234.567.8-901.000."),
    says("L20", "PDP004", "Telepon 0812-3456-7890."),
    says("L20", "PDP005", "Surel petugas.contoh@gmail.com."),
    says("L20", "PDP006", "Nomor rekening 0123-01-012345-50-1."),
    says("L20", "PDP007", "NIK 1234567890123456."),
    example("L20", "PDP008"),
    says("L20", "PDP013", "Paspor A1234567."),
    *without("L21", "LYN005", CHARTER, "dasar_hukum", "sistem_mekanisme_prosedur", "jangka_waktu", "biaya", "jaminan",
             "evaluasi_kinerja"),
    example("L22", "LYN006"),
    *without("L22", "LYN007", FEES, "pengiriman"),
    *without("L22", "LYN008", FEES, "cara_bayar"),
    *(put("L23", "LYN009", STANDARDS, (standard, "")) for standard in each_standard()),
    example("L24", "LAP001"),
    example("L24", "LAP002"),
    *without("L25", "LAP003", REPORT, "  a", "  b", "  c", "  e", "  f"),
    *without("L25", "LAP004", REPORT, "  jumlah", "  waktu", "  dikabulkan_s", "  ditolak"),
    *without("L26", "LAP005", REPORT, "disampaikan"),
    *without("L27", "LYN001", BODY, "    sk"),
    example("L27", "LYN002"),
    *without("L28", "DIP030", FLOOD, "potensi_bahaya", "pihak_terdampak", "evakuasi", "cara_menghindari",
             "cara_bantuan", "pihak_wajib_mengumumkan", "tata_cara_pengumuman", "upaya_pencegahan"),
    *(example("L30", code) for code in ("DOK001", "DOK003", "DOK030")),
    put("L30", "RUJ002", ENTRY, ("tautan: https://keuangan.contoh.go.id/laporan-2024",
                                 "dokumen: [{judul: Rincian, berkas: contoh/tidak-ada.pdf}]")),
    example("L31", "LYN019"),
    *(put("L31", "LYN020", REQUEST, ("judul:", f"syarat: [{line}]\njudul:"))
      for line in ("Kartu keluarga", "Agama", "Nama ibu kandung")),
    *(put("L32", "LYN019", OBJECTION,
          ("judul:", f"isian_formulir: [{', '.join(one for one in OBJECTION_LINES if one != left_out)}]\njudul:"))
      for left_out in OBJECTION_LINES),
    put("L33", "LYN013", BODY, ("komisi_informasi:\n  nama: Komisi Informasi Provinsi Contoh\n", "")),
    put("L33", "LYN014", BODY, ("Komisi Informasi Provinsi Contoh", "Komisi Informasi Pusat")),
    put("L34", "SKM002", BODY, ("komisi_informasi:", "tidak_berlaku:\n  - kegiatan: penelitian\nkomisi_informasi:")),
    example("L34", "DIP020"),
    Row("L35", "RUJ005", files=(ExampleFile(ENTRY.replace(".yaml", ".md"), f"---\n{FULL[ENTRY]}---\n"),)),
    put("L35", "RUJ006", ENTRY, ("kategori:", "memenuhi: [Z99.z]\nkategori:")),
    example("L36", "LYN018"),
)  # fmt: skip
# L29 is no fault that an officer can make: pages are composed so that it cannot be broken, as a test below holds.
BY_COMPOSITION = frozenset({"L29"})

# A record that cannot be read leaves checks undone, which is said beside it.
COMPANIONS = frozenset({"RUJ015"})


def broken(row: Row) -> dict[str, ExampleFile]:
    contents = {**{path: raw.decode() for path, raw in sound_files().items()}, **FULL}
    for place, old, new in row.edits:
        assert old in contents[place], (row.rule, old)
        contents[place] = contents[place].replace(old, new, 1)
    return {path: ExampleFile(path, text) for path, text in contents.items()} | {file.path: file for file in row.files}


def test_every_rule_has_a_row() -> None:
    assert {row.rule for row in ROWS} | BY_COMPOSITION == {f"L{number:02}" for number in range(1, 37)}


def test_the_portal_that_is_broken_had_no_fault(tmp_path: Path) -> None:
    assert diagnose(broken(Row("", "")).values(), tmp_path, audited=True).told == ()


def each_row() -> Iterator[Any]:
    """Give the rows as cases: beyond the first of a rule and its code they are slow ones."""
    met: Counter[str] = Counter()
    for row in ROWS:
        name = f"{row.rule}-{row.code}"
        met[name] += 1
        yield pytest.param(row, id=f"{name}-{met[name]}", marks=pytest.mark.slow if met[name] > 1 else ())


@pytest.mark.parametrize("row", tuple(each_row()))
def test_a_broken_rule_is_told_and_no_other(row: Row, tmp_path: Path) -> None:
    told = {one.code for one in diagnose(broken(row).values(), tmp_path).told}
    assert told - COMPANIONS == {row.code}


def test_a_warning_in_force_stands_at_the_head_of_every_page(tmp_path: Path) -> None:
    lay_out(broken(Row("L29", "")).values(), tmp_path)
    study = read_portal(tmp_path, Options(as_of=AS_OF, processes=1))
    assert [one.title for one in shell(study.public).alerts] == ["Banjir di bantaran sungai"]


def test_our_objection_form_offers_every_ground_of_the_law() -> None:
    law = shipped_law()
    reasons = [field for field in law.forms["keberatan"].fields if field.options_from]
    assert len(reasons) == 1
    assert list(law.objection_reasons) == list("abcdefg")
