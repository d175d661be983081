"""`ppidgen verify`: what somebody did to a published portal is told, and nothing else."""

import gzip
import json
from pathlib import Path

import pytest

from ppidgen import __version__
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow  # whole portals, one after the other

LINK = '<a href="https://slot.example/">gacor</a>'


@pytest.fixture
def site(run: Run, sound: Path, tmp_path: Path) -> Path:
    """Give a portal as it was published some time ago."""
    out = tmp_path / "terbit"
    assert run("build", sound, "--out", out, "--no-search", "--as-of", "2026-01-31").returncode == 0
    return out


def test_an_untouched_portal_is_exactly_what_its_registers_make(run: Run, sound: Path, site: Path) -> None:
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Portal yang terbit persis seperti hasil registernya: ")
    assert "per 2026-01-31" in shown.stdout


def test_injected_links_and_scripts_and_whole_files_are_told(run: Run, sound: Path, site: Path) -> None:
    home = site / "index.html"
    home.write_text(home.read_text("utf-8").replace("</main>", f"{LINK}<script>jahat()</script></main>"), "utf-8")
    (site / "slot").mkdir()
    (site / "slot/index.html").write_text(LINK, "utf-8")
    (site / "robots.txt").unlink()
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.returncode == 1
    assert shown.stdout.splitlines() == [
        "diubah      index.html",
        "            + tautan: https://slot.example/",
        "            + skrip: jahat()",
        "hilang      robots.txt",
        "ditambahkan slot/index.html",
        "            + tautan: https://slot.example/",
        "",
        "3 berkas tidak seperti hasil registernya (per 2026-01-31).",
    ]


def test_a_program_gets_the_same_as_json(run: Run, sound: Path, site: Path) -> None:
    (site / "slot.html").write_text(LINK, "utf-8")
    shown = run("verify", sound, "--against", site, "--no-search", "--format", "json")
    assert shown.returncode == 1
    told = json.loads(shown.stdout)
    brought = [{"kind": "link", "value": "https://slot.example/"}]
    assert told["differences"] == [{"path": "slot.html", "change": "added", "seen_by": "everybody", "brought": brought}]
    assert (told["equal"], told["day"]) == (False, "2026-01-31")
    assert "0.0.1" not in shown.stderr


def test_that_another_version_made_the_portal_is_told(run: Run, sound: Path, site: Path) -> None:
    manifest = site / "manifes.json"
    manifest.write_text(
        manifest.read_text("utf-8").replace(f'"versi":"{__version__}"', '"versi":"0.0.1\\u001b[2J"'), "utf-8"
    )
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.returncode == 1
    assert shown.stderr.startswith(
        "Portal yang terbit dibuat oleh ppidgen 0.0.1\N{REPLACEMENT CHARACTER}[2J, sedangkan ini "
    )


def test_what_the_server_itself_adds_may_be_left_out(run: Run, sound: Path, site: Path) -> None:
    (site / ".htaccess").write_text("Options -Indexes\n", "utf-8")
    (site / "index.html.gz").write_bytes(b"x")
    options = ("--no-search", "--except", ".htaccess", "--except", "*.gz")
    assert run("verify", sound, "--against", site, *options).returncode == 0


def test_a_word_changed_without_a_change_of_size_is_told(run: Run, sound: Path, site: Path) -> None:
    home = site / "index.html"
    home.write_bytes(home.read_bytes().replace(b"Kabupaten", b"Kabupatem"))
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.stdout.splitlines()[0] == "diubah      index.html"


def test_a_site_uploaded_as_text_is_equal_and_a_look_alike_name_is_spelled_out(
    run: Run, sound: Path, site: Path
) -> None:
    robots = site / "robots.txt"
    robots.write_bytes(robots.read_bytes().replace(b"\n", b"\r\n"))
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.returncode == 0
    assert shown.stderr.startswith("1 berkas hanya berbeda akhir barisnya: berkas itu diunggah sebagai teks.")
    (site / "\u0456ndex.html").write_text("x", "utf-8")
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.stdout.splitlines()[0] == "ditambahkan \u0456ndex.html (\\u0456ndex.html)"


def test_a_link_where_a_file_should_be_is_not_followed(run: Run, sound: Path, site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.html"
    (site / "index.html").rename(secret)
    (site / "index.html").symlink_to(secret)
    shown = run("verify", sound, "--against", site, "--no-search")
    assert shown.stdout.splitlines()[0] == "diubah      index.html"


def test_a_name_that_would_steer_the_terminal_is_made_harmless(run: Run, sound: Path, site: Path) -> None:
    (site / "a\x1b[2J\nb.txt").write_text("x", "utf-8")
    shown = run("verify", sound, "--against", site, "--no-search")
    assert "\x1b" not in shown.stdout
    assert len(shown.stdout.splitlines()) == 3


def test_registers_with_errors_make_nothing_to_compare_with(run: Run, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "terbit").mkdir()
    shown = run("verify", broken, "--against", tmp_path / "terbit", "--no-search")
    assert shown.returncode == 1
    assert "tidak ada pembandingnya" in shown.stderr


def test_a_packed_copy_that_says_something_else_is_told(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "terbit"
    built = run("build", sound, "--out", out, "--no-search", "--as-of", "2026-01-31", "--precompress", "gz")
    assert built.returncode == 0, built.stderr
    (out / "index.html.gz").write_bytes(gzip.compress(LINK.encode()))
    shown = run("verify", sound, "--against", out, "--no-search")
    assert shown.stdout.splitlines()[0] == "diubah      index.html.gz"
    assert shown.stdout.splitlines()[-1].startswith("1 berkas")
