"""What is remembered of the rules comes back as it was kept, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.source.caches import cache_file
from ppidgen.source.caches.rule_cache import NOTHING_ASKED, Asked, keep_asked, recall_asked

ASKED = Asked("alas", frozenset({"a", "b"}), {"DIP001": frozenset({"a"})})


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    keep_asked(tmp_path / "cache", ASKED)
    assert recall_asked(tmp_path / "cache") == ASKED


@pytest.mark.parametrize(
    "changed",
    [
        {"ground": 1},
        {"records": {}},
        {"records": [1]},
        {"telling": []},
        {"telling": {"DIP001": "a"}},
        {"records": None},
    ],
)
def test_what_is_none_of_ours_is_nothing(tmp_path: Path, changed: dict[str, object]) -> None:
    keep_asked(tmp_path, ASKED)
    place = tmp_path / "rules.json"
    held = cache_file.recalled(place)
    assert isinstance(held, dict)
    cache_file.keep(place, held | changed)
    assert recall_asked(tmp_path) == NOTHING_ASKED


@settings(max_examples=60)
@given(st.binary(max_size=60))
def test_any_bytes_at_all_are_nothing(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("cache")
    (folder / "rules.json").write_bytes(raw)
    assert recall_asked(folder) == NOTHING_ASKED
