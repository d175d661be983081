"""The memory of earlier builds may be lost, cut off or forged: the site comes out the same."""

import hashlib
import tempfile
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.publish.state import Tree, load, save
from tests.publish.sites import build, clean, contents, home, litter

PAGES = {"index.html": b"beranda", "a/b/index.html": b"dalam"}
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def sealed(value: object) -> bytes:
    body = orjson.dumps(value)
    return hashlib.blake2b(body, digest_size=32).hexdigest().encode() + body


def built_over(state: bytes) -> dict[str, bytes]:
    """Build over a site whose memory was replaced; the page changes so that both trees matter."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "situs"
        for text in (b"1", b"2"):
            build(out, {**PAGES, "c/index.html": text})
        (home(out) / "state.json").write_bytes(state)
        build(out, PAGES)
        assert litter(out) == set()
        return contents(out)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return clean(tmp_path_factory.mktemp("bersih"), PAGES)


def test_two_trees_are_remembered_as_they_were(tmp_path: Path) -> None:
    first = Tree((1, 2), {"a": ("k", "s", 1, 2, 3, 4), "b/c": ("", "s", 5, 6, 7, 2**64 - 1)}, {"b": (1, 2, 3)})
    for second in (
        first,
        Tree(),
        Tree((3, 4), {"a": ("k", "s", 1, 2, 9, 4), "d": ("", "", 0, 0, 0, 0)}, {"e": (0, 0, 0)}),
    ):
        save(str(tmp_path / "s"), first, second)
        assert load(str(tmp_path / "s")) == (first, second)
        save(str(tmp_path / "s"), second, first)
        assert load(str(tmp_path / "s")) == (second, first)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_for_a_memory_give_the_same_site(expected: dict[str, bytes], state: bytes) -> None:
    assert built_over(state) == expected


@settings(max_examples=60, deadline=None)
@given(values)
def test_a_forged_memory_of_any_shape_is_no_memory(value: object) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(sealed(value))
        file.flush()
        assert load(file.name) == ()


EMPTY: dict[str, Any] = {
    "form": "ppidgen-state-1",
    "root": [0, 0],
    "files": [[]],
    "folders": [[]],
    "second_root": [0, 0],
    "second_files": {"gone": [], "changed": [[]]},
    "second_folders": {"gone": [], "changed": [[]]},
}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(EMPTY)), values)
def test_a_memory_with_one_part_forged_is_read_or_not_but_never_fails(part: str, value: object) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(sealed({**EMPTY, part: value}))
        file.flush()
        assert len(load(file.name)) in {0, 2}


@pytest.mark.parametrize("path", ["../../penting", "/penting", "a/../../../penting", "x\0", "\u00e9"])
def test_a_forged_memory_removes_nothing_outside(tmp_path: Path, expected: dict[str, bytes], path: str) -> None:
    out = tmp_path / "d" / "situs"
    build(out, PAGES)
    build(out, PAGES)
    (tmp_path / "penting").mkdir()
    (tmp_path / "penting/x").write_bytes(b"penting")
    (tmp_path / "d/penting").write_bytes(b"penting")
    found = (home(out) / "spare").stat()
    root = [found.st_dev, found.st_ino]
    record = [[path], [""], [""], [1], [2], [3], [4]]
    forged = {**EMPTY, "root": root, "files": record, "folders": [[path], [1], [2], [3]]}
    (home(out) / "state.json").write_bytes(sealed(forged))
    build(out, PAGES)
    assert contents(out) == expected
    assert (tmp_path / "penting/x").read_bytes() == (tmp_path / "d/penting").read_bytes() == b"penting"


def test_a_memory_cut_off_is_no_memory(tmp_path: Path) -> None:
    save(str(tmp_path / "s"), Tree(files={"a": ("k", "s", 1, 2, 3, 4)}), Tree())
    whole = (tmp_path / "s").read_bytes()
    for length in range(len(whole)):
        (tmp_path / "s").write_bytes(whole[:length])
        assert load(str(tmp_path / "s")) == ()


def test_no_memory_is_no_memory(tmp_path: Path) -> None:
    assert load(str(tmp_path / "tidak-ada")) == ()
    assert load(str(tmp_path)) == ()


def test_a_folder_in_the_place_of_a_memory_gives_way(tmp_path: Path, expected: dict[str, bytes]) -> None:
    out = tmp_path / "situs"
    build(out, PAGES)
    memory = home(out) / "state.json"
    memory.unlink()
    (memory / "x").mkdir(parents=True)
    build(out, PAGES)
    assert contents(out) == expected
    assert memory.is_file()
