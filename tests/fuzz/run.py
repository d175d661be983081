"""Damage real files and run the program over them: `python -m tests.fuzz.run --seconds N`.

Each case is one number of a seed: it chooses the file, the damages and the place. `--case NUMBER` runs one again,
`--keep FILE` writes its damaged file. A traceback, a signal, over 2 s or 256 MB, or a refusal that names no file and
line is a finding; then the program ends with 1. Each portal is checked, one of four is built as well.
The seconds are those of the processor, the program's own and the system's for it, children and all, on average over the
command lines of a case, reckoned for a usual machine (`tests/pace.py`): the clock would measure whoever else uses this
one. Portals lie in memory. A table may become thousands of entries, which is no fault: a millisecond and 20 kB for each
do not count.
At full size: `for seed in 1 2 3 4; do python -m tests.fuzz.run --seed $seed --cases 5000 --seconds 9999; done`.
"""

import argparse
import itertools
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.bounded import CPU_SECONDS, MEGABYTES, Ending, bounded, held_megabytes
from tests.fuzz.mutations import damaged
from tests.fuzz.targets import TARGETS, Target, survived

BUILT_OF = 4
SECONDS_PER_ENTRY = 0.001  # to write, read, judge, compose and tell of
MEGABYTES_PER_ENTRY = 0.02  # with all that is told of it, which is held here whole


class Case(NamedTuple):
    """A damaged file, and where it is laid."""

    target: Target
    place: str
    raw: bytes
    is_built: bool


def case_of(number: int, only: str = "", seed: int = 1) -> Case:
    """Make the case of a number; equal numbers give equal cases while the files of the checkout stay."""
    names = [only] if only else list(TARGETS)
    target = TARGETS[names[number % len(names)]]
    dice = random.Random(f"{seed}:{number}")  # noqa: S311 - damages that can be repeated, no secret
    seeds = target.seeds
    chosen, other = dice.choice(seeds), dice.choice(seeds)
    raw = damaged(dice, chosen.raw(dice), other.raw(dice))
    return Case(target, target.place_of(chosen), raw, number % BUILT_OF == 0)


def run_case(case: Case, grown: float = 0.0) -> Ending:
    """Run one case in a child within the bounds; those of time are for each of its command lines.

    `grown` is what this process has gathered of earlier cases, in MB: the child begins with it and does not count it.
    """
    runs = max(1, len(case.target.runs(is_built=case.is_built)))
    entries = case.target.most_entries(case.place, case.raw)
    seconds, megabytes = SECONDS_PER_ENTRY * entries, MEGABYTES_PER_ENTRY * entries + grown
    ending = bounded(
        lambda: survived(case.target, case.place, case.raw, is_built=case.is_built),
        seconds=runs * CPU_SECONDS + seconds,
        megabytes=MEGABYTES + round(megabytes),
    )
    used = max(0.0, ending.seconds - seconds) / runs
    return ending._replace(seconds=used, megabytes=max(0.0, ending.megabytes - megabytes))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to go on")
    parser.add_argument("--cases", type=int, default=0, help="stop after so many cases, whatever the time")
    parser.add_argument("--first", type=int, default=1, help="the first number")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other damages under the same numbers")
    parser.add_argument("--only", choices=list(TARGETS), default="", help="one kind of file")
    parser.add_argument("--case", type=int, default=0, help="run this one number")
    parser.add_argument("--keep", type=Path, help="write the damaged file of --case here")
    return parser.parse_args()


def _numbers(asked: argparse.Namespace) -> Iterator[int]:
    if asked.case:
        yield asked.case
        return
    until = time.monotonic() + asked.seconds
    last = asked.first + asked.cases if asked.cases else sys.maxsize
    yield from itertools.takewhile(
        lambda number: number < last and time.monotonic() < until, itertools.count(asked.first)
    )


def main() -> int:
    """Run cases until the time is up, tell every finding with its number, then the figures."""
    asked = _asked()
    for warm in TARGETS.values():  # loads everything once, for all children
        seed = warm.seeds[0]
        if said := survived(warm, warm.place_of(seed), seed.raw(random.Random(0))):  # noqa: S311 - as above
            print(said)
            return 1
    ran: Counter[str] = Counter()
    found, built, slowest, largest = 0, 0, 0.0, 0.0
    began = held_megabytes()
    for number in _numbers(asked):
        case = case_of(number, asked.only, asked.seed)
        if asked.keep and asked.case:
            asked.keep.write_bytes(case.raw)
        ending = run_case(case, held_megabytes() - began)
        ran[case.target.name] += 1
        built += case.is_built and case.target.is_published
        slowest, largest = max(slowest, ending.seconds), max(largest, ending.megabytes)
        if ending.fault:
            found += 1
            again = f"--seed {asked.seed} --case {number}" + (f" --only {asked.only}" if asked.only else "")
            print(f"FINDING {again} ({case.target.name}, {case.place}): {ending.fault}\n", flush=True)
    told = ", ".join(f"{count} {name}" for name, count in sorted(ran.items()))
    print(f"{ran.total()} cases ({told}), {built} of them built; {found} findings")
    print(f"slowest {slowest:.2f} s of CPU (bound {CPU_SECONDS}), largest {largest:.0f} MB (bound {MEGABYTES})")
    return 1 if found or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
