"""The editions that ship: what each is made of, as its sources say, and that none cites what nobody could read."""

from fractions import Fraction

import pytest

from ppidgen.model.rubrics.check import Check
from ppidgen.model.rubrics.rubric import Automation, EditionStatus, GroupRule, Rubric, ScaleKind, StageKind
from ppidgen.reading import rubric_files
from ppidgen.report.criterion_page import edition_page, item_page, names_of
from ppidgen.report.shipped import score_words
from ppidgen.scoring.predicates import PREDICATES
from ppidgen.scoring.reading import read_rubric
from ppidgen.scoring.told import tell
from tests.scoring.portals import answer_of, edition, entry, found, law, scored

JOINING = {"all_of", "any_of", "none_of"}


def points(rubric: Rubric) -> Fraction:
    return sum((one.points or Fraction(0) for one in rubric.criteria if one.duplicate_of is None), Fraction(0))


def test_all_that_was_promised_ships() -> None:
    assert set(rubric_files.known()) == {
        "perki-1-2021", "pusat-2025", "kaltim-2025", "kkp-2024", "banjarnegara-opd-2026", "jateng-saq-2023",
        "desa-perki-1-2018", "kulonprogo-2021",
    }  # fmt: skip


@pytest.mark.parametrize("name", rubric_files.known())
def test_an_edition_is_sound_named_after_its_file_and_says_how_far_to_trust_it(name: str) -> None:
    found = rubric_files.text_of(name)
    assert found is not None
    assert read_rubric(*found, law(), rubric_files.text_of).findings == ()
    head = edition(name).edition
    assert head.id == name
    assert head.sources
    assert head.note


@pytest.mark.parametrize("name", rubric_files.known())
def test_no_edition_cites_an_article_that_could_not_be_read(name: str) -> None:
    cited = {place.instrument for one in edition(name).criteria for place in one.basis}
    assert cited <= law().instruments.keys() - {"perki-1-2022"}


def test_the_105_items_of_kkp_sum_to_101_as_stored_and_to_100_without_the_two_that_repeat() -> None:
    rubric = edition("kkp-2024")
    assert len(rubric.criteria) == 105
    assert sum((one.points or 0 for one in rubric.criteria), Fraction(0)) == 101
    assert points(rubric) == 100
    by_indicator = [
        sum((one.points or 0 for one in indicator.criteria if not one.duplicate_of), Fraction(0))
        for indicator in rubric.indicators
    ]
    assert by_indicator == [15, 25, 30, 20, 10]
    assert {one.id: one.duplicate_of for one in rubric.criteria if one.duplicate_of} == {
        "kkp24-80": "kkp24-79",
        "kkp24-90": "kkp24-89",
    }


def test_the_21_items_of_banjarnegara_are_worth_100_points_of_which_91_are_computed() -> None:
    rubric = edition("banjarnegara-opd-2026")
    assert len(rubric.criteria) == 21
    assert points(rubric) == 100
    shares = scored(rubric).shares.by_automation
    assert [100 * shares[kind] for kind in Automation] == [91, 4, 5, 0]


def test_kaltim_inherits_the_national_design_and_lets_no_part_of_an_item_prove_any_of_it() -> None:
    ours, theirs = edition("kaltim-2025"), edition("pusat-2025")
    assert {one.id: int(one.weight or 0) for one in ours.indicators} == {
        "kualitas": 10, "jenis": 40, "pelayanan": 10, "komitmen": 10, "sarpras": 10, "digitalisasi": 20,
    }  # fmt: skip
    assert [one.weight for one in ours.stages] == [80, 20]
    changed = [one.id for one in ours.criteria if one != theirs.criterion_by_id[one.id]]
    assert changed == [one.id for one in theirs.criteria if one.scale.kind is ScaleKind.PARTS]
    assert {ours.criterion_by_id[name].parts_rule for name in changed} == {GroupRule.UNSAID}
    assert (ours.edition.status, theirs.edition.status) == (EditionStatus.REPORTED, EditionStatus.EXAMPLE)


def test_the_own_edition_has_a_criterion_for_each_leaf_that_is_not_counted_elsewhere() -> None:
    rubric = edition("perki-1-2021")
    leaves = {duty.code for duty in law().duties.values() if duty.is_leaf}
    assert {one.id for one in rubric.criteria} == leaves - {"S16", "S18"}
    assert all(one.points == law().duties[one.id].weight for one in rubric.criteria)


@pytest.mark.parametrize(
    ("item", "title", "proved"),
    [
        ("kkp24-37", "Renja Tahun 2024", 1),
        ("kkp24-37", "Rencana Kerja dan Anggaran Tahun 2024", 0),
        ("kkp24-84", "Perjanjian Kemitraan Tahun 2024", 1),
        ("kkp24-84", "Program Kemitraan Usaha Kecil Tahun 2024", 0),
        ("kkp24-88", "Statistik Kepegawaian Tahun 2024", 1),
        ("kkp24-88", "Pedoman Administrasi dan Kepegawaian Tahun 2024", 0),
        ("kkp24-89", "Rekap Pengaduan Masyarakat Tahun 2024", 1),
        ("kkp24-89", "Tata Cara Pengaduan Masyarakat Tahun 2024", 0),
    ],
)
def test_the_words_of_an_item_do_not_stand_in_the_title_of_something_else(item: str, title: str, proved: int) -> None:
    told = entry(title=title, year="2024", updated="2024-06-01", documents=[{"title": title, "file": "a.pdf"}])
    ends = answer_of(scored("kkp-2024", information=(told,), facts=(found("a.pdf"),)), item).ends
    assert ends is not None
    assert ends.recorded == proved


def test_weights_that_nobody_published_stay_unknown() -> None:
    for name in ("jateng-saq-2023", "desa-perki-1-2018"):
        rubric = edition(name)
        assert all(one.weight is None for one in rubric.indicators)
        assert all(one.points is None for one in rubric.criteria)


def test_an_edition_of_stages_alone_knows_nothing_and_says_so() -> None:
    rubric = edition("kulonprogo-2021")
    assert all(one.kind is StageKind.OUTSIDE for one in rubric.stages)
    card = scored(rubric)
    assert card.recorded.value == 0
    assert card.possible.value == 100
    assert card.shares.by_automation[Automation.OUTSIDE] == 1


def test_each_question_of_the_table_has_one_function_that_answers_it() -> None:
    assert Check.model_fields.keys() - JOINING == PREDICATES.keys()


@pytest.mark.parametrize("name", rubric_files.known())
def test_each_item_of_each_edition_is_explained_with_its_sources_and_how_sure_they_are(name: str) -> None:
    rubric, words = edition(name), score_words("id")
    pages = {item: item_page(rubric, item, law(), words) or "" for item in names_of(rubric)}
    assert [item for item, page in pages.items() if page.count("keyakinan ") < len(rubric.edition.sources)] == []
    assert all(f"  {item}  " in edition_page(rubric, words) for item in rubric.criterion_by_id)


@pytest.mark.parametrize("name", rubric_files.known())
def test_each_edition_prints_its_sources_with_confidence_and_which_part_of_it_who_can_know(name: str) -> None:
    card = scored(name)
    told = tell(card, score_words("id"))
    assert sum("keyakinan " in line for line in told.provenance) == len(card.rubric.edition.sources)
    assert told.share.count("%") == len(Automation)
    assert sum(card.shares.by_automation.values()) == 1
