"""Files are written over where they lie only where nobody can notice; a build that was cut off then is forgotten."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppidgen.publish.over import opened_over, put_in_doubt
from ppidgen.publish.staging import publishing
from ppidgen.publish.writing import write
from tests.publish.sites import build, contents, home, in_child, litter

PAGES = {f"halaman-{number}/index.html": b"isi lama %d" % number for number in range(3)}
WARNED = {path: content + b", siaga" for path, content in PAGES.items()}
CALM = dict.fromkeys(PAGES, b"x")
PAGE = "halaman-1/index.html"


def rest() -> None:
    """Wait until what was just written is old enough to be written over."""
    time.sleep(0.03)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Give a site of two generations that have no page in common."""
    build(tmp_path / "situs", PAGES)
    build(tmp_path / "situs", WARNED)
    rest()
    return tmp_path / "situs"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a file that was written a while ago."""
    (tmp_path / "laman.html").write_bytes(b"lama dan panjang")
    rest()
    return tmp_path / "laman.html"


def test_a_page_that_nobody_reads_keeps_its_place_and_nothing_of_what_it_held(page: Path) -> None:
    before = page.stat().st_ino
    record = write(str(page.parent), page.name, "k", b"baru", over=True)
    assert page.read_bytes() == b"baru"
    assert (record.size, record.inode, page.stat().st_ino) == (4, before, before)


def test_who_began_to_read_a_page_reads_it_to_its_end(page: Path) -> None:
    with page.open("rb") as reader:
        start = reader.read(4)
        write(str(page.parent), page.name, "k", b"baru", over=True)
        assert start + reader.read() == b"lama dan panjang"
    assert page.read_bytes() == b"baru"


def test_a_page_of_two_names_keeps_what_it_says_under_the_other(page: Path) -> None:
    other = page.with_name("lain.html")
    other.hardlink_to(page)
    write(str(page.parent), page.name, "k", b"baru", over=True)
    assert (page.read_bytes(), other.read_bytes()) == (b"baru", b"lama dan panjang")


@pytest.mark.parametrize("what", ["link", "folder", "pipe", "just written", "large", "nothing"])
def test_nothing_else_is_written_over(page: Path, what: str) -> None:
    place = page.with_name("lain.html")
    make: dict[str, Callable[[], object]] = {
        "link": lambda: place.symlink_to(page),
        "folder": place.mkdir,
        "pipe": lambda: os.mkfifo(place),
        "just written": lambda: place.write_bytes(b"x"),
        "large": lambda: place.write_bytes(bytes(2 << 20)),
        "nothing": lambda: None,
    }
    make[what]()
    if what != "just written":
        rest()
    assert opened_over(str(place)) is None


def test_when_all_pages_change_they_are_written_over_and_the_published_ones_are_not(out: Path) -> None:
    places = {path: (home(out) / "spare" / path).stat().st_ino for path in PAGES}
    with (out / PAGE).open("rb") as reader:
        build(out, CALM, over=True)
        assert reader.read() == WARNED[PAGE]
    assert {path: (out / path).stat().st_ino for path in PAGES} == places
    assert {path: content for path, content in contents(out).items() if path in PAGES} == CALM
    assert litter(out) == set()


def test_while_files_are_written_over_a_mark_says_so_and_it_goes_whatever_comes(out: Path) -> None:
    before = contents(out)
    with publishing(out) as site:
        site.write_over()
        assert litter(out) == {"doubt"}
        site.add([site.write(PAGE, "k", b"setengah jadi")])
    assert litter(out) == set()
    assert contents(out) == before
    build(out, PAGES)
    assert (out / PAGE).read_bytes() == PAGES[PAGE]


def test_what_a_killed_build_wrote_over_is_not_believed(out: Path) -> None:
    def killed() -> None:
        with publishing(out) as site:
            site.write_over()
            site.write(PAGE, PAGES[PAGE].hex(), b"setengah jadi")
            os._exit(3)

    before = contents(out)
    assert in_child(killed) == 3
    assert contents(out) == before
    build(out, PAGES)
    assert {path: content for path, content in contents(out).items() if path in PAGES} == PAGES
    assert litter(out) == set()


def test_a_tree_in_doubt_is_started_anew_even_if_its_numbers_are_right(out: Path) -> None:
    put_in_doubt(str(home(out) / "doubt"))
    result = build(out, PAGES)
    assert result.written == len(PAGES) + 1
    assert litter(out) == set()


STEPS = st.lists(
    st.tuples(st.dictionaries(st.sampled_from(sorted(PAGES)), st.binary(max_size=3)), st.booleans()),
    min_size=2, max_size=5,
)  # fmt: skip


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_any_sequence_of_edits_ends_like_a_clean_build(steps: list[tuple[dict[str, bytes], bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site, clean = Path(folder) / "situs", Path(folder) / "bersih"
        for pages, over in steps:
            build(site, pages, over=over)
            rest()
        build(clean, steps[-1][0])
        assert contents(site) == contents(clean)
