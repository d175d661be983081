"""The bars of a chart: as long as their numbers say, and never out of sight."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.model.pages.chart import Bar, Bars, Chart
from ppidgen.theme.chart import WIDEST, laid, width


def test_bars_are_as_long_as_their_numbers_and_the_longest_leaves_room_for_its_own() -> None:
    chart = Chart("T", "s", (Bars("2024", (Bar("a", 10, "10"), Bar("b", 5, "5"))), Bars("2025", (Bar("a", 0, "0"),))))
    first, second = laid(chart).groups
    assert [(bar.width, bar.series, bar.words.text) for bar in first.bars] == [
        ("68.0%", 0, "10 a"),
        ("34.0%", 1, "5 b"),
    ]
    assert [(bar.width, bar.words.text) for bar in second.bars] == [("0", "0 a")]


def test_words_of_several_series_stand_above_their_bar_and_a_lone_number_beside_it() -> None:
    (several,) = laid(Chart("T", "s", (Bars("x", (Bar("a", 1, "1"), Bar("b", 2, "2"))),))).groups
    assert all(bar.words.start == "0" and bar.words.base < bar.top for bar in several.bars)
    (lone,) = laid(Chart("T", "s", (Bars("x", (Bar("", 2, "2"),)),))).groups
    assert (lone.bars[0].words.start, lone.bars[0].words.text) == ("68.0%", "2")


def test_a_long_label_is_broken_into_lines() -> None:
    (group,) = laid(Chart("T", "s", (Bars("Badan Pengelolaan Keuangan dan Aset Daerah", (Bar("", 1, "1"),)),))).groups
    assert [line.text for line in group.label] == ["Badan Pengelolaan Keuangan dan", "Aset Daerah"]
    assert group.label[1].base < group.bars[0].top


def test_nothing_of_a_chart_lies_upon_another_part_of_it() -> None:
    chart = Chart("T", "s", tuple(Bars(str(year), (Bar("", 1, "1"), Bar("x", 2, "2"))) for year in range(3)))
    found = laid(chart)
    tops = [bar.top for group in found.groups for bar in group.bars]
    assert all(below - above >= found.thickness for above, below in pairwise(tops))
    assert tops[-1] + found.thickness <= found.height


def test_a_number_of_nought_among_several_leaves_no_gap_where_its_bar_would_be() -> None:
    def height(value: float) -> int:
        return laid(Chart("T", "s", (Bars("x", (Bar("a", value, "n"), Bar("b", 2, "2"))),))).height

    assert height(1) - height(0) == laid(Chart("T", "s", ())).thickness


def test_a_chart_of_nothing_has_no_height() -> None:
    assert laid(Chart("T", "s", ())).height == 0


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_bar_is_within_its_place_and_seen_when_there_is_something(value: float, longest: float) -> None:
    drawn = float(width(min(value, longest), longest).removesuffix("%"))
    assert 0 <= drawn <= WIDEST
    assert (drawn > 0) == (min(value, longest) > 0)
