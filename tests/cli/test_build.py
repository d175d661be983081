"""`ppidgen build` through a real process: what is published, what is refused, and what is noticed to be unchanged."""

import os
import time
from datetime import date
from pathlib import Path

import pytest

from ppidgen.cli.verbs import build as module
from ppidgen.diagnostics import Severity
from tests.cli.conftest import ENTRY, Run, git, lay


def settle(portal: Path) -> None:
    """Give the sources an age: what was touched a moment before a build is not trusted to be unchanged."""
    past = time.time() - 60
    for path in portal.rglob("*"):
        os.utime(path, (past, past))
    time.sleep(0.05)


def test_a_sound_portal_is_published(run: Run, sound: Path) -> None:
    shown = run("build", "--no-search", cwd=sound)
    assert shown.returncode == 0, shown.stderr
    last, address = shown.stdout.splitlines()[-2:]
    assert last.startswith("Terbit: ")
    assert last.endswith(" detik.")
    assert address == f"Lihat: {(sound / 'site/index.html').as_uri()}"
    assert "Laporan Keuangan 2024" in (sound / "site/informasi/bpkad/lkpd-2024/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_with_an_error_nothing_is_published_and_the_old_site_stays(run: Run, sound: Path) -> None:
    run("build", "--no-search", cwd=sound)
    before = (sound / "site/manifes.json").read_bytes()
    (sound / "content/informasi/bpkad/lkpd-2024.yaml").write_text("judul: X\n", encoding="utf-8")
    shown = run("build", "--no-search", cwd=sound)
    assert shown.returncode == 1
    assert "galat SKM002" in shown.stdout
    assert "Tidak ada yang diterbitkan; isi site tetap seperti sebelumnya." in shown.stderr
    assert (sound / "site/manifes.json").read_bytes() == before


def test_a_draft_is_published_in_spite_of_errors_and_says_so(run: Run, broken: Path) -> None:
    shown = run("build", "--no-search", "--draft", cwd=broken)
    assert shown.returncode == 1
    page = (broken / "site/index.html").read_text(encoding="utf-8")
    assert "RANCANGAN" in page.upper()
    assert "noindex" in page


EXEMPTION = "judul: Taksiran\nberkas_ditahan:\n  - nama: rahasia.txt\n"


@pytest.mark.parametrize("broken", ["", "kunci_salah: x\n"], ids=["readable", "unreadable"])
def test_a_draft_never_shows_what_is_withheld(run: Run, sound: Path, broken: str) -> None:
    lay(
        sound,
        {
            "content/informasi/bpkad/lkpd-2024.yaml": ENTRY + "dokumen:\n  - judul: Isi\n    berkas: rahasia.txt\n",
            "content/berkas/rahasia.txt": "nilai taksiran",
            "content/dikecualikan/taksiran.yaml": EXEMPTION + broken,
        },
    )
    shown = run("build", "--no-search", "--draft", cwd=sound)
    assert shown.returncode == 1
    assert "Tidak ada yang diterbitkan" in shown.stderr
    assert not list(sound.glob("site/**/rahasia.txt"))


def test_another_library_is_a_change_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIBRARIES", tmp_path)
    order = module.Order(
        tmp_path, tmp_path, None, date(2026, 1, 1), draft=False, base_url="", search=True, packed=(),
        level=Severity.ERROR,
    )  # fmt: skip
    before = order.fingerprint
    assert order.fingerprint == before
    (tmp_path / "typst-99.0.dist-info").mkdir()
    os.utime(tmp_path, (1, 1))
    assert order.fingerprint != before


@pytest.mark.slow
@pytest.mark.parametrize("changed", [[], ["--base-url", "https://ppid.example.go.id/dip"], ["--as-of", "2031-01-01"]])
def test_a_second_build_notices_that_nothing_changed(run: Run, sound: Path, changed: list[str]) -> None:
    settle(sound)
    day = ["--as-of", "2026-01-31", *changed]
    run("build", "--no-search", *day, cwd=sound)
    shown = run("build", "--no-search", *day, cwd=sound)
    assert shown.returncode == 0
    assert shown.stdout == "Tidak ada yang berubah sejak pembangunan terakhir; site sudah mutakhir.\n"


@pytest.mark.slow
def test_a_change_of_a_source_an_option_or_a_page_is_noticed(run: Run, sound: Path) -> None:
    settle(sound)
    order = ["build", "--no-search", "--as-of", "2026-01-31"]
    run(*order, cwd=sound)
    assert "Tidak ada yang berubah" in run(*order, cwd=sound).stdout
    assert "Terbit: " in run(*order, "--base-url", "https://ppid.example.go.id/", cwd=sound).stdout
    run(*order, cwd=sound)
    (sound / "site/index.html").write_text("defaced", encoding="utf-8")
    assert "Terbit: " in run(*order, cwd=sound).stdout
    assert "defaced" not in (sound / "site/index.html").read_text(encoding="utf-8")
    time.sleep(0.05)
    (sound / "content/unit/bpkad.yaml").write_text("nama: Badan Aset\n", encoding="utf-8")
    assert "Terbit: " in run(*order, cwd=sound).stdout


def test_git_passes_over_what_the_program_keeps_for_itself(run: Run, sound: Path) -> None:
    git(sound, "init", "-q")
    assert run("build", "--no-search", cwd=sound).returncode == 0
    assert run("build", "--no-search", "--out", ".ppidgen/site", cwd=sound).stderr[:6] == "MSN014"
    git(sound, "add", ".")
    listed = (sound / ".git/index").read_bytes()
    assert (b"site/index.html" in listed, b".ppidgen" in listed) == (True, False)


def test_a_folder_of_somebody_else_is_never_touched(run: Run, sound: Path, tmp_path: Path) -> None:
    theirs = lay(tmp_path / "theirs", {"letter.txt": "mine"})
    shown = run("build", "--no-search", "--out", theirs, cwd=sound)
    assert shown.returncode == 3
    assert "MSN002" in shown.stderr
    assert "Traceback" not in shown.stderr
    assert [path.name for path in theirs.iterdir()] == ["letter.txt"]


def test_a_portal_with_a_subfolder_as_address_keeps_it_in_every_link(run: Run, sound: Path) -> None:
    shown = run("build", "--no-search", "--base-url", "https://example.go.id/ppid", cwd=sound)
    assert shown.stdout.splitlines()[-1] == (
        "Hasilnya ada di site dan masih harus dibawa ke https://example.go.id/ppid/ (caranya: ppidgen guide)."
    )
    page = (sound / "site/index.html").read_text(encoding="utf-8")
    assert 'href="/ppid/' in page
    assert 'href="/informasi' not in page


def test_a_theme_that_is_none_is_the_machines_fault(run: Run, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    shown = run("build", "--theme", tmp_path / "empty", cwd=sound)
    assert shown.returncode == 3
    assert "MSN030" in shown.stderr
