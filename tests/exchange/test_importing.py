import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.exchange.grids.files import read_grids
from ppidgen.exchange.grids.grid import make_grid
from ppidgen.exchange.importing import planning
from ppidgen.exchange.importing.body import Roles, read_body
from ppidgen.exchange.importing.columns import Vocabulary
from ppidgen.exchange.importing.files import ImportOptions, import_files, read_map_file, register_named
from ppidgen.exchange.importing.head import find_head
from ppidgen.exchange.importing.plan import ImportPlan, Request
from ppidgen.exchange.importing.planning import plan_import
from ppidgen.exchange.importing.sheets import read_table
from ppidgen.exchange.importing.telling import tell
from ppidgen.exchange.tables import column_table, report_words
from ppidgen.model.elements.record import Record
from ppidgen.model.import_table import ImportWords
from ppidgen.model.law.whole import Law
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.records.information import InformationEntry
from tests.pace import within

Import = Callable[..., ImportPlan]
Table = Callable[..., Path]

# file, register, rows of the table, entries that must come of it
REAL = [
    ("kab-sumedang/dip-2024.csv", "informasi", 51, 51),
    ("messy/dip-sumedang-2024-seperti-terbit.csv", "informasi", 51, 51),
    ("messy/dip-sumedang-2024-seperti-terbit.xlsx", "informasi", 51, 51),
    ("kab-sumedang/dik-2022.csv", "dikecualikan", 53, 53),
    ("messy/dik-sumedang-2022-seperti-terbit.csv", "dikecualikan", 53, 53),
    ("messy/dik-sumedang-2022-seperti-terbit.xlsx", "dikecualikan", 53, 53),
    ("kab-sumedang/dik-2024.csv", "dikecualikan", 52, 52),
    pytest.param("kota-bekasi/informasi.csv", "informasi", 1400, 1400, marks=pytest.mark.slow),
    ("upbu-tardamu/dip-2025.csv", "informasi", 51, 51),
    ("upbu-tardamu/dik-2025.csv", "dikecualikan", 10, 10),
    ("lldikti-xi/dip-2025.csv", "informasi", 36, 36),
    ("lldikti-xi/dik-2025.csv", "dikecualikan", 7, 7),
    ("pt-food-station/dip-2026.csv", "informasi", 17, 17),
    ("pt-food-station/dik-2026.csv", "dikecualikan", 22, 22),
    ("bpm-jawa-timur/informasi-berkala-2015.csv", "informasi", 24, 24),
    ("bpm-jawa-timur/informasi-setiap-saat-2015.csv", "informasi", 19, 19),
    ("bawaslu-kutai-timur/dip-2020.csv", "informasi", 24, 24),
    ("kalurahan-gilangharjo/informasi-dari-uraian.csv", "informasi", 14, 14),
    # The same agency stands there twice, with "Kota" and with "kota".
    ("kota-bekasi/perangkat-daerah.csv", "unit", 44, 43),
    ("kab-kebumen/wilayah.csv", "unit", 486, 486),
    ("kab-sumedang/struktur-ppid-situs.csv", "unit", 26, 26),
    ("kab-sumedang/struktur-ppid-keputusan-2022.csv", "unit", 17, 17),
    ("prov-sumatera-utara/ppid-pembantu-2021.csv", "unit", 40, 40),
]


def records(root: Path, register: str) -> Iterator[Record]:
    """Read back what was written; every file must be free of faults."""
    kind = next(known for known in reg.REGISTERS if known.name == register)
    for file in sorted((root / "content" / register).rglob("*.yaml")):
        bound = bind_file(file.relative_to(root).as_posix(), file.read_bytes(), kind)
        assert bound.findings == (), (file, bound.findings)
        yield from bound.value.records


def entries(root: Path) -> list[InformationEntry]:
    return [record for record in records(root, "informasi") if isinstance(record, InformationEntry)]


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize(("file", "register", "rows", "expected"), REAL, ids=str)
def test_every_row_of_a_real_table_becomes_an_entry_that_reads_back_without_fault(
    file: str, register: str, rows: int, expected: int, *, real: Path, root: Path, take: Import
) -> None:
    report = take(real / file, register).report
    assert (report.read, report.written, report.skipped, report.faults) == (rows, expected, 0, ())
    rerouted = sum(sheet.rerouted for sheet in report.sheets)
    assert len(list(records(root, register))) == expected - rerouted
    assert len(list(records(root, "dikecualikan"))) == (expected if register == "dikecualikan" else rerouted)


