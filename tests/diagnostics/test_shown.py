import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.diagnostics.shown import LONGEST, MASK, covered, for_log, masked, shown, shown_line

NIK = "3211011212850001"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (NIK, "3211••••••••••01"),
        ("0812-3456-7890", "0812-••••-••90"),
        ("Rp 3.211.011.212.850.001", "Rp 3.211.•••.•••.•••.•01"),
        ("1.500.000.000", "1.500.•••.•00"),
        ("+62 812 3456 7890", "+62 81• •••• ••90"),
        ("3211 0112\u00a01285\u200b0001", r"3211 ••••\u{a0}••••\u{200b}••01"),
        ("３２１１０１１２１２８５０００１", "３２１１••••••••••０１"),
    ],
)
def test_a_long_number_is_never_quoted_in_full(written: str, told: str) -> None:
    assert shown(written) == told


@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_a_secret_key_is_never_quoted(case: Callable[[str], str]) -> None:
    written = case("age-secret-key-1qpzry9x8gf2tvdw")
    assert shown_line(f"kunci: {written}") == f"kunci: {written[:16]}{MASK * 15}"


@pytest.mark.parametrize(
    "written",
    ["2024-01-31", "bpkad/lkpd-2024-20240131.pdf", "Rp12.500", "Rp 1.500.000.000,00", "B09.b.01", "188/50/2024"],
)
def test_days_years_and_short_numbers_stay_readable(written: str) -> None:
    assert shown(written) == written


def test_a_number_at_the_cut_is_masked_before_it_is_cut() -> None:
    assert NIK[:6] not in shown("x" * (LONGEST - 8) + NIK)


def test_what_a_terminal_would_obey_is_made_visible() -> None:
    assert shown("a\n::error::b\x1b[31m\u202e\u2028") == r"a\n::error::b\u{1b}[31m\u{202e}\u{2028}"


def test_a_long_value_is_cut() -> None:
    assert len(shown("a" * 500)) == LONGEST
    assert shown("a" * 500).endswith("…")


def test_a_list_or_mapping_has_no_short_form() -> None:
    assert shown({"nik": NIK}) == ""
    assert shown((NIK,)) == ""
    assert shown(2024) == "2024"


@given(st.text())
def test_whatever_is_shown_stands_on_one_short_printable_line(value: str) -> None:
    told = shown(value)
    assert told.isprintable()
    assert len(told) <= LONGEST
    assert shown(told) == told


@given(st.text(alphabet="0123456789 .-a", max_size=60))
def test_no_nine_digits_stand_together_unless_they_are_days(value: str) -> None:
    runs = re.findall(r"\d{9,}", masked(value))
    assert all(re.match(r"(?:19|20)\d\d", run) for run in runs)


@given(st.text())
def test_a_source_line_keeps_its_columns(line: str) -> None:
    told = shown_line(line)
    assert len(told) == len(line.rstrip("\r\n"))
    assert told.isprintable()


@given(st.text(st.sampled_from(":#[ \n\r\t\x1bmvso31;a\u2028\u0085\x0b")) | st.text())
def test_nothing_in_a_log_is_obeyed_and_lines_stay_lines(text: str) -> None:
    told = for_log(text)
    lines = re.split(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", told)
    assert not [line for line in lines if line.lstrip().startswith("::")]
    assert not re.search(r"##(?:\[|vso\[)", told, re.IGNORECASE)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)", told)
    assert told.count("\n") == text.count("\n")
    assert for_log(told) == told


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=40))
def test_ordinary_text_is_told_as_it_is(text: str) -> None:
    assert for_log(text) == text or ":" in text or "##" in text or "\u061c" in text


def test_only_a_persons_terminal_is_given_colours() -> None:
    assert for_log("\x1b[31mgalat\x1b[0m\x1b[2J", colour=True) == "\x1b[31mgalat\x1b[0m\ufffd[2J"
    assert "\x1b" not in for_log("\x1b[31mgalat\x1b[0m")


@given(st.text(st.sampled_from(f"aB1\\.[(d{MASK}"), min_size=1), st.text(st.sampled_from("aB1\\.[(d ")))
def test_covering_a_datum_changes_only_what_it_hides(datum: str, text: str) -> None:
    told = covered(text, datum)
    assert len(told) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, told, strict=True))
