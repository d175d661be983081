"""The life of an exemption, day by day."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.life_cycle import state_of
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.exemption_terms import ExemptionState

DAY = date(2026, 2, 16)
TEST = {"tanggal": "2026-01-05"}
DECREE = {"nomor": "1", "tanggal": "2026-02-02"}


def state(as_of: date = DAY, **values: Any) -> ExemptionState:
    return state_of(Exemption.model_validate({"id": "a", "title": "A", **values}), as_of)


def test_an_exemption_goes_through_its_states_in_the_order_of_the_law() -> None:
    ending = {"tanggal": "2026-12-31"}
    assert state() is ExemptionState.IDENTIFIED
    assert state(test=TEST) is ExemptionState.TESTED
    assert state(test=TEST, decree=DECREE, starts="2026-03-01") is ExemptionState.DECIDED
    assert state(test=TEST, decree=DECREE, expires=ending) is ExemptionState.IN_FORCE
    assert state(test=TEST, decree=DECREE, expires=ending, status="diubah") is ExemptionState.CHANGED
    assert state(date(2027, 1, 1), test=TEST, decree=DECREE, expires=ending) is ExemptionState.EXPIRED


def test_a_decree_opens_from_the_day_it_says_and_not_before() -> None:
    opening = {"nomor": "2", "tanggal": "2026-02-10", "mulai_terbuka": "2026-03-01"}
    assert state(date(2026, 2, 28), decree=DECREE, status="dibuka", opening=opening) is ExemptionState.IN_FORCE
    assert state(date(2026, 3, 1), decree=DECREE, opening=opening) is ExemptionState.OPENED


def test_a_last_change_that_opens_is_a_decree_that_opens_whatever_the_status_still_says() -> None:
    kept = {"nomor": "2", "tanggal": "2026-02-05", "hasil": "tetap-dikecualikan"}
    opened = {"nomor": "3", "tanggal": "2026-02-10", "hasil": "dibuka"}
    for status in ("berlaku", "diubah"):
        values = {"decree": DECREE, "status": status, "pengubahan": [kept, opened]}
        assert not state(date(2026, 2, 9), **values).is_over
        assert state(date(2026, 2, 10), **values) is ExemptionState.OPENED
        assert not state(DAY, **{**values, "pengubahan": [opened, kept]}).is_over, "the last change decides"


def test_one_decree_for_the_whole_list_decides_each_item() -> None:
    item = Exemption(id="a", title="A")
    assert state_of(item, DAY, list_decided=True) is ExemptionState.IN_FORCE


days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(days, days)
def test_what_is_over_stays_over(end: date, today: date) -> None:
    item = Exemption.model_validate({"id": "a", "title": "A", "decree": DECREE, "expires": {"tanggal": end}})
    over = state_of(item, today).is_over
    assert over is (today > end)
    assert state_of(item, today + timedelta(days=1)).is_over or not over
