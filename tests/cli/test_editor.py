"""`ppidgen editor` in a real browser: an officer changes an entry, and nothing but that entry changes."""

import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.cli.conftest import SOUND, Run, lay
from tests.portals.laying import serving

CHECKOUT = Path(__file__).resolve().parents[2]
ENTRY = "content/informasi/bpkad/lkpd-2024.yaml"
NEWS = "content/berita/apel.md"
SPOKEN = "content/informasi/bpkad/lkpd-2024.en.yaml"
RICH = """\
judul: Laporan Keuangan 2024
ringkasan_isi: >-
  Neraca dan realisasi;
  jam layanan 08:00, telepon 0271-000000.
kategori: berkala
unit: bpkad
waktu_pembuatan: Maret 2025
bentuk: [softcopy, hardcopy]
tahun: 2024
tanggal_terbit: 2025-06-11
memenuhi: [B04.a]
jangka_waktu_simpan: 010
kelompok: 08.00
tag: [007, 1.10, true]
dokumen:
  - judul: LKPD
    tautan: https://contoh.go.id/lkpd.pdf
"""
PORTAL = {
    **SOUND,
    ENTRY: RICH,
    "content/informasi/bpkad/lain.yaml": "judul: Entri lain  # jangan hilang\nkategori: setiap-saat\n",
    SPOKEN: "judul: Financial report 2024\n\nringkasan_isi: Balance sheet.\ndokumen:\n  - judul: Report\n",
    NEWS: "---\njudul: Apel pagi\ntanggal: 2025-01-06\nringkasan: Apel.\n---\n\nApel berlangsung **singkat**.\n",
}

