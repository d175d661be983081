"""The words of the shipped data in further languages: every one is there, and each is still the word of something."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

import pytest
import yaml

from ppidgen.model.accessibility import ACCESSIBILITY_FILE, parse_accessibility
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import (
    Choice,
    PersonalKind,
    Profile,
    SharePictures,
    SubmissionEncoding,
    ThemeName,
)
from ppidgen.model.language.data_words import WORDED, DataWords, accessibility_in, law_in, parse_data_words
from ppidgen.model.language.tongue import STEP_IN
from ppidgen.model.law.whole import Law
from ppidgen.model.paper_kind import PaperKind
from ppidgen.model.standing.case_state import LetterKind
from ppidgen.reading.shipped import shipped_law
from ppidgen.source.package_data import read_text

# The wording of a duty is that of the law itself.
OF_THE_LAW = {duty.text for duty in shipped_law().duties.values()}


# Choices that no page names: they are printed on official documents, or told to officers.
OF_THE_OFFICE = {LetterKind, PaperKind, PersonalKind, Profile, SharePictures, SubmissionEncoding, ThemeName}


def words(language: str) -> DataWords:
    return parse_data_words(read_text(f"terjemahan/{language}/kalimat.yaml"), language)


def sentences_of(law: Law) -> Iterator[str]:
    """Give every sentence of the law that may be worded in another language."""
    for field in fields(law):
        table = getattr(law, field.name)
        for part in table.values() if isinstance(table, Mapping) else ():
            yield from _sentences(part)


def _sentences(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _sentences(one)
    elif isinstance(value, Part):
        for name in WORDED.get(type(value), ()):
            yield from _sentences(getattr(value, name))


def test_every_sentence_of_law_and_forms_is_there_in_english() -> None:
    known = words("en").sentences
    assert [one for one in sentences_of(shipped_law()) if one not in known and one not in OF_THE_LAW] == []


def test_what_was_tested_of_accessibility_is_there_in_english() -> None:
    told = accessibility_in(parse_accessibility(read_text(ACCESSIBILITY_FILE)), words("en"))
    assert STEP_IN not in "".join((told.standard, *told.tools, *told.automatic, *told.not_done))


def test_no_sentence_is_kept_that_nothing_says_any_more() -> None:
    test = parse_accessibility(read_text(ACCESSIBILITY_FILE))
    said = {*sentences_of(shipped_law()), test.standard, *test.tools, *test.automatic, *test.not_done}
    assert set(words("en").sentences) - said == set()


def test_every_closed_choice_has_a_name_in_english() -> None:
    table: Any = yaml.load(read_text("terjemahan/en/pilihan.yaml"), Loader=yaml.CBaseLoader)  # noqa: S506 - ours
    wanted = {
        kind.__name__: {one.value for one in kind}
        for kind in Choice.__subclasses__()
        if kind.__module__.startswith("ppidgen.") and kind not in OF_THE_OFFICE
    }
    known = {name: set(names) for name, names in table["choice"].items()}
    assert known == wanted


def test_the_law_keeps_its_codes_and_marks_what_has_no_gloss() -> None:
    law, told = shipped_law(), law_in(shipped_law(), words("en"))
    assert told.duties.keys() == law.duties.keys()
    assert told.duties["B04.a"].label == "Budget planned and realised"
    assert told.duties["B04.a"].text.startswith(STEP_IN)
    assert told.deadlines["R05"].basis == law.deadlines["R05"].basis


@pytest.mark.parametrize(
    ("citation", "gloss"),
    [
        ("UU KIP Pasal 22(7)", "Public Information Act Art. 22(7)"),
        ("Perki 1/2021 Pasal 21(2) huruf b", "Commission Reg. 1/2021 Art. 21(2) letter b"),
        ("Undang-Undang Nomor 14 Tahun 2008", "Act Number 14 of 2008"),
    ],
)
def test_a_citation_can_be_said_in_english(citation: str, gloss: str) -> None:
    assert words("en").gloss(citation) == gloss
