"""All ways of being cut off, at full size: `python -m tests.crash.run [--kills 300]`; disks are mounted, so as root.

With `--quick` no disk is mounted and no program started: a second or two for each of the rest.
Ends with 1 when a site was ever torn, lost after success was said, or not recovered by the next build without litter.
"""

import argparse
import errno
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from tests.crash import importing, program
from tests.crash.power import recorded
from tests.crash.reading import torn_looks
from tests.crash.striking import (
    BY_RENAMES,
    OVER,
    REFUSALS,
    SPLICED,
    STARTS,
    begun,
    killed_everywhere,
    publish,
    refused_everywhere,
    shortened_everywhere,
    wholes,
)
from tests.publish.sites import contents, litter

# What has to happen in a build from these starts, or it is not what they are there for.
_WRITTEN = {OVER: "over", SPLICED: "piece"}
SIZES = (40, 100, 200, 300, 400, 500, 600, 800, 1_000, 1_300, 1_600, 2_000, 3_000, 4_000, 6_000, 12_000)


def cut(folder: Path, cuts: int) -> Iterable[str]:
    """Cut the power so often, at every change in turn and after the last; give what was wrong."""
    old, new = wholes(folder / "utuh")
    dice = random.Random(100)  # noqa: S311 a repeatable order, not a secret
    for turn, site in enumerate(islice(_each_start(folder), cuts)):
        start, here = tuple(STARTS)[turn % len(STARTS)], site.parent
        with recorded(here) as recorder:
            publish(site, start)
        if start in _WRITTEN and not any(one.kind == _WRITTEN[start] for one in recorder.changes):
            yield f"power cut {turn}: nothing was {start}"
        last = len(recorder.changes)
        at = dice.randint(0, last) if turn % 5 else last
        recorder.after(at, dice).lay(recorder.top, folder / f"{turn}-sesudah")
        out = folder / f"{turn}-sesudah/situs"
        found = contents(out) if out.exists() else {}
        before = [old if STARTS[start] else {}, *[{}] * (start == BY_RENAMES)]
        if found != new and (at == last or found not in before):
            yield f"power cut {turn} after change {at} of {last}: torn or lost"
        publish(out, start)
        yield "" if contents(out) == new and not litter(out) else f"power cut {turn}: not recovered"


def _each_start(folder: Path) -> Iterator[Path]:
    """Give a site of each start in turn, without end."""
    laid = [begun(folder / start, start) for start in STARTS]
    while True:
        yield from map(next, laid)


def each_call(folder: Path, what: Callable[[Path, str], int]) -> Iterable[str]:
    """Strike each system call of a build from each start; what is wrong ends it."""
    for start in STARTS:
        try:
            yield from [""] * what(folder / start, start)
        except AssertionError as wrong:
            yield str(wrong)


def _told(code: int, *, lasting: bool) -> str:
    return f"{errno.errorcode[code]} at each system call, {'from then on' if lasting else 'once'}"


def _refused(code: int, *, lasting: bool) -> Callable[[Path, str], int]:
    return partial(refused_everywhere, code=code, lasting=lasting)


def main() -> int:
    """Run everything, print a line for each, and say whether all held."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=300, help="random kills of the program")
    parser.add_argument("--cuts", type=int, default=300, help="power cuts")
    parser.add_argument("--quick", action="store_true", help="only what is struck inside of a process")
    parser.add_argument("--looks", type=int, default=10_000, help="looks of a reader at a site being published")
    asked = parser.parse_args()
    held = True
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:  # noqa: S108 - in memory
        folder = Path(name)
        runs: dict[str, Callable[[], Iterable[str]]] = {
            "killed at each system call": lambda: each_call(folder / "a", killed_everywhere),
            **{
                _told(code, lasting=lasting): partial(
                    each_call, folder / f"b{code}{lasting}", _refused(code, lasting=lasting)
                )
                for code in REFUSALS
                for lasting in (False, True)
            },
            "each write cut short": lambda: each_call(folder / "c", shortened_everywhere),
            "power cuts": lambda: cut(folder / "d", asked.cuts),
            "looks of a reader": lambda: torn_looks(folder / "e", asked.looks),
            **{what: partial(run, folder / what, asked.cuts) for what, run in importing.RUNS.items()},
        }
        outside: dict[str, Callable[[], Iterable[str]]] = {
            "disks too small": lambda: program.filled(folder / "f", SIZES),
            "read-only disk": lambda: [program.read_only(folder / "g")],
            "program killed at random": lambda: program.killed_at_random(folder / "h", asked.kills),
        }
        for what, run in (runs if asked.quick else runs | outside).items():
            began = time.monotonic()
            found = list(run())
            wrong = [one for one in found if one]
            held = held and not wrong
            print(f"{what}: {len(found)} checks, {len(wrong)} wrong, {time.monotonic() - began:.0f} s", flush=True)
            for one in wrong[:5]:
                print(f"  {one}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
