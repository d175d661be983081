"""A fault of the finished site is told at the line that an officer has to change."""

from datetime import date
from pathlib import Path

import pytest

from ppidgen import pipeline
from ppidgen.options import Options
from tests.portals.laying import ENTRY, ENTRY_TEXT, SOUND, lay

CSV = "uraian,nilai\nA,1\n"
FIRST = "- judul: Satu\n  kategori: berkala\n"
TWO = FIRST + "- judul: Dua\n  kategori: berkala\n  isi: |\n    Lihat\n    [ini](/tidak/ada/).\n"
NEWS = "judul: Kabar\ntanggal: 2026-01-02\nisi: 'Lihat [daftar](../lama/#atas).'\n"
DOCUMENTS = ENTRY_TEXT + "dokumen:\n  - judul: A\n    berkas: A 1.csv\n  - judul: B\n    berkas: a-1.csv\n"


def places(root: Path, files: dict[str, str], code: str) -> list[tuple[str, int, int]]:
    found = pipeline.check(lay(root, {**SOUND, **files}), Options(as_of=date(2026, 1, 31), processes=1))
    return [(one.span.path, one.span.line, one.span.column) for one in found.findings if one.code == code]


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("content/halaman/a.md", "---\njudul: A\n---\nSatu.\n\nLihat [ini](/tidak/ada/).\n", 6),
        ("content/informasi/bpkad/dua.yaml", TWO, 7),
        ("content/berita/kabar.yaml", NEWS, 3),
    ],
)
def test_a_broken_link_is_told_at_the_line_that_holds_it(tmp_path: Path, file: str, text: str, line: int) -> None:
    ((path, told, _),) = places(tmp_path, {file: text}, "SIT003")
    assert (path, told) == (file, line)


def test_a_document_at_an_address_that_is_taken_is_told_where_it_is_named(tmp_path: Path) -> None:
    files = {"content/berkas/A 1.csv": CSV, "content/berkas/a-1.csv": CSV, ENTRY: DOCUMENTS}
    assert places(tmp_path, files, "SIT001") == [(ENTRY, 7, 13)]


def test_the_other_claim_to_an_address_has_its_line_too(tmp_path: Path) -> None:
    files = {"content/berkas/A 1.csv": CSV, "content/berkas/a-1.csv": CSV, ENTRY: DOCUMENTS}
    found = pipeline.check(lay(tmp_path, {**SOUND, **files}), Options(as_of=date(2026, 1, 31), processes=1))
    (clash,) = [one for one in found.findings if one.code == "SIT001"]
    assert [(one.span.path, one.span.line) for one in clash.related] == [(ENTRY, 5)]


def test_an_address_that_no_system_stores_is_told_at_the_id_or_else_at_the_record(tmp_path: Path) -> None:
    text = "---\njudul: A\nid: con\n---\nIsi.\n"
    assert places(tmp_path / "id", {"content/halaman/a.md": text}, "SIT002") == [("content/halaman/a.md", 3, 5)]
    nameless = text.replace("id: con\n", "")
    ((path, line, _),) = places(tmp_path / "name", {"content/halaman/con.md": nameless}, "SIT002")
    assert (path, line) == ("content/halaman/con.md", 2)


def test_an_article_for_a_node_that_the_menu_lacks_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    text = "---\njudul: A\nmenu: profil/visi-dan-misi\nmemenuhi: [B02.d]\n---\nIsi.\n"
    files = {**SOUND, "content/halaman/a.md": text}
    found = pipeline.check(lay(tmp_path, files), Options(as_of=date(2026, 1, 31), processes=1))
    (one,) = [one for one in found.findings if one.code in {"RUJ016", "SIT003"}]
    assert (one.span.line, one.span.column) == (3, 7)
    assert one.data == {"value": "profil/visi-dan-misi", "guess": "profil/visi-misi"}


@pytest.mark.parametrize("menu", ["profil/visi-misi", "/Profil/Visi-Misi/", "dip", "berita"])
def test_every_node_of_the_menu_may_be_named(tmp_path: Path, menu: str) -> None:
    text = f"---\njudul: A\nmenu: {menu}\n---\nIsi.\n"
    assert places(tmp_path, {"content/halaman/a.md": text}, "RUJ016") == []