@pytest.mark.slow
@pytest.mark.parametrize(("file", "register", "rows", "expected"), REAL, ids=str)
def test_importing_a_real_table_again_changes_nothing(
    file: str, register: str, rows: int, expected: int, *, real: Path, root: Path, take: Import
) -> None:
    take(real / file, register)
    before = snapshot(root)
    again = take(real / file, register)
    assert (again.report.written, again.report.present, again.writes) == (0, rows, ())
    assert snapshot(root) == before
    assert expected


@pytest.mark.parametrize(("file", "register", "rows", "expected"), REAL, ids=str)
def test_every_line_of_a_real_table_is_accounted_for(
    file: str, register: str, rows: int, expected: int, *, real: Path, law: Law, words: ImportWords
) -> None:
    assert rows >= expected
    for grid in read_grids(real / file):
        request = _request(register, law, words)
        found = read_table(grid, request)
        told = [line for row in found.body.rows for line in row.lines] + [passed.line for passed in found.body.passed]
        head = set(range(found.head_lines[0] - 1, found.head_lines[1]))
        filled = {line for line, cells in enumerate(grid.cells) if any(cell.strip() for cell in cells)}
        assert sorted(told) == sorted(filled - head)


def _request(register: str, law: Law, words: ImportWords) -> Request:
    return Request(register_named(register), law, column_table(register), words, report_words("id"))


def test_the_printed_list_gives_the_same_entries_as_the_clean_one(real: Path, root: Path, law: Law) -> None:
    """Titles, two-row head, heads again on each page, rows cut by pages, cells carried down: all must come out."""
    pairs = [
        ("kab-sumedang/dip-2024.csv", "messy/dip-sumedang-2024-seperti-terbit.csv", "informasi"),
        ("kab-sumedang/dip-2024.csv", "messy/dip-sumedang-2024-seperti-terbit.xlsx", "informasi"),
        ("kab-sumedang/dik-2022.csv", "messy/dik-sumedang-2022-seperti-terbit.csv", "dikecualikan"),
        ("kab-sumedang/dik-2022.csv", "messy/dik-sumedang-2022-seperti-terbit.xlsx", "dikecualikan"),
    ]
    for clean, messy, register in pairs:
        both = []
        for name in (clean, messy):
            plan = import_files([real / name], register_named(register), root, law)
            both.append({write.path: _without_source(write.text) for write in plan.writes})
        assert both[0] == both[1]


def _without_source(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("sumber:"))


def test_an_entry_that_an_officer_edited_and_moved_is_kept_as_it_is(table: Table, root: Path, take: Import) -> None:
    file = table("no,judul,kategori\n1,Laporan Kinerja,Berkala\n2,Neraca,Berkala\n")
    take(file)
    old = root / "content/informasi/neraca.yaml"
    new = root / "content/informasi/keuangan/neraca-daerah.yaml"
    new.parent.mkdir()
    new.write_text(old.read_text().replace("judul: Neraca", "judul: Neraca Daerah"))
    old.unlink()
    before = snapshot(root)
    assert take(file).report.present == 2
    assert snapshot(root) == before


def test_an_entry_that_an_officer_deleted_does_not_come_back_unless_asked_for(
    table: Table, root: Path, take: Import
) -> None:
    file = table("no,judul,kategori\n1,Laporan Kinerja,Berkala\n2,Neraca,Berkala\n")
    take(file)
    (root / "content/informasi/neraca.yaml").unlink()
    shutil.rmtree(root / ".ppidgen", ignore_errors=True)
    report = take(file).report
    assert (report.written, report.present) == (0, 1)
    assert [(note.line, note.shown) for note in report.sheets[0].removed] == [(3, "2 | Neraca | Berkala")]
    said = tell(report, report_words("id"))
    assert "pernah diimpor lalu entrinya dihapus, tidak ditulis lagi (pakai --again bila perlu): 1" in said
    assert not (root / "content/informasi/neraca.yaml").exists()
    again = take(file, options=ImportOptions(again=True)).report
    assert (again.written, again.sheets[0].removed) == (1, ())
    assert (root / "content/informasi/neraca.yaml").is_file()


