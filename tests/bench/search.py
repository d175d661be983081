"""Time the search index of N entries, from nothing and after an edit: `python -m tests.bench.search`.

Nothing here asserts anything. What a build does for search is told as the difference of two builds, one of them without
search, in seconds of the processor: those of the clock depend on who else works. Memory is that of the largest process.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import corpus
from tests.bench.run import DAY, EDITED, environment

WARNING = (
    "judul: Siaga Banjir\njenis: bencana-alam\nmulai: {day}\nselesai: {day}\nwilayah: Kecamatan Utara\n"
    "instruksi: Jauhi sungai.\n"
)


def built(portal: Path, *options: str) -> tuple[float, float, float]:
    """Build once; give the seconds of the processor, those of the clock, and the MiB of the largest process."""
    command = [sys.executable, "-m", "ppidgen", "build", str(portal), "--as-of", DAY, "--level", "galat"]
    place = portal / ("tanpa" if options else "dengan")
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    before = os.times()
    child = os.posix_spawn(
        command[0],
        [*command, "--out", str(place), *options],
        {**environment(), "PYTHONPATH": str(Path.cwd())},
        file_actions=silent,
    )
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit("a build failed")
    return usage.ru_utime + usage.ru_stime, os.times().elapsed - before.elapsed, usage.ru_maxrss / 1024


def told(name: str, with_search: tuple[float, float, float], without: tuple[float, float, float]) -> None:
    """Print one measurement as a row of a Markdown table."""
    processor, clock, memory = with_search
    beside = processor - without[0]
    print(f"{name} | {beside:.2f} | {processor:.2f} | {clock:.2f} | {without[0]:.2f} | {without[1]:.2f} | {memory:.0f}")


def measure(portal: Path) -> None:
    """Measure builds from nothing, after an edit, and after a warning was added."""

    def edit(folder: Path) -> None:
        place = folder / EDITED
        place.write_text(place.read_text(encoding="utf-8").replace("## Uraian", "## Uraian baru", 1), encoding="utf-8")

    def warn(folder: Path) -> None:
        place = folder / "content/pengumuman/banjir.yaml"
        place.parent.mkdir()
        place.write_text(WARNING.format(day=DAY), encoding="utf-8")

    steps: tuple[tuple[str, Callable[[Path], object]], ...] = (
        ("from nothing", lambda folder: folder),
        ("one text changed", edit),
        ("a warning added", warn),
    )
    twin = portal.with_name("kembar")
    shutil.copytree(portal, twin)
    for name, change in steps:
        for folder in (portal, twin):
            change(folder)
        told(name, built(portal), built(twin, "--no-search"))


def main() -> None:
    """Read the size and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=10_000)
    chosen = parser.parse_args()
    print(
        f"{chosen.size} entries | search, processor s | with: processor s | with: clock s | without: processor s"
        " | without: clock s | MiB\n---|---|---|---|---|---|---"
    )
    with tempfile.TemporaryDirectory() as folder:
        portal = Path(folder) / "portal"
        corpus.write_portal(portal, chosen.size)
        measure(portal)


if __name__ == "__main__":
    main()
