from pathlib import Path

import pytest

from ppidgen.publish.exchange_dirs import exchange_by_renames, exchanged, publish_tree, recover
from tests.publish.sites import contents


@pytest.fixture
def names(tmp_path: Path) -> tuple[str, str, str]:
    for name in ("cadangan", "situs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    return str(tmp_path / "cadangan"), str(tmp_path / "situs"), str(tmp_path / "pensiun")


def test_two_folders_change_places_in_one_step(names: tuple[str, str, str], tmp_path: Path) -> None:
    assert exchanged(names[0], names[1])
    assert set(contents(tmp_path)) == {"cadangan/situs", "situs/cadangan"}


def test_a_failed_exchange_names_the_site(names: tuple[str, str, str]) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        exchanged(names[2], names[1])
    assert caught.value.filename == names[1]


def test_the_older_way_ends_the_same(names: tuple[str, str, str], tmp_path: Path) -> None:
    exchange_by_renames(*names)
    assert set(contents(tmp_path)) == {"cadangan/situs", "situs/cadangan"}


def test_the_older_way_brings_the_site_back_when_it_fails(names: tuple[str, str, str], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchange_by_renames(str(tmp_path / "tidak-ada"), *names[1:])
    assert set(contents(tmp_path)) == {"cadangan/cadangan", "situs/situs"}


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ({"cadangan": "baru", "pensiun": "lama"}, {"situs/lama", "cadangan/baru"}),
        ({"situs": "baru", "pensiun": "lama"}, {"situs/baru", "cadangan/lama"}),
        ({"situs": "baru", "cadangan": "x", "pensiun": "lama"}, {"situs/baru", "cadangan/x"}),
        ({"situs": "lama", "cadangan": "x"}, {"situs/lama", "cadangan/x"}),
    ],
)
def test_an_exchange_cut_off_is_ended(tmp_path: Path, left: dict[str, str], expected: set[str]) -> None:
    for name, file in left.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_bytes(b"")
    recover(*(str(tmp_path / name) for name in ("cadangan", "situs", "pensiun")))
    assert set(contents(tmp_path)) == expected


def test_a_first_site_is_one_rename(names: tuple[str, str, str], tmp_path: Path) -> None:
    (tmp_path / "baru").mkdir()
    publish_tree(names[0], str(tmp_path / "baru"), names[2])
    assert set(contents(tmp_path)) == {"baru/cadangan", "situs/situs"}
