"""Time ppidgen beside Hugo on the same entries, in turn, as whole processes: `python -m tests.bench.run`.

Each round runs every measurement once, ppidgen and Hugo one after the other; ratios are taken inside a round and
their median is what counts. Search is left out on both sides. Nothing here asserts anything.

The same work. `hugo/` holds templates that make the same pages of the same elements, each page within a tenth of the
size of ours (the mean of the entries' pages is printed, so that it is seen when they part): an entry's head (policy,
description, Open Graph, feeds, JSON-LD), header with the menu, breadcrumbs, title block, documents, facts with their
legal basis, tags, text, duties, five related entries, message to pass on, QR symbol, footer; the lists of all, per
category, unit, year, letter and group of duties (50 a page), the page of each unit, the print tables of all and per
unit, the overviews, a home page, an Atom feed of all, per category and unit, a sitemap, JSON and CSV of the list.
Headings, links and tables of a text are dressed by render hooks as our theme dresses them. Hugo caches what can be
cached (`partialCached`): menu and footer, each entry's row in lists, feeds and print tables. It is started without the
Python script that comes with it.

What is not the same is more work for ppidgen: it draws each page's own QR symbol, where Hugo, which can make them only
as pictures in files, writes one symbol of the same size into all; it checks everything (fields, duties, documents,
links, what a text may hold), writes XLSX, schemas and a manifest with each file's digest, makes some sixty fixed pages
and a page of each unit's duties besides, copies fonts and styles, names list pages in the sitemap, and publishes in one
exchange after syncing. Hugo is told each entry's letter and group of duties, has shorter addresses and finds related
entries as neighbours by title.

Where it runs. Each cold build follows the deletion of ten thousand pages, and ext4 without a journal looks past each
inode that was freed lately: the system's share of a build of 10,000 entries was 5 to 7 CPU s on such a disk and 1.2 in
memory. Hugo creates as many files. `TMPDIR=/dev/shm` compares the programs, not what the disk remembers.

Which Python. Those of Debian and of uv are compiled by what a first run taught the compiler (PGO), and Hugo is as quick
as its compiler can make it. One that pyenv compiles as it comes takes a quarter to a third longer for all of this, so
the table says which Python ran; any that has the libraries can run this module.

`--beside mkdocs` also times cold builds in turn with MkDocs, which does less still (`tests/bench/mkdocs.py`).
"""

import argparse
import os
import shutil
import statistics
import sys
import sysconfig
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import corpus, mkdocs

DAY = "2026-11-23"
WARNING = (
    "judul: Banjir {number}\njenis: bencana-alam\nmulai: {day}\nwilayah: Kecamatan Contoh\n"
    "instruksi: Pindah ke tempat yang tinggi.\n"
)
ANNOUNCED = "content/pengumuman/banjir.yaml"
EDITED = "content/informasi/dinas-kesehatan/entri-000001.md"


@dataclass(frozen=True)
class Run:
    """One finished process: seconds by the clock, MiB of the largest process."""

    seconds: float
    peak: float


def timed(command: list[str], folder: Path) -> Run:
    """Run a command to its end; a failing command ends the benchmark."""
    start = time.perf_counter()
    child = os.posix_spawn(
        command[0],
        command,
        {**environment(), "PYTHONPATH": str(Path.cwd())},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, str(folder / "stderr.txt"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
        ],
    )
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command} failed:\n{(folder / 'stderr.txt').read_text()}")
    return Run(seconds, usage.ru_maxrss / 1024)


def environment() -> dict[str, str]:
    """Give ours, in which Python may keep what it compiles: an installed program is compiled once."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def hugo_program() -> str:
    """Give Hugo itself where its package has been installed, else the script that starts it."""
    itself = Path(sysconfig.get_path("platlib")) / "hugo" / "binaries" / "hugo"
    return str(itself if itself.exists() else Path(sys.executable).parent / "hugo")


class Contest:
    """One size of corpus, laid out for both programs."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.portal = folder / "portal"
        self.site = folder / "portal-site"
        self.hugo_source = folder / "hugo"
        self.hugo_site = folder / "hugo-site"
        self.warnings = 0
        corpus.write_portal(self.portal, count)
        corpus.write_hugo(self.hugo_source, count)

    def hugo(self) -> Run:
        """Build with Hugo into a folder that is not there."""
        shutil.rmtree(self.hugo_site, ignore_errors=True)
        return timed([hugo_program(), "--quiet", "-s", str(self.hugo_source), "-d", str(self.hugo_site)], self.folder)

    def build(self) -> Run:
        """Build with ppidgen, with all checks and without search."""
        return self._ppidgen("build", "--out", str(self.site), "--no-search")

    def check(self) -> Run:
        """Check with ppidgen."""
        return self._ppidgen("check")

    def entry_bytes(self) -> tuple[int, int]:
        """Give the mean size of an entry's page, ours and Hugo's."""
        ours, theirs = (
            [page.stat().st_size for page in site.glob(f"{where}/*/entri-*/index.html")]
            for site, where in ((self.site, "informasi"), (self.hugo_site, "."))
        )
        return sum(ours) // len(ours), sum(theirs) // len(theirs)

    def forget(self) -> None:
        """Take away the site and every cache, and the announcement."""
        (self.portal / ANNOUNCED).unlink(missing_ok=True)
        for place in (self.site, self.site.parent / f".{self.site.name}.ppidgen", self.portal / ".ppidgen"):
            shutil.rmtree(place, ignore_errors=True)

    def edit(self, old: str, new: str) -> None:
        """Change one entry's text; the second time round it is changed back."""
        place = self.portal / EDITED
        text = place.read_text(encoding="utf-8")
        place.write_text(text.replace(new, old, 1) if new in text else text.replace(old, new, 1), encoding="utf-8")

    def warn(self) -> None:
        """Save an announcement that is in force, another one each time."""
        place = self.portal / ANNOUNCED
        place.parent.mkdir(exist_ok=True)
        self.warnings += 1
        place.write_text(WARNING.format(number=self.warnings, day=DAY), encoding="utf-8")

    def _ppidgen(self, verb: str, *options: str) -> Run:
        command = [
            sys.executable,
            "-m",
            "ppidgen",
            verb,
            str(self.portal),
            "--as-of",
            DAY,
            "--level",
            "galat",
            *options,
        ]
        return timed(command, self.folder)


