"""A bound of time lets steady work through and stops what grows like the square."""

import subprocess
import sys

import pytest

from tests.pace import ends_soon, pace, within

LETTERS = "[" * 7_000


def looks_back(text: str) -> int:
    """Look from each letter back over all before it, as a parser does that takes hostile text badly."""
    return sum(1 for at in range(len(text)) for _ in text[:at])


def test_work_that_grows_like_the_square_is_stopped_and_steady_work_is_not() -> None:
    with within(0.1):
        assert sum(1 for _ in LETTERS) == len(LETTERS)
    with pytest.raises(AssertionError, match="s of CPU, bound"), within(0.1):
        looks_back(LETTERS)


def test_growth_is_noticed_below_the_bound() -> None:
    ends_soon(lambda text: [text.count("]") for _ in range(2_000)], LETTERS, 0.01)
    with pytest.raises(AssertionError, match="like the square"):
        ends_soon(looks_back, LETTERS, 1.0)


def test_what_a_child_took_counts() -> None:
    with pytest.raises(AssertionError), within(0.001):
        subprocess.run([sys.executable, "-c", "sum(range(10_000_000))"], check=True)


def test_no_machine_is_held_to_less_than_the_bound() -> None:
    assert pace() >= 1.0
