"""Documents that were made to harm whoever opens them: each is given up, and the others are read all the same."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from ppidgen.source.documents import facts
from ppidgen.source.probe.pdf import MOST_PAGES


def packed(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


def bomb() -> bytes:
    return packed("a.txt", b"0" * (300 << 20))


def bomb_in_bomb() -> bytes:
    raw = packed("a.txt", b"0" * (150 << 20))
    for number in range(6):
        raw = packed(f"{number}.zip", raw)
    return raw


def endless_rows() -> bytes:
    return packed("xl/worksheets/sheet1.xml", b"<row>" * 2_000_000)


def entities() -> bytes:
    return packed("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>' + b"&a;" * 100_000)


def many_pages() -> bytes:
    held = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.pages.extend([document.pages[0]] * 9_999)
        document.save(held)
    return held.getvalue()


def pages_in_a_ring() -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n"
    )


def digits() -> bytes:
    return b"1 " * 5_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [bomb, bomb_in_bomb, endless_rows, entities, many_pages, pages_in_a_ring, digits],
    ids=lambda make: make.__name__,
)
def test_a_hostile_document_spoils_no_other(tmp_path: Path, make: Callable[[], bytes]) -> None:
    (tmp_path / "a.bin").write_bytes(make())
    (tmp_path / "b.txt").write_text("NIK 3211011212850001\n", encoding="utf-8")
    found = facts(tmp_path, ["a.bin", "b.txt"], tmp_path / ".ppidgen/documents.json")
    assert set(found) == {"a.bin", "b.txt"}
    assert len(found["b.txt"].traces) == 1


@pytest.mark.slow
def test_of_ten_thousand_pages_those_past_the_bound_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(many_pages())
    one = facts(tmp_path, ["a.pdf"], tmp_path / ".ppidgen/documents.json")["a.pdf"]
    assert (one.pages, one.unread) == (10_000, 10_000 - MOST_PAGES)
