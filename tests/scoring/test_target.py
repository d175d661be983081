"""The path to a target: no choice of steps costs less, against every choice that there is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.rubrics.scorecard import MET
from ppidgen.report.shipped import score_words
from ppidgen.scoring.answers import answers
from ppidgen.scoring.arithmetic import final_ends, grouped, rounded
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.score import score, summed
from ppidgen.scoring.several import Way, told_of_outside
from ppidgen.scoring.target import EFFORT, Path, path_to
from tests.scoring.portals import claim, edition, facts, found
from tests.scoring.rubrics import STAGE, attached, indicator, of

GATE = (
    "tahap:\n  - {id: saq, nama: Kuesioner, bobot: 80}\n"
    "  - {id: visitasi, nama: Visitasi, bobot: 20, jenis: luar, bila_tiada: rentang}\n"
    "gerbang: [{dari: saq, ke: visitasi, min: 60, bila_gagal: saq_saja}]\n"
)
# What is asked of a criterion decides its effort: nothing attached 2, a document that is nowhere 3, a claim 4.
KINDS = ("attached", "computed", "claimed")


def criterion(name: str, kind: str, points: int, group: str) -> str:
    more = f"kelompok: {{id: {group}, aturan: semua_atau_nol}}" if group else ""
    if kind != "computed":
        return attached(name, points, more)
    keys = f", {more}" if more else ""
    return (
        f"      - {{id: {name}, tanya: Ada {name}, poin: {points}, otomasi: otomatis, "
        f"cek: {{kewajiban: {{kode: [B04.a]}}}}{keys}}}\n"
    )


def made(asked: Sequence[tuple[str, int, str]], weights: tuple[object, object], stages: str) -> tuple[Rubric, Facts]:
    """Write a rubric of two indicators, and a portal in which nothing but claims is there."""
    named = [(f"k{number}", kind, points, group) for number, (kind, points, group) in enumerate(asked)]
    halves = (named[: len(named) // 2], named[len(named) // 2 :])
    text = "".join(
        indicator(name, weight, (criterion(*one) for one in half))
        for name, weight, half in zip("ab", weights, halves, strict=True)
    )
    rubric = of(text, stages=stages)
    claims = tuple(
        claim(number, "contoh", criterion=name, file="a.png")
        for number, (name, kind, _, _) in enumerate(named)
        if kind == "claimed"
    )
    return rubric, facts(rubric, evidence=claims, facts=(found("a.png", "png"),))


def cost(chosen: Sequence[str], kinds: dict[str, str]) -> int:
    return sum({"attached": 2, "computed": 3, "claimed": 4}[kinds[name]] for name in chosen)


def reached(rubric: Rubric, portal: Facts, chosen: Sequence[str]) -> Fraction:
    given = [replace(one, ends=MET) if one.criterion.id in chosen else one for one in answers(rubric, portal)]
    ends = final_ends(rubric, summed(rubric, grouped(given, rubric.groups), portal).stages)
    return rounded(ends.recorded * rubric.scale_total, rubric.rounding.digits)


def choices(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for count in range(len(names) + 1):
        yield from combinations(names, count)


def named(path: Path) -> tuple[str, ...]:
    return tuple(loss.answer.criterion.id for step in path.steps for loss in step.losses)


asked = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 9), st.sampled_from(["", "", "g"])), min_size=2, max_size=6
)


@settings(max_examples=30)
@given(asked, st.integers(1, 99), st.integers(0, 110))
def test_no_choice_of_steps_reaches_the_target_for_less(
    asked: list[tuple[str, int, str]], weight: int, target: int
) -> None:
    rubric, portal = made(asked, (weight, 100 - weight), STAGE)
    path = path_to(Fraction(target), rubric, portal)
    kinds = {f"k{number}": kind for number, (kind, _, _) in enumerate(asked)}
    enough = [cost(one, kinds) for one in choices(list(kinds)) if reached(rubric, portal, one) >= target]
    assert path.is_proven
    assert path.arrives == bool(enough)
    assert path.reached == reached(rubric, portal, named(path))
    if enough:
        assert path.cost == min(enough)


@settings(max_examples=25)
@given(asked, st.sampled_from([((None, None), STAGE), ((40, 60), GATE)]), st.integers(0, 110))
def test_where_nothing_is_proved_no_step_can_be_spared(
    asked: list[tuple[str, int, str]], shape: tuple[tuple[object, object], str], target: int
) -> None:
    rubric, portal = made(asked, *shape)
    path = path_to(Fraction(target), rubric, portal)
    whole = reached(rubric, portal, [f"k{number}" for number in range(len(asked))])
    assert not path.is_proven
    assert path.arrives == (whole >= target)
    assert path.reached == reached(rubric, portal, named(path))
    for step in path.steps if path.arrives else ():
        rest = [name for name in named(path) if name not in {loss.answer.criterion.id for loss in step.losses}]
        assert reached(rubric, portal, rest) < target


@pytest.mark.parametrize("effort", sorted({*EFFORT.values()} - {0}))
def test_every_effort_is_between_one_and_four(effort: int) -> None:
    assert 1 <= effort <= 4


def test_what_only_a_visitor_can_give_is_said_where_a_target_is_out_of_reach() -> None:
    rubric = edition("kaltim-2025")
    known = facts(rubric)
    way = Way(score(rubric, known), path_to(Fraction(90), rubric, known))
    assert not way.path.arrives
    assert told_of_outside(way, score_words("id")) == (
        "Yang masih dapat diberikan penilai di luar program: 20,00 (Visitasi).",
    )
