import os
import threading
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.lock import locked
from tests.publish.sites import in_child


def test_a_second_build_waits_and_then_says_so(tmp_path: Path) -> None:
    place = str(tmp_path / "lock")
    with locked(place, "situs", 1), pytest.raises(MachineFault) as caught, locked(place, "situs", 0.1):
        pass
    assert (caught.value.code, caught.value.data) == ("MSN003", {"path": "situs", "seconds": "0.1"})


def test_a_second_build_goes_on_when_the_first_is_done(tmp_path: Path) -> None:
    place = str(tmp_path / "lock")
    release = threading.Event()
    held = threading.Event()

    def hold() -> None:
        with locked(place, "situs", 1):
            held.set()
            release.wait(5)

    first = threading.Thread(target=hold)
    first.start()
    held.wait(5)
    threading.Timer(0.1, release.set).start()
    with locked(place, "situs", 5):
        assert release.is_set()
    first.join()


def test_a_lock_dies_with_its_holder(tmp_path: Path) -> None:
    place = str(tmp_path / "lock")

    def die() -> None:
        with locked(place, "situs", 1):
            os._exit(7)

    assert in_child(die) == 7
    with locked(place, "situs", 0):
        pass


def test_a_lock_file_that_was_cleared_away_locks_nothing(tmp_path: Path) -> None:
    place = tmp_path / "lock"
    with locked(str(place), "situs", 1):
        place.unlink()
        with locked(str(place), "situs", 0):
            assert place.exists()
