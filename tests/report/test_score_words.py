"""The words of scores: both languages say as much, nothing is left unsaid and nothing is said that nobody asks for."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from ppidgen.exchange.evidence.enclosed import Manner
from ppidgen.exchange.evidence.smaller import Obstacle
from ppidgen.exchange.score_sheet import answer_words
from ppidgen.model.rubrics.rubric import Automation, Confidence, EditionStatus, GroupRule, ScaleKind
from ppidgen.model.rubrics.scorecard import Basis, Ends, Lack, Note
from ppidgen.report.shipped import score_words
from ppidgen.scoring.target import EFFORT
from ppidgen.scoring.told import hundredths
from tests.scoring.portals import scored

PLACE = re.compile(r"\{(\w+)\}")
FAMILIES = {
    "lack": [one.value for one in Lack],
    "fix": [one.value for one in Lack],
    "basis": [one.value for one in Basis],
    "note": [one.value for one in Note],
    "automation": [one.value for one in Automation],
    "status": [one.value for one in EditionStatus],
    "confidence": [one.value for one in Confidence],
    "enclosed": [one.value for one in Manner],
    "cover": [one.value for one in Obstacle],
    "rule": [one.value for one in GroupRule],
    "scale": [one.value for one in ScaleKind],
    "effort": [str(effort) for effort in sorted({*EFFORT.values(), 3} - {0})],
}


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    ours, theirs = score_words("id").texts, score_words("en").texts
    assert ours.keys() == theirs.keys()
    assert [key for key in ours if set(PLACE.findall(ours[key])) != set(PLACE.findall(theirs[key]))] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_that_a_score_can_need_is_there(family: str) -> None:
    known = score_words("id").texts
    assert [name for name in FAMILIES[family] if f"{family}_{name}" not in known] == []


def test_no_word_is_there_that_nobody_asks_for(repository: Path) -> None:
    program = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("report", "exchange", "scoring", "cli")
        for file in sorted((repository / "ppidgen" / folder).rglob("*.py"))
    )
    made = {f"{family}_{name}" for family, names in FAMILIES.items() for name in names}
    asked = {"recorded_means", "claimed_means", "possible_means"} | made
    assert [
        key for key in score_words("id").texts if key not in asked and not re.search(f"['\"]{key}['\"]", program)
    ] == []


@pytest.mark.parametrize(
    ("share", "told"), [("1", "100,0"), ("9999/10000", "99,9"), ("1/2", "50,0"), ("1/10000", "0,1"), ("0", "0,0")]
)
def test_a_hundred_is_told_only_where_nothing_lacks(share: str, told: str) -> None:
    assert hundredths(Fraction(share)) == told


def test_a_claim_to_a_part_is_not_told_as_a_yes() -> None:
    answer = scored("perki-1-2021").answers[0]
    whole, part = (replace(answer, ends=Ends(Fraction(0), Fraction(claim), Fraction(1))) for claim in ("1", "1/4"))
    words = score_words("id")
    assert (answer_words(whole, words), answer_words(part, words)) == (
        "Ya, belum diverifikasi", "Sebagian, belum diverifikasi",
    )  # fmt: skip
