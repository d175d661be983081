"""`ppidgen deadline`: dates with their law, explained day by day, for people, programs and calendars."""

import json
from pathlib import Path

import pytest

from ppidgen.cli.verbs import deadline
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.report.deadlines import FORMATS
from tests.cli.conftest import Run, lay


def test_a_request_is_told_all_its_dates_with_the_law(run: Run) -> None:
    told = run("deadline", "request", "--received", "2026-03-02")
    assert told.returncode == 0
    assert told.stdout.startswith("Permohonan informasi diterima: Senin, 2 Maret 2026\n")
    assert "Senin, 16 Maret 2026  Pemberitahuan tertulis\n    10 hari kerja setelah Senin, 2 Maret 2026" in told.stdout
    assert "dasar  UU KIP Pasal 22(7); Perki 1/2021 Pasal 31(3)" in told.stdout
    assert "bila sampai batas pemberitahuan tertulis permohonan tidak dijawab" in told.stdout


def test_a_date_is_explained_day_by_day(run: Run) -> None:
    told = run("deadline", "request", "--received", "2026-03-16", "--explain").stdout
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert "Rabu, 18 Maret 2026 tidak dihitung: Cuti Bersama Hari Suci Nyepi" in lines
    assert "Selasa, 7 April 2026 hari ke-10" in lines


def test_programs_get_the_same_dates(run: Run) -> None:
    told = json.loads(run("deadline", "objection", "--received", "2026-05-13", "--format", "json", "--explain").stdout)
    reply, dispute = told["deadlines"]
    assert (reply["code"], reply["due"], dispute["starts"]) == ("R10", "2026-07-02", "2026-07-02")
    assert [day["number"] for day in reply["counted"] if day["number"]] == list(range(1, 31))


def test_a_calendar_of_appointments_is_what_the_standard_asks(run: Run) -> None:
    told = run("deadline", "award", "--received", "2026-05-26", "--format", "ics").stdout.replace("\n", "\r\n")
    lines = told.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20260619" in lines
    assert "DTEND;VALUE=DATE:20260620" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_a_date_in_a_year_without_a_decree_is_called_provisional(run: Run) -> None:
    told = run("deadline", "request", "--received", "2026-12-18").stdout
    assert "Kamis, 7 Januari 2027  Pemberitahuan tertulis" in told
    assert "sementara: hari libur dan cuti bersama 2027 belum dipastikan" in told


def test_the_days_off_of_a_portal_count_in_its_folder(run: Run, sound: Path) -> None:
    feast = "tahun: 2026\nsk: {nomor: 1/2026, tanggal: 2026-01-05}\ntambah:\n"
    feast += "  - {tanggal: 2026-03-16, nama: Hari Jadi, jenis: libur-daerah}\n"
    lay(sound, {"content/hari-libur/2026.yaml": feast})
    assert (
        "Selasa, 17 Maret 2026  Pemberitahuan tertulis"
        in run("deadline", "request", "--received", "2026-03-02", cwd=sound).stdout
    )
    wrong = feast.replace("2026-03-16", "2025-03-16")
    lay(sound, {"content/hari-libur/2026.yaml": wrong})
    refused = run("deadline", "request", "--received", "2026-03-02", "--dir", sound)
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "content/hari-libur/2026.yaml:4:15   galat LYN015" in refused.stderr
    assert refused.stderr.endswith("masa pemilu belum terbaca. Temuan lain disebut ppidgen check.\n")
    assert "1 galat" not in refused.stderr, "faults elsewhere are not counted here"


def test_the_switch_for_elections_shortens_the_answer_alone_and_cites_no_article(run: Run) -> None:
    usual = run("deadline", "request", "--received", "2026-06-02").stdout.split("\n\n")
    switched = run("deadline", "request", "--received", "2026-06-02", "--election").stdout.split("\n\n")
    answer = next(block for block in switched if "Pemberitahuan tertulis" in block)
    assert answer.startswith("Jumat, 5 Juni 2026  Pemberitahuan tertulis\n    3 hari kerja setelah Selasa, 2 Juni 2026")
    assert "aturan masa pemilu yang dipakai" in answer
    assert "Pasal" not in answer
    assert usual[1] == switched[1], "the check of completeness is what it was"
    assert "7 hari kerja" in next(block for block in switched if "Perpanjangan waktu" in block)
    assert "yang berubah hanya Pemberitahuan tertulis (3 hari kerja" in switched[-2]
    objection = run("deadline", "objection", "--received", "2026-06-02", "--election").stdout
    assert "masa pemilu: tidak ada yang berubah bagi peristiwa ini" in objection
    assert "masa pemilu" not in run("deadline", "objection", "--received", "2026-06-02").stdout


def test_in_a_portal_only_what_is_received_in_an_election_is_counted_by_it(run: Run, sound: Path) -> None:
    body = sound / "content/badan-publik.yaml"
    time = "masa_pemilu:\n  - {mulai: 2026-06-01, selesai: 2026-06-30, sumber: Keputusan KPU tentang tahapan}\n"
    body.write_text(body.read_text(encoding="utf-8") + time, encoding="utf-8")
    for day, due in (("2026-06-30", "Jumat, 3 Juli 2026"), ("2026-07-01", "Rabu, 15 Juli 2026")):
        told = run("deadline", "request", "--received", day, cwd=sound).stdout
        assert f"{due}  Pemberitahuan tertulis" in told


def test_a_folder_that_is_no_portal_is_not_taken_for_one(run: Run, tmp_path: Path) -> None:
    refused = run("deadline", "request", "--received", "2026-03-02", "--dir", tmp_path)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "RUJ009" in refused.stderr


def test_among_the_registers_no_date_is_told_without_the_days_off_of_the_portal(run: Run, sound: Path) -> None:
    refused = run("deadline", "request", "--received", "2026-03-02", cwd=sound / "content/unit")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"jalankan perintahnya di folder portal itu: {sound.resolve()}" in refused.stderr


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "kemarin"])
def test_a_day_that_nobody_can_count_from_is_a_wrong_call(run: Run, day: str) -> None:
    refused = run("deadline", "request", "--received", day)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def test_the_names_of_events_and_formats_are_those_of_the_engine() -> None:
    assert [event.upper() for event in deadline.EVENTS] == list(DeadlineEvent.__members__)
    assert tuple(FORMATS) == deadline.FORMATS
