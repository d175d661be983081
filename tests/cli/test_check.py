"""`ppidgen check` through a real process: words, formats, exit codes."""

import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from ppidgen.cli.verbs.check import FORMATS
from ppidgen.report import FORMATS as WRITERS
from tests.cli.conftest import Run, lay

PLACE = "content/informasi/bpkad/lkpd-2024.yaml:2:11"


def test_a_sound_portal_ends_with_0_and_is_counted(run: Run, sound: Path) -> None:
    shown = run("check", sound)
    assert shown.returncode == 0
    assert shown.stdout.splitlines()[-1].startswith("0 galat, ")
    assert shown.stdout.splitlines()[-1].endswith(" dalam 4 berkas")
    assert shown.stderr == ""


def test_a_fault_is_told_with_its_place_and_what_to_type(run: Run, broken: Path) -> None:
    shown = run("check", cwd=broken)
    assert shown.returncode == 1
    assert f"{PLACE}   galat SKM003" in shown.stdout
    assert "kategori: tahunan" in shown.stdout
    assert "ppidgen explain SKM003" in shown.stdout
    assert "\x1b[" not in shown.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_line_of_any_encoding_is_quoted_readably_and_without_the_personal_data_in_it(
    run: Run, sound: Path, encoding: str
) -> None:
    entry = "judul: Daftar Caf\u00e9 Budi, NIK 3201234506780001\nkategori: tahunan\n"
    (sound / "content/informasi/bpkad/lkpd-2024.yaml").write_bytes(entry.encode(encoding))
    shown = run("check", sound).stdout
    assert "   1 | judul: Daftar Caf\u00e9 Budi, NIK 3201\u2022" in shown
    assert "   2 | kategori: tahunan" in shown
    assert "4506780001" not in shown.replace("\ufffd", "").replace("\0", "")


def test_the_same_fault_is_told_in_english(run: Run, broken: Path) -> None:
    shown = run("check", broken, "--bahasa", "en")
    assert shown.returncode == 1
    assert f"{PLACE}   error SKM003" in shown.stdout


def test_a_register_beside_content_is_told_and_other_folders_are_not(run: Run, sound: Path) -> None:
    lay(sound, {"informasi/bpkad/lra.yaml": "judul: LRA\n", "laporan/surat.docx": "", "catatan/x.yaml": "a: b\n"})
    shutil.copy(sound / "content/badan-publik.yaml", sound)
    told = run("check", sound).stdout
    assert told.count("SUM058\n  '") == 2
    assert "'informasi' ada di samping folder content" in told
    assert "pindahkan menjadi content/badan-publik.yaml" in told


@pytest.mark.parametrize(("level", "code"), [("galat", 0), ("kekurangan", 1), ("catatan", 1)])
def test_the_level_decides_what_counts_as_failure(run: Run, sound: Path, level: str, code: int) -> None:
    assert run("check", sound, "--level", level).returncode == code


def test_the_formats_offered_are_those_that_exist() -> None:
    assert tuple(WRITERS) == FORMATS


def test_json_goes_to_a_file_and_the_code_stays(run: Run, broken: Path, tmp_path: Path) -> None:
    shown = run("check", broken, "--format", "json", "--out", tmp_path / "report.json")
    assert (shown.returncode, shown.stdout) == (1, "")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [one["code"] for one in report["findings"] if one["severity"] == "galat"] == ["SKM003"]


def test_every_format_can_be_read_by_its_readers(run: Run, broken: Path) -> None:
    written = {form: run("check", broken, "--format", form) for form in FORMATS}
    assert {form: shown.returncode for form, shown in written.items()} == dict.fromkeys(FORMATS, 1)
    assert json.loads(written["sarif"].stdout)["version"] == "2.1.0"
    assert ET.fromstring(written["junit"].stdout).tag == "testsuites"  # noqa: S314 - our own output
    assert "::error file=content/informasi/bpkad/lkpd-2024.yaml,line=2," in written["github"].stdout
    assert "SKM003" in written["markdown"].stdout


