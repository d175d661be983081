"""`ppidgen serve` as a browser meets it: the pages of a build, shown anew after every save."""

import re
import signal
import socket
import time
import urllib.error
import urllib.request
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from ppidgen.cli.preview import Preview
from ppidgen.options import Options
from tests.cli.conftest import ENTRY, SOUND, Run, lay
from tests.portals.laying import ended, serving, start

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = "informasi/bpkad/lkpd-2024/"
TAG = re.compile(rb'<script src="/_ppidgen/reload\.js\?v=[\w-]+" defer></script>')
POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]+)"')


def ask(address: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """Ask for an address once it answers; give status, content and headers."""
    request = urllib.request.Request(address, headers={key.replace("_", "-"): value for key, value in headers.items()})  # noqa: S310 - our own server
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - as above
                return answer.status, answer.read(), dict(answer.headers)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read(), dict(refused.headers)
        except urllib.error.URLError:
            time.sleep(0.05)
    raise TimeoutError(address)


# What a browser sends that tries https first, and something that is no request behind one that is.
BROKEN = (b"\x16\x03\x01\x02\0\x01\r\n\r\n", b"GET /ppid/ HTTP/1.1\r\nHost: localhost\r\n\r\n" * 9 + b"X\r\n\r\n")


def send(address: str, raw: bytes) -> None:
    """Send some bytes to a server as they are, and read what it says to them."""
    with suppress(ConnectionError), socket.create_connection(("127.0.0.1", urlsplit(address).port or 0)) as line:
        line.settimeout(20)
        line.sendall(raw)
        line.shutdown(socket.SHUT_WR)
        while line.recv(1 << 16):
            pass


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Give a portal with a document and a subfolder as its address."""
    entry = ENTRY + "dokumen:\n  - judul: Isi\n    berkas: bpkad/isi.csv\n"
    files = {
        **SOUND,
        "content/situs.yaml": "judul: PPID Contoh\nalamat: https://example.go.id/ppid/\n",
        "content/informasi/bpkad/lkpd-2024.yaml": entry,
        "content/berkas/bpkad/isi.csv": "a;b\n1;2\n",
    }
    return lay(tmp_path / "portal", files)


@pytest.mark.slow
def test_the_preview_answers_as_the_published_site_would(portal: Path, run: Run) -> None:
    assert run("build", "--no-search", cwd=portal).returncode == 0
    with serving(portal, "serve") as address:
        assert address.endswith("/ppid/")
        for path in (PAGE, "", "dip/", "404.html"):
            built = portal / "site" / path
            made = (built / "index.html" if built.is_dir() else built).read_bytes()
            status, shown, headers = ask(address + path)
            assert TAG.sub(b"", shown) == made, path
            assert status == 200
            policy = POLICY.search(made)
            assert policy
            assert headers["content-security-policy"] == policy[1].decode().replace("&#39;", "'")
        for file in ("data/dip.csv", "sitemap.xml", "data/dip.xlsx", "berkas/bpkad/isi.csv"):
            assert ask(address + file)[1] == (portal / "site" / file).read_bytes(), file
        assert not (portal / "site/galeri").exists()
        for asset in (portal / "site/aset").iterdir():
            _, shown, headers = ask(f"{address}aset/{asset.name}")
            assert (shown, headers["cache-control"]) == (asset.read_bytes(), "max-age=31536000, immutable"), asset.name


@pytest.mark.slow
def test_ranges_redirects_lost_pages_strangers_and_the_gallery_of_the_theme(portal: Path) -> None:
    with serving(portal, "serve") as address:
        status, part, headers = ask(address + "berkas/bpkad/isi.csv", Range="bytes=0-2")
        assert (status, part, headers["content-range"]) == (206, b"a;b", "bytes 0-2/8")
        assert ask(address + PAGE.rstrip("/"))[1] == ask(address + PAGE)[1]
        assert ask(address.removesuffix("ppid/"))[1] == ask(address)[1]
        status, lost, _ = ask(address + "tidak-ada/")
        assert status == 404
        assert TAG.sub(b"", lost) == TAG.sub(b"", ask(address + "404.html")[1])
        assert ask(address + "../content/situs.yaml")[0] == 404
        assert ask(address + "%2e%2e/content/situs.yaml")[0] == 404
        assert ask(address, Host="evil.example")[0] == 400
        assert b'id="komponen-tabel"' in ask(address + "galeri")[1]


@pytest.mark.slow
def test_a_save_is_shown_a_fault_is_told_and_the_next_save_heals(portal: Path, browser: Browser) -> None:
    entry = portal / "content/informasi/bpkad/lkpd-2024.yaml"
    sound = entry.read_text(encoding="utf-8")
    complaints: list[str] = []
    with serving(portal, "serve") as address:
        page = browser.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(address + PAGE)
        entry.write_text(sound.replace("Laporan Keuangan 2024", "Laporan Baru"), encoding="utf-8")
        page.locator("h1", has_text="Laporan Baru").wait_for(timeout=20_000)
        entry.write_text(sound.replace("berkala", "tahunan"), encoding="utf-8")
        overlay = page.wait_for_selector("[role=alert].ppidgen-preview", timeout=20_000)
        assert overlay
        words = overlay.inner_text()
        assert "content/informasi/bpkad/lkpd-2024.yaml:2:11   galat SKM003" in words
        assert "kategori: tahunan" in words
        assert page.locator("h1").inner_text() == "Laporan Baru"
        assert overlay.evaluate("one => getComputedStyle(one).position") == "fixed"
        entry.write_text(sound, encoding="utf-8")
        page.locator("h1", has_text="Laporan Keuangan 2024").wait_for(timeout=20_000)
        assert page.locator(".ppidgen-preview").count() == 0
        page.close()
    assert complaints == []


@pytest.mark.slow
def test_a_portal_that_begins_with_a_fault_shows_it_and_recovers(tmp_path: Path, browser: Browser) -> None:
    portal = lay(tmp_path / "portal", {**SOUND, "content/unit/bpkad.yaml": "nama\n"})
    with serving(portal, "serve") as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector("[role=alert]", timeout=20_000)
        assert "content/unit/bpkad.yaml" in page.locator("[role=alert]").inner_text()
        lay(portal, SOUND)
        page.wait_for_selector("main", timeout=20_000)
        page.close()


@pytest.mark.slow
def test_what_only_a_build_would_find_is_told_after_a_while(portal: Path, browser: Browser) -> None:
    with serving(portal, "serve") as address:
        page = browser.new_page()
        page.goto(address)
        lay(portal, {"content/halaman/salah.md": "---\njudul: Salah\n---\n[ke mana](/tidak-ada/)\n"})
        page.wait_for_selector("[role=alert]", timeout=20_000)
        assert "SIT003" in page.locator("[role=alert]").inner_text()
        page.close()


@pytest.mark.parametrize("processes", [1, 2])
def test_what_can_wait_gives_way_to_a_save_and_is_done_after_it(tmp_path: Path, processes: int) -> None:
    lost = {"content/halaman/salah.md": "---\njudul: Salah\n---\n[ke mana](/tidak-ada/)\n"}
    preview = Preview(lay(tmp_path, {**SOUND, **lost}), lambda: Options(date(2026, 1, 31), processes=processes))
    preview.show(preview.read())
    preview.hurry()
    assert (preview.audit(), preview.index()) == (preview.state, preview.state)
    assert preview.state.faults == ""
    preview.show(preview.read())
    assert "SIT003" in preview.audit().faults


def test_a_port_that_is_taken_is_told_with_another(run: Run, portal: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        shown = run("serve", "--port", taken.getsockname()[1], cwd=portal)
    assert shown.returncode == 3
    assert "sedang dipakai program lain. Pilih porta lain, misalnya --port" in shown.stderr


def test_a_preview_that_a_service_manager_ends_goes_without_a_traceback(portal: Path) -> None:
    running = start(portal, "serve", "--port", "0", PYTHONUNBUFFERED="1")
    assert running.stdout is not None
    found = re.search(r"http://\S+", running.stdout.readline())
    assert found
    ask(found[0])
    for sent in BROKEN:
        send(found[0], sent)
    running.send_signal(signal.SIGTERM)
    told = ended(running)
    assert told.code == 143
    assert not re.search("Traceback|HTTP|ASGI", told.err), told.err


def test_a_missing_extra_is_named_with_the_command_that_installs_it(run: Run, portal: Path, tmp_path: Path) -> None:
    lay(tmp_path / "hidden", {"sitecustomize.py": "import sys\nsys.modules['watchfiles'] = None\n"})
    shown = run("serve", cwd=portal, PYTHONPATH=f"{tmp_path / 'hidden'}:{CHECKOUT}")
    assert shown.returncode == 3
    assert "belum terpasang (watchfiles)" in shown.stderr
    assert 'pipx install --force ".[officer]"' in shown.stderr
