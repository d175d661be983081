"""One task is done by another process while this one goes on."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.processes import in_background, pool


def test_what_it_made_arrives_piece_by_piece_and_it_was_another_process() -> None:
    with in_background(lambda: [(os.getpid(), "x" * 1_000_000), (0, "")]) as made:
        number, text = made()
        assert made() == (0, "")
    assert number != os.getpid()
    assert len(text) == 1_000_000


def test_a_fault_that_it_met_is_raised_here_after_what_it_made_before() -> None:
    def task() -> Iterator[int]:
        yield 1
        raise MachineFault("MSN003", {"path": "/situs"})

    with in_background(task) as made:
        assert made() == 1
        with pytest.raises(MachineFault, match="MSN003"):
            made()


def test_so_is_one_that_says_no_more_than_its_code() -> None:
    def task() -> Iterator[int]:
        yield 1
        raise MachineFault("MSN006")

    with in_background(task) as made:
        made()
        with pytest.raises(MachineFault) as raised:
            made()
    assert (raised.value.code, dict(raised.value.data)) == ("MSN006", {})


def test_so_is_a_mistake_of_ours_with_the_place_where_it_was_made() -> None:
    def task() -> list[int]:
        raise KeyError("kunci")

    with in_background(task) as made, pytest.raises(KeyError, match="kunci") as raised:
        made()
    assert "test_processes.py" in raised.value.__notes__[0]


def test_one_that_dies_is_told_as_one_of_a_pool_would_be() -> None:
    def task() -> list[int]:
        os._exit(7)

    with in_background(task) as made, pytest.raises(BrokenExecutor):
        made()


def test_who_does_not_wait_ends_it(tmp_path: Path) -> None:
    def task() -> list[int]:
        time.sleep(0.05)
        (tmp_path / "selesai").touch()
        return []

    with pytest.raises(KeyError), in_background(task):
        raise KeyError
    time.sleep(0.1)
    assert not (tmp_path / "selesai").exists()


def test_what_is_done_while_waiting_may_end_it(tmp_path: Path) -> None:
    def task() -> list[int]:
        time.sleep(60)
        (tmp_path / "selesai").touch()
        return [1]

    asked = iter([True, True, False])

    def impatient() -> None:
        if not next(asked):
            raise TimeoutError

    with pytest.raises(TimeoutError), in_background(task, impatient) as made:
        made()
    assert not (tmp_path / "selesai").exists()


def test_the_other_process_may_share_its_task_out_in_turn() -> None:
    def task() -> Iterator[int]:
        with pool([os.getpid, os.getpid], 2) as share_out:
            yield from share_out(range(2))

    with in_background(task) as made:
        assert os.getpid() not in {made(), made()}
