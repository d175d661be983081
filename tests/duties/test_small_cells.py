"""Small groups of people cannot be made out in what is published."""

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.small_cells import LEAST, breakdown


def test_a_lone_small_group_hides_with_the_next_larger_one() -> None:
    found = breakdown({"surel": 20, "meja": 6, "pos": 1})
    assert found.shown == (("surel", 20),)
    assert found.rest == 7


def test_several_small_groups_stand_together() -> None:
    found = breakdown({"surel": 20, "meja": 4, "pos": 3})
    assert (found.shown, found.rest) == ((("surel", 20),), 7)


def test_a_whole_that_is_too_small_is_not_broken_down() -> None:
    assert breakdown({"surel": 2, "pos": 1}).shown == ()


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8))
def test_no_number_from_one_to_four_is_shown_and_nothing_is_lost(counts: dict[str, int]) -> None:
    found = breakdown(counts)
    assert sum(count for _, count in found.shown) + found.rest == sum(counts.values())
    assert all(count >= LEAST for _, count in found.shown)
    assert not found.shown or found.rest == 0 or found.rest >= LEAST
