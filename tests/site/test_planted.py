"""A word of its own in every place that is not for the public; each is looked for in everything that goes out."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.portals.laying import DAY, Told, contents, lay, ppidgen
from tests.site.decoding import words_in
from tests.site.planted import (
    EARLIER,
    INSIDE,
    NIK,
    OF_ANOTHER_UNIT,
    OPEN,
    PLACES,
    SURROUNDINGS,
    filled,
    places_in,
    plant,
    sound,
    word_of,
)

pytestmark = pytest.mark.slow  # whole portals, shared

WORDS = re.compile(f"qx[bcdfghjklmnprstv]{{12}}|[0-9a-f]{{64}}|{OPEN}|{INSIDE}|{NIK}")
CONTAINERS = ".html .json .csv .xlsx .xml .br .gz .pf_fragment .pf_index".split()
PACKED = ("--precompress", "br", "--precompress", "gz")
Found = Mapping[str, set[str]]
# What goes out beside the site, and the places that belong in it: a test sheet names its testers.
SHEET = frozenset(f"{what} of a tester" for what in ("name", "post", "unit"))
GOING_OUT: Mapping[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "portal.zip": (("bundle", ".", "--unit", "contoh"), frozenset()),
    "paket": (("evidence", ".", "--no-screenshots"), frozenset()),
    "tabel": (("export", "."), frozenset()),
    "dik.pdf": (("document", "dik"), frozenset()),
    "dik.docx": (("document", "dik", "--format", "docx"), frozenset()),
    "uji.docx": (("document", "lembar-uji", "contoh/rekam", "--format", "docx"), SHEET),
    "brosur.pdf": (("document", "brosur"), frozenset()),
    "laporan.docx": (("report", "2024", ".", "--format", "docx"), frozenset()),
    "laporan.json": (("report", "2026", ".", "--format", "json"), frozenset()),
    "skor.html": (("score", ".", "--format", "html"), frozenset()),
}
UNDATED = {"export"}


class Planted(NamedTuple):
    """A portal with every word in its place, what a search of its sources finds, and its site."""

    folder: Path
    before: Found
    sources: Found
    site: Path


def built(folder: Path, *more: object) -> Told:
    return ppidgen("build", folder, "--out", folder / "site", "--as-of", DAY, *more)


def planted_in(folder: Path, salt: str = "") -> Planted:
    """Publish what is later taken back, plant every word, and publish again."""
    sound(folder)
    lay(folder, filled(EARLIER, salt))
    assert built(folder).code == 0
    before = words_in(folder / "site", WORDS)
    for path in EARLIER:
        (folder / path).unlink()
    plant(folder, salt)
    lay(folder, filled(OF_ANOTHER_UNIT))
    sources = words_in(folder, WORDS)
    told = built(folder, *PACKED)
    assert told.code == 0, told.out + told.err
    return Planted(folder, before, sources, folder / "site")


def root(parent: Path, salt: str = "") -> Path:
    """Make the folder of a portal: its name and that of the user are words as well."""
    folder, user, setting = (word_of(place, salt) for place in SURROUNDINGS)
    os.environ.update({"USER": user, "LOGNAME": user, "HOSTNAME": user, "PPIDGEN_KUNCI": setting})
    made = parent / folder
    made.mkdir()
    return made


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    kept = dict(os.environ)
    yield tmp_path_factory.mktemp("luar")
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture(scope="module")
def planted(surroundings: Path) -> Planted:
    return planted_in(root(surroundings))


@pytest.fixture(scope="module")
def found(planted: Planted) -> Found:
    return words_in(planted.site, WORDS)


def told_places(found: Found, places: tuple[str, ...] = PLACES) -> dict[str, list[str]]:
    """Name the places whose words were found, and where."""
    return {place: sorted(found[word_of(place)])[:5] for place in places if word_of(place) in found}


def test_there_are_more_places_than_anybody_asked_for() -> None:
    assert len(PLACES) > 80
    assert len({word_of(place) for place in PLACES}) == len(PLACES)


def test_no_place_of_all_reaches_the_site(found: Found) -> None:
    assert told_places(found) == {}


def test_the_same_search_finds_every_word_in_the_sources(planted: Planted) -> None:
    known = set(planted.sources) | {os.environ["USER"], os.environ["PPIDGEN_KUNCI"]}
    known |= {word_of(SURROUNDINGS[0])} if word_of(SURROUNDINGS[0]) in str(planted.folder) else set()
    assert [place for place in PLACES if word_of(place) not in known] == []


def test_the_same_search_finds_what_was_public_before_it_was_taken_back(planted: Planted) -> None:
    places = dict.fromkeys(places_in(EARLIER))
    assert all(len(planted.before[word_of(place)]) >= 5 for place in places)


def test_the_same_search_finds_what_is_public_in_every_container(found: Found) -> None:
    assert [one for one in CONTAINERS if not any(path.endswith(one) for path in found[OPEN])] == []
    endings = {path.removesuffix(".br").removesuffix(".gz").rpartition(".")[2] for path in found[INSIDE]}
    assert endings == {"csv", "pf_fragment", "pf_index"}


def test_a_number_that_one_document_may_hold_is_in_that_document_alone(planted: Planted, found: Found) -> None:
    assert {path.partition(".csv")[0] for path in found[NIK]} == {"berkas/contoh/terbuka"}
    assert NIK not in words_in(planted.folder / ".ppidgen/search", WORDS)


def test_other_secrets_make_the_same_site_byte_by_byte(planted: Planted, surroundings: Path) -> None:
    """What no search could read, such as a drawn picture or the order of an index, cannot hold one either."""
    other = planted_in(root(surroundings, "lain"), "lain")
    one, two = contents(planted.site), contents(other.site)
    assert {path for path in one.keys() | two.keys() if one.get(path) != two.get(path)} == set()
    shutil.rmtree(other.folder)


@pytest.fixture(scope="module")
def going_out(planted: Planted, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Give the words of everything that goes out, each with the names of those in which it stands."""
    out, here = tmp_path_factory.mktemp("keluar"), Path.cwd()
    os.chdir(planted.folder)
    for name, (order, _) in GOING_OUT.items():
        given = ("--out", out / name) if order[0] != "score" else ()
        told = ppidgen(*order, *given, *(() if order[0] in UNDATED else ("--as-of", DAY)))
        assert told.code == 0, f"{order}: {told.out}{told.err}"
        if not given:
            (out / name).write_text(told.out, "utf-8")
    os.chdir(here)
    found = words_in(out, WORDS)
    return {word: {path.split("/")[0] for path in paths} for word, paths in found.items()}


@pytest.mark.parametrize("name", GOING_OUT)
def test_what_goes_out_beside_the_site_holds_its_own_and_no_more(going_out: Found, name: str) -> None:
    places = {place for place in PLACES if name in going_out.get(word_of(place), ())}
    assert places == GOING_OUT[name][1]


def test_the_same_search_finds_what_is_public_in_what_goes_out(going_out: Found) -> None:
    assert going_out[OPEN] >= {"portal.zip", "tabel", "dik.pdf", "dik.docx", "uji.docx"}


def test_a_portal_of_one_unit_holds_nothing_of_another(found: Found, going_out: Found) -> None:
    places = tuple(dict.fromkeys(places_in(OF_ANOTHER_UNIT)))
    assert told_places(found, places).keys() == set(places)
    assert [place for place in places if "portal.zip" in going_out.get(word_of(place), ())] == []