def test_a_report_that_cannot_be_written_is_the_machines_fault(run: Run, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder", encoding="utf-8")
    shown = run("check", sound, "--out", tmp_path / "taken" / "report.txt")
    assert shown.returncode == 3
    assert "MSN007" in shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_folder_without_content_is_told_with_the_way_out(run: Run, tmp_path: Path) -> None:
    shown = run("check", tmp_path)
    assert shown.returncode == 2
    assert "tidak ada folder content/ di dalamnya" in shown.stderr
    assert "ppidgen new FOLDER --profile kabupaten" in shown.stderr


def test_a_folder_that_does_not_exist_is_a_wrong_call(run: Run) -> None:
    shown = run("check", "nowhere")
    assert shown.returncode == 2
    assert "'nowhere' tidak ada." in shown.stderr


def test_checking_writes_nothing_but_its_memory(run: Run, sound: Path) -> None:
    before = {path for path in sound.rglob("*") if path.is_file()}
    run("check", sound)
    after = {path for path in sound.rglob("*") if path.is_file()}
    assert {path.relative_to(sound).parts[0] for path in after - before} <= {".ppidgen"}


def judged_on(run: Run, portal: Path, *arguments: str, **changed: str) -> str:
    shown = run("check", portal, "--format", "json", *arguments, **changed)
    day: str = json.loads(shown.stdout)["as_of"]
    return day


@pytest.mark.slow
def test_the_day_is_that_of_the_body_and_can_be_chosen(run: Run, sound: Path) -> None:
    # 15.30 UTC on 31 January is already 1 February in eastern Indonesia.
    evening = "1769873400"
    assert judged_on(run, sound, SOURCE_DATE_EPOCH=evening) == "2026-02-01"
    assert judged_on(run, sound, SOURCE_DATE_EPOCH=evening, TZ="America/New_York") == "2026-02-01"
    assert judged_on(run, sound, "--as-of", "2030-12-31", SOURCE_DATE_EPOCH=evening) == "2030-12-31"


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_beyond_the_reach_of_the_law_is_a_wrong_call(run: Run, sound: Path, day: str) -> None:
    shown = run("check", sound, "--as-of", day)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert f"{day} di luar jangkauan; hitungan hanya dari 2010-01-01 sampai 2100-12-31." in shown.stderr


@pytest.mark.slow
def test_an_epoch_out_of_reach_is_a_wrong_call(run: Run, sound: Path) -> None:
    shown = run("check", sound, SOURCE_DATE_EPOCH="1")
    assert shown.returncode == 2
    assert "Hari 1970-01-01 menurut SOURCE_DATE_EPOCH di luar jangkauan; tulis harinya dengan --as-of" in shown.stderr


@pytest.mark.slow
def test_output_is_utf8_whatever_the_machine_is_set_to(run: Run, tmp_path: Path) -> None:
    portal = lay(tmp_path / "p", {"content/badan-publik.yaml": "nama: Désa\njenis: désa\ntingkat: desa\n"})
    shown = run("check", portal, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert shown.returncode == 1
    assert "jenis: désa" in shown.stdout


@pytest.mark.slow
def test_a_reader_that_stops_reading_breaks_nothing(broken: Path) -> None:
    checkout = Path(__file__).resolve().parents[2]
    command = f"'{sys.executable}' -m ppidgen check --format json | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    shown = subprocess.run(
        ["bash", "-c", command], cwd=broken, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(checkout)},
        capture_output=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    assert (shown.stdout, shown.stderr) == ("1\n", "")


def test_a_word_that_the_theme_lacks_in_a_language_of_the_portal_is_told(
    run: Run, sound: Path, repository: Path, tmp_path: Path
) -> None:
    theme = tmp_path / "tema"
    shutil.copytree(repository / "themes/polos", theme)
    site, words = sound / "content/situs.yaml", theme / "kata/en.yaml"
    site.write_text(site.read_text("utf-8") + "bahasa: [id, en]\n", "utf-8")
    words.write_text("".join(words.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    shown = run("check", sound, "--theme", theme)
    assert (shown.returncode, shown.stdout.count("BHS005")) == (0, 2), shown.stdout + shown.stderr
    assert "kata/en.yaml:2:1" in shown.stdout
