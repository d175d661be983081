import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from ppidgen.exchange.importing.telling import tell
from ppidgen.exchange.tables import report_words
from tests.exchange.conftest import Import

Table = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]


def keys(node: object, prefix: str = "") -> set[str]:
    if not isinstance(node, dict):
        return {prefix}
    return {key for name, child in node.items() for key in keys(child, f"{prefix}.{name}" if prefix else str(name))}


def test_both_languages_say_the_same_things() -> None:
    for name in ("impor", "ekspor"):
        table = yaml.safe_load((ROOT / f"ppidgen/data/kata/{name}.yaml").read_text())
        assert keys(table["id"]) == keys(table["en"])


def test_every_reason_that_the_program_gives_has_its_sentence() -> None:
    table = yaml.safe_load((ROOT / "ppidgen/data/kata/impor.yaml").read_text())["id"]
    source = "\n".join(file.read_text() for file in (ROOT / "ppidgen/exchange").rglob("*.py"))
    given = set(re.findall(r'(?:Unreadable\(|FileFault\([^,]*, |"reason": )"([a-z-]+)"', source))
    assert given - {"scope"} <= set(table["fault"])
    noted = set(
        re.findall(
            r'(?:note\([\w.]+, |return |Passed\(line, |_skip\(reading, |reason = |"joined", )"([a-z-]+)"', source
        )
    )
    told = {reason for reason in noted if reason in table["reason"] or "-" in reason}
    assert told - set(table["reason"]) - set(table["fault"]) == set()


def test_a_table_without_titles_is_told_row_by_row_and_not_dropped_in_silence(real: Path, take: Import) -> None:
    report = take(real / "messy/register-sumedang-2022-tiga-baris-kepala.csv").report
    assert (report.read, report.written, report.skipped, report.share) == (16, 0, 16, 0.0)
    assert {note.reason for note in report.sheets[0].skipped} == {"no-title-column"}
    told = tell(report, report_words("id"))
    assert "tidak ada kolom judul; perbaiki berkas pemetaan, atau sebut register tabel ini pada --to" in told
    assert told.count("tidak ada kolom judul") == 1
    assert "    baris 5: 1 | 13-02-2022" in told
    assert "Nama, Nomor Kontak, Pekerjaan" in told


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("dik-2026.csv", 1),
        ("Daftar Informasi Dikecualikan.csv", 1),
        ("dip-2026.csv", 0),
        ("informasi selain yang dikecualikan.csv", 0),
        ("dikbud-2026.csv", 0),
    ],
)
def test_a_list_of_exempt_information_on_its_way_to_the_open_list_is_told(
    table: Table, take: Import, name: str, count: int
) -> None:
    told = tell(take(table("no,judul\n1,Disposisi pimpinan\n", name)).report, report_words("id"))
    assert told.count("impor dengan --to dikecualikan") == count
