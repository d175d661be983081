import tracemalloc
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.diagnostics.shown import MASK
from ppidgen.source.personal import personal_data as looking
from ppidgen.source.personal.identity_number import is_identity
from ppidgen.source.personal.personal_data import Hit, Kind, covered, personal_data
from ppidgen.source.personal.signs import may_hold_mail, may_hold_number, may_hold_personal_data
from tests.pace import ends_soon
from tests.source.personal_corpus import Sample, identity, lookalikes, positives, real_lines


@cache
def corpus() -> tuple[tuple[Sample, ...], tuple[Sample, ...]]:
    return tuple(positives()), tuple(lookalikes())


def kinds(text: str) -> list[Kind]:
    return [hit.kind for hit in personal_data(text)]


def test_the_corpus_is_large_enough_to_say_something() -> None:
    held, alike = corpus()
    assert len(held) >= 300
    assert len(alike) >= 600
    assert len(real_lines()) >= 100
    assert min(Counter(sample.kind for sample in held).values()) >= 20


def test_of_a_hundred_personal_data_at_least_ninety_nine_are_found() -> None:
    held, _ = corpus()
    missed = [sample for sample in held if sample.kind not in kinds(sample.text)]
    assert len(missed) <= len(held) / 100, missed


def test_of_a_hundred_lookalikes_at_most_one_is_taken_for_a_personal_datum() -> None:
    _, alike = corpus()
    wrong = [(sample.text, kinds(sample.text)) for sample in alike if personal_data(sample.text)]
    assert len(wrong) <= len(alike) / 100, wrong


@pytest.mark.parametrize(
    "number",
    ["3211011212850001", "3211015212850001", "317101 170845 0001", "9601014101000001", "9501011505050001"],
)
def test_identity_numbers_are_found(number: str) -> None:
    assert kinds(f"Warga {number}.") == [Kind.IDENTITY]


@pytest.mark.parametrize(
    "text",
    [
        "3211013212850001", "3011011212850001", "1234567890123456", "3211013002850001", "0123456789012345",
        "2000011212850001", "3211017212850001", "Rp3.211.011.212.850.001", "321101121285000112",
        "b52f1007868aa7fd5045ab91d4bca20b7bf665352487685c27a8c0906d51e32d",  # in it "bca"
        "3211011212850001beef", "3211011212850001a",
    ],
)  # fmt: skip
def test_other_long_numbers_are_none(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("NIK 3211011212850001", Kind.IDENTITY, f"3211{MASK * 10}01"),
        ("HP 0812-3456-7890", Kind.PHONE, f"0812{MASK * 6}90"),
        ("budi.contoh@gmail.com", Kind.MAIL, f"bu{MASK * 4}@gmail.com"),
        ("Paspor B 1234567", Kind.CARD, f"B1{MASK * 4}67"),
    ],
)
def test_a_find_is_shown_by_its_first_four_and_last_two(text: str, kind: Kind, shown: str) -> None:
    (hit,) = personal_data(text)
    assert (hit.kind, hit.shown) == (kind, shown)


def test_covering_keeps_the_place_of_every_letter() -> None:
    text = "NIK 3211011212850001, HP 0812-3456-7890, budi@gmail.com."
    hidden = covered(text)
    assert len(hidden) == len(text)
    assert hidden == f"NIK 3211{MASK * 10}01, HP 0812-{MASK * 4}-{MASK * 2}90, bu{MASK * 2}@{MASK * 5}.{MASK * 3}."


