"""A page that differs in one piece from what an earlier build left is made of that page, if nobody touched it since."""

import time
from pathlib import Path

import pytest

from ppidgen.model.pages.piece import Piece
from ppidgen.publish.staging import publishing
from tests.publish.sites import DAY, build

PATH = "a/index.html"
CALM, WARNED = b"kepala||isi", b"kepala|siaga|isi"
ANEW, OVER = "anew", "over what lies there"
EITHER_WAY = pytest.mark.parametrize("way", [ANEW, OVER])


def piece_for(old: bytes) -> Piece | None:
    start = old.find(b"|") + 1
    return Piece(start, old.find(b"|", start), b"siaga") if start else None


def splice(out: Path, before: bytes, *, over: bool = False) -> bytes | None:
    """Publish what becomes of the page that was made of `before`; None when nothing does, and nothing is published."""
    with publishing(out) as site:
        if over:
            site.write_over()
        written = site.splice(PATH, before.hex(), "k", piece_for)
        if written is None:
            return None
        site.add([written])
        site.publish("1", DAY)
    assert site.held[PATH][:3] == written[1:4]
    return (out / PATH).read_bytes()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    build(tmp_path / "situs", {PATH: CALM})
    return tmp_path / "situs"


@EITHER_WAY
def test_it_is_made_of_the_published_page(out: Path, way: str) -> None:
    assert splice(out, CALM, over=way == OVER) == WARNED


@EITHER_WAY
def test_it_is_made_of_the_page_before_that_one(out: Path, way: str) -> None:
    build(out, {PATH: b"lain"})
    assert splice(out, CALM, over=way == OVER) == WARNED


@pytest.mark.parametrize("now", [b"kepala||isI", b"", None])
def test_a_page_that_somebody_touched_is_not_believed(out: Path, now: bytes | None) -> None:
    (out / PATH).unlink()
    if now is not None:
        (out / PATH).write_bytes(now)
    assert splice(out, CALM) is None


def test_a_page_without_a_place_for_it_stays_as_it_is(out: Path) -> None:
    build(out, {PATH: b"tanpa tempat"})
    assert splice(out, b"tanpa tempat") is None
    assert (out / PATH).read_bytes() == b"tanpa tempat"


def test_a_page_whose_piece_changes_with_every_build_is_written_over_where_it_lies(tmp_path: Path) -> None:
    out = tmp_path / "situs"
    build(out, {PATH: CALM})
    tree = out.stat().st_ino
    build(out, {PATH: b"kepala|awas|isi"})
    time.sleep(0.03)  # what was written a moment ago is not written over
    with publishing(out) as site:
        site.write_over()
        written = site.splice(PATH, b"kepala|".hex(), b"kepala|siaga|isi".hex(), piece_for)
        assert written is not None
        assert written.in_place
        site.add([written])
        site.publish("1", DAY)
    assert ((out / PATH).read_bytes(), out.stat().st_ino) == (WARNED, tree)


@EITHER_WAY
def test_where_the_page_before_the_last_was_touched_the_last_is_taken(out: Path, way: str) -> None:
    build(out, {PATH: b"kepala|awas|isi"})
    (out.parent / f".{out.name}.ppidgen/spare" / PATH).write_bytes(b"kepala||isI")
    with publishing(out) as site:
        if way == OVER:
            site.write_over()
        written = site.splice(PATH, b"kepala|".hex(), "k", piece_for)
        assert written is not None
        site.add([written])
        site.publish("1", DAY)
    assert (out / PATH).read_bytes() == WARNED
