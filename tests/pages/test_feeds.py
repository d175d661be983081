"""Feeds are Atom, and move only when an entry does."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests.pages.portals import context, entry, files, rich

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own output, not somebody's input


def text(element: ET.Element, name: str) -> str:
    found = element.find(ATOM + name)
    assert found is not None, name
    return found.text or ""


def feeds(made: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in made.items() if path.startswith("umpan/")}


@pytest.mark.parametrize("base_url", ["https://ppid.contoh.go.id/", ""])
def test_every_feed_is_well_formed_and_has_what_atom_requires(base_url: str) -> None:
    made = feeds(files(rich(base_url=base_url)))
    assert len(made) == 1 + 3 + 3 + 2
    for content in made.values():
        root = feed(content)
        for element in (root, *root.iter(f"{ATOM}entry")):
            assert text(element, "id").startswith("tag:")
            assert text(element, "title")
            assert text(element, "updated").endswith("T00:00:00Z")
        ids = [text(element, "id") for element in root.iter(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids)


def test_the_id_of_an_entry_stays_when_its_title_changes() -> None:
    def ids(title: str) -> list[str]:
        portal = context(information=(entry("a", title, updated=date(2025, 1, 1)),))
        root = feed(files(portal)["umpan/informasi.xml"])
        return [text(element, "id") for element in root.iter(f"{ATOM}entry")]

    assert ids("Lama") == ids("Baru") == ["tag:ppid.contoh.go.id,2026:/informasi/a/"]


def test_a_feed_is_as_new_as_its_newest_entry_and_begins_with_it() -> None:
    information = (
        entry("a", "A", updated=date(2025, 1, 1)),
        entry("b", "B", published=date(2025, 3, 1)),
        entry("c", "C"),
    )
    root = feed(files(context(information=information))["umpan/informasi.xml"])
    assert text(root, "updated") == "2025-03-01T00:00:00Z"
    assert [text(element, "title") for element in root.iter(f"{ATOM}entry")] == ["B", "A"]


def test_a_feed_without_entries_is_dated_by_the_day_of_the_build() -> None:
    root = feed(files(context())["umpan/berita.xml"])
    assert text(root, "updated") == "2026-03-16T00:00:00Z"


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    portal = context(information=(entry("a", "A \x0b<b> & \ufffe", updated=date(2025, 1, 1)),))
    root = feed(files(portal)["umpan/informasi.xml"])
    assert [text(element, "title") for element in root.iter(f"{ATOM}entry")] == ["A <b> & "]


def test_an_entry_stands_in_the_feeds_of_its_category_and_its_unit() -> None:
    made = files(rich())
    for path in ("umpan/kategori/berkala.xml", "umpan/unit/bpkad.xml"):
        assert b"Laporan Keuangan Daerah 2024" in made[path]
    assert b"Laporan Keuangan" not in made["umpan/kategori/setiap-saat.xml"]
