"""What a lawful exemption settles of a duty, and what none does."""

from datetime import date
from typing import Any

import pytest

from ppidgen.model.standing.coverage import CoverageState as State
from ppidgen.model.standing.coverage import Reason
from tests.duties.coverages import DOCUMENT, FRESH, OLD, body, covered, entry, exempt


def test_a_lawful_exemption_of_a_part_counts_once_the_open_part_is_published() -> None:
    opened = (entry("perjanjian", "S04", **DOCUMENT),)
    assert covered(information=opened, exemptions=(exempt("S04"),))["S04"].state is State.PARTLY_EXEMPT
    assert covered(exemptions=(exempt("S04"),))["S04"].reason is Reason.OPEN_PART_UNPUBLISHED


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"uji": None}, Reason.EXEMPTION_INVALID),
        ({"penetapan": None}, Reason.EXEMPTION_INVALID),
        ({"dasar": []}, Reason.EXEMPTION_INVALID),
        ({"berakhir": {"tanggal": OLD}}, Reason.EXEMPTION_INVALID),
        ({"status": "dibuka"}, Reason.EXEMPTION_INVALID),
        ({"sifat": "seluruh"}, Reason.WHOLLY_EXEMPT),
    ],
)
def test_an_exemption_that_does_not_hold_settles_nothing(fields: dict[str, Any], reason: Reason) -> None:
    found = covered(exemptions=(exempt("S04", **fields),))["S04"]
    assert (found.state, found.reason) == (State.MISSING, reason)


@pytest.mark.parametrize(
    ("decided", "reason"), [(FRESH, Reason.OPEN_PART_UNPUBLISHED), (OLD, Reason.EXEMPTION_INVALID)]
)
def test_the_decree_of_the_list_holds_what_had_been_tested_before_it(decided: date, reason: Reason) -> None:
    listed = body(exemption_decree={"nomor": "188/48/2025", "tanggal": decided})
    assert covered(body=listed, exemptions=(exempt("S04", penetapan=None),))["S04"].reason is reason


def test_an_exemption_that_was_changed_holds_until_another_takes_its_place() -> None:
    opened = (entry("perjanjian", "S04", **DOCUMENT),)
    kept = exempt("S04", status="diubah", pengubahan=[{"nomor": "2", "hasil": "dikecualikan-sebagian"}])
    assert covered(information=opened, exemptions=(kept,))["S04"].state is State.PARTLY_EXEMPT
    gone = exempt("S04", status="diubah", pengganti="dik-lain")
    assert covered(exemptions=(gone,))["S04"].reason is Reason.EXEMPTION_INVALID
