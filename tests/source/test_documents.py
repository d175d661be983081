"""Documents as they are found: honest ones, disguised ones, broken ones, and ones that kill their reader."""

import hashlib
import io
import json
import os
import sys
import zipfile
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import pytest
import xlsxwriter

from ppidgen.source import documents
from ppidgen.source.caches.document_cache import text_of
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.documents import facts

CACHE = ".ppidgen/documents.json"


def pdf(pages: int) -> bytes:
    """Write a small PDF by hand."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"] * pages
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n"
    )
    return out + trailer.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()


def xlsx() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet().write(0, 0, "a")
    return held.getvalue()


def archive(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name in names:
            packed.writestr(name, "application/vnd.oasis.opendocument.spreadsheet" if name == "mimetype" else "x")
    return held.getvalue()


def found(root: Path, held: Mapping[str, bytes]) -> Mapping[str, DocumentFacts]:
    for name, raw in held.items():
        (root / name).write_bytes(raw)
    return facts(root, held, root / CACHE)


def test_a_pdf_tells_its_pages_size_and_digest(tmp_path: Path) -> None:
    raw = pdf(3)
    one = found(tmp_path, {"a.pdf": raw})["a.pdf"]
    assert (one.kind, one.pages, one.readable, one.size, one.ending) == ("pdf", 3, True, len(raw), "pdf")
    assert len(one.sha256) == 64


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.xlsx", xlsx(), "xlsx"),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a.ods", archive("mimetype", "content.xml"), "ods"),
        ("a.zip", archive("a.txt"), "zip"),
        ("a.csv", b"nama;jumlah\na;1\n", "csv"),
        ("a.txt", b"Teks biasa\n", "text"),
        ("a.json", b'{"a": 1}', "json"),
        ("a.png", b"\x89PNG\r\n\x1a\n....", "png"),
        ("a.jpg", b"\xff\xd8\xff\xe0....", "jpeg"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "ole"),
        ("a.svg", b"<?xml version='1.0'?><svg onload='x()'/>", "active-svg"),
        ("disguised.pdf", b"  <!DOCTYPE HTML><script>x()</script>", "html"),
        ("disguised.csv", "<html><body>".encode("utf-16"), "html"),
        ("disguised.txt", b"MZ\x90\0", "exe"),
        ("disguised.xlsx", b"%PDF-1.4\nbroken", "pdf"),
        ("a.bin", bytes(range(32)), "unknown"),
        ("empty.pdf", b"", "unknown"),
    ],
)
def test_the_bytes_say_what_a_document_is(tmp_path: Path, name: str, raw: bytes, kind: str) -> None:
    one = found(tmp_path, {name: raw})[name]
    assert (one.kind, one.ending) == (kind, name.rpartition(".")[2])


def test_broken_documents_are_unreadable_and_do_not_stop_the_others(tmp_path: Path) -> None:
    held = {
        "a.pdf": pdf(1)[:60],
        "b.pdf": b"%PDF-1.7\n" + os.urandom(2000),
        "c.xlsx": xlsx()[:-30],
        "d.pdf": pdf(2),
    }
    got = found(tmp_path, held)
    assert {name: one.readable for name, one in got.items()} == {
        "a.pdf": False, "b.pdf": False, "c.xlsx": False, "d.pdf": True,
    }  # fmt: skip
    assert got["d.pdf"].pages == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "import os\nos.abort()",
        "import time\ntime.sleep(60)",
        "print('no json', flush=True)\nimport time\ntime.sleep(60)",
    ],
)
def test_a_reader_that_dies_or_hangs_costs_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    """The child is replaced by one that fails for documents with "bad" in their name and answers the others."""
    program = tmp_path / "child.py"
    lines = "\n".join(f"        {line}" for line in body.split("\n"))
    program.write_text(
        "import json, sys\nfor line in sys.stdin:\n    if 'bad' in json.loads(line)[0]:\n"
        f"{lines}\n    print(json.dumps({{'readable': True, 'pages': 1}}), flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(documents, "_PROBE", [sys.executable, str(program)])
    monkeypatch.setattr(documents, "_PATIENCE", 1)
    got = found(tmp_path, {"a.pdf": pdf(1), "bad.pdf": pdf(1), "c.pdf": pdf(1)})
    assert {name: one.readable for name, one in got.items()} == {"a.pdf": True, "bad.pdf": False, "c.pdf": True}
    assert {name: one.lost for name, one in got.items()} == {"a.pdf": False, "bad.pdf": True, "c.pdf": False}


@pytest.mark.slow
def test_after_ten_documents_that_end_their_reader_the_others_have_less_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child is replaced by one that dies of "bad" ones and says how long it has for the others, as their pages."""
    program = tmp_path / "child.py"
    program.write_text(
        "import json, sys\nfor line in sys.stdin:\n    path, _, seconds = json.loads(line)\n"
        "    if 'bad' in path:\n        sys.exit()\n"
        "    print(json.dumps({'readable': True, 'pages': seconds}), flush=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(documents, "_PROBE", [sys.executable, "-S", str(program)])
    bad = [f"bad{number:02}.pdf" for number in range(documents.MOST_LOST + 1)]
    names = ["a.pdf", *bad, "z.pdf"]
    got = found(tmp_path, {name: pdf(number + 1) for number, name in enumerate(names)})
    assert [name for name, one in got.items() if one.lost] == bad
    assert (got["a.pdf"].pages, got["z.pdf"].pages) == (documents.SECONDS, documents.SECONDS_THEN)
    for name in bad[:-1]:
        (tmp_path / name).unlink()
    program.write_text(program.read_text().replace("'bad'", "'nothing'"), encoding="utf-8")
    again = facts(tmp_path, [bad[-1]], tmp_path / CACHE)
    assert again[bad[-1]].pages == documents.SECONDS


def test_what_is_no_regular_file_has_no_facts(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe.pdf")
    names = ["link.pdf", "pipe.pdf", "nowhere.pdf", "../a.pdf", "a\0b.pdf"]
    assert facts(tmp_path, names, tmp_path / CACHE) == {}


def test_unchanged_documents_come_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = found(tmp_path, {"a.pdf": pdf(1)})
    monkeypatch.setattr(documents, "_PROBE", [str(tmp_path / "nowhere")])
    assert facts(tmp_path, ["a.pdf"], tmp_path / CACHE) == first


def test_a_changed_document_is_looked_at_again(tmp_path: Path) -> None:
    found(tmp_path, {"a.pdf": pdf(1)})
    assert found(tmp_path, {"a.pdf": pdf(4)})["a.pdf"].pages == 4


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"program": 3, "files": {"a.pdf": 1}}',
    ],
)  # fmt: skip
def test_a_damaged_cache_is_ignored(tmp_path: Path, damage: bytes) -> None:
    first = found(tmp_path, {"a.pdf": pdf(1)})
    with_its_checksum = hashlib.blake2b(damage, digest_size=16).hexdigest().encode() + damage
    for raw in (damage, with_its_checksum):
        (tmp_path / CACHE).write_bytes(raw)
        assert facts(tmp_path, ["a.pdf"], tmp_path / CACHE) == first


