"""A process that inspects a portal at every save tells what an inspection from nothing tells."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.model.context import Context
from ppidgen.model.information import InformationEntry
from ppidgen.model.origin import Origin
from ppidgen.model.readability import Readability
from ppidgen.rules import ALL, inspect
from ppidgen.rules.again import Inspections
from tests.rules.portals import context, entry

SHOUTED = "LAPORAN KEUANGAN TAHUNAN"
MEASURE = Readability(longest=3)
# What may be wrong with an entry, for rules that look at each by itself, and for one that compares them.
FAULTS: tuple[dict[str, Any], ...] = (
    {},
    {"title": SHOUTED},
    {"summary": "Satu dua tiga empat lima enam."},
    {"year": None, "made_on": None},
    {"how_to_get": None},
    {"duties": ["B02"]},
    {"body": "<b>tebal</b>"},
    {"to_check": ["judul"]},
    {"documents": [{"judul": "LKPD"}]},
)


def placed(number: int, file: int, fault: int) -> InformationEntry:
    """Make an entry that lies in one of a few files."""
    made = entry(number, **FAULTS[fault])
    made._origin = Origin(f"content/informasi/berkas-{file}.yaml", "")
    return made


@cache
def empty() -> Context:
    """Give the portal that stays the same around the entries."""
    return replace(context(), readability=MEASURE)


def portal(entries: Mapping[int, InformationEntry]) -> Context:
    information = tuple(entries[number] for number in sorted(entries))
    return replace(empty(), portal=replace(empty().portal, information=information))


SAVES = st.lists(
    st.dictionaries(st.integers(0, 5), st.tuples(st.integers(0, 2), st.integers(0, len(FAULTS) - 1)), max_size=4),
    min_size=2,
    max_size=5,
)


@settings(max_examples=30)
@given(SAVES)
def test_whatever_is_saved_what_is_told_is_told_again(saves: list[dict[int, tuple[int, int]]]) -> None:
    memory, entries = Inspections(), dict[int, InformationEntry]()
    for save in saves:
        entries |= {number: placed(number, *what) for number, what in save.items()}
        now = portal(entries)
        assert sorted(map(repr, inspect(now, memory))) == sorted(map(repr, inspect(now)))


def test_entries_that_nobody_touched_are_not_asked_again() -> None:
    asked: list[int] = []
    rule = next(one for one in ALL if one.code == "DIP001")

    def counted(given: Context) -> Any:
        asked.append(len(given.portal.information))
        return rule.function(given)

    counting = type(rule)(rule.code, rule.needs, counted, by_itself=True)
    memory, entries = Inspections(), {number: placed(number, number, 0) for number in range(9)}
    for number in (None, 4):
        entries |= {} if number is None else {number: placed(number, number, 1)}
        memory.told([counting], portal(entries))
    assert asked == [9, 1]


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.by_itself], ids=lambda rule: rule.code)
def test_a_rule_that_says_so_looks_at_each_file_by_itself(rule: Any) -> None:
    entries = {number: placed(number, number, number % len(FAULTS)) for number in range(2 * len(FAULTS))}
    alone = [told for number, one in entries.items() for told in rule.function(portal({number: one}))]
    assert sorted(map(repr, alone)) == sorted(map(repr, rule.function(portal(entries))))
