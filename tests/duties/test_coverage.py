"""The one state of each duty, and what may and may not change it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.duties.carried import REPORT_MONTHS
from ppidgen.duties.coverage import cover
from ppidgen.model.elements.vocabulary import BodyKind
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.procurement import ProcurementPackage
from ppidgen.model.records.publication import Announcement
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.model.records.unit import Unit
from ppidgen.model.standing.coverage import Coverage, Reason
from ppidgen.model.standing.coverage import CoverageState as State
from tests.duties.coverages import DOCUMENT, FRESH, OLD, TEXT, TODAY, body, covered, entry, exempt, law, nil, portal

LINK = {"tautan": "https://jdih.example.go.id/1"}


def states(
    made: Sequence[InformationEntry | NilStatement], proposed: Sequence[str] = (), **others: Any
) -> dict[str, Coverage]:
    registers = portal(
        information=tuple(one for one in made if isinstance(one, InformationEntry)),
        nil=tuple(one for one in made if isinstance(one, NilStatement)),
        **others,
    )
    return dict(cover(registers, law(), TODAY, proposed).duties)


@pytest.mark.parametrize(
    ("fields", "state", "reason"),
    [
        (DOCUMENT, State.PUBLISHED, Reason.OWN_DOCUMENT),
        ({"isi": TEXT}, State.PUBLISHED, Reason.OWN_TEXT),
        (LINK, State.LINKED, Reason.EXTERNAL_LINK),
        ({}, State.MISSING, Reason.LISTED_ONLY),
        ({"ringkasan_isi": TEXT}, State.MISSING, Reason.LISTED_ONLY),
        ({"isi": "Masih disusun."}, State.MISSING, Reason.LISTED_ONLY),
        ({"dokumen": [{"judul": "Isi", "berkas": "tidak-ada.pdf"}]}, State.MISSING, Reason.LISTED_ONLY),
        ({**DOCUMENT, "updated": OLD}, State.STALE, Reason.OLD),
        ({**DOCUMENT, "updated": None}, State.STALE, Reason.UNDATED),
        ({**DOCUMENT, "updated": date(2099, 1, 1)}, State.STALE, Reason.UNDATED),
    ],
)
def test_an_entry_proves_what_a_citizen_can_read_of_it(fields: dict[str, object], state: State, reason: Reason) -> None:
    found = covered(information=(entry("neraca", "B04.b", **fields),))["B04.b"]
    assert (found.state, found.reason) == (state, reason)


def test_every_leaf_that_binds_the_body_is_in_the_mapping_once_and_no_other() -> None:
    assert list(covered()) == [
        duty.code
        for duty in law().duties.values()
        if duty.is_leaf and not duty.code.startswith(("D", "BUM", "PAR", "ORN")) and duty.code != "B01.b"
    ]


def test_what_need_not_be_renewed_does_not_grow_old() -> None:
    assert covered(information=(entry("perjanjian", "S04", updated=None, **DOCUMENT),))["S04"].state is State.PUBLISHED


def test_a_signed_statement_that_there_is_nothing_settles_a_duty() -> None:
    found = covered(nil=(nil("pelanggaran", "S11"),))["S11"]
    assert found.state is State.NIL
    assert found.is_settled


@pytest.mark.parametrize("missing", ["signed_by", "decree", "day", "reason"])
def test_a_statement_for_which_nobody_answers_settles_nothing(missing: str) -> None:
    found = covered(nil=(nil("pelanggaran", "S11", **{missing: None}),))["S11"]
    assert (found.state, found.reason) == (State.MISSING, Reason.NIL_UNSIGNED)


def test_a_statement_is_believed_for_a_year_at_most_whatever_it_says() -> None:
    statement = nil("pelanggaran", "S11", day=OLD, until=date(2099, 1, 1))
    assert covered(nil=(statement,))["S11"].reason is Reason.NIL_EXPIRED
    assert covered(date(2026, 3, 1), nil=(statement,))["S11"].state is State.NIL


def test_an_entry_that_brings_the_information_outweighs_a_nil_statement() -> None:
    found = covered(information=(entry("pelanggaran", "S11", **DOCUMENT),), nil=(nil("nihil", "S11"),))["S11"]
    assert found.state is State.PUBLISHED


def test_nothing_happened_is_no_fault() -> None:
    found = covered()["M01"]
    assert found.state is State.NO_EVENT
    assert not found.counts


def test_an_entry_of_only_a_title_makes_no_event_of_what_a_statement_says_did_not_happen() -> None:
    empty, whole = entry("pengawasan", "M05"), exempt("M05", sifat="seluruh")
    told = (nil("racun", "M05"),)
    assert not covered(information=(empty,))["M05"].counts
    assert not covered(information=(empty,), nil=told)["M05"].counts
    assert covered(information=(entry("pengawasan", "M05", **DOCUMENT),), nil=told)["M05"].counts
    assert covered(exemptions=(whole,), nil=told)["M05"].counts


def test_what_a_body_says_it_does_not_do_binds_it_once_it_shows_that_it_does() -> None:
    stated = body(not_applicable=[{"kegiatan": "penelitian", "alasan": "Tidak ada balai penelitian."}])
    assert "S13" not in covered(body=stated)
    assert covered(body=stated, information=(entry("riset", "S13", **DOCUMENT),))["S13"].state is State.PUBLISHED


def test_the_unit_whose_entry_meets_a_duty_owns_it() -> None:
    assert covered(information=(entry("neraca", "B04.b", unit="bpkad", updated=FRESH),))["B04.b"].owners == ("bpkad",)


def test_of_several_units_that_meet_a_duty_alike_the_one_whose_record_proves_best_comes_first() -> None:
    rich = entry("profil", "B01.a", unit="diskominfo", **DOCUMENT)
    made = (entry("desa", "B01.a", unit="desa-a"), rich, entry("lain", "B01.a", unit="desa-b"))
    assert covered(information=made)["B01.a"].owners == ("diskominfo", "desa-a", "desa-b")
    more = (*made, entry("lagi", "B01.a", unit="desa-b"))
    assert covered(information=more)["B01.a"].owners == ("desa-b", "diskominfo", "desa-a")


def package(name: str, **documents: dict[str, str]) -> ProcurementPackage:
    rows = [{"kode": code.replace("_", "."), **document} for code, document in documents.items()]
    given = {"id": name, "nama": name, "tahun": 2026, "metode": "tender", "dokumen": rows, "unit": "dpupr"}
    return ProcurementPackage.model_validate(given)


WAIVED = {"status": "tidak-dipersyaratkan", "alasan": "Tidak ada uang muka."}


def test_procurement_is_judged_package_by_package_each_over_what_it_requires() -> None:
    one = package("a", **{"B09.b.01": {"berkas": "a.pdf"}, "B09.c.05": WAIVED})
    two = package("b", **{"B09.c.05": WAIVED})
    held = portal(procurement=(one, two))
    found, packages, _ = cover(held, law(), TODAY)
    assert found["B09.b.01"].state is State.PUBLISHED
    assert found["B09.b.01"].share == Fraction(1, 2)
    assert [gap.label for gap in found["B09.b.01"].gaps] == ["b"]
    assert (found["B09.c.05"].state, found["B09.c.05"].reason) == (State.NO_EVENT, Reason.NOT_REQUIRED)
    assert packages["a"].share == Fraction(1, 37)
    assert packages["b"].share == 0


@pytest.mark.parametrize(
    "document",
    [
        {"status": "tersedia"},
        {"status": "nihil", "alasan": "Tidak ada."},
        {"status": "dikecualikan", "alasan": "Rahasia."},
        {"status": "tidak-dipersyaratkan"},
    ],
)
def test_what_a_package_merely_says_of_itself_is_no_proof(document: dict[str, str]) -> None:
    found = covered(procurement=(package("a", **{"B09.b.01": document}),))["B09.b.01"]
    assert found.state is State.MISSING
    assert len(found.gaps) == 1


def test_a_package_that_says_nil_is_believed_when_somebody_signs_for_it() -> None:
    one = package("a", **{"B09.b.01": {"status": "nihil", "alasan": "Tidak ada."}})
    assert covered(procurement=(one,), nil=(nil("kak", "B09.b.01"),))["B09.b.01"].gaps == ()


def test_an_announcement_proves_its_hazard_and_the_points_it_tells() -> None:
    flood = {
        "id": "banjir",
        "judul": "Banjir",
        "jenis": "bencana-alam",
        "mulai": FRESH,
        "wilayah": "A",
        "instruksi": "B",
    }
    found = covered(announcements=(Announcement.model_validate({**flood, "evakuasi": "Ke balai."}),))
    assert found["M01"].state is State.PUBLISHED
    assert found["M02"].state is State.NO_EVENT
    assert found["MS.c"].state is State.PUBLISHED
    assert found["MS.a"].state is State.MISSING


def test_the_list_itself_is_judged_by_its_decree() -> None:
    listed = (entry("apa-saja"),)
    decree = {"nomor": "1", "tanggal": FRESH}
    assert covered(information=listed, body=body(penetapan_dip=decree))["S01"].state is State.PUBLISHED
    assert covered(information=listed, body=body(penetapan_dip={**decree, "tanggal": OLD}))["S01"].state is State.STALE
    assert covered(information=listed)["S01"].state is State.STALE
    assert covered(body=body(penetapan_dip=decree))["S01"].state is State.MISSING


def report(year: int, published: date, **figures: object) -> ServiceReport:
    return ServiceReport.model_validate(
        {"id": str(year), "judul": "Laporan", "tahun": year, "tanggal_terbit": published, "statistik": figures}
    )


def test_the_report_of_the_service_proves_what_its_figures_say() -> None:
    figures = {"jumlah_permintaan": 3, "dikabulkan_seluruhnya": 3, "dikabulkan_sebagian": 0, "ditolak": 0}
    found = covered(reports=(report(2025, FRESH, **figures),))
    assert {found[code].state for code in ("B05.a", "B05.c", "B05.d", "S10")} == {State.PUBLISHED}
    assert {found[code].reason for code in ("B05.b", "W10")} == {Reason.INCOMPLETE}
    assert covered(reports=(report(2023, FRESH, **figures),))["S10"].state is State.STALE


def test_a_report_of_a_year_that_runs_or_is_to_come_is_not_that_of_a_year() -> None:
    figures = {"jumlah_permintaan": 3}
    for year, state in ((TODAY.year - 1, State.PUBLISHED), (TODAY.year, State.MISSING), (2099, State.MISSING)):
        assert covered(reports=(report(year, FRESH, **figures),))["S10"].state is state


def test_a_duty_that_stands_for_others_is_never_counted_beside_them() -> None:
    found = covered(information=(entry("neraca", "B04.b", **DOCUMENT),))
    assert not found["S16"].counts
    assert not found["S18"].counts
    assert found["S16"].state is State.PUBLISHED
    assert found["S16"].gaps


def test_what_is_only_proposed_adds_nothing_to_a_duty_that_stands_for_others() -> None:
    registers = portal(information=(entry("neraca", "B04.b", **DOCUMENT),))
    proposed = cover(registers, law(), TODAY, proposed=("neraca",)).duties
    assert proposed["B04.b"].told is State.PROPOSED
    assert proposed["S16"].share == covered()["S16"].share
    assert cover(registers, law(), TODAY).duties["S16"].share > proposed["S16"].share


@pytest.mark.parametrize(
    ("claimed", "told"),
    [
        (entry("lra", "B04.b", **LINK), State.LINKED),
        (entry("lra", "B04.b", updated=OLD, **DOCUMENT), State.STALE),
        (nil("nihil", "B04.b"), State.NIL),
        (entry("lra", "B04.b"), State.PROPOSED),
        (nil("nihil", "B04.b", signed_by=None), State.PROPOSED),
    ],
    ids=["a link", "a document grown old", "a signed statement", "a title", "a statement that nobody signed"],
)
def test_a_proposal_adds_nothing_to_what_an_officer_shows(
    claimed: InformationEntry | NilStatement, told: State
) -> None:
    made = [claimed, entry("usulan", "B04.b", **DOCUMENT)]
    assert states(made, proposed=("usulan",))["B04.b"].told is told


@pytest.mark.parametrize("updated", [FRESH, OLD])
def test_what_nobody_checked_is_proposed_however_old_and_however_much_of_it_is_lawfully_withheld(updated: date) -> None:
    made = [entry("perjanjian", "S04", updated=updated, **DOCUMENT)]
    for exemptions in ((), (exempt("S04"),)):
        assert states(made, proposed=("perjanjian",), exemptions=exemptions)["S04"].told is State.PROPOSED


def test_a_proposal_does_not_show_that_a_body_does_what_it_says_it_does_not() -> None:
    stated = body(not_applicable=[{"kegiatan": "penelitian", "alasan": "Tidak ada balai penelitian."}])
    assert "S13" not in states([entry("riset", "S13", **DOCUMENT)], body=stated, proposed=("riset",))


def test_a_proposed_document_fills_no_gap_that_the_pages_of_the_units_leave() -> None:
    units = (
        Unit.model_validate({"id": "a", "name": "Dinas A", "head": {"name": "A", "post": "Kepala"}, "overview": TEXT}),
        Unit(id="b", name="Dinas B"),
    )
    made = [entry("profil", "B01.c", **DOCUMENT)]
    assert not states(made, units=units)["B01.c"].gaps
    assert [one.label for one in states(made, units=units, proposed=("profil",))["B01.c"].gaps] == ["Dinas B"]


def test_a_unit_named_for_a_heading_owns_the_leaves_below_it_and_a_nearer_name_wins() -> None:
    units = (
        Unit(id="bpkad", name="BPKAD", duties=("B04",)),
        Unit(id="aset", name="Bidang Aset", duties=("B04.d",)),
    )
    found = covered(units=units, information=(entry("neraca", "B04.b", unit="lain"),))
    assert found["B04.b"].owners == ("bpkad",)
    assert found["B04.d"].owners == ("aset",)


CODES = ("B04.b", "S04", "S11", "M01", "B09.b.01", "S13", "W08")
reached: st.SearchStrategy[dict[str, Any]] = st.sampled_from([DOCUMENT, {"isi": TEXT}, LINK, {}])
days = st.sampled_from([FRESH, OLD, None, date(2099, 1, 1)])


@st.composite
def evidence(draw: st.DrawFn) -> InformationEntry | NilStatement:
    name, code = draw(st.uuids()).hex, draw(st.sampled_from(CODES))
    if draw(st.booleans()):
        return entry(name, code, updated=draw(days), **draw(reached))
    return nil(name, code, day=draw(days), signed_by=draw(st.sampled_from(["Inspektur", None])))


@settings(max_examples=40, deadline=None)
@given(st.lists(evidence(), max_size=6), evidence())
def test_more_evidence_never_worsens_a_state(made: list[InformationEntry | NilStatement], more: NilStatement) -> None:
    before, after = states(made), states([*made, more])
    for code, known in before.items():
        assert after[code].state.rank <= known.state.rank
        assert after[code].share >= known.share
        assert not (after[code].counts and not known.counts and after[code].state is State.MISSING)


@settings(max_examples=40, deadline=None)
@given(st.lists(evidence(), max_size=4), st.lists(evidence(), max_size=4))
def test_proposals_change_only_how_a_duty_is_told_that_nobody_shows(
    made: list[InformationEntry | NilStatement], more: list[InformationEntry | NilStatement]
) -> None:
    guessed = [one for one in more if isinstance(one, InformationEntry)]
    without, told = states(made), states([*made, *guessed], proposed=[one.id for one in guessed])
    for code in CODES:  # of others, the list of information itself for one, an entry shows something by being there
        known, after = without[code], told[code]
        if known.state in {State.MISSING, State.NO_EVENT}:
            assert after.told in {known.state, State.PROPOSED, State.MISSING}
        else:
            assert (after.told, after.share) == (known.told, known.share)


@settings(max_examples=25, deadline=None)
@given(st.lists(evidence(), max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_records_are_read_changes_nothing(
    made: list[InformationEntry | NilStatement], chance: Random
) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert states(made) == states(shuffled)


@settings(max_examples=25, deadline=None)
@given(st.lists(evidence(), max_size=6))
def test_every_leaf_that_binds_is_in_exactly_one_state_and_a_missing_one_says_why(
    made: list[InformationEntry | NilStatement],
) -> None:
    found = states(made)
    assert all(isinstance(known.state, State) for known in found.values())
    assert {known.duty.code for known in found.values()} == set(found)
    unproved = {Reason.OWN_DOCUMENT, Reason.OWN_TEXT, Reason.PORTAL_PAGE, Reason.EXTERNAL_LINK, Reason.SIGNED_NIL}
    assert not any(known.reason in unproved for known in found.values() if known.state is State.MISSING)


@pytest.mark.parametrize(
    ("decree", "state"),
    [
        ({"nomor": "1", "tanggal": FRESH}, State.PUBLISHED),
        ({"nomor": "1", "tanggal": date(2099, 1, 1)}, State.MISSING),
        (None, State.MISSING),
    ],
    ids=["given", "of tomorrow", "none"],
)
def test_a_village_has_appointed_its_ppid_once_a_decree_was_given(decree: object, state: State) -> None:
    officer = {"peran": "ppid", "jabatan": "Sekretaris Desa", **({"sk": decree} if decree else {})}
    assert covered(body=body(BodyKind.VILLAGE, officers=(officer,)))["DW03"].state is state


def test_the_report_is_due_when_the_table_of_deadlines_says_so() -> None:
    assert law().deadlines["R04"].amount == REPORT_MONTHS