def measure(contest: Contest, rounds: int) -> dict[str, list[tuple[Run, Run]]]:
    """Give, for each measurement, the pairs (ppidgen, Hugo) of all rounds."""
    pairs: defaultdict[str, list[tuple[Run, Run]]] = defaultdict(list)

    def pair(name: str, ours: Callable[[], Run]) -> None:
        run = ours()
        pairs[name].append((run, contest.hugo()))

    for _ in range(rounds):
        contest.forget()
        pair("cold build", contest.build)
        time.sleep(0.1)  # files younger than a tick of the file system's clock are not trusted to be unchanged
        contest.build()
        pair("nothing changed", contest.build)
        contest.edit("## Uraian", "## Uraian baru")
        pair("first change after a cold build", contest.build)
        contest.edit("## Uraian", "## Uraian baru")
        pair("one text changed", contest.build)
        contest.edit("judul: ", "judul: Perubahan ")
        pair("one title changed", contest.build)
        contest.warn()
        pair("a first warning on every page", contest.build)
        contest.warn()
        pair("another warning", contest.build)
        pair("check", contest.check)
        contest.forget()
        pair("check, no cache", contest.check)
    return pairs


def report(count: int, pairs: dict[str, list[tuple[Run, Run]]]) -> None:
    """Print the medians as a Markdown table."""
    print(f"\nPython {sys.version}")
    print(
        f"\n{count} entries | ppidgen s | Hugo s | ratio | ppidgen MiB | Hugo MiB | ratio\n---|---|---|---|---|---|---"
    )
    middle = statistics.median
    for name, found in pairs.items():
        ours, theirs = [pair[0] for pair in found], [pair[1] for pair in found]
        ratio = middle(a.seconds / b.seconds for a, b in found)
        memory = middle(a.peak / b.peak for a, b in found)
        print(
            f"{name} | {middle(r.seconds for r in ours):.2f} | {middle(r.seconds for r in theirs):.2f} | {ratio:.3f} | "
            f"{middle(r.peak for r in ours):.0f} | {middle(r.peak for r in theirs):.0f} | {memory:.2f}"
        )


def beside_mkdocs(contest: Contest, count: int, rounds: int) -> None:
    """Print the medians of cold builds with ppidgen and MkDocs, one after the other."""
    source, site = contest.folder / "mkdocs", contest.folder / "mkdocs-site"
    mkdocs.write_site(source, count)
    command = [str(mkdocs.program()), "build", "--quiet", "-f", str(source / "mkdocs.yml"), "-d", str(site)]
    pairs = []
    for _ in range(rounds):
        contest.forget()
        ours = contest.build()
        shutil.rmtree(site, ignore_errors=True)
        pairs.append((ours, timed(command, contest.folder)))
    middle = statistics.median
    we, they = (middle(run.seconds for run in runs) for runs in zip(*pairs, strict=True))
    ratio = middle(a.seconds / b.seconds for a, b in pairs)
    pages = sum(1 for _ in site.rglob("index.html"))
    print(f"cold build beside MkDocs | {we:.2f} | {they:.2f} | {ratio:.3f} | its pages: {pages}")


def main() -> None:
    """Read the sizes and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--beside", choices=["mkdocs"], help="one more rival, for cold builds")
    chosen = parser.parse_args()
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            contest = Contest(Path(folder), size)
            report(size, measure(contest, chosen.rounds))
            contest.build()  # the last measurement has taken the site away
            print("an entry's page, mean bytes | {} | {}".format(*contest.entry_bytes()))
            if chosen.beside:
                beside_mkdocs(contest, size, chosen.rounds)


if __name__ == "__main__":
    main()
