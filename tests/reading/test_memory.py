"""What `serve` remembers from save to save: records that nobody touched, and nothing that might have changed."""

import time
from pathlib import Path

import pytest

from ppidgen.model.elements.record import Record
from ppidgen.model.portal.assembly import Records
from ppidgen.reading.memory import Readings
from ppidgen.reading.records import read_records
from ppidgen.source.files import read_tree
from tests.portals.laying import ENTRY, ENTRY_TEXT, SOUND, lay

UNIT = "content/unit/bpkad.yaml"
OTHER = "content/informasi/bpkad/neraca.yaml"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Give a portal that nobody has touched for a while."""
    lay(tmp_path, {**SOUND, OTHER: "judul: Neraca\nkategori: berkala\n"})
    time.sleep(0.05)
    return tmp_path


def read(portal: Path, memory: Readings) -> Records:
    return read_records(portal, read_tree(portal).value, processes=1, memory=memory).value


def entries(records: Records) -> dict[str, Record]:
    return {record.id: record for record in records.by_register["informasi"]}


def test_a_record_that_nobody_touched_stays_the_same_object_and_a_saved_one_is_read(portal: Path) -> None:
    memory = Readings()
    before = entries(read(portal, memory))
    lay(portal, {ENTRY: ENTRY_TEXT.replace("2024", "2025")})
    after = entries(read(portal, memory))
    assert after["bpkad/neraca"] is before["bpkad/neraca"]
    assert getattr(after["bpkad/lkpd-2024"], "title", "") == "Laporan Keuangan 2025"


def test_a_file_that_was_touched_a_moment_ago_is_not_believed(portal: Path) -> None:
    memory = Readings()
    read(portal, memory)
    lay(portal, {ENTRY: ENTRY_TEXT})
    first, second = (entries(read(portal, memory))["bpkad/lkpd-2024"] for _ in range(2))
    assert first is not second


def test_whose_folder_a_folder_is_is_asked_anew_when_a_unit_comes_or_goes(portal: Path) -> None:
    memory = Readings()
    assert getattr(entries(read(portal, memory))["bpkad/neraca"], "unit", "") == "bpkad"
    (portal / UNIT).rename(portal / "content/unit/dinkes.yaml")
    assert getattr(entries(read(portal, memory))["bpkad/neraca"], "unit", "") is None


def test_what_is_gone_is_forgotten(portal: Path) -> None:
    memory = Readings()
    read(portal, memory)
    (portal / OTHER).unlink()
    assert list(entries(read(portal, memory))) == ["bpkad/lkpd-2024"]


def test_what_was_found_in_a_file_is_told_at_every_save(portal: Path) -> None:
    memory = Readings()
    lay(portal, {OTHER: "judul: Neraca\nkategori: tahunan\n"})
    time.sleep(0.05)
    told = [read_records(portal, read_tree(portal).value, 1, memory=memory).findings for _ in range(3)]
    assert [one.code for one in told[0]] == ["SKM003"]
    assert told[1] == told[2] == told[0]
