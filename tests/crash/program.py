"""The program itself, started on a small portal and ended from outside, or given a disk on which nothing fits."""

import hashlib
import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.portals.laying import ended, start
from tests.publish.sites import home, litter

BUILD = ("build", "--no-search", "--as-of", "2026-01-31")
_ENTRIES = 60
_TENTH = 10
_WARNING = "jenis: bencana-alam\nmulai: 2026-01-01\nwilayah: Hilir\ninstruksi: Jauhi sungai.\n"


def is_whole(site: Path) -> bool:
    """Say whether a site holds exactly what its own list says."""
    listed = json.loads((site / "manifes.json").read_bytes())["berkas"]
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {"manifes.json"}
    digests = {path: hashlib.sha256((site / path).read_bytes()).hexdigest() for path in found}
    return digests == {path: digest for path, (digest, _size) in listed.items()}


def portal(folder: Path, entries: int = _ENTRIES) -> Path:
    """Lay a portal with so many entries."""
    files = {
        "badan-publik.yaml": "nama: Kabupaten Contoh\njenis: eksekutif\ntingkat: kabupaten-kota\nzona_waktu: WIB\n",
        "situs.yaml": "judul: PPID Contoh\n",
        **{f"informasi/bpkad/l{one}.yaml": f"judul: Laporan {one}\nkategori: berkala\n" for one in range(entries)},
    }
    for name, text in files.items():
        place = folder / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    edit(folder, "awal")
    return folder


def edit(folder: Path, word: str) -> None:
    """Change something that many pages show."""
    unit = folder / "content/unit/bpkad.yaml"
    unit.parent.mkdir(exist_ok=True)
    unit.write_text(f"nama: Badan {word}\n", encoding="utf-8")


def warn(folder: Path, word: str) -> None:
    """Change something that every page shows, so that the next build but one writes them over where they lie."""
    place = folder / "content/pengumuman/banjir.yaml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"judul: Banjir {word}\n{_WARNING}", encoding="utf-8")


def _changed(folder: Path, turn: int) -> None:
    """Change what some pages show, and every second time what all show."""
    edit(folder, str(turn))
    if turn % 2:
        warn(folder, str(turn))


def _writes_over(folder: Path) -> str:
    """Build so often that pages are written over, so that it is known to happen here; say if they were not."""
    before = set[tuple[Path, int]]()
    for word in ("dua", "tiga", "empat"):
        before = _places(home(folder / "site") / "spare")
        warn(folder, word)
        if ended(start(folder, *BUILD)).code or not is_whole(folder / "site"):
            return f"no warning could be published: {word}"
    kept = before & _places(folder / "site")
    return "" if len(kept) > _ENTRIES else f"only {len(kept)} pages were written over"


def _places(folder: Path) -> set[tuple[Path, int]]:
    pages = folder.rglob("*.html")
    return {(page.relative_to(folder), page.stat().st_ino) for page in pages if page.stat().st_nlink == 1}


def killed_at_random(folder: Path, kills: int) -> Iterator[str]:
    """Kill the program and all its children at random moments; give what was wrong, "" for each kill that was none."""
    began = time.monotonic()
    assert ended(start(portal(folder), *BUILD)).code == 0
    usual = time.monotonic() - began
    yield _writes_over(folder)
    dice, site, turn, done = random.Random(300), folder / "site", 0, 0  # noqa: S311 a repeatable order, not a secret
    while done < kills:
        turn += 1
        _changed(folder, turn)
        running = start(folder, *BUILD)
        time.sleep(dice.uniform(0.2, 1) * usual)
        os.killpg(running.pid, signal.SIGKILL)
        done += ended(running).code < 0
        yield "" if is_whole(site) else f"kill {turn}: torn"
        if turn % _TENTH == 0:
            yield _recovered(folder)


def _recovered(folder: Path) -> str:
    code, _, told = ended(start(folder, *BUILD))
    about = litter(folder / "site") - {"content", ".ppidgen"}
    if code or about or not is_whole(folder / "site"):
        return f"not recovered: code {code}, litter {sorted(about)}: {told}"
    return ""


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Mount a disk of so many kB in memory; only root may."""
    place.mkdir(exist_ok=True)
    mount = ("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(place))
    subprocess.run(mount, check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(("umount", "-l", str(place)), check=True, capture_output=True)


def filled(folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    """Build on disks of these sizes (kB), where the first site or its follower finds no room; give what was wrong."""
    source = portal(folder / "portal", 20)
    ways: set[tuple[int, ...]] = set()
    for size in sizes:
        with small_disk(folder / "disk", size) as disk:
            codes: list[int] = []
            yield from _on(disk, source, size, codes)
            ways.add(tuple(codes))
    wanted = {(3, 3, 3), (0, 3, 3), (0, 0, 0)}  # no room at all, none for the second, room enough
    yield "" if wanted <= ways else f"the sizes do not try what they are to try: {sorted(ways)}"


def _on(disk: Path, source: Path, size: int, codes: list[int]) -> Iterator[str]:
    out = ("--out", str(disk / "site"))
    for word in ("awal", "kedua", "ketiga"):
        edit(source, word)
        warn(source, word)
        before = _manifest(disk / "site")
        code, _, told = ended(start(source, *BUILD, *out))
        codes.append(code)
        if "Traceback" in told or code not in {0, 3} or (code == 3 and not told.startswith("MSN")):
            yield f"{size} kB: code {code}: {told}"
        if before and (not is_whole(disk / "site") or (code and _manifest(disk / "site") != before)):
            yield f"{size} kB, {word}: torn after code {code}"
    subprocess.run(("mount", "-o", "remount,size=50m", str(disk)), check=True, capture_output=True)
    code, _, told = ended(start(source, *BUILD, *out))
    yield f"{size} kB {codes}: not recovered: {code}: {told}" if code or not is_whole(disk / "site") else ""


def _manifest(site: Path) -> bytes:
    try:
        return (site / "manifes.json").read_bytes()
    except FileNotFoundError:
        return b""


def read_only(folder: Path) -> str:
    """Build to a disk that became read-only; give what was wrong."""
    source = portal(folder / "portal", 5)
    with small_disk(folder / "baca", 20_000) as disk:
        out = ("--out", str(disk / "site"))
        ended(start(source, *BUILD, *out))
        before = _manifest(disk / "site")
        subprocess.run(("mount", "-o", "remount,ro", str(disk)), check=True, capture_output=True)
        edit(source, "lain")
        code, _, told = ended(start(source, *BUILD, *out))
        fine = code == 3 and told.startswith("MSN005") and _manifest(disk / "site") == before
        return "" if fine else f"read-only: code {code}: {told}"
