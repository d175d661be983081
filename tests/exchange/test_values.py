from datetime import date

import pytest

from ppidgen.exchange.importing.values import (
    address_of,
    category_of,
    day_of,
    end_of,
    forms_of,
    is_exempt_group,
    is_ticked,
    period_of,
    place_and_time,
    written_period,
    year_of,
)
from ppidgen.model.import_table import ImportWords


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024", "2024"),
        ("Januari 2023", "Januari 2023"),
        ("Setiap tahun", "Setiap tahun"),
        ("13-02-2022", "2022-02-13"),
        ("20--02-2023", "2023-02-20"),
        ("2026-08-20T00:00:00.000Z", "2026-08-20"),
        ("2018-05-11 14:51:33", "2018-05-11"),
        ("2023-2024", "2023-2024"),
    ],
)
def test_times_of_making_keep_what_officers_wrote(text: str, written: str) -> None:
    period = period_of(text)
    assert period is not None
    assert written_period(period) == written


def test_a_day_that_does_not_exist_is_not_understood() -> None:
    assert period_of("31-02-2024") is None
    assert day_of("Maret 2024") is None
    assert day_of("6 Maret 2024") == date(2024, 3, 6)


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        ("Sabu Raijua, 2025", "Sabu Raijua", "2025"),
        ("Contoh, 19 Agustus 2024", "Contoh", "2024-08-19"),
        ("Contoh 2024", "Contoh", "2024"),
        ("Januari 2024 / Contoh", "Contoh", "Januari 2024"),
        ("2024", "", "2024"),
        ("Setiap tahun", "", "Setiap tahun"),
        ("Contoh, TA 2025", "Contoh", "TA 2025"),
        ("TA. 2025", "", "TA. 2025"),
        ("Semester II Tahun 2024", "", "Semester II Tahun 2024"),
        ("per 31 Desember 2024", "", "per 31 Desember 2024"),
        ("Mei, 2024", "", "Mei, 2024"),
        ("Tgl. 5 Mei 2024", "", "2024-05-05"),
        ("Bulan Mei 2024", "", "Mei 2024"),
    ],
)
def test_place_and_time_are_parted(text: str, place: str, time: str, words: ImportWords) -> None:
    found, period = place_and_time(text, words)
    assert period is not None
    assert (found, written_period(period)) == (place, time)


def test_categories_are_known_by_their_usual_names(words: ImportWords) -> None:
    named = ("BERKALA", "Serta Merta", "Informasi yang Wajib Tersedia Setiap Saat", "Berkala / Setiap Saat", "Tahunan")
    assert [category and category.value for category in (category_of(text, words) for text in named)] == [
        "berkala",
        "serta-merta",
        "setiap-saat",
        None,
        None,
    ]


def test_forms_are_named_in_many_ways(words: ImportWords) -> None:
    assert [form.value for form in forms_of("Soft copy dan Hardcopy", words) or ()] == ["softcopy", "hardcopy"]
    assert [form.value for form in forms_of("PDF", words) or ()] == ["softcopy"]
    assert forms_of("batu", words) is None


@pytest.mark.parametrize("text", ["Senin, 4 Maret 2024", "04-Mar-24", "4 mar 2024", "2024-03-04 10:00:00", "4/3/2024"])
def test_a_day_is_read_as_people_and_programs_write_it(text: str) -> None:
    assert day_of(text) == date(2024, 3, 4)


@pytest.mark.parametrize("text", ["3/4/24", "04-Mar-98", "4/31/2024", "45355", "4-Xxx-24", "30-Peb-24"])
def test_what_may_be_another_day_is_no_day(text: str) -> None:
    assert day_of(text) is None


def test_old_spellings_and_english_months_are_known() -> None:
    assert [day_of(text) for text in ("4 Pebruari 2024", "4 Nopember 2024", "04-Aug-24")] == [
        date(2024, 2, 4),
        date(2024, 11, 4),
        date(2024, 8, 4),
    ]


@pytest.mark.parametrize(("text", "kept"), [("01/2024", "01/2024"), ("45355", None), ("Sumedang, 2024", "2024")])
def test_a_month_is_no_place_and_a_bare_number_no_time(text: str, kept: str | None, words: ImportWords) -> None:
    place, period = place_and_time(text, words)
    assert (period and period.text) == kept
    assert place == ("Sumedang" if "," in text else "")


def test_a_group_of_exempt_information_is_known_by_its_title(words: ImportWords) -> None:
    titles = ["B. INFORMASI YANG DIKECUALIKAN", "IV. Daftar Informasi Dikecualikan", "Dikecualikan"]
    assert all(is_exempt_group(title, words) for title in titles)
    others = [
        "",
        "Informasi selain yang dikecualikan",
        "Informasi Publik dan Informasi yang Dikecualikan",
        "A. Berkala",
    ]
    assert not any(is_exempt_group(title, words) for title in others)


def test_ticks_come_in_many_shapes(words: ImportWords) -> None:
    assert all(is_ticked(mark, words, crosses_tick=False) for mark in ("v", "V", "✓", "√", "ya", " Ya ", "1"))
    assert [is_ticked(mark, words, crosses_tick=False) for mark in ("", "-", "x", "ningV")] == [
        False,
        False,
        None,
        None,
    ]
    assert is_ticked("x", words, crosses_tick=True) is True


def test_only_a_plain_end_is_a_day(words: ImportWords) -> None:
    assert end_of("Sampai dengan 31 Desember 2026", words) == date(2026, 12, 31)
    assert end_of("1 Tahun", words) is None
    assert end_of("30 th/selama jangka waktu yang ditetapkan", words) is None


def test_addresses_are_whole_or_none() -> None:
    assert address_of("www.contoh.go.id/a") == "https://www.contoh.go.id/a"
    assert address_of("javascript:alert(1)") is None
    assert address_of("lihat https://contoh.go.id") is None


def test_a_year_is_one_year() -> None:
    assert year_of("Tahun 2024") == 2024
    assert year_of("2023-2024") is None