def test_a_unit_that_an_officer_deleted_does_not_come_back_unless_asked_for(
    table: Table, root: Path, take: Import
) -> None:
    file = table("nama,induk\nDinas Kesehatan,\nDinas Sosial,\nBidang Gizi,Dinas Kesehatan\n", "unit.csv")
    assert take(file, "unit").report.written == 3
    (root / "content/unit/dinas-sosial.yaml").unlink()
    report = take(file, "unit").report
    assert (report.written, report.present) == (0, 2)
    assert [note.line for note in report.sheets[0].removed] == [3]
    assert not (root / "content/unit/dinas-sosial.yaml").exists()
    assert take(file, "unit", options=ImportOptions(again=True)).report.written == 1


def test_a_row_of_our_own_export_comes_back_neither(table: Table, root: Path, take: Import) -> None:
    def exported(title: str) -> Path:
        return table(f"id,judul,kategori\nkinerja,Laporan Kinerja,berkala\nneraca,{title},berkala\n")

    assert take(exported("Neraca")).report.written == 2
    (root / "content/informasi/neraca.yaml").unlink()
    report = take(exported("Neraca yang disunting")).report  # it is the same record whatever was edited in Excel
    assert (report.written, report.present, [note.line for note in report.sheets[0].removed]) == (0, 1, [3])
    assert take(exported("Neraca"), options=ImportOptions(again=True)).report.written == 1


def test_a_history_that_is_lost_or_spoilt_hinders_no_import(table: Table, root: Path, take: Import) -> None:
    file = table("judul,kategori\nNeraca,Berkala\n")
    take(file)
    history = root / "impor/riwayat.txt"
    first = history.read_text(encoding="utf-8")
    history.write_bytes(b"\xff\x00<<<<<<< HEAD\n")
    assert take(file).report.present == 1
    assert history.read_text(encoding="utf-8") == first


def test_an_old_workbook_is_read_like_a_new_one(repository: Path, root: Path, take: Import) -> None:
    report = take(repository / "tests/data/dip.xls").report
    assert (report.read, report.written) == (3, 3)
    assert [(entry.title, entry.year) for entry in entries(root)] == [
        ("Laporan Kinerja — Ñ", 2025), ("Neraca Daerah", 2024), ("Rencana Kerja", 2023),
    ]  # fmt: skip


def test_a_name_that_another_entry_has_is_numbered(table: Table, root: Path, take: Import) -> None:
    place = root / "content/informasi/neraca.md"
    place.parent.mkdir()
    place.write_text("---\njudul: Neraca\nkategori: berkala\n---\n")
    take(table("judul,kategori\nNeraca,Berkala\nNeraca,Berkala\n"))
    names = sorted(file.name for file in place.parent.iterdir())
    assert names == ["neraca-2.yaml", "neraca-3.yaml", "neraca.md"]


def test_a_dry_run_writes_nothing(table: Table, root: Path, take: Import) -> None:
    plan = take(table("judul,kategori\nNeraca,Berkala\n"), write=False)
    assert plan.report.written == 1
    assert snapshot(root) == {}


def test_a_row_that_says_it_is_exempt_goes_to_the_exempt_list_and_its_link_is_told(
    table: Table, root: Path, take: Import
) -> None:
    report = take(
        table("judul,kategori,tautan\nNeraca,Berkala,\nData letter C,Dikecualikan,https://contoh.go.id/c\n")
    ).report
    assert [record.id for record in records(root, "dikecualikan")] == ["data-letter-c"]
    assert [entry.title for entry in entries(root)] == ["Neraca"]
    assert [(note.address, note.reason) for note in report.sheets[0].cells] == [("C3", "not-for-exempt")]


def test_a_category_is_proposed_and_marked_but_never_guessed_silently(table: Table, root: Path, take: Import) -> None:
    report = take(table("no,judul\n1,Laporan Realisasi Anggaran\n2,Zebra Berlari\n")).report
    by_title = {entry.title: entry for entry in entries(root)}
    known = by_title["Laporan Realisasi Anggaran"]
    assert known.category.value == "berkala"
    assert known.duties
    assert known.to_check == ("kategori", "memenuhi")
    assert by_title["Zebra Berlari"].to_check == ("kategori",)
    assert report.guessed_categories == 1
    assert "1 entri ditulis berkala dan ditandai" in tell(report, report_words("id"))