def test_one_digit_that_is_another_in_the_cache_makes_no_other_document(tmp_path: Path) -> None:
    first = found(tmp_path, {"a.pdf": pdf(1)})
    cache, digest = tmp_path / CACHE, first["a.pdf"].sha256
    other = digest.replace(digest[0], "0" if digest[0] != "0" else "1", 1)
    cache.write_bytes(cache.read_bytes().replace(digest.encode(), other.encode()))
    assert facts(tmp_path, ["a.pdf"], cache) == first


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pages", "x"),
        ("readable", 1),
        ("path", "b.pdf"),
        ("size", None),
        ("hidden", [1]),
        ("traces", [{}]),
        ("inside", 1),
    ],
)
def test_a_cache_with_wrong_types_is_not_believed(tmp_path: Path, name: str, value: object) -> None:
    first = found(tmp_path, {"a.pdf": pdf(1)})
    held = json.loads((tmp_path / CACHE).read_bytes()[32:])
    held["files"]["a.pdf"]["facts"][name] = value
    body = json.dumps(held).encode()
    (tmp_path / CACHE).write_bytes(blake2b(body, digest_size=16).hexdigest().encode() + body)
    assert facts(tmp_path, ["a.pdf"], tmp_path / CACHE) == first


def test_a_cache_that_cannot_be_written_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / ".ppidgen").write_text("a file in the place of the folder", encoding="utf-8")
    assert found(tmp_path, {"a.pdf": pdf(1)})["a.pdf"].pages == 1


def test_the_text_of_a_document_is_kept_by_its_digest_and_mended_when_damaged(tmp_path: Path) -> None:
    one = found(tmp_path, {"a.txt": b"Rencana kerja tahunan\n"})["a.txt"]
    folder = (tmp_path / CACHE).parent
    assert text_of(folder, one.sha256) == "Rencana kerja tahunan\n"
    kept = folder / "texts" / one.sha256
    for damage in (b"", b"Rencana", kept.read_bytes()[:-1]):
        kept.write_bytes(damage)
        assert text_of(folder, one.sha256) is None
        assert facts(tmp_path, ["a.txt"], tmp_path / CACHE) == {"a.txt": one}
        assert text_of(folder, one.sha256) == "Rencana kerja tahunan\n"


def test_the_text_of_a_document_that_has_gone_is_forgotten(tmp_path: Path) -> None:
    one = found(tmp_path, {"a.txt": b"Rencana kerja tahunan\n"})["a.txt"]
    assert facts(tmp_path, [], tmp_path / CACHE) == {}
    assert text_of((tmp_path / CACHE).parent, one.sha256) is None


def test_nothing_is_kept_of_a_withheld_document_but_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("NIK 3211011212850001, rekam medis\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Rencana kerja\n", encoding="utf-8")
    open_first = facts(tmp_path, ["a.txt", "b.txt"], tmp_path / CACHE)
    assert open_first["a.txt"].traces
    held = facts(tmp_path, ["a.txt", "b.txt"], tmp_path / CACHE, lambda one: one.sha256 == open_first["a.txt"].sha256)
    assert (held["a.txt"].traces, held["a.txt"].letters) == ((), 0)
    assert held["b.txt"] == open_first["b.txt"]
    kept = b"".join(file.read_bytes() for file in (tmp_path / ".ppidgen").rglob("*") if file.is_file())
    assert b"rekam medis" not in kept
    assert b"3211" not in kept
    assert facts(tmp_path, ["a.txt", "b.txt"], tmp_path / CACHE) == open_first


def test_a_moved_document_is_known_by_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = found(tmp_path, {"a.pdf": pdf(2)})["a.pdf"]
    (tmp_path / "a.pdf").rename(tmp_path / "b.pdf")
    monkeypatch.setattr(documents, "_PROBE", [str(tmp_path / "nowhere")])
    moved = facts(tmp_path, ["b.pdf"], tmp_path / CACHE)["b.pdf"]
    assert (moved.sha256, moved.pages, moved.path) == (first.sha256, 2, "b.pdf")
