import pytest

from ppidgen.exchange.importing.legal_basis import read_basis
from ppidgen.model.import_table import ImportWords
from ppidgen.model.law.whole import Law


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("UU No. 14 Tahun 2008 Pasal 17 huruf a, c dan h;\nb. UU No. 13 Tahun 2003", "ach"),
        ("Pasal 17 huruf A dan huruf H.", "ah"),
        ("pasal 17 hurufi\nb. UU No. 3 Tahun 2005", "i"),
        ("Pasal 17 huruf b, c\nb. Perka Lembaga Sandi Negara", "bc"),
        ("Pasal 17 huruf b, c, i, dan j;", "bcij"),
        ("pasal 6 ayat (3) huruf d, pasal 17 huruf h", "h"),
        ("Pasal 172 ayat (1) huruf b", ""),
        ("Pasal 17 huruf a;\nb. Permenpan", "a"),
    ],
)
def test_the_letters_of_the_article_are_found(text: str, letters: str, words: ImportWords, law: Law) -> None:
    found = read_basis(text, words, law.instruments["uu-14-2008"])
    assert "".join(table["huruf"].removeprefix("17") for table in found.tables) == letters


def test_numbers_stay_with_their_letter(words: ImportWords, law: Law) -> None:
    text = "UU No 14 Tahun 2008 Pasal 17 huruf b dan huruf h angka 1, angka 3, dan angka 5."
    tables = read_basis(text, words, law.instruments["uu-14-2008"]).tables
    assert [table["pasal"] for table in tables] == ["Pasal 17 huruf b", "Pasal 17 huruf h angka 1, angka 3, angka 5"]


def test_another_act_stands_beside_the_letter_that_needs_one(words: ImportWords, law: Law) -> None:
    text = "Pasal 17 huruf a dan j UU No. 14 Th 2008; UU RI Nomor 1 Tahun 2023; Undang-Undang No. 19/2016"
    found = read_basis(text, words, law.instruments["uu-14-2008"])
    assert found.tables[1]["undang_undang"] == "UU Nomor 1 Tahun 2023; UU Nomor 19 Tahun 2016"
    assert "undang_undang" not in found.tables[0]
    assert found.sure


def test_an_act_that_could_belong_to_several_letters_is_for_an_officer_to_check(words: ImportWords, law: Law) -> None:
    found = read_basis("Pasal 17 huruf a dan h; UU No. 13 Tahun 2003", words, law.instruments["uu-14-2008"])
    assert not found.sure


def test_text_without_a_letter_is_for_an_officer_to_check(words: ImportWords, law: Law) -> None:
    found = read_basis("UU No. 36 Tahun 1999 pasal 22", words, law.instruments["uu-14-2008"])
    assert (found.tables, found.sure) == ((), False)
    assert read_basis("", words, None).sure