def test_a_category_that_is_ticked_in_a_column_of_its_own_is_read(table: Table, root: Path, take: Import) -> None:
    text = (
        "No,Nama Informasi,Kategori Informasi,,,\n,,Berkala,Serta Merta,Setiap Saat,Dikecualikan\n"
        "1,Neraca,√,,,✗\n2,Banjir,,v,,\n3,Surat Keputusan,-,-,x,-\n4,Berkas Pegawai,,,,√\n5,Aset,√,,√,\n"
        "D. INFORMASI YANG DIKECUALIKAN,,,,,\n6,Data Pegawai,,,,\n"
    )
    report = take(table(text)).report
    found = {entry.id: (entry.category.value, "kategori" in entry.to_check) for entry in entries(root)}
    assert found.pop("aset")[1]  # of two ticks none is chosen
    assert found == {
        "neraca": ("berkala", False),
        "banjir": ("serta-merta", False),
        "surat-keputusan": ("setiap-saat", False),
    }
    assert sorted(record.id for record in records(root, "dikecualikan")) == ["berkas-pegawai", "data-pegawai"]
    assert [(cell.address, cell.reason) for sheet in report.sheets for cell in sheet.cells] == [
        ("F3", "unknown-tick"),  # a cross beside ticks is left to the officer
        ("C7", "several-categories"),
        ("E7", "several-categories"),
    ]


def test_a_title_column_named_after_a_category_stays_one(table: Table, root: Path, take: Import) -> None:
    take(table("No,Judul,Informasi Berkala\n1,Neraca,Dinas A\n"))
    assert [entry.title for entry in entries(root)] == ["Neraca"]


def test_a_fixed_value_holds_for_every_row_and_is_no_proposal(table: Table, root: Path, take: Import) -> None:
    take(table("no,judul\n1,Zebra Berlari\n"), options=ImportOptions(fixed={"kategori": "setiap saat"}))
    (entry,) = entries(root)
    assert (entry.category.value, entry.to_check) == ("setiap-saat", ())


def test_a_fixed_value_for_an_unknown_key_is_told_and_nothing_is_read(table: Table, take: Import) -> None:
    report = take(table("no,judul\n1,Neraca\n"), options=ImportOptions(fixed={"kategri": "berkala"})).report
    assert report.written == 0
    assert "kunci kategri tidak dikenal" in tell(report, report_words("id"))


def test_the_map_that_an_officer_corrected_is_followed(table: Table, root: Path, take: Import, tmp_path: Path) -> None:
    file = table("Kode,Apa,Kapan,Judul\n7,Neraca Daerah,Maret 2024,abaikan saya\n")
    plan = take(file, write=False)
    assert plan.mapping_path == "impor/tabel-informasi.yaml"
    corrected = tmp_path / "peta.yaml"
    corrected.write_text(
        'kolom:\n  "Apa": judul\n  "Kapan": waktu_pembuatan\ntetap:\n  kategori: berkala\nlewati: [Kode, Judul]\n'
    )
    take(file, options=ImportOptions(mapping=read_map_file(corrected)))
    (entry,) = entries(root)
    assert (entry.title, str(entry.made_on), entry.category.value) == ("Neraca Daerah", "Maret 2024", "berkala")


def test_the_map_that_the_program_wrote_gives_the_same_import(real: Path, root: Path, take: Import) -> None:
    file = real / "messy/dik-sumedang-2022-seperti-terbit.csv"
    plan = take(file, "dikecualikan")
    mapping = read_map_file(root / plan.mapping_path)
    again = take(file, "dikecualikan", options=ImportOptions(mapping=mapping))
    assert (again.report.present, again.report.written) == (53, 0)