def test_one_number_has_one_digest_however_it_is_written() -> None:
    texts = ("0812-3456-7890", "+62 812 3456 7890", "https://wa.me/6281234567890", "081234567890")
    assert len({hit.digest for text in texts for hit in personal_data(text)}) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tulis ke mailto:budi%40gmail.com ya", "budi%40gmail.com"),
        ("mailto:b%75di@gm%61il.com", "b%75di@gm%61il.com"),
        ("**budi**@gmail.com", "budi**@gmail.com"),
        ("budi@**gmail**.com", "budi@**gmail**.com"),
        ("budi\u200b@gm\u00adail.com", "budi\u200b@gm\u00adail.com"),
        ("https://wa.me/%2B6281234567890?text=a", "6281234567890"),
        ("https://wa.me/62812345%36%37890", "62812345%36%37890"),
        ("tel:0812%203456%207890", "0812%203456%207890"),
        ("3211\u20660112\u206912850001", "3211\u20660112\u206912850001"),
        ("KTP 3211011212850001Budi Santoso, 3211", "3211011212850001"),
        ("data3211011212850001Siti.pdf", "3211011212850001"),
        ("3211\u034f0112\ufe0f12850001", "3211\u034f0112\ufe0f12850001"),
        ("\ufe0f\u20e3".join("081234567890"), "\ufe0f\u20e3".join("081234567890")),
        ("NIK " + "\u0332".join("3211011212850001"), "\u0332".join("3211011212850001")),
        ("3211\u00b70112\u00b71285\u00b70001", "3211\u00b70112\u00b71285\u00b70001"),
        ("0812\u22123456\u22127890", "0812\u22123456\u22127890"),
    ],
)
def test_what_a_reader_does_not_see_hides_nothing(text: str, found: str) -> None:
    assert may_hold_personal_data(text)
    (hit,) = personal_data(text)
    assert text[hit.start : hit.end] == found


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("NIK 3211 0112\n1285 0001", Kind.IDENTITY, "3211011212850001"),
        ("No. KTP: 321101\r\n1212850001\n5", Kind.IDENTITY, "3211011212850001"),
        ("NIK | 3211 0112 | 1285 0001 |", Kind.IDENTITY, "3211011212850001"),
        ("NIK 3211/0112/1285/0001", Kind.IDENTITY, "3211011212850001"),
        ("> NIK 32110112\n> 12850001", Kind.IDENTITY, "3211011212850001"),
        ("# NIK 32110112\n# 12850001", Kind.IDENTITY, "3211011212850001"),
        ("NIK 32110112\\\n  12850001", Kind.IDENTITY, "3211011212850001"),
        ("Siti, 321101/121285/0001", Kind.IDENTITY, "3211011212850001"),
        ("NIK\tNama\n3211011212\n850001\nSiti", Kind.IDENTITY, "3211011212850001"),
        ("No. KK 321101\t120585\t0001", Kind.FAMILY_CARD, "3211011205850001"),
        ("NPWP 01.234.567.8-\n012.345", Kind.TAX, "012345678012345"),
        ("0062 812 3456 7890", Kind.PHONE, "6281234567890"),
        ("+62 (0)812-3456-7890", Kind.PHONE, "6281234567890"),
        ("HP: 0812/3456/7890", Kind.PHONE, "081234567890"),
        ("HP 0812\n3456 7890", Kind.PHONE, "081234567890"),
        ("Narahubung: Sari 812-3456-7890", Kind.PHONE, "81234567890"),
        ("No. Rekening BRI 0123/01/012345/50/1", Kind.ACCOUNT, "012301012345501"),
    ],
)
def test_a_number_is_read_over_ends_of_lines_cells_and_slashes(text: str, kind: Kind, value: str) -> None:
    assert may_hold_personal_data(text)
    (hit,) = personal_data(text)
    assert (hit.kind, hit.value) == (kind, value)
    assert value[4:-2] not in "".join(c for c in covered(text) if c.isdigit())


@pytest.mark.parametrize(
    "text",
    [
        "KTP dan KK\n2024123456\n7890123", "12.500.000\n3.211.011", "3211011212\n850001", "Nomor 3211/0112/1285/2024",
        "Rekening BRI per 01/02/2026 - 03/04/2026", "NIK 16 digit\n3211 kode wilayah\n1285", "0062 021 555 1234",
        "Kontak: (0261) 201234, 08.00-16.00", "telepon 0812/II/2024/35", "No. KTP 2024\n12 Desember 1985\n0001",
    ],
)  # fmt: skip
def test_numbers_on_lines_and_between_slashes_are_not_taken_for_one(text: str) -> None:
    assert kinds(text) == []


def test_all_lookalikes_on_lines_of_one_text_make_no_more_alarms_than_alone() -> None:
    texts = [sample.text for sample in corpus()[1]]
    alone = Counter(kind for text in texts for kind in kinds(text))
    for between in ("\n", " / ", "\t"):
        assert Counter(kinds(between.join(texts))).total() <= alone.total() + len(texts) / 100


