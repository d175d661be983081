"""The verb `evidence`: a questionnaire answered, with the files behind the answers."""

import csv
import gc
import hashlib
import html
import json
import re
import shutil
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import openpyxl
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from ppidgen.cli import scoring
from ppidgen.cli.verbs import evidence
from ppidgen.diagnostics import MachineFault
from ppidgen.exchange import browser
from ppidgen.exchange.evidence.pack import Item, Pack
from ppidgen.exchange.evidence.screenshots import Shot, taken
from ppidgen.exchange.evidence.sheet import pack_files
from tests.cli.conftest import Run
from tests.scoring.portals import scored

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    b"4 0 obj<</Length 12>>stream\n1 1 5 5 re S\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)
AS_OF = ("--as-of", "2026-02-16")


def with_document(portal: Path, raw: bytes, name: str = "bpkad/lra-2025.pdf") -> Path:
    file = portal / "content/berkas" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    entry = portal / "content/informasi/bpkad/lra-2025.yaml"
    entry.write_text(
        "judul: Laporan Realisasi Anggaran 2025\ntahun: 2025\nkategori: berkala\nunit: bpkad\nmemenuhi: [B04.a]\n"
        f"tanggal_diperbarui: 2026-01-20\ndokumen:\n  - judul: LRA\n    berkas: '{name}'\n",
        encoding="utf-8",
    )
    return portal


