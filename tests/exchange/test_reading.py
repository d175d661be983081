"""Days of a list in which the month may stand first."""

from collections.abc import Callable
from pathlib import Path

from tests.exchange.conftest import Import
from tests.exchange.test_importing import entries

Table = Callable[..., Path]


def test_in_a_table_that_writes_the_month_first_no_day_is_guessed(table: Table, root: Path, take: Import) -> None:
    file = table("Judul,Kategori,Waktu Pembuatan,Tanggal Terbit\nLKPD,Berkala,4/8/2026,4/18/2026\n"
                 "Neraca,Berkala,4/4/2026,18/4/2026\n")  # fmt: skip
    plan = take(file)
    lkpd, neraca = entries(root)
    assert (lkpd.made_on, lkpd.published) == (None, None)
    assert (str(neraca.made_on), str(neraca.published)) == ("4 April 2026", "2026-04-18")
    assert [(note.address, note.reason) for note in plan.report.sheets[0].cells] == [
        ("C2", "month-first"), ("D2", "no-such-day"),
    ]  # fmt: skip


def test_an_end_that_may_be_another_day_ends_no_exemption(table: Table, root: Path, take: Import) -> None:
    file = table("Informasi yang Dikecualikan,Jangka Waktu\nRencana A,s.d. 4/8/2026\nRencana B,s.d. 4/18/2026\n")
    plan = take(file, "dikecualikan")
    assert not any("berakhir" in path.read_text() for path in root.glob("content/dikecualikan/**/*.yaml"))
    assert [note.reason for note in plan.report.sheets[0].cells] == ["month-first"]
