"""A whole scorecard: the order of what was written changes nothing, every loss has its place and its law."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.assessment import assess, facts_of, of_unit
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.unit import Unit
from ppidgen.model.rubrics.scorecard import NONE, Lack, Reason, Scorecard
from ppidgen.options import Options
from ppidgen.reading.study import Study, read_portal
from ppidgen.report.shipped import score_words
from ppidgen.scoring.comparison import moves
from ppidgen.scoring.reading import Read
from ppidgen.scoring.target import path_to
from ppidgen.scoring.told import reasons_of, tell
from tests.scoring.portals import answer_of, body, claim, documents, edition, entry, found, scored

SPECIMEN_DAY = date(2026, 11, 20)
CODES = ("B01.a", "B02.a", "B04.a", "B06.b", "S04", "S08", "W09")


@pytest.fixture(scope="module")
def specimen(repository: Path) -> Study:
    return read_portal(repository, Options(SPECIMEN_DAY))


def totals(card: Scorecard) -> list[Fraction]:
    return [card.recorded.value, card.claimed.value, card.possible.value]


@pytest.mark.parametrize(
    ("name", "is_mean"), [("perki-1-2021", True), ("kkp-2024", True), ("pusat-2025", True), ("jateng-saq-2023", False)]
)
def test_a_reader_is_told_that_packages_are_valued_by_their_mean(name: str, *, is_mean: bool) -> None:
    told = tell(scored(name), score_words("id")).notes
    assert any("rata-rata paket" in note for note in told) is is_mean


@settings(max_examples=20)
@given(st.permutations(range(len(CODES))))
def test_the_order_of_records_changes_nothing(order: list[int]) -> None:
    entries = [entry(number, duties=(code,), documents=documents("a.pdf")) for number, code in enumerate(CODES)]
    evidence = [claim(number, criterion="kkp24-105", file="a.png", claim=f"0.{number}") for number in range(len(CODES))]
    files = (found("a.pdf"), found("a.png", "png"))
    straight = scored("kkp-2024", information=tuple(entries), evidence=tuple(evidence), facts=files)
    shuffled = scored(
        "kkp-2024",
        information=tuple(entries[place] for place in order),
        evidence=tuple(evidence[place] for place in order),
        facts=files,
    )
    assert totals(straight) == totals(shuffled)


@pytest.mark.parametrize("name", ["perki-1-2021", "kaltim-2025", "kkp-2024", "banjarnegara-opd-2026"])
def test_what_is_lost_and_what_is_recorded_make_the_whole(specimen: Study, name: str) -> None:
    card = assess(specimen, Read(edition(name), ""))
    lost = sum((one.points or NONE for one in card.losses), NONE)
    outside = sum((one.weight or NONE for one in card.stages if one.id == "visitasi"), NONE)
    whole = card.rubric.scale_total - outside
    assert abs(card.recorded.value + lost - whole) <= Fraction(1, 100)


def test_each_loss_of_the_own_edition_says_why_and_on_which_law(specimen: Study) -> None:
    card = assess(specimen, Read(edition("perki-1-2021"), ""))
    assert card.losses
    assert [one.answer.criterion.id for one in card.losses if not one.citations or not one.answer.reasons] == []
    points = [one.points or NONE for one in card.losses]
    assert points == sorted(points, reverse=True)


def test_a_path_arrives_where_it_says_and_takes_the_largest_step_first(specimen: Study) -> None:
    rubric = edition("banjarnegara-opd-2026")
    path = path_to(Fraction(90), rubric, facts_of(specimen, rubric))
    assert path.arrives
    assert path.start + sum(step.gain for step in path.steps) == path.reached
    assert [step.gain for step in path.steps] == sorted((step.gain for step in path.steps), reverse=True)
    assert (
        path_to(Fraction(100), edition("kulonprogo-2021"), facts_of(specimen, edition("kulonprogo-2021"))).steps == ()
    )


def test_a_unit_is_scored_by_its_own_records(specimen: Study) -> None:
    rubric = Read(edition("perki-1-2021"), "")
    unit = assess(of_unit(specimen, "bpkad"), rubric)
    own = {proof.unit for answer in unit.answers for proof in answer.proofs if proof.register == "informasi"}
    assert own == {"bpkad"}
    assert unit.recorded.value < assess(specimen, rubric).recorded.value


def test_a_unit_answers_for_its_own_profile(specimen: Study) -> None:
    rubric = Read(edition("banjarnegara-opd-2026"), "")
    study = of_unit(specimen, "bpkad")
    assert study.unit
    bare = replace(study, unit=Unit.model_validate({"id": "bpkad", "name": "Badan Keuangan"}))
    told = [next(a for a in assess(one, rubric).answers if a.criterion.id == "bna26-7") for one in (study, bare)]
    assert [answer.ends and answer.ends.recorded for answer in told] == [1, 0]
    assert {proof.register for proof in told[0].proofs} == {"unit", "badan-publik"}


def test_a_comparison_tells_the_points_that_moved() -> None:
    files = (found("a.pdf"),)
    before = scored("perki-1-2021", facts=files)
    after = scored("perki-1-2021", facts=files, information=(entry(duties=("B04.a",), documents=documents("a.pdf")),))
    moved = {one.id: one.points or NONE for one in moves(before, after)}
    assert moved["B04.a"] > 0
    assert abs(sum(moved.values(), NONE) - (after.recorded.value - before.recorded.value)) <= Fraction(1, 50)
    assert moves(before, before) == ()


def test_reasons_are_told_once_also_of_records_that_hold_tables(specimen: Study) -> None:
    report = specimen.context.portal.reports[0]
    with pytest.raises(TypeError):
        hash(report)
    once, other = Reason(Lack.OLD, "laporan", report), Reason(Lack.ABSENT, "berkas")
    answer = replace(scored("perki-1-2021").answers[0], reasons=(once, other, Reason(Lack.OLD, "laporan", report)))
    assert reasons_of(answer.reasons) == (once, other)


def test_what_is_there_and_proves_nothing_is_not_called_absent() -> None:
    entries = (entry(duties=("B04.a",)), entry(2, duties=("B01.c",)))
    nil = NilStatement.model_validate({"id": "a", "statement": "Tidak ada.", "duties": ("B06.b",)})
    unit = Unit.model_validate({"id": "bpkad", "name": "Badan Keuangan", "tasks": "Mengelola keuangan."})
    card = scored("perki-1-2021", information=entries, nil=(nil,), units=(unit,))
    lacks = {code: [one.lack for one in answer_of(card, code).reasons] for code in ("B04.a", "B04.b", "B06.b", "B01.c")}
    assert lacks == {
        "B04.a": [Lack.LISTED_ONLY],
        "B04.b": [Lack.ABSENT],
        "B06.b": [Lack.NIL_UNSIGNED],
        "B01.c": [Lack.LISTED_ONLY, Lack.EMPTY_FIELD],
    }
    assert answer_of(card, "B01.c").reasons[1].what == "Badan Keuangan: pimpinan, gambaran_umum"


def test_that_an_event_did_not_happen_costs_nothing_and_hides_no_event_that_did() -> None:
    nil = NilStatement.model_validate({
        "id": "n", "duties": ("M05",), "statement": "Tidak ada racun.", "reason": "Diuji.", "day": "2026-01-02",
        "signed_by": "Kepala Dinas Kesehatan", "decree": {"number": "1", "day": "2026-01-02"},
    })  # fmt: skip
    announced = entry(title="Racun pada jajanan", duties=("M05",), link="https://contoh.go.id/racun")
    silent, told = scored("perki-1-2021"), scored("perki-1-2021", nil=(nil,))
    assert answer_of(told, "M05").ends is None
    assert (silent.recorded, silent.possible) == (told.recorded, told.possible)
    assert answer_of(scored("perki-1-2021", nil=(nil,), information=(announced,)), "M05").ends is not None


def test_to_say_that_a_state_body_has_no_bylaws_costs_nothing() -> None:
    said = body(not_applicable=[{"activity": "ad-art", "reason": "Badan pemerintah."}])
    silent, told = scored("perki-1-2021"), scored("perki-1-2021", body=said)
    assert answer_of(told, "B01.b").ends is None
    assert (silent.recorded, silent.claimed) == (told.recorded, told.claimed)