@given(st.text(), st.integers(0, 9_000), st.text())
def test_an_identity_number_between_any_two_lines_is_found(before: str, number: int, behind: str) -> None:
    text = f"{before}\nNIK: {identity(number)}\n{behind}"
    assert any(hit.value == identity(number) for hit in personal_data(text))


@given(st.text(alphabet="0123456789 .-()/+@\u200b*ABgmail.com,"))
def test_every_find_lies_in_the_text_and_none_upon_another(text: str) -> None:
    end = 0
    for hit in personal_data(text):
        assert 0 <= hit.start < hit.end <= len(text)
        if hit.kind is not Kind.MAIL:
            assert hit.start >= end
            end = hit.end


@settings(max_examples=400)
@given(st.text(alphabet="0189 .-()*_`~[]{}@aAtTx\n\u200b\u00ad\u202e\ufeffé", max_size=40))
def test_no_text_is_ruled_out_in_which_there_is_something_to_look_at(text: str) -> None:
    raw = text.encode()
    assert may_hold_number(raw) or not looking._RUN.search(text)
    assert may_hold_mail(raw) or not looking._AT.search(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["1 " * 200_000, "1" * 400_000, "a@" * 200_000, "08 " * 100_000, "NIK" * 100_000, "-026" * 200_000,
     "0000-01-011" * 80_000, "1/" * 200_000, "NIK 1234/\n" * 40_000, "123456/123456/" * 30_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    ends_soon(personal_data, text, 1.0)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("3201014507900001", Kind.IDENTITY),
        ("320101 450790 0001", Kind.IDENTITY),
        ("32 01 01 450790 0001", Kind.IDENTITY),
        ("01.234.567.8-012.345", Kind.TAX),
        ("0812 3456 7890", Kind.PHONE),
        ("+62 812 3456 789", Kind.PHONE),
        ("62812 3456 789", Kind.PHONE),
    ],
)
def test_a_number_is_found_in_a_row_of_small_numbers(number: str, kind: Kind) -> None:
    assert kinds(f"5 17 023 1 {number} 3 5 023") == [kind]


@given(st.text(alphabet="0123456789 .-()/+@[]{}\u200b*ABgmail.com,\u0663\uff20"))
def test_nothing_is_found_in_a_text_without_the_signs_of_it(text: str) -> None:
    assert may_hold_personal_data(text) or not personal_data(text)


def test_the_personal_data_there_are_have_the_signs_of_it() -> None:
    assert all(may_hold_personal_data(sample.text) for sample in positives())


def test_most_messages_need_no_look() -> None:
    assert not may_hold_personal_data("Tidak ada yang berubah sejak pembangunan terakhir; site sudah mutakhir.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("scan3211011212850001.pdf", Kind.IDENTITY),
        ("Budi;3211011212850001.0;L", Kind.IDENTITY),  # as a table writes a number
        ("NIK: 3211011212850000", Kind.IDENTITY),  # 3211011212850001 as a spreadsheet keeps it
        ("N I K : 3211011212850000", Kind.IDENTITY),
        ("No KK: 3211011212050000", Kind.FAMILY_CARD),
        ("Hubungi 62-812-3456-7890", Kind.PHONE),
        ("Hubungi (62) 812 3456 7890", Kind.PHONE),
        ("budi@googlemail.com", Kind.MAIL),
        ("budi@gmail . com", Kind.MAIL),
    ],
)
def test_what_offices_write_is_found(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "NIB 0812000123456", "NIB: 8120000752437", "rekening listrik 521012345678", "ID Pelanggan 521012345678",
        "62 812 3456 7890", "62.812.345.678", "abcd3211011212850001", "Rp3211011212850001.50", "3211011212850001.01.02",
    ],
)  # fmt: skip
def test_what_offices_write_every_day_is_no_alarm(text: str) -> None:
    assert kinds(text) == []


def test_numbers_are_identity_numbers_by_province_and_day() -> None:
    assert is_identity("3211011212850001")
    assert not is_identity("3211011212850000")
    assert Hit(Kind.PHONE, 0, 1, "6281234567890").digest == Hit(Kind.PHONE, 0, 1, "081234567890").digest


@pytest.mark.parametrize("text", ["6" * 900_000, "6 " * 450_000, "6*" * 450_000])
def test_a_run_of_a_million_digits_takes_little_more_memory_than_it_is_long(text: str) -> None:
    tracemalloc.start()
    personal_data(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100 * len(text)