def item(out: Path, criterion: str) -> dict[str, Any]:
    contents = json.loads((out / "isi.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(one for one in contents["items"] if one["id"] == criterion)
    return found


ON_EACH_PAGE = "Realisasi anggaran menurut pendapatan, belanja, pembiayaan, dan sisa lebih tahun lalu, halaman"


def wasteful_pdf(pages: int = 3, size: int = 2_400_000) -> bytes:
    """Make a PDF whose pages bear text and whose streams nobody pressed."""
    with pikepdf.new() as document:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for number in range(pages):
            text = f"BT /F1 9 Tf 72 700 Td ({ON_EACH_PAGE} {number}) Tj ET\n".encode()
            page = document.add_blank_page(page_size=(595, 842))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
            page.Contents = document.make_stream(text + b"% pengisi 000\n" * (size // pages // 14))
        out = BytesIO()
        document.save(out, compress_streams=False)
        return out.getvalue()


def texts(raw: bytes) -> list[str]:
    """Give the text of each page."""
    document = pypdfium2.PdfDocument(raw)  # type: ignore[no-untyped-call]  # it ships no types
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture
def packed(run: Run, sound: Path, tmp_path: Path) -> Any:
    """Pack a portal whose LRA is the given file; without pictures, which need a browser."""

    def pack(raw: bytes, name: str = "bpkad/lra-2025.pdf") -> tuple[Path, str]:
        out = tmp_path / "paket"
        portal = with_document(sound, raw, name)
        done = run("evidence", portal, "--rubric", "banjarnegara-opd-2026", "--out", out, "--no-screenshots", *AS_OF)
        assert done.returncode == 0, done.stderr
        return out, done.stdout

    return pack


def the_file(out: Path) -> Mapping[str, Any]:
    (file,) = item(out, "bna26-11")["files"]
    assert isinstance(file, dict)
    return file


def test_a_small_file_is_enclosed_byte_for_byte_with_its_digest_page_and_day(packed: Any) -> None:
    out, said = packed(PDF)
    one = item(out, "bna26-11")
    assert one["answer"] == "Ya"
    assert one["addresses"] == ["/informasi/bpkad/lra-2025/"]
    assert one["date"] == "2026-01-20"
    file = the_file(out)
    assert file["manner"] == "whole"
    assert (out / file["path"]).read_bytes() == PDF
    assert file["original_sha256"] == hashlib.sha256(PDF).hexdigest()
    assert {"index.html", "jawaban.csv", "jawaban.xlsx"} <= {path.name for path in out.iterdir()}
    # This portal has no address: the pack says what to write, and links to nothing dead.
    page = (out / "index.html").read_text(encoding="utf-8")
    for told in (said, html.unescape(page)):
        assert "Isi 'alamat' dalam content/situs.yaml" in told
    assert "/informasi/bpkad/lra-2025/" in page
    assert not re.findall(r'href="/[^"]*"', page)


def test_a_large_pdf_is_packed_closer_when_that_loses_nothing_and_the_pack_says_so(packed: Any) -> None:
    raw = wasteful_pdf()
    out, said = packed(raw)
    file = the_file(out)
    made = (out / file["path"]).read_bytes()
    assert (file["manner"], file["original_size"], file["size"]) == ("smaller", len(raw), len(made))
    assert len(made) <= 2_000_000 < len(raw)
    assert texts(made) == texts(raw)
    assert [page.strip() for page in texts(made)] == [f"{ON_EACH_PAGE} {number}" for number in range(3)]
    told = "lra-2025.pdf: Dimampatkan tanpa kehilangan"
    assert told in said
    assert hashlib.sha256(raw).hexdigest() in (out / "index.html").read_text(encoding="utf-8")
    assert "Dimampatkan tanpa kehilangan" in (out / "jawaban.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        (PDF + b"%" + b"x" * 2_000_000, "bpkad/lra-2025.pdf", "tetap lebih dari 2 MB|tidak dapat dibaca"),
        (wasteful_pdf(1) + b"\n% /ByteRange [0 1 2 3]\n", "bpkad/lra-2025.pdf", "bertanda tangan elektronik"),
        (b"a;b\n" + b"1;2\n" * 600_000, "bpkad/lra-2025.csv", "bukan PDF"),
    ],
    ids=["unreadable", "signed", "table"],
)
def test_what_cannot_be_packed_without_loss_has_a_cover_page_that_says_why(
    packed: Any, raw: bytes, name: str, reason: str
) -> None:
    out, said = packed(raw, name)
    file = the_file(out)
    assert file["manner"] == "cover"
    assert any(one in said for one in reason.split("|"))
    cover = texts((out / file["path"]).read_bytes())[0]
    assert file["original_sha256"][:16] in "".join(cover.split())
    assert f"/berkas/{name}" in "".join(cover.split())
    assert not list(out.rglob(Path(name).name))


def noisy_photo(side: int = 1800) -> bytes:
    """Make a photo of more than 2 MB that lies on its side, as its camera notes beside where it was taken."""
    picture = Image.frombytes("RGB", (side, side // 2), hashlib.shake_128(b"foto").digest(side * (side // 2) * 3))
    notes = picture.getexif()
    notes[0x0112], notes[0x010F] = 6, "Kamera Contoh"  # turned by a quarter; who made the camera
    out = BytesIO()
    picture.save(out, "JPEG", quality=98, exif=notes, comment=b"difoto oleh Budi")
    return out.getvalue()


def test_a_large_photo_is_reduced_and_the_pack_says_so_with_the_digest_of_the_original(packed: Any) -> None:
    raw = noisy_photo()
    assert len(raw) > 2_000_000
    out, said = packed(raw, "bpkad/lra-2025.jpg")
    assert "lra-2025.jpg: Gambar diperkecil menjadi 900 × 1800 piksel" in said
    (path,) = (out / "butir").rglob("*.jpg")
    assert path.stat().st_size <= 2_000_000
    assert b"Budi" not in path.read_bytes()
    with Image.open(path) as picture:
        assert picture.size == (900, 1800)
        assert not picture.getexif()
    assert hashlib.sha256(raw).hexdigest() in (out / "jawaban.csv").read_text(encoding="utf-8-sig")


def test_a_picture_whose_lower_part_is_left_out_says_so_in_the_sheet_too() -> None:
    words = scoring.setting().words
    card = scored("banjarnegara-opd-2026")
    cut = Item(card.answers[0], None, ("/dip/",), {"/dip/": "tangkapan/dip.png"}, (), None)
    pack = Pack(card, (cut,), {"tangkapan/dip.png": Shot(b"", is_cut=True)})
    assert "tangkapan/dip.png (hanya bagian atasnya" in pack_files(pack, words)["jawaban.csv"].decode()


def test_only_root_is_refused_the_sandbox_of_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert browser.is_confined()
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert not browser.is_confined()


def test_the_sheet_lists_what_is_not_full_first_by_its_points(packed: Any) -> None:
    out, _ = packed(PDF)
    rows = list(csv.DictReader((out / "jawaban.csv").read_text(encoding="utf-8-sig").splitlines()))
    lost = [float(row["Poin yang belum diperoleh"].replace(",", ".") or 0) for row in rows]
    assert lost == sorted(lost, reverse=True)
    assert len(rows) == 21
    full = next(row for row in rows if row["Kriteria"] == "bna26-11")
    assert (full["Kelompok"], full["Tanggal"], full["Penilai"]) == ("Penuh", "2026-01-20", "")
    assert full["SHA-256 berkas asli"] == hashlib.sha256(PDF).hexdigest()
    sheet = openpyxl.load_workbook(out / "jawaban.xlsx").active
    assert sheet is not None
    heads = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"Tangkapan layar", "Cara penyertaan", "Penilai", "Belum penuh, dari poin terbesar"} <= heads


def test_two_files_of_the_same_name_are_both_enclosed(run: Run, sound: Path, tmp_path: Path) -> None:
    portal = with_document(sound, PDF)
    with_document(portal, PDF + b"% lain\n", "setda/lra-2025.pdf")
    second = portal / "content/informasi/bpkad/lra-2025.yaml"
    other = second.read_text(encoding="utf-8")
    (portal / "content/informasi/bpkad/lra-2025-b.yaml").write_text(other.replace("Anggaran 2025", "Anggaran 2025 (b)"))
    with_document(portal, PDF)
    out = tmp_path / "paket"
    run("evidence", portal, "--rubric", "banjarnegara-opd-2026", "--out", out, "--no-screenshots", *AS_OF)
    paths = [file["path"] for file in item(out, "bna26-11")["files"]]
    assert paths == ["butir/bna26-11/bpkad/lra-2025.pdf", "butir/bna26-11/setda/lra-2025.pdf"]
    assert len({(out / path).read_bytes() for path in paths}) == 2


def test_the_page_leads_to_every_file_whatever_its_name_holds(packed: Any) -> None:
    out, _ = packed(PDF, "bpkad/LRA #1 100%25.pdf")
    links = re.findall(r'href="(butir/[^"]+)"', (out / "index.html").read_text(encoding="utf-8"))
    assert [(out / unquote(urlsplit(link).path)).read_bytes() for link in links] == [PDF]


def test_what_the_theme_brings_is_answered_of_the_theme_that_the_portal_uses(
    run: Run, sound: Path, repository: Path, tmp_path: Path
) -> None:
    theme = tmp_path / "tema"
    shutil.copytree(repository / "themes/polos", theme)
    told = (theme / "theme.yaml").read_text(encoding="utf-8").splitlines()
    (theme / "theme.yaml").write_text("\n".join(line for line in told if not line.startswith("features")), "utf-8")
    out = tmp_path / "paket"
    run("evidence", sound, "--rubric", "kaltim-2025", "--theme", theme, "--out", out, "--no-screenshots", *AS_OF)
    assert item(out, "digitalisasi.gawai")["answer"] != "Ya"


def test_a_folder_that_holds_something_is_left_alone(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "paket"
    out.mkdir()
    (out / "surat.txt").write_text("penting", encoding="utf-8")
    assert run("evidence", sound, "--out", out, "--no-screenshots").returncode == 3
    assert [path.name for path in out.iterdir()] == ["surat.txt"]


def test_without_the_extra_the_pack_is_made_quietly_and_names_it_when_pictures_are_asked_for(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    pack = evidence.command.callback
    assert pack
    given = {
        "folder": with_document(sound, PDF),
        "rubric": "banjarnegara-opd-2026",
        "as_of": date(2026, 2, 16),
        "theme": None,
    }
    assert pack(**given, out=tmp_path / "a", wanted=None) == 0
    assert capsys.readouterr().err == ""
    told = (tmp_path / "a/index.html").read_text(encoding="utf-8")
    assert "Tangkapan layar tidak disertakan, sebab tambahan &#x27;evidence&#x27; belum terpasang" in told
    with pytest.raises(MachineFault) as fault:
        pack(**given, out=tmp_path / "b", wanted=True)
    assert (fault.value.code, str(fault.value.data["program"]).partition(".")[0]) == ("MSN054", "playwright")
    assert not (tmp_path / "b").exists()


@pytest.mark.slow
def test_a_browser_that_cannot_be_started_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MachineFault) as fault:
        taken(["/"], lambda _path: (b"<p>a</p>", "text/html"), "", date(2026, 2, 16))
    assert fault.value.code == "MSN053"
    assert "\n" not in fault.value.data["reason"]


@pytest.mark.slow
def test_the_browser_reaches_nothing_but_the_portal(chromium: str) -> None:
    assert chromium
    asked: list[str] = []
    page = b"<img src='https://lain.example/x.png'><img src='/ppid/gambar.png'><link rel=stylesheet href='http://a.b/'>"

    def files(path: str) -> tuple[bytes, str] | None:
        asked.append(path)
        return (page, "text/html") if path.endswith("index.html") else None

    order = (["/dip/"], files, "https://ppid.contoh.go.id/ppid/", date(2026, 2, 16))
    with ThreadPoolExecutor(1) as other:  # the browser of other tests holds this thread
        assert set(other.submit(taken, *order).result()) == {"/dip/"}
    assert set(asked) == {"dip/index.html", "gambar.png"}


@pytest.mark.slow
def test_a_picture_of_each_answered_page_is_enclosed_and_is_the_same_the_next_time(
    run: Run, sound: Path, tmp_path: Path, chromium: str
) -> None:
    assert chromium
    portal, outs = with_document(sound, PDF), (tmp_path / "a", tmp_path / "b")
    for out in outs:
        done = run("evidence", portal, "--rubric", "banjarnegara-opd-2026", "--out", out, "--screenshots", *AS_OF)
        assert done.returncode == 0, done.stderr
    (shot,) = item(outs[0], "bna26-11")["screenshots"]
    assert shot == {"path": "tangkapan/informasi/bpkad/lra-2025.png", "cut": False}
    first, second = ((out / shot["path"]).read_bytes() for out in outs)
    assert first == second
    with Image.open(BytesIO(first)) as picture:
        assert picture.format == "PNG"
        assert picture.width == 1280
        assert len(picture.convert("L").getcolors() or ()) > 2
    assert 'href="tangkapan/informasi/bpkad/lra-2025.png"' in (outs[0] / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "code"), [("Hasil pemeriksaan kesehatan", "DIK091"), ("NIK 3211011212850001", "PDP001")]
)
def test_what_may_not_leave_the_office_is_in_no_pack(
    run: Run, sound: Path, tmp_path: Path, said: str, code: str
) -> None:
    portal = with_document(sound, said.encode(), "setda/surat.txt")
    if code == "DIK091":
        exempt = "judul: Rekam medis\nberkas_ditahan:\n  - nama: surat.txt\n"
        (portal / "content/dikecualikan").mkdir(exist_ok=True)
        (portal / "content/dikecualikan/rekam.yaml").write_text(exempt, "utf-8")
    out = tmp_path / "paket"
    done = run("evidence", portal, "--rubric", "banjarnegara-opd-2026", "--out", out, "--no-screenshots", *AS_OF)
    assert done.returncode == 1
    assert code in done.stderr
    assert "3211011212850001" not in done.stdout + done.stderr
    assert not out.exists()
