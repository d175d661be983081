from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.exchange.grids.delimited import read_delimited, sniff
from ppidgen.exchange.grids.grid import Unreadable

ROWS = (("no", "judul", "kategori"), ("1", "Neraca, Arus Kas; dan “Catatan”", "Berkala"), ("2", "Café", "Setiap Saat"))


def written(separator: str) -> str:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_separator_and_usual_encoding_is_read(separator: str, encoding: str) -> None:
    assert read_delimited("a.csv", written(separator).encode(encoding)).cells == ROWS


def test_the_separator_line_of_a_spreadsheet_program_is_followed() -> None:
    assert read_delimited("a.csv", b"sep=|\na|b,c\n1|2,3\n").cells == (("a", "b,c"), ("1", "2,3"))


def test_title_lines_above_the_table_do_not_mislead() -> None:
    text = (
        "DAFTAR INFORMASI PUBLIK, KABUPATEN CONTOH\n\nno;judul;kategori\n1;Neraca, 2024;Berkala\n2;Arus kas;Berkala\n"
    )
    assert sniff(text) == ";"


def test_cells_keep_their_lines() -> None:
    assert read_delimited("a.csv", b'a,b\n"x\ny",z\n').cells[1] == ("x\ny", "z")


def test_ragged_rows_are_evened_out() -> None:
    assert read_delimited("a.csv", b"a,b,c\n1\n1,2,3,4\n").cells == (
        ("a", "b", "c", ""),
        ("1", "", "", ""),
        ("1", "2", "3", "4"),
    )


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"PK\x03\x04rest", "wrong-ending"),
        (b"%PDF-1.7", "wrong-ending"),
        (b"a,b\n\x00\x01\x02,c\n" + b"x" * 99, "binary"),
        (b'a,b\n1,"' + b"x" * 200_000, "bad-quotes"),
        (b'no;judul\n1;"Neraca\n2;Arus kas\n', "bad-quotes"),
        (b"a" + b",a" * 300, "too-many-cells"),
        (b"\x1d\x1d\x1d", "empty"),
        (b",,,\n , ,\n", "empty"),
    ],
)
def test_what_is_no_table_is_told_with_its_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_delimited("a.csv", raw)
    assert told.value.reason == reason


@given(st.binary(max_size=400))
def test_any_bytes_give_a_grid_or_a_reason(raw: bytes) -> None:
    with suppress(Unreadable):
        grid = read_delimited("a.csv", raw)
        assert all(len(row) == grid.width for row in grid.cells)


def test_a_quote_that_is_never_closed_is_told_with_the_line_where_it_opens() -> None:
    with pytest.raises(Unreadable) as told:
        read_delimited("a.csv", b'no;judul\r\n1;"Satu\r\ndua"\r\n2;"Neraca\r\n3;Arus kas\r\n')
    assert told.value.data["line"] == "4"


@pytest.mark.parametrize("last", ['1;Pipa 5" hitam', '1;"Neraca" saja', '1;"Neraca"', '1;""'])
def test_quotes_that_stand_anywhere_else_are_taken_as_they_are(last: str) -> None:
    assert len(read_delimited("a.csv", f"no;judul\n{last}".encode()).cells) == 2
