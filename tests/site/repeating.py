"""Build the specimen on machines that differ in all that must not show: `python -m tests.site.repeating`.

Path, order and time of files, time zone, locale, hash seed, file mask, user, processors, clock, git, SOURCE_DATE_EPOCH
and file system; the search index is compared too. Ends with 1 when a byte differs. Another clock wants a C compiler
(`clock.c`: what is to be had to shift clocks shifts that of waits as well), another user wants root, another file
system a disk in memory: what cannot be tried is said.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.site.building import DAY, Site, build

CHECKOUT = Path(__file__).resolve().parents[2]
# Another user, who may write nothing but his own; read he may what root put away in a home of its own: Python.
NOBODY = 65_534
BY_NOBODY = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--bounding-set=-all,+dac_read_search",
    "--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search",
)  # fmt: skip
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
COMPILER = "cc"
CLOCK = Path(__file__).with_name("clock.c")
STRANGE = {"HOME": "/nonexistent", "SOURCE_DATE_EPOCH": "1", "USER": "lain"}
# Noon in Jakarta: the same day in all three zones of Indonesia.
NOON = str(int(datetime.fromisoformat(f"{DAY}T05:00:00").replace(tzinfo=UTC).timestamp()))


@dataclass(frozen=True)
class Surroundings:
    """All that may differ from one machine to the next and must not show.

    `clock`: what the machine takes the time to be, in UTC. `by_epoch`: the day is told by SOURCE_DATE_EPOCH, not by
    `--as-of`.
    """

    folder: str
    zone: str
    locale: str
    seed: str
    mask: int
    processors: int
    backwards: bool
    clock: str = ""
    by_epoch: bool = False
    in_git: bool = False
    by_nobody: bool = False
    in_memory: bool = False


# Two builds can agree by luck: what a seeded hash table decides has few outcomes.
MACHINES = (
    Surroundings("folder lain/portal", "Pacific/Kiritimati", "tr_TR.UTF-8", "1", 0o000, 1, backwards=True),
    Surroundings("e\u0301", "America/St_Johns", "POSIX", "random", 0o077, 2, backwards=True, in_git=True),
    Surroundings("content", "Etc/GMT+12", "ja_JP.eucJP", "4294967295", 0o027, 0, backwards=False, by_epoch=True),
    Surroundings("a", "Asia/Jakarta", "C.UTF-8", "0", 0o022, 1, backwards=False),
    Surroundings("c/d/e/f", "UTC", "C", "42", 0o077, 0, backwards=False, in_git=True, by_epoch=True),
    Surroundings("portal", "Asia/Jayapura", "id_ID.UTF-8", "7", 0o002, 1, backwards=True, clock="1970-01-02 00:00:00"),
    Surroundings("jam", "Asia/Makassar", "en_US.UTF-8", "8", 0o022, 2, backwards=False, clock="2038-01-19 23:59:00"),
    Surroundings("abad", "UTC", "C.UTF-8", "9", 0o022, 2, backwards=True, clock="2100-03-01 12:00:00"),
    Surroundings("orang", "Asia/Jakarta", "C.UTF-8", "10", 0o022, 2, backwards=False, by_nobody=True),
    Surroundings("memori", "UTC", "C.UTF-8", "11", 0o022, 2, backwards=True, in_memory=True),
)


def differing(one: Site, other: Site) -> set[str]:
    """Name the files of two sites that are not the same."""
    return {path for path, _ in _digests(one).items() ^ _digests(other).items()}


def _digests(site: Site) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in site.files.items()}


def copy(sources: Path, to: Path, *, backwards: bool = False) -> Path:
    """Copy the sources file by file: a folder lists them in another order where it lists them as they came."""
    for age, path in enumerate(sorted((sources / "content").rglob("*"), reverse=backwards)):
        if path.is_file():
            place = to / path.relative_to(sources)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            os.utime(place, (age * 86_400, age * 86_400))
    return to


def built_on(machine: Surroundings, sources: Path, folder: Path) -> Site:
    """Build a copy of the sources in other surroundings, below a folder."""
    portal = copy(sources, folder / machine.folder, backwards=machine.backwards)
    out = folder / "keluaran"
    out.mkdir()
    if machine.in_git:
        _commit(portal)
    if machine.by_nobody:
        for place in (out, portal):
            os.chown(place, NOBODY, NOBODY)
    environment = {
        **STRANGE, "TZ": machine.zone, "LANG": machine.locale, "LC_ALL": machine.locale,
        "PYTHONHASHSEED": machine.seed, "TMPDIR": "/tmp" if machine.by_nobody else str(folder),  # noqa: S108 - his own files
    }  # fmt: skip
    return build(
        portal,
        out / "www",
        environment=environment
        | ({"SOURCE_DATE_EPOCH": NOON} if machine.by_epoch else {})
        | (_shifted(machine.clock, folder) if machine.clock else {}),
        mask=machine.mask,
        processors=machine.processors,
        day=() if machine.by_epoch else ("--as-of", DAY),
        before=BY_NOBODY if machine.by_nobody else (),
    )


def _shifted(clock: str, folder: Path) -> dict[str, str]:
    library = folder / "clock.so"
    subprocess.run([COMPILER, "-shared", "-fPIC", "-o", library, CLOCK, "-ldl"], check=True)
    told = datetime.fromisoformat(clock).replace(tzinfo=UTC) - datetime.now(UTC)
    return {"LD_PRELOAD": str(library), "CLOCK_SHIFT": str(int(told.total_seconds()))}


def _commit(portal: Path) -> None:
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.go.id")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "Awal")):
        subprocess.run(["git", *who, *words], cwd=portal, check=True, capture_output=True)


def _refused(machine: Surroundings) -> str:
    """Say why a machine cannot be tried here, "" when it can."""
    if machine.clock and not shutil.which(COMPILER):
        return f"{COMPILER} is not installed"
    if machine.in_memory and not MEMORY.is_dir():
        return f"there is no {MEMORY}"
    if machine.by_nobody:
        try:
            subprocess.run([*BY_NOBODY, sys.executable, "-c", "import pydantic"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            return "another user may not be taken on"
    return ""


def main() -> int:
    """Build on every machine, tell what differs, and the figures."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    wrong = tried = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        sources = copy(CHECKOUT, folder / "sumber")
        first = build(sources, folder / "situs")
        for machine in MACHINES:
            if why := _refused(machine):
                print(f"not tried: {machine}: {why}", flush=True)
                continue
            with tempfile.TemporaryDirectory(dir=MEMORY if machine.in_memory else folder) as own:
                place = Path(own)
                place.chmod(0o755)
                found = differing(first, built_on(machine, sources, place))
            tried, wrong = tried + 1, wrong + bool(found)
            print(f"{machine}: {len(found)} files differ: {sorted(found)[:5]}", flush=True)
        print(f"{tried + 1} builds of {len(first.files)} files, the search index among them; {wrong} differ")
    return 1 if wrong or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
