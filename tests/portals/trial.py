"""Cases by the hundred, from the command line: which fare otherwise than they are to, and the figures."""

import argparse
from collections.abc import Iterable

from tests.fuzz.bounded import Ending

_NONE = Ending("", 0.0, 0.0)


def one_of(said: str | None) -> int:
    """Ask of which cases one is to be run, of a program that says this of itself."""
    parser = argparse.ArgumentParser(description=(said or "").partition("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="take only each so-manieth case")
    taken: int = parser.parse_args().every
    return taken


def summed_up(endings: Iterable[tuple[str, Ending]], seconds: float, megabytes: int) -> int:
    """Tell how the cases ended, which were held to these bounds; give 1 when one is wrong or none was run."""
    count, wrong, slowest, largest = 0, 0, ("", _NONE), ("", _NONE)
    for name, ending in endings:
        count += 1
        slowest = max(slowest, (name, ending), key=lambda one: one[1].seconds)
        largest = max(largest, (name, ending), key=lambda one: one[1].megabytes)
        if ending.fault:
            wrong += 1
            print(f"{name}: {ending.fault}", flush=True)
    print(
        f"{count} cases, {wrong} wrong; slowest {slowest[1].seconds:.2f} s of CPU ({slowest[0]}, bound {seconds:.0f}),"
    )
    print(f"largest {largest[1].megabytes:.0f} MB ({largest[0]}, bound {megabytes})")
    return int(bool(wrong) or not count)
