"""The words of the interface are read as they were typed."""

import pytest

from ppidgen.model.language.words import parse_words


def test_nested_keys_join_with_a_dot() -> None:
    words = parse_words("list:\n  title: Daftar\n  none: {short: Kosong}\n", "id")
    assert words("list.title") == "Daftar"
    assert words("list.none.short") == "Kosong"
    assert words.language == "id"


def test_places_are_filled_and_an_unknown_key_is_refused() -> None:
    words = parse_words("a: '{n} hari kerja'", "id")
    assert words("a", n=10) == "10 hari kerja"
    with pytest.raises(KeyError):
        words("b")


def test_a_word_that_yaml_takes_for_a_truth_value_stays_a_word() -> None:
    assert parse_words("no: off\nyes: on\n", "id").texts == {"no": "off", "yes": "on"}


@pytest.mark.parametrize("text", ["", "a: [b]", "a: {b: [1]}", "a: {", "- a"])
def test_a_broken_file_is_our_bug_and_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="words"):
        parse_words(text, "id")
