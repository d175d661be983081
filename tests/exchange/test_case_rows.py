"""A register of requests is taken over without a trace of who asked, and every cell left behind is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ppidgen.exchange.importing.plan import ImportPlan
from ppidgen.exchange.importing.telling import tell
from ppidgen.exchange.tables import report_words

Import = Callable[..., ImportPlan]
Table = Callable[..., Path]

HEAD = (
    "No,Tgl,Nama,Nomor Kontak,Informasi yang diminta,Keputusan,Alasan Penolakan,"
    "Pemberitahuan Tertulis,Pemberian Informasi,Cara\n"
)


def case(root: Path, name: str) -> str:
    return (root / "content/perkara" / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_register_with_three_rows_of_heads_loses_its_persons_and_no_row(
    real: Path, take: Import, root: Path, ending: str
) -> None:
    plan = take(real / f"messy/register-sumedang-2022-tiga-baris-kepala.{ending}", "perkara")
    (sheet,) = plan.report.sheets
    assert (sheet.read, sheet.written, plan.report.skipped) == (16, 16, 0)
    assert [column.head for column in sheet.columns if column.personal] == [
        "Nama", "Nomor Kontak", "Pekerjaan", "Informasi yang diminta", "Tujuan Penggunaan Informasi",
    ]  # fmt: skip
    told = tell(plan.report, report_words("id"))
    assert "kolom data pribadi tidak dibaca: Nama, Nomor Kontak, Pekerjaan" in told
    assert "Q16 (Hari dan Tanggal Pemberitahuan Tertulis): mendahului tanggal diterima, tidak dibawa" in told
    written = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*") if path.is_file())
    assert "disamarkan" not in written
    assert "Mahasiswa" not in written


def test_a_row_becomes_dates_and_an_outcome(table: Table, take: Import, root: Path) -> None:
    take(table(HEAD + "7,03-02-2025,Siti,0812,Data,Ditolak,Bukan kewenangan,05-02-2025,,Via WA\n"), "perkara")
    lines = case(root, "2025/p-007").splitlines()
    assert lines[:6] == [
        "jenis: permohonan",
        "diterima: 2025-02-03",
        "kanal: whatsapp",
        "diberitahukan: 2025-02-05",
        "keputusan: ditolak",
        "alasan_penolakan: tidak-dikuasai",
    ]


def test_not_even_a_digest_is_made_of_a_person(table: Table, take: Import) -> None:
    first = table(HEAD + "1,03-02-2025,Siti,0812,Data,Diberikan,,03-02-2025,03-02-2025,Email\n", "a.csv")
    same = table(HEAD + "1,03-02-2025,Budi,0899,Lain,Diberikan,,03-02-2025,03-02-2025,Email\n", "b.csv")
    take(first, "perkara")
    assert take(same, "perkara").report.present == 1


def test_a_row_without_a_day_of_receipt_is_skipped_and_told_without_its_person(table: Table, take: Import) -> None:
    plan = take(table(HEAD + "1,entah,Siti,0812,Data,Diberikan,,,,Email\n"), "perkara")
    assert plan.report.skipped == 1
    told = tell(plan.report, report_words("id"))
    assert "tidak ada tanggal diterima yang terbaca" in told
    assert "Siti" not in told


def test_what_was_given_to_a_refused_request_is_left_out_and_told(table: Table, take: Import, root: Path) -> None:
    plan = take(table(HEAD + "1,03-02-2025,Siti,0812,Data,Ditolak,Rahasia,05-02-2025,06-02-2025,Email\n"), "perkara")
    assert "diberikan" not in case(root, "2025/p-001")
    assert "tidak dibawa, karena permohonannya ditolak" in tell(plan.report, report_words("id"))
