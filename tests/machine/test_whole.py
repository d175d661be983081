"""What somebody asked for under a name is there whole, or what was there before stays."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.whole import put, put_below, staged

ANYBODY = 65534  # who owns nothing else


def cut_short() -> Iterator[bytes]:
    yield b"half of it"
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_comes_with_the_folders_above_it(tmp_path: Path) -> None:
    put(tmp_path / "rapat/skor.json", (b"one ", b"whole"))
    assert (tmp_path / "rapat/skor.json").read_bytes() == b"one whole"
    assert [one.name for one in (tmp_path / "rapat").iterdir()] == ["skor.json"]


def test_a_full_disk_leaves_the_file_before_and_no_litter(tmp_path: Path) -> None:
    out = tmp_path / "skor.json"
    out.write_bytes(b"of last week")
    with pytest.raises(MachineFault) as caught:
        put(out, cut_short())
    assert (caught.value.code, caught.value.data["path"]) == ("MSN001", str(out))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("skor.json", b"of last week")]


def test_a_file_keeps_its_mode_and_a_link_to_it_stays_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "rahasia.csv"
    kept.write_bytes(b"before")
    kept.chmod(0o600)
    link = tmp_path / "kini.csv"
    link.symlink_to("rahasia.csv")
    put(link, (b"after",))
    assert link.is_symlink()
    assert (kept.read_bytes(), kept.stat().st_mode & 0o777) == (b"after", 0o600)


def test_what_is_no_file_is_written_where_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    put(pipe, (b"through it",))
    assert os.read(reader, 100) == b"through it"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.fixture
def of_anybody() -> Iterator[Path]:
    """Give a folder of somebody who is not root, and be that person: root may write everywhere."""
    is_root = os.geteuid() == 0
    with TemporaryDirectory() as folder:
        if is_root:
            os.chown(folder, ANYBODY, ANYBODY)
            os.seteuid(ANYBODY)
        yield Path(folder)
        if is_root:
            os.seteuid(0)


def test_a_folder_that_takes_no_names_lets_its_own_file_be_written(of_anybody: Path) -> None:
    out = of_anybody / "skor.json"
    out.write_bytes(b"before")
    of_anybody.chmod(0o500)
    put(out, (b"after",))
    with pytest.raises(MachineFault) as caught:
        put(of_anybody / "lain.json", (b"after",))
    of_anybody.chmod(0o700)
    assert caught.value.data["path"] == str(of_anybody / "lain.json")
    assert out.read_bytes() == b"after"


def test_each_file_below_a_folder_is_told_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "register").write_bytes(b"in the way")
    with pytest.raises(MachineFault) as caught:
        put_below(tmp_path, [("dip.csv", b"id"), ("register/unit.csv", b"id")])
    assert caught.value.data["path"] == str(tmp_path / "register/unit.csv")
    assert (tmp_path / "dip.csv").read_bytes() == b"id"


def test_a_folder_that_could_not_be_filled_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    for folder in (tmp_path / "baru", tmp_path / "kosong"):
        with pytest.raises(MachineFault) as caught, staged(folder) as stage:
            put(stage / "jawaban/index.html", cut_short())
        assert caught.value.data["path"] == str(folder), "what was being filled is gone"
    assert list(tmp_path.rglob("*")) == [tmp_path / "kosong"]
