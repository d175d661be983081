"""The measures of reading, held against texts that were labelled by hand."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.model.text.readability import READABILITY_FILE, Readability, parse_readability, sentences, shouts
from ppidgen.source.package_data import read_text

TEXTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data/reading/texts.yaml").read_text(encoding="utf-8")
)
CODES = ("BHS010", "BHS011", "BHS012", "BHS013")


@cache
def measure() -> Readability:
    return parse_readability(read_text(READABILITY_FILE))


def told(text: dict[str, Any]) -> set[str]:
    if "judul" in text:
        return {"BHS013"} if shouts(text["judul"]) else set()
    written = text["naskah"]
    found = {"BHS010" for one in sentences(written) if measure().is_long(one.text)}
    found |= {"BHS011" for one in sentences(written) if measure().is_passive(one.text)}
    return found | ({"BHS012"} if any(measure().unexplained(written, frozenset())) else set())


def test_there_are_enough_texts_good_and_bad_of_every_kind() -> None:
    assert len(TEXTS) >= 60
    assert all(sum(code in text["harap"] for text in TEXTS) >= 6 for code in CODES)
    assert sum(not text["harap"] for text in TEXTS) >= 25


@pytest.mark.parametrize("code", CODES)
def test_a_good_text_is_never_blamed_and_nearly_every_bad_one_is(code: str) -> None:
    hits = [text for text in TEXTS if code in told(text)]
    wanted = [text for text in TEXTS if code in text["harap"]]
    assert [text for text in hits if text not in wanted] == []
    assert len(hits) >= 0.85 * len(wanted)


def test_an_abbreviation_is_explained_by_the_portal_too() -> None:
    assert list(measure().unexplained("Usulan masuk lewat SIPD.", frozenset({"SIPD"}))) == []


def test_code_is_not_read_as_prose() -> None:
    text = "Mulai.\n~~~\nLong code here.\n```\nMore code.\n~~~\nSelesai."
    assert [(one.line, one.text) for one in sentences(text)] == [(1, "Mulai."), (7, "Selesai.")]


def test_a_sentence_is_told_with_the_line_on_which_it_begins() -> None:
    text = "# Judul\n\nSatu. Dua.\n\n- tiga\n  empat\n- lima\n"
    assert [(one.line, one.text) for one in sentences(text)] == [
        (3, "Satu."),
        (3, "Dua."),
        (5, "tiga empat"),
        (7, "lima"),
    ]


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    for one in sentences(text):
        assert 1 <= one.line <= text.count("\n") + 1
        measure().is_long(one.text)
        measure().is_passive(one.text)
    assert all(word in text for word in measure().unexplained(text, frozenset()))
    shouts(text)
