"""The board gathers the open cases, the gravest first; the digest says what to publish."""

from datetime import date
from typing import Any

from ppidgen.duties.board import board_of
from ppidgen.duties.case_standing import office_standings
from ppidgen.duties.digest import digest_of
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Decision, RefusalReason
from ppidgen.model.records.cases import Case, RequestCase
from ppidgen.model.standing.case_state import Light
from tests.rules.portals import context, entry

TODAY = date(2026, 3, 17)


def request(number: int, **values: Any) -> RequestCase:
    return RequestCase.model_validate(
        {"id": f"p-{number}", "kind": "permohonan", "received": "2026-03-16", "unit": "dinkes", **values}
    )


def made(*cases: Case, **parts: Any) -> Context:
    return context(as_of=TODAY, cases=cases, **parts)


LATE = request(1, received="2026-01-05", unit="bpkad")
SOON = request(2, due="2026-03-25")
CALM = request(3)
DONE = request(4, notified="2026-03-17", given="2026-03-17", decision=Decision.GRANTED)


def test_open_cases_are_counted_by_unit_and_light_the_gravest_first() -> None:
    board = board_of(office_standings(made(CALM, DONE, LATE, SOON)), TODAY)
    rows = [(row.unit, row.green, row.yellow, row.red) for row in board.units]
    assert rows == [("bpkad", 0, 0, 1), ("dinkes", 1, 1, 0)]
    assert [one.case.id for one in board.cases] == ["p-1", "p-2", "p-3"]
    assert board.count(Light.RED) == 1


def test_the_board_of_one_unit_holds_no_other() -> None:
    found = office_standings(made(CALM, LATE))
    assert [one.case.id for one in board_of(found, TODAY, "bpkad").cases] == ["p-1"]


def test_the_digest_counts_the_week_and_proposes_what_nothing_published_answers() -> None:
    asked = [request(number, subject="Data jalan", received="2026-02-02") for number in range(10, 13)]
    answered = [request(20 + number, subject="Anggaran", answered_by="contoh/entri-1") for number in range(2)]
    digest = digest_of(made(DONE, *asked, *answered, information=(entry(1),)))
    assert (digest.first, digest.last) == (date(2026, 3, 11), TODAY)
    assert (digest.received, digest.ended) == (3, 1)
    assert [(one.subject, one.count) for one in digest.subjects] == [("Data jalan", 3), ("Anggaran", 2)]
    assert [one.subject for one in digest.publish] == ["Data jalan"]


def test_what_is_withheld_even_in_part_is_not_proposed_for_publication() -> None:
    refused = {"notified": "2026-03-17", "decision": Decision.REFUSED, "refusal": RefusalReason.EXEMPT}
    patients = [request(1, subject="Data pasien", **refused), request(2, subject="Data pasien")]
    shared = {"notified": "2026-03-17", "decision": Decision.GRANTED_IN_PART, "exemption": "dik-1"}
    contracts = [request(3, subject="Kontrak", **shared), request(4, subject="Kontrak")]
    lost = {"notified": "2026-03-17", "decision": Decision.REFUSED, "refusal": RefusalReason.NOT_HELD}
    roads = [request(5, subject="Data jalan", **lost), request(6, subject="Data jalan")]
    digest = digest_of(made(*patients, *contracts, *roads))
    assert [one.subject for one in digest.subjects] == ["Data jalan", "Data pasien", "Kontrak"]
    assert [one.subject for one in digest.publish] == ["Data jalan"]
