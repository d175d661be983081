"""Scores of earlier commits: what was worked out once is kept, and never changes an answer."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ppidgen.options import Options
from ppidgen.past_scores import Past, past_of, trend
from ppidgen.reading import rubric_files
from ppidgen.scoring.reading import Read
from ppidgen.scoring.several import Row
from ppidgen.source.caches.cache_file import SUM
from tests.cli.conftest import SOUND, git, lay

DUTIES = ("B01.a", "B04.a", "B06.b", "S08")


@pytest.fixture(scope="module")
def aged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a portal that lies in a folder of its repository, with a commit a month and one before it was there."""
    root = tmp_path_factory.mktemp("aged")
    git(root, "init", "-q", "-b", "main")
    lay(root, {"BACA.md": "Belum ada portal.\n"})
    git(root, "add", ".", day="2025-12-10")
    git(root, "commit", "-qm", "kosong", day="2025-12-10")
    lay(root / "portal", SOUND)
    for month, code in enumerate(DUTIES, start=1):
        day = f"2026-0{month}-05"
        entry = (
            f"judul: Informasi {code}\nkategori: berkala\nunit: bpkad\nmemenuhi: [{code}]\ntanggal_diperbarui: {day}\n"
        )
        text = f"---\n{entry}---\nIsi yang cukup panjang untuk dibaca siapa pun tanpa berkas lampiran.\n"
        lay(root, {f"portal/content/informasi/bpkad/satu-{month}.md": text})
        git(root, "add", ".", day=day)
        git(root, "commit", "-qm", code, day=day)
    lay(root, {"BACA.md": "Bukan isi portal.\n"})
    git(root, "commit", "-qam", "bukan isi", day="2026-04-20")
    return root / "portal"


@pytest.fixture
def past(aged: Path) -> Iterator[Past]:
    with past_of(aged, Options(date(2026, 5, 1), processes=1)) as opened:
        yield opened


@pytest.fixture(scope="module")
def standard() -> Read:
    read = rubric_files.shipped("perki-1-2021")
    assert read is not None
    return read


def rows_of(past: Past, read: Read, portal: Path) -> tuple[Row, ...]:
    return trend(past, past.history.commits(), read, portal, None)


def test_every_commit_that_changed_the_content_has_a_row_and_no_other(past: Past) -> None:
    assert [one.day.month for one in past.history.commits()] == [1, 2, 3, 4]
    assert [one.name for one in past.history.months()] == ["2026-01", "2026-02", "2026-03", "2026-04"]


def test_a_second_run_scores_nothing_anew_and_says_the_same(past: Past, aged: Path, standard: Read) -> None:
    shutil.rmtree(aged / ".ppidgen", ignore_errors=True)
    first = rows_of(past, standard, aged)
    assert len(past.cards) == 4
    past.cards.clear()
    assert rows_of(past, standard, aged) == first
    assert past.cards == {}
    values = [row.figures.recorded.value for row in first]
    assert values == sorted(values)
    assert values[0] < values[-1]


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"[", b"{}", b"0" * SUM + b'{"form":1,"rows":{}}'])
def test_whatever_lies_in_the_place_of_the_kept_scores_changes_no_answer(
    past: Past, aged: Path, standard: Read, damage: bytes
) -> None:
    first = rows_of(past, standard, aged)
    (aged / ".ppidgen/trend.json").write_bytes(damage)
    assert rows_of(past, standard, aged) == first


def test_another_rubric_is_not_answered_from_what_was_kept(past: Past, aged: Path, standard: Read) -> None:
    other = rubric_files.shipped("kaltim-2025")
    assert other is not None
    first = rows_of(past, standard, aged)
    assert [row.figures for row in rows_of(past, other, aged)] != [row.figures for row in first]
    kept = json.loads((aged / ".ppidgen/trend.json").read_bytes()[SUM:])
    assert len(kept["rows"]) == 8