def test_columns_about_persons_are_dropped_and_counted(table: Table, root: Path, take: Import) -> None:
    text = "no,judul,kategori,nama pemohon,nik,telepon\n1,Neraca,Berkala,Budi Santoso,3211011212850001,081234567890\n"
    report = take(table(text)).report
    written = b"".join(snapshot(root).values()).decode()
    told = tell(report, report_words("id"))
    for secret in ("Budi", "3211011212850001", "081234567890"):
        assert secret not in written + told
    assert "kolom data pribadi tidak dibaca: nama pemohon, nik, telepon (3 sel dibuang)" in told


def test_an_identity_number_in_a_text_is_covered_and_its_cell_named(table: Table, root: Path, take: Import) -> None:
    report = take(table("judul,kategori\nData warga 3211011212850001 tahun 2024,Berkala\n")).report
    told = tell(report, report_words("id"))
    assert "3211011212850001" not in b"".join(snapshot(root).values()).decode() + told
    assert "A2 (judul): memuat nomor yang menyerupai NIK" in told


def test_units_are_found_in_spite_of_slips_of_the_keyboard(real: Path, root: Path, take: Import) -> None:
    take(real / "messy/dip-sumedang-2024-seperti-terbit.csv")
    units = {unit.id for unit in records(root, "unit")}
    assert len(units) == 9
    assert {entry.id.partition("/")[0] for entry in entries(root)} == units


def test_a_unit_of_the_portal_takes_the_entries_that_name_it(table: Table, root: Path, take: Import) -> None:
    place = root / "content/unit/diskominfo.yaml"
    place.parent.mkdir()
    place.write_text("nama: Dinas Komunikasi dan Informatika\nnama_lain: [Diskominfo Contoh]\n")
    text = "judul,kategori,opd\nA,Berkala,dinas komunikasi  dan informatika\nB,Berkala,DISKOMINFO CONTOH\n"
    report = take(table(text)).report
    assert [entry.id for entry in entries(root)] == ["diskominfo/a", "diskominfo/b"]
    assert report.new_units == ()


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", "", "1", "2", "I", "A. Judul", "Berkala", "no", "judul", "kategori", "Jumlah", "a. satu", "dan lain", "v", "-"]
)


@pytest.mark.slow
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=12))
def test_any_table_is_read_without_a_crash_and_each_line_once(
    rows: list[list[str]], law: Law, words: ImportWords
) -> None:

    grid = make_grid("t.csv", "", rows)
    head = find_head(grid, Vocabulary(column_table("informasi"), words).knows)
    if head is not None:
        for roles in (Roles(), Roles(0, min(1, grid.width - 1))):
            body = read_body(grid, head, roles, words)
            told = [line for row in body.rows for line in row.lines] + [passed.line for passed in body.passed]
            outside = [line for line in range(len(grid.cells)) if not head.first <= line <= head.last]
            assert sorted(told) == [line for line in outside if any(cell.strip() for cell in grid.cells[line])]
    for register in ("informasi", "dikecualikan", "unit"):
        report = plan_import([grid], _request(register, law, words)).report
        for sheet in report.sheets:
            assert sheet.read == sheet.written + sheet.present + sheet.joined + len(sheet.skipped)


def test_sheets_beyond_what_one_import_takes_are_named_with_what_to_do(
    law: Law, words: ImportWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "MOST_TAKEN", 4)
    sheets = [make_grid("dip.xlsx", name, [["judul"], [f"Neraca {name}"], ["LRA"]]) for name in ("2023", "2024")]
    plan = plan_import(sheets, _request("informasi", law, words))
    assert [write.path for write in plan.writes] == ["content/informasi/lra.yaml", "content/informasi/neraca-2023.yaml"]
    told = tell(plan.report, report_words("id"))
    assert "dip.xlsx, lembar 2024: lebih dari 4 baris atau 250000 sel untuk sekali impor; bagi tabelnya" in told


@pytest.mark.slow
def test_a_wide_table_of_hostile_cells_is_read_in_good_time(table: Table, take: Import) -> None:
    letters = "abcdefghij" * 4
    row = ",".join(letters[n % 10 :][: 20 + n % 15] + f" {n}" for n in range(190))
    cells = '"' + "/" * 60_000 + '"'
    text = f"judul,ringkasan,waktu dan tempat,kategori\n{cells},{'<!--' * 15_000},{cells},{cells}\n" + f"{row}\n" * 100
    with within(20.0):
        take(table(text), write=False)