# The browser's own private folder stands in for the one that an officer would pick.
PICKED = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemHandle.prototype.requestPermission = async () => 'granted';
"""
FILL = """async files => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const writing = await (await folder.getFileHandle(parts.at(-1), {create: true})).createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""
REFUSED = "window.showDirectoryPicker = async () => { throw new DOMException('', 'NotAllowedError'); };"
FULL = """() => {
  window.whole = FileSystemWritableFileStream.prototype.close;
  FileSystemWritableFileStream.prototype.close = async function () {
    await this.abort();
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
}"""
KEPT = """async () => {
  const opened = indexedDB.open('github:lokal/portal');
  const kept = await new Promise(resolve => { opened.onsuccess = () => resolve(opened.result); });
  const isThere = kept.objectStoreNames.contains('draft-backups');
  const asked = isThere && kept.transaction('draft-backups').objectStore('draft-backups').count();
  const count = asked ? await new Promise(resolve => { asked.onsuccess = () => resolve(asked.result); }) : 0;
  kept.close();
  return count > 0;
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') await walk(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""


def save(page: Page, address: str, entry: str, title: str) -> None:
    """Open an entry, change its title and save."""
    page.goto(f"{address}#/collections/{entry}")
    page.get_by_role("textbox", name="Judul").first.fill(title)
    page.get_by_role("button", name="Simpan").first.click()
    page.wait_for_url(re.compile(r"/collections/[a-z-]+(/filter/.*)?$"))


def open_folder(page: Page, address: str) -> None:
    """Open the portal in the editor, as a folder of this machine."""
    page.goto(address)
    page.evaluate(FILL, dict(PORTAL))
    page.get_by_role("button", name="Buka folder di komputer ini").click()
    page.get_by_text("Daftar Informasi Publik").first.wait_for()


def wait_until_kept(page: Page) -> None:
    """Wait until the browser keeps what was typed."""
    for _ in range(300):
        if page.evaluate(KEPT):
            return
        page.wait_for_timeout(100)


@pytest.mark.slow
def test_an_officer_edits_entries_and_nothing_else_changes(browser: Browser, tmp_path: Path, run: Run) -> None:
    portal = lay(tmp_path / "portal", PORTAL)
    asked: list[str] = []
    errors: list[str] = []
    with serving(portal, "editor") as address:
        with pytest.raises(urllib.error.HTTPError, match="400"):
            urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "evil.example"}))  # noqa: S310 - our own server
        page = browser.new_page()
        page.on("requestfinished", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(PICKED)
        open_folder(page, address)
        save(page, address, "informasi/entries/bpkad/lkpd-2024", "Laporan Keuangan: edisi #2")
        save(page, address, "berita-md/entries/apel", "Apel sore")
        written = page.evaluate(READ)
        page.close()
    assert errors == []
    assert {path for path in PORTAL if written[path] != PORTAL[path]} - {SPOKEN} == {ENTRY, NEWS}
    assert yaml.safe_load(written[SPOKEN]) == yaml.safe_load(PORTAL[SPOKEN])
    assert written.keys() == PORTAL.keys()
    before, after = (yaml.load(text, yaml.CBaseLoader) for text in (RICH, written[ENTRY]))  # noqa: S506 - builds only text
    assert after == {**before, "judul": "Laporan Keuangan: edisi #2"}
    assert written[NEWS].rstrip().endswith("---\n\nApel berlangsung **singkat**.")
    assert {url.partition("/#")[0].split("/")[2] for url in asked if url.startswith("http")} == {address.split("/")[2]}
    lay(portal, written)
    told = run("check", portal, "--as-of", "2025-07-01")
    assert told.returncode == 0
    assert "0 galat" in told.stdout


@pytest.mark.slow
def test_what_another_wrote_meanwhile_is_not_saved_over(browser: Browser, tmp_path: Path) -> None:
    portal = lay(tmp_path / "portal", PORTAL)
    theirs = "judul: Dari kantor lain\nkategori: berkala\n"
    with serving(portal, "editor") as address:
        page = browser.new_page()
        page.add_init_script(PICKED)
        open_folder(page, address)
        save(page, address, "informasi/entries/bpkad/lkpd-2024", "Sekali")
        save(page, address, "informasi/entries/bpkad/lkpd-2024", "Dua kali")
        page.goto(f"{address}#/collections/informasi/entries/bpkad/lkpd-2024")
        page.get_by_role("textbox", name="Judul").first.fill("Tiga kali")
        page.evaluate(FILL, {ENTRY: theirs})
        page.get_by_role("button", name="Simpan").first.click()
        asked = page.get_by_role("alertdialog").inner_text()
        written = page.evaluate(READ)
        page.close()
    assert "Entri ini diubah di tempat lain sesudah Anda membukanya." in asked
    assert written[ENTRY] == theirs


@pytest.mark.slow
def test_what_was_typed_and_not_saved_is_there_after_the_window_was_closed(browser: Browser, tmp_path: Path) -> None:
    portal = lay(tmp_path / "portal", PORTAL)
    with serving(portal, "editor") as address:
        page = browser.new_page()
        page.add_init_script(PICKED)
        open_folder(page, address)
        page.goto(f"{address}#/collections/informasi/entries/bpkad/lkpd-2024")
        title = page.get_by_role("textbox", name="Judul").first
        title.press("End")
        title.press_sequentially(" (baru)")
        wait_until_kept(page)
        page.reload()
        asked = page.get_by_role("alertdialog").filter(has_text="Ada rancangan entri ini")
        asked.get_by_role("button", name="Pulihkan").click()
        expect(title).to_have_value("Laporan Keuangan 2024 (baru)", timeout=30_000)
        page.close()


@pytest.mark.slow
def test_what_could_not_be_written_is_not_called_saved_and_can_be_saved_later(browser: Browser, tmp_path: Path) -> None:
    portal = lay(tmp_path / "portal", PORTAL)
    with serving(portal, "editor") as address:
        page = browser.new_page()
        page.add_init_script(PICKED)
        open_folder(page, address)
        page.goto(f"{address}#/collections/informasi/entries/bpkad/lkpd-2024")
        page.get_by_role("textbox", name="Judul").first.fill("Baru")
        page.evaluate(FULL)
        page.get_by_role("button", name="Simpan").first.click()
        refused = page.get_by_role("alertdialog").filter(has_text="Entri tidak dapat disimpan")
        expect(refused).to_contain_text("Mungkin ruang penyimpanan penuh")
        expect(refused).not_to_contain_text("The disk")
        refused.get_by_role("button").click()
        kept = page.evaluate(READ)
        page.evaluate("() => { FileSystemWritableFileStream.prototype.close = window.whole; }")
        page.get_by_role("button", name="Simpan").first.click()
        page.wait_for_url(re.compile(r"/collections/informasi(/filter/.*)?$"))
        written = page.evaluate(READ)
        page.close()
    assert kept[ENTRY] == RICH
    assert written[ENTRY].startswith("judul: Baru\n")


@pytest.mark.slow
def test_a_browser_that_may_not_open_the_folder_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    with serving(lay(tmp_path / "portal", PORTAL), "editor") as address:
        page = browser.new_page()
        page.add_init_script(
            "window.showDirectoryPicker = async () => { throw new DOMException('', 'NotAllowedError'); };"
        )
        page.goto(address)
        page.get_by_role("button", name="Buka folder di komputer ini").click()
        page.get_by_text("lalu izinkan peramban membukanya.").wait_for()
        page.close()


def test_an_editor_to_publish_names_its_repository(tmp_path: Path, run: Run) -> None:
    portal = lay(tmp_path / "portal", SOUND)
    told = run("editor", portal, "--out", tmp_path / "admin")
    assert told.returncode == 2
    assert "--repository" in told.stderr
    told = run("editor", portal, "--out", tmp_path / "admin", "--repository", "kab-contoh/ppid")
    assert told.returncode == 0
    assert '"repo": "kab-contoh/ppid"' in (tmp_path / "admin/config.json").read_text(encoding="utf-8")
    assert (tmp_path / "admin/index.html").exists()
