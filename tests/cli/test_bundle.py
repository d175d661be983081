"""`ppidgen bundle`: the whole portal in an archive that works from a disk."""

import posixpath
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.cli.conftest import Run, lay

OTHER = {
    "content/unit/dinkes.yaml": "nama: Dinas Kesehatan\n",
    "content/informasi/dinkes/puskesmas.yaml": "judul: Jadwal Puskesmas\nkategori: berkala\nunit: dinkes\n",
}
ADDRESS = re.compile(r' (?:href|src|action)="([^"]*)"')
ABROAD = ("https:", "mailto:", "tel:", "#")


@pytest.mark.slow
def test_every_address_in_the_archive_leads_to_a_file_in_it(run: Run, sound: Path, tmp_path: Path) -> None:
    shown = run("bundle", sound, "--out", tmp_path / "p.zip")
    assert shown.returncode == 0, shown.stderr
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        names = set(archive.namelist())
        pages = {name: archive.read(name).decode() for name in names if name.endswith(".html")}
        styles = b"".join(archive.read(name) for name in names if name.endswith(".css"))
    assert {"index.html", "cari/index.html", "cari/indeks.js", "luring/minisearch.js"} <= names
    astray = {
        (page, address)
        for page, html in pages.items()
        for address in ADDRESS.findall(html)
        if not address.startswith(ABROAD)
        and posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(re.split("[?#]", address)[0])))
        not in names
    }
    assert astray == set()
    # From a disk no typeface comes in the tenth of a second that `optional` gives it.
    assert set(re.findall(rb"font-display: ?(\w+)", styles)) == {b"swap"}
    dated = re.compile(r"Salinan ini dibuat \d+ \w+ \d{4}\.")
    assert [page for page, html in pages.items() if "<main" in html and not dated.search(html)] == []


@pytest.mark.slow
def test_the_same_portal_gives_the_same_bytes(run: Run, sound: Path, tmp_path: Path) -> None:
    made = []
    (tmp_path / "b-2.zip").touch()
    for name, said in (("a.zip", ""), ("b.zip", f"{tmp_path / 'b-2.zip'} bagian dari bundel sebelumnya;")):
        shown = run("bundle", sound, "--out", tmp_path / name, "--as-of", "2026-01-02")
        assert shown.returncode == 0
        assert shown.stderr.partition(" hapuslah")[0] == said
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


@pytest.mark.slow
def test_one_unit_may_be_packed_alone(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, OTHER)
    assert run("bundle", sound, "--out", tmp_path / "p.zip", "--unit", "dinkes").returncode == 0
    names = zipfile.ZipFile(tmp_path / "p.zip").namelist()
    assert "informasi/dinkes/puskesmas/index.html" in names
    assert "informasi/bpkad/lkpd-2024/index.html" not in names


def test_a_unit_that_the_portal_does_not_have_is_refused_before_anything_is_made(
    run: Run, broken: Path, tmp_path: Path
) -> None:
    lay(broken, OTHER)
    shown = run("bundle", broken, "--out", tmp_path / "usb/p.zip", "--unit", "dinkse")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "Tidak ada unit dengan pengenal 'dinkse'. Maksud Anda 'dinkes'?" in shown.stderr
    assert not (tmp_path / "usb").exists()
    assert not (broken / ".ppidgen").exists()


def test_what_is_wrong_with_the_unit_itself_is_told(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/unit/dinkes.yaml": "nama: Dinas Kesehatan\nkolom_asing: 1\n"})
    shown = run("bundle", sound, "--out", tmp_path / "p.zip", "--unit", "dinkes")
    assert (shown.returncode, "content/unit/dinkes.yaml:2:1" in shown.stdout + shown.stderr) == (1, True)


def test_with_an_error_nothing_is_packed(run: Run, broken: Path, tmp_path: Path) -> None:
    shown = run("bundle", broken, "--out", tmp_path / "usb/p.zip")
    assert shown.returncode == 1
    assert "galat SKM003" in shown.stdout + shown.stderr
    assert not list((tmp_path / "usb").iterdir())


def test_a_place_where_no_file_can_be_is_told(run: Run, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").write_bytes(b"")
    shown = run("bundle", broken, "--out", tmp_path / "usb/p.zip")
    assert (shown.returncode, shown.stderr.partition(":")[0]) == (3, "MSN007")


@pytest.mark.slow
def test_from_a_disk_the_portal_is_read_and_searched(run: Run, sound: Path, tmp_path: Path, browser: Browser) -> None:
    lay(sound, OTHER)
    assert run("bundle", sound, "--out", tmp_path / "p.zip").returncode == 0
    zipfile.ZipFile(tmp_path / "p.zip").extractall(tmp_path / "usb")
    page, complaints = browser.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "usb/index.html").as_uri())
    page.locator("main input[name=q]").fill("jadwl puskesmas")
    page.keyboard.press("Enter")
    expect(page.locator(".cari-saran")).to_contain_text("jadwal puskesmas")
    expect(page.locator(".cari-hasil h2").first).to_have_text("Informasi publik")
    page.locator(".cari-hasil a").first.click()
    expect(page.locator("h1")).to_have_text("Jadwal Puskesmas")
    page.goto((tmp_path / "usb/layanan/permohonan/ajukan/index.html").as_uri())
    page.get_by_role("button", name="Mulai mengisi").click()
    page.get_by_label("Informasi apa yang Anda minta?").fill("Saya minta jadwal puskesmas")
    with page.context.expect_page() as opened:
        page.locator(".formulir-saran a").first.click()
    expect(opened.value.locator("h1")).to_have_text("Jadwal Puskesmas")
    page.goto((tmp_path / "usb/layanan/kalkulator/index.html").as_uri())
    page.get_by_label("Tanggal peristiwanya").fill("2026-11-02")
    page.get_by_role("button", name="Hitung batas waktu").click()
    expect(page.locator("[data-aturan=R07]")).to_have_attribute("data-batas", "2026-11-16")
    page.goto((tmp_path / "usb/layanan/lacak/index.html").as_uri())
    expect(page.locator(".lacak form")).to_be_hidden()
    expect(page.locator(".lacak")).to_contain_text("Salinan ini tidak memuat keadaan permohonan")
    assert complaints == []
    page.close()


@pytest.mark.slow
def test_from_a_disk_a_document_is_found_by_what_stands_in_it_and_each_language_searches_its_own_pages(
    run: Run, repository: Path, tmp_path: Path, browser: Browser
) -> None:
    assert run("bundle", repository, "--out", tmp_path / "p.zip").returncode == 0
    zipfile.ZipFile(tmp_path / "p.zip").extractall(tmp_path / "usb")
    page, complaints = browser.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((tmp_path / "usb/cari/index.html").as_uri() + "?q=LKPD 2024")
    expect(page.locator(".cari-dokumen").first).to_contain_text("Ringkasan LKPD 2024")
    expect(page.locator(".cari-jangkauan")).to_contain_text("300 kata pertama")
    page.goto((tmp_path / "usb/en/cari/index.html").as_uri() + "?q=request")
    expect(page.locator(".cari-hasil .entri-judul a").first).to_be_visible()
    places = page.locator(".cari-hasil .entri-judul a").evaluate_all("(links) => links.map((each) => each.pathname)")
    assert {place.removeprefix(str(tmp_path / "usb")).split("/")[1] for place in places} == {"en"}
    assert complaints == []
    page.close()
