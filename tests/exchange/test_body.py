from ppidgen.exchange.grids.grid import Merge, make_grid
from ppidgen.exchange.importing.body import Body, Passed, Roles, read_body
from ppidgen.exchange.importing.columns import Vocabulary
from ppidgen.exchange.importing.head import Head, find_head
from ppidgen.exchange.tables import column_table
from ppidgen.model.import_table import ImportWords

Rows = list[list[str]]
HEAD = ["No", "Judul Informasi", "Penanggung Jawab", "Kategori"]


def read(
    rows: Rows, words: ImportWords, *, roles: Roles | None = None, merges: tuple[Merge, ...] = ()
) -> tuple[Head, Body]:
    grid = make_grid("t.csv", "", rows, merges)
    head = find_head(grid, Vocabulary(column_table("informasi"), words).knows)
    assert head is not None
    return head, read_body(grid, head, roles or Roles(0, 1), words)


def cells(body: Body) -> list[tuple[str, ...]]:
    return [row.cells for row in body.rows]


def reasons(body: Body) -> list[tuple[int, str]]:
    return [(passed.line, passed.reason) for passed in body.passed]


def test_titles_above_the_head_are_passed_over_and_told(words: ImportWords) -> None:
    head, body = read([["DAFTAR", "", "", ""], ["NOMOR", "5", "", ""], [], HEAD, ["1", "A", "B", "Berkala"]], words)
    assert (head.first, head.last) == (3, 3)
    assert cells(body) == [("1", "A", "B", "Berkala")]
    assert body.passed == (Passed(0, "caption", "DAFTAR"), Passed(1, "caption", "NOMOR | 5"))


def test_a_head_of_three_rows_is_joined_from_the_widest_to_the_narrowest(words: ImportWords) -> None:
    rows = [
        ["No", "Judul", "Status Informasi", "", "", "Bentuk Informasi", ""],
        ["", "", "Dikuasai", "", "Belum Ada", "Softcopy", "Hardcopy"],
        ["", "", "Ya", "Tidak", "", "", ""],
        ["1", "Neraca", "v", "", "", "v", ""],
    ]
    head, body = read(rows, words)
    assert [cell.text for cell in head.cells] == [
        "No",
        "Judul",
        "Status Informasi Dikuasai Ya",
        "Status Informasi Dikuasai Tidak",
        "Status Informasi Belum Ada",
        "Bentuk Informasi Softcopy",
        "Bentuk Informasi Hardcopy",
    ]
    assert len(body.rows) == 1


def test_a_wide_head_above_the_main_row_belongs_to_it(words: ImportWords) -> None:
    rows = [["", "", "Bentuk Informasi", ""], ["No", "Judul", "Softcopy", "Hardcopy"], ["1", "Neraca", "v", ""]]
    head, body = read(rows, words)
    assert [cell.text for cell in head.cells][2:] == ["Bentuk Informasi Softcopy", "Bentuk Informasi Hardcopy"]
    assert cells(body) == [("1", "Neraca", "v", "")]


def test_a_head_repeated_on_the_next_page_is_no_entry(words: ImportWords) -> None:
    _, body = read([HEAD, ["1", "A", "B", "C"], HEAD, ["2", "D", "E", "F"]], words)
    assert cells(body) == [("1", "A", "B", "C"), ("2", "D", "E", "F")]
    assert reasons(body) == [(2, "head-again")]


def test_a_row_cut_by_the_page_is_put_together_again(words: ImportWords) -> None:
    _, body = read(
        [HEAD, ["1", "Daftar Nama\nPelaksana", "Bidang", "Berkala"], ["", "dan alamat", "Anggaran", ""]], words
    )
    assert cells(body) == [("1", "Daftar Nama\nPelaksana\ndan alamat", "Bidang\nAnggaran", "Berkala")]
    assert body.rows[0].lines == (1, 2)


def test_empty_cells_on_the_left_repeat_those_above(words: ImportWords) -> None:
    rows = [
        ["No", "Kelompok", "Judul", "Penanggung Jawab", "Kategori"],
        ["1", "Keuangan", "Neraca", "Bidang A", "Berkala"],
        ["", "", "Arus Kas", "Bidang B", "Berkala"],
    ]
    _, body = read(rows, words, roles=Roles(0, 2))
    assert cells(body)[1] == ("1", "Keuangan", "Arus Kas", "Bidang B", "Berkala")


def test_cells_merged_downwards_hold_for_each_row(words: ImportWords) -> None:
    rows = [HEAD, ["1", "A", "Bidang", "Berkala"], ["2", "B", "", "Berkala"]]
    _, body = read(rows, words, merges=(Merge(1, 2, 2, 2),))
    assert [row.cells[2] for row in body.rows] == ["Bidang", "Bidang"]


def test_titles_of_groups_are_kept_with_the_rows_below_them(words: ImportWords) -> None:
    rows = [
        HEAD,
        ["I", "Informasi Berkala", "", ""],
        ["1", "A", "B", ""],
        ["B. SETIAP SAAT", "", "", ""],
        ["2", "C", "D", ""],
    ]
    _, body = read(rows, words)
    assert [(row.cells[1], row.group) for row in body.rows] == [("A", "Informasi Berkala"), ("C", "B. SETIAP SAAT")]
    assert reasons(body) == [(1, "group"), (3, "group")]


def test_column_numbers_totals_and_signatures_are_no_entries(words: ImportWords) -> None:
    rows = [
        HEAD,
        ["(1)", "(2)", "(3)", "(4)"],
        ["1", "Catatan atas Laporan Keuangan", "Bidang", "Berkala"],
        ["Jumlah", "1", "", ""],
        [],
        ["", "", "", "Ditetapkan di Contoh"],
        ["", "", "", "NIP 123"],
    ]
    _, body = read(rows, words)
    assert len(body.rows) == 1
    assert reasons(body) == [(1, "column-numbers"), (3, "total"), (5, "closing"), (6, "closing")]


def test_a_list_without_numbers_keeps_short_rows(words: ImportWords) -> None:
    rows = [["Judul", "Penanggung Jawab", "Kategori"], ["Neraca", "", ""], ["Catatan", "Bidang", "Berkala"]]
    _, body = read(rows, words, roles=Roles(None, 0))
    assert [row.cells[0] for row in body.rows] == ["Neraca", "Catatan"]
