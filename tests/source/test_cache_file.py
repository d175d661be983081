"""What one run keeps for the next never gathers what killed runs left half-written."""

import os
import time
from pathlib import Path

from ppidgen.source.caches import cache_file


def test_what_a_killed_run_left_goes_and_what_another_is_writing_stays(tmp_path: Path) -> None:
    left, being_written = tmp_path / "registers.1.new", tmp_path / "registers.2.new"
    for one in (left, being_written):
        one.write_bytes(b"separuh")
    yesterday = time.time() - 86_400
    os.utime(left, (yesterday, yesterday))
    cache_file.keep(tmp_path / "rules.json", {"ada": 1})
    assert {one.name for one in tmp_path.iterdir()} == {".gitignore", "registers.2.new", "rules.json"}
    assert cache_file.recalled(tmp_path / "rules.json") == {"ada": 1}


def test_what_is_kept_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    """Fields that no page has stand in it, as an officer's notes."""
    cache_file.keep(tmp_path / cache_file.CACHE / "registers.json", {"catatan": "rahasia"})
    assert (tmp_path / cache_file.CACHE).stat().st_mode & 0o077 == 0
