"""The main job on real input: published registers of five bodies become portals that can be browsed and searched."""

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

REAL = Path(__file__).parent / "data" / "real"


@dataclass(frozen=True)
class Body:
    """A body, its tables in the order of their import with the entries they give, and what a citizen would look for."""

    name: str
    kind: str
    level: str
    tables: tuple[tuple[str, str, int], ...]
    sought: str
    found: str


BODIES = (
    Body(
        "Pemerintah Kabupaten Sumedang",
        "eksekutif",
        "kabupaten-kota",
        (
            ("messy/dip-sumedang-2024-seperti-terbit.xlsx", "informasi", 51),
            ("messy/dik-sumedang-2022-seperti-terbit.xlsx", "dikecualikan", 53),
        ),
        "lambang",
        "Arti Lambang",
    ),
    Body(
        "Pemerintah Kota Bekasi",
        "eksekutif",
        "kabupaten-kota",
        (("kota-bekasi/perangkat-daerah.csv", "unit", 43), ("kota-bekasi/informasi.csv", "informasi", 1400)),
        "laporan realisasi anggaran",
        "Realisasi Anggaran",
    ),
    Body(
        "Kantor UPBU Tardamu",
        "eksekutif",
        "pusat",
        (("upbu-tardamu/dip-2025.csv", "informasi", 51), ("upbu-tardamu/dik-2025.csv", "dikecualikan", 10)),
        "struktur organisasi",
        "Struktur organisasi",  # the page of the profile, which lists the entries
    ),
    Body(
        "LLDikti Wilayah XI",
        "eksekutif",
        "pusat",
        (("lldikti-xi/dip-2025.csv", "informasi", 36), ("lldikti-xi/dik-2025.csv", "dikecualikan", 7)),
        "peta jabatan",
        "Peta Jabatan",
    ),
    Body(
        "PT Food Station Tjipinang Jaya",
        "bumn-bumd",
        "provinsi",
        (("pt-food-station/dip-2026.csv", "informasi", 17), ("pt-food-station/dik-2026.csv", "dikecualikan", 22)),
        "laporan tahunan",
        "Annual Report",
    ),
)


def ppidgen(*words: str | Path) -> str:
    command = [sys.executable, "-m", "ppidgen", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def portal_of(body: Body, folder: Path) -> Path:
    content = folder / "content"
    content.mkdir(parents=True)
    words = f"nama: {body.name}\njenis: {body.kind}\ntingkat: {body.level}\n"
    (content / "badan-publik.yaml").write_text(words, encoding="utf-8")
    (content / "situs.yaml").write_text(
        f"judul: PPID {body.name}\nalamat: https://ppid.contoh.go.id/\n", encoding="utf-8"
    )
    return folder


@contextmanager
def served(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.slow
@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_published_registers_become_a_portal_that_can_be_browsed_and_searched(
    body: Body, tmp_path: Path, browser: Browser
) -> None:
    portal = portal_of(body, tmp_path / "portal")
    for table, register, entries in body.tables:
        told = ppidgen("import", REAL / table, "--to", register, "--dir", portal)
        assert f"{entries} entri baru" in told.replace(".", "")
        assert "0 entri baru" in ppidgen("import", REAL / table, "--to", register, "--dir", portal)
    told = ppidgen("build", portal, "--out", tmp_path / "site")
    assert "0 galat" in told
    with served(tmp_path / "site") as address:
        page = browser.new_page()
        page.goto(address)
        page.get_by_role("link", name="Informasi Berkala").first.click()
        assert page.locator("main h1").inner_text() == "Informasi Berkala"
        page.goto(f"{address}/cari/?q={body.sought}")
        page.get_by_role("link", name=body.found).first.click()
        assert body.found in page.locator("main h1").inner_text()
        page.close()
