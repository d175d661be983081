"""What is told when rules are asked again, after whatever was saved, is what an inspection from nothing tells."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.model.context import Context
from ppidgen.model.elements.origin import Origin
from ppidgen.model.records.body import Site
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.text.readability import Readability
from ppidgen.rules import ALL, inspect, inspect_again
from ppidgen.rules.again import told_again
from ppidgen.source.caches.rule_cache import NOTHING_ASKED, keep_asked, recall_asked
from tests.rules.portals import context, entry

MEASURE = Readability(longest=3, common=frozenset({"APBD"}))
# What may be wrong with an entry, for rules that look at each by itself, and for one that compares them.
FAULTS: tuple[dict[str, Any], ...] = (
    {},
    {"title": "LAPORAN KEUANGAN TAHUNAN"},
    {"summary": "Satu dua tiga empat lima enam."},
    {"summary": "Isi LKPD."},
    {"year": None, "made_on": None},
    {"how_to_get": None},
    {"duties": ["B02"]},
    {"body": "<b>tebal</b>"},
    {"to_check": ["judul"]},
    {"documents": [{"judul": "LKPD"}]},
)
PROGRAM = "1.0"


def placed(number: int, file: int, fault: int) -> InformationEntry:
    """Make an entry that lies in one of a few files."""
    made = entry(number, **FAULTS[fault])
    made._origin = Origin(f"content/informasi/berkas-{file}.yaml", "", f"{number} {fault}")
    return made


@cache
def empty(synonym: str = "") -> Context:
    """Give the portal around the entries, whose site may explain an abbreviation."""
    site = Site(id="situs", title="PPID Kabupaten Contoh", synonyms={synonym: ("kepanjangan",)} if synonym else {})
    site._origin = Origin("content/situs.yaml", "", f"situs {synonym}")
    return replace(context(site=site), readability=MEASURE)


def portal(entries: Mapping[int, InformationEntry], synonym: str = "") -> Context:
    information = tuple(entries[number] for number in sorted(entries))
    around = empty(synonym)
    return replace(around, portal=replace(around.portal, information=information))


# Of each entry saved its file (None: it is gone) and its fault; what the site explains; and what becomes of the memory.
SAVES = st.lists(
    st.tuples(
        st.dictionaries(
            st.integers(0, 5),
            st.tuples(st.none() | st.integers(0, 2), st.integers(0, len(FAULTS) - 1)),
            max_size=4,
        ),
        st.sampled_from(("", "LKPD")),
        st.sampled_from(("kept", "kept", "lost", "damaged")),
    ),
    min_size=2,
    max_size=5,
)


@settings(max_examples=60)
@given(SAVES)
def test_whatever_is_saved_what_is_told_is_told_again(
    tmp_path_factory: pytest.TempPathFactory, saves: list[tuple[dict[int, tuple[int | None, int]], str, str]]
) -> None:
    cache_folder, entries = tmp_path_factory.mktemp("cache"), dict[int, InformationEntry]()
    for save, synonym, fate in saves:
        for number, (file, fault) in save.items():
            entries.pop(number, None)
            entries |= {} if file is None else {number: placed(number, file, fault)}
        befall(cache_folder / "rules.json", fate)
        now = portal(entries, synonym)
        told = inspect_again(now, PROGRAM, recall_asked(cache_folder))
        assert told.findings == inspect(now)
        keep_asked(cache_folder, told.asked)


def befall(memory: Path, fate: str) -> None:
    if fate == "lost":
        memory.unlink(missing_ok=True)
    elif fate == "damaged" and memory.exists():
        raw = memory.read_bytes()
        memory.write_bytes(raw.replace(b'"records":["', b'"records":["9 9", "', 1))


@pytest.mark.parametrize("program", [PROGRAM, "1.1"])
def test_entries_that_nobody_touched_are_asked_about_again_by_another_program_alone(program: str) -> None:
    asked: list[int] = []
    rule = next(one for one in ALL if one.code == "DIP005")

    def counted(given: Context) -> Any:
        asked.append(len(given.portal.information))
        return rule.function(given)

    counting = type(rule)(rule.code, rule.needs, counted, by_itself=True)
    entries = {number: placed(number, number, 0) for number in range(9)} | {8: placed(8, 8, 5)}
    known = told_again([counting], portal(entries), PROGRAM, NOTHING_ASKED).asked
    told_again([counting], portal(entries | {4: placed(4, 4, 1)}), program, known)
    # Again of the one that was saved and of the one of which something is to be told.
    assert asked == ([9, 2] if program == PROGRAM else [9, 9])


def test_what_is_told_again_is_told_where_it_stands_now() -> None:
    before, now = (portal({1: placed(1, file, 5)}) for file in (0, 1))
    known = inspect_again(before, PROGRAM, NOTHING_ASKED).asked
    assert inspect_again(now, PROGRAM, known).findings == inspect(now) != inspect(before)


def test_nothing_that_stands_in_an_entry_is_kept(tmp_path: Path) -> None:
    one = entry(1, title="NAMA WARGA DARI DESA", body="<b>3201010101010001</b>")
    one._origin = Origin("content/informasi/warga.yaml", "", "sidik")
    keep_asked(tmp_path, inspect_again(portal({1: one}), PROGRAM, NOTHING_ASKED).asked)
    kept = (tmp_path / "rules.json").read_text(encoding="utf-8")
    assert "sidik" in kept
    assert not any(word in kept for word in ("WARGA", "warga", "3201"))


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.by_itself], ids=lambda rule: rule.code)
def test_a_rule_that_says_so_looks_at_each_entry_by_itself(rule: Any) -> None:
    entries = {number: placed(number, number % 3, number % len(FAULTS)) for number in range(2 * len(FAULTS))}
    alone = [told for number, one in entries.items() for told in rule.function(portal({number: one}))]
    assert sorted(map(repr, alone)) == sorted(map(repr, rule.function(portal(entries))))
