"""Hold work to a bound of CPU seconds that means the same on a slow machine as on the one it was written for."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_ADDITIONS = 200_000
_USUAL = 0.0045  # CPU seconds for them on the machine that the bounds were chosen on (Python 3.11, 2026)
_TRIES = 3  # the quickest counts: whatever else disturbs a try only makes it longer
_UNNOTICED = 0.2  # of a bound: what takes less is too short to be waited for, and to be measured
_GROWTH = 8  # times as long for four times as much: steady work takes 4, the square 16


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail when the work within, its ended children and all, takes more than so many CPU seconds of a usual machine."""
    began = _used()
    yield
    took = _used() - began
    assert took < seconds or took < seconds * pace(), f"{took:.2f} s of CPU, bound {seconds} s times {pace():.1f}"


def ends_soon(work: Callable[[str], object], text: str, seconds: float) -> None:
    """Fail when `work` takes longer than the bound for a text, or much longer than for the first quarter of it.

    For texts of one shape, repeated.
    """
    # Each try has another text, so that nothing remembered of the one before makes it quicker.
    tries = (text[: len(text) - turn] for turn in range(_TRIES))
    assert any(_ends_soon(work, one, seconds) for one in tries), f"over {seconds} s, or growing like the square"


def _ends_soon(work: Callable[[str], object], text: str, seconds: float) -> bool:
    whole, bound = _taken(work, text), seconds * pace()
    return whole < bound * _UNNOTICED or (whole < bound and whole < _GROWTH * _taken(work, text[: len(text) // 4]))


def _taken(work: Callable[[str], object], text: str) -> float:
    began = _used()
    work(text)
    return _used() - began


def pace() -> float:
    """Say how many times slower this machine is at the moment than the usual one; 1 when it is quicker."""
    return max(1.0, min(_additions() for _ in range(_TRIES)) / _USUAL)


def _additions() -> float:
    began, total = _used(), 0
    for one in range(_ADDITIONS):
        total += one
    return _used() - began


def _used() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
