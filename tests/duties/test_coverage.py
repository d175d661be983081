"""The one state of each duty, and what may and may not change it."""

from datetime import date

import pytest

from ppidgen.model.coverage import CoverageState as State
from ppidgen.model.coverage import Reason
from tests.duties.coverages import FRESH, OLD, TEXT, body, covered, entry, law, nil

DOCUMENT = {"dokumen": [{"judul": "Isi", "berkas": "a.pdf"}]}
LINK = {"tautan": "https://jdih.example.go.id/1"}


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


def test_what_a_body_says_it_does_not_do_binds_it_once_it_shows_that_it_does() -> None:
    stated = body(not_applicable=[{"kegiatan": "penelitian", "alasan": "Tidak ada balai penelitian."}])
    assert "S13" not in covered(body=stated)
    assert covered(body=stated, information=(entry("riset", "S13", **DOCUMENT),))["S13"].state is State.PUBLISHED


def test_the_unit_whose_entry_meets_a_duty_owns_it() -> None:
    assert covered(information=(entry("neraca", "B04.b", unit="bpkad", updated=FRESH),))["B04.b"].owners == ("bpkad",)
