"""The verb `score`: totals, exit codes, and rubrics that somebody wrote."""

import json
import re
import shlex
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

import ppidgen
from ppidgen.cli import parameters
from ppidgen.cli.verbs.score import FORMATS, IN_ROWS
from ppidgen.reading import rubric_files
from ppidgen.report.scores.formats import SCORE_FORMATS, SEVERAL_FORMATS
from tests.cli.conftest import SOUND, Run, git, lay
from tests.theme.accessibility import FITS, faults

PACKAGE = Path(ppidgen.__file__).parent
DAY = ("--as-of", "2026-02-16")
UNWEIGHTED = """
edisi:
  id: kami
  nama: Rubrik Kami
  otoritas: {jenis: opd, nama: Kami}
  berlaku_untuk: [desa]
  status: contoh
  sumber: [{judul: Rapat, yakin: R}]
agregasi: bobot_indikator
tahap: [{id: saq, nama: SAQ, bobot: 100}]
kategori: [{nama: Baik, min: 0}]
poin_bawaan: 1
indikator:
  - {id: a, nama: A, kriteria: [{id: a.1, tanya: Ada, otomasi: otomatis, cek: {kewajiban: {kode: [B04.a]}}}]}
  - {id: b, nama: B, kriteria: [{id: b.1, tanya: Ada, otomasi: otomatis, cek: {kewajiban: {kode: [B08.a]}}}]}
"""

LINK = "https://ppid.contoh.go.id/ruang.mp4"
ATTESTED = UNWEIGHTED.replace(
    "otomasi: otomatis, cek: {kewajiban: {kode: [B04.a]}}", "otomasi: lampiran, bukti: {jenis: [foto, video]}"
)


def test_a_score_says_that_it_is_no_score_of_the_commission(run: Run, sound: Path) -> None:
    done = run("score", sound, *DAY)
    assert done.returncode == 0, done.stderr
    assert "ESTIMASI MANDIRI, BUKAN NILAI KOMISI INFORMASI" in done.stdout
    assert "tercatat" in done.stdout
    assert "potensi" in done.stdout


def test_the_same_sources_on_the_same_day_give_the_same_bytes(run: Run, sound: Path) -> None:
    once, again = (run("score", sound, *DAY, "--format", "json").stdout for _ in range(2))
    assert once == again
    card = json.loads(once)
    assert card["rubric"]["id"] == "perki-1-2021"
    assert card["totals"]["recorded"]["value"] <= card["totals"]["possible"]["value"]


def test_a_total_below_the_least_that_is_asked_ends_with_1(run: Run, sound: Path) -> None:
    done = run("score", sound, *DAY, "--min", "90")
    assert done.returncode == 1
    assert "di bawah batas --min 90" in done.stderr
    assert run("score", sound, *DAY, "--min", "0").returncode == 0


def test_an_edition_that_does_not_exist_is_a_wrong_call_with_a_guess(run: Run, sound: Path) -> None:
    done = run("score", sound, "--rubric", "perki-1-2012")
    assert done.returncode == 2
    assert "perki-1-2021" in done.stderr


def test_a_typing_error_in_a_rubric_of_ones_own_is_told_with_line_and_column(run: Run, sound: Path) -> None:
    rubric = sound / "rubrik.yaml"
    rubric.write_text(
        "edisi:\n  id: kami\n  nama: Rubrik Kami\n  otoritas: {jenis: opd, nama: Kami}\n  status: contoh\n"
        "  sumber: [{judul: Rapat, yakin: R}]\nagregasi: nisbah_poin\n"
        "tahap: [{id: saq, nama: SAQ, bobot: 100}]\nkategori: [{nama: Baik, min: 0}]\n"
        "indikator:\n  - id: a\n    nama: A\n    kriteria:\n      - id: a.1\n        tanya: Ada\n"
        "        otomasi: otomatis\n        cek: {kewajibn: {kode: [B04.a]}}\n",
        encoding="utf-8",
    )
    done = run("score", sound, "--rubric", rubric)
    assert done.returncode == 1
    assert "rubrik.yaml:17:15   galat RBK001" in done.stderr
    assert "kewajiban" in done.stderr
    rubric.write_text(rubric.read_text(encoding="utf-8").replace("kewajibn", "kewajiban"), encoding="utf-8")
    assert run("score", sound, "--rubric", rubric, *DAY).returncode == 0


def test_faults_in_the_evidence_for_a_rubric_in_a_file_are_told_with_line_and_column(run: Run, sound: Path) -> None:
    rubric = sound / "rubrik.yaml"
    rubric.write_text(ATTESTED, encoding="utf-8")
    evidence = "kriteria: a.l\nklaim: 1\njenis: foto\nberkas: ruang.png\ntanggal: 2027-01-10\noleh: PPID\n"
    lay(sound, {"content/bukti/kami/ruang.yaml": evidence, "content/bukti/lain/ruang.yaml": evidence})
    done = run("score", sound, "--rubric", rubric, *DAY)
    assert done.returncode == 1
    assert "content/bukti/kami/ruang.yaml:1:11   galat RBK021" in done.stderr
    assert "maksudnya a.1?" in done.stderr
    assert "content/bukti/kami/ruang.yaml:5:10   galat RBK022" in done.stderr
    assert "lain/" not in done.stderr
    assert "tercatat" in done.stdout
    sound_one = (
        evidence.replace("a.l", "a.1")
        .replace("2027", "2026")
        .replace("berkas: ruang.png", f"tautan: {LINK}")
        .replace("foto", "video")
    )
    lay(sound, {"content/bukti/kami/ruang.yaml": sound_one})
    assert run("score", sound, "--rubric", rubric, *DAY).stderr == ""


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("markdown", "**estimasi mandiri, bukan nilai Komisi Informasi**"),
        ("html", '<p class="label">estimasi mandiri, bukan nilai Komisi Informasi</p>'),
        ("junit", "estimasi mandiri, bukan nilai Komisi Informasi"),
        ("csv", "Pertanyaan"),
    ],
)
def test_each_format_says_what_it_is_an_estimate_of(run: Run, sound: Path, form: str, says: str) -> None:
    done = run("score", sound, *DAY, "--rubric", "kaltim-2025", "--format", form)
    assert done.returncode == 0, done.stderr
    assert says in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "csv", "junit"])
def test_an_edition_for_other_bodies_is_warned_of_in_each_format(run: Run, sound: Path, form: str) -> None:
    done = run("score", sound, *DAY, "--rubric", "kkp-2024", "--format", form)
    assert done.returncode == 0, done.stderr
    assert ("other_bodies" if form == "json" else "edisi ini untuk eselon-i, upt, bukan untuk jenis") in done.stdout


@pytest.mark.parametrize(
    "wish", [("--target", "3"), ("--per-unit",), ("--unit", "bpkad")], ids=["target", "per-unit", "unit"]
)
def test_each_way_of_scoring_says_that_the_edition_is_for_others_and_that_weights_are_assumed(
    run: Run, sound: Path, wish: tuple[str, ...]
) -> None:
    rubric = sound / "rubrik.yaml"
    rubric.write_text(UNWEIGHTED, encoding="utf-8")
    done = run("score", sound, *DAY, "--rubric", rubric, "--equal-weights", "--min", "90", *wish)
    assert "edisi ini untuk desa" in done.stdout
    assert "--equal-weights" in done.stdout
    assert done.returncode == 1
    assert "di bawah batas --min 90" in done.stderr


def test_a_workbook_is_written_to_a_file_with_the_same_bytes_each_time(run: Run, sound: Path, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        done = run("score", sound, *DAY, "--format", "xlsx", "--out", tmp_path / name)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_the_path_to_a_target_names_steps_and_what_is_assumed(run: Run, sound: Path) -> None:
    done = run("score", sound, *DAY, "--target", "3")
    assert "Menuju 3,00" in done.stdout
    assert "Dianggap setiap langkah dikerjakan penuh" in done.stdout


def test_units_stand_side_by_side_and_one_unit_alone(run: Run, sound: Path) -> None:
    assert "Badan Keuangan" in run("score", sound, *DAY, "--per-unit").stdout
    assert "Unit: Badan Keuangan" in run("score", sound, *DAY, "--unit", "bpkad").stdout
    assert run("score", sound, *DAY, "--unit", "bpkd").returncode == 2


def test_a_criterion_is_explained(run: Run) -> None:
    done = run("explain", "kaltim-2025:jenis.lapkeu")
    assert "kewajiban: kode [B04.a], tahun t-1, berkas dokumen" in done.stdout
    assert "Aturan bagian       tidak disebut sumbernya; tercatat dan diklaim memakai semua atau nol" in done.stdout
    assert "Tahun t adalah tahun penilaian" in done.stdout
    assert "Perki 1/2021 Pasal 15(4)" in done.stdout
    assert "keyakinan tinggi" in done.stdout
    assert "jenis.lapkeu" in run("explain", "kaltim-2025:jenis.lapkue").stderr


def test_where_a_rubric_was_read_can_be_looked_up_again(run: Run, sound: Path) -> None:
    known = run("explain", "kaltim-2025").stdout
    assert "\nYang menilai: Komisi Informasi Provinsi Kalimantan Timur\n" in known
    assert "keyakinan tinggi\n  https://www.kaltimprov.go.id/detailberita/" in known
    rubric = sound / "rubrik.yaml"
    source = "{judul: Rapat, yakin: R, dibaca: 2026-01-05, tentang: bobot}"
    revised = UNWEIGHTED.replace("{judul: Rapat, yakin: R}", source)
    rubric.write_text(revised.replace("status:", "revisi: 2\n  catatan_revisi: Butir b.1 ditambah\n  status:"))
    told = "Sumber: Rapat (bobot), keyakinan rendah, dibaca 5 Januari 2026\n"
    assert told in run("explain", rubric).stdout
    assert "revisi 2 (Butir b.1 ditambah)\n" in run("explain", rubric).stdout
    table = json.loads(run("score", sound, *DAY, "--rubric", rubric, "--equal-weights", "--format", "json").stdout)
    assert table["rubric"]["authority"] == "Kami"
    assert table["rubric"]["revision_note"] == "Butir b.1 ditambah"
    assert (table["rubric"]["sources"][0]["read_on"], table["rubric"]["sources"][0]["about"]) == ("2026-01-05", "bobot")
    assert told in run("score", sound, *DAY, "--rubric", rubric, "--equal-weights").stdout


def test_whatever_a_rubric_names_is_explained_also_where_only_its_stages_are_known(run: Run, sound: Path) -> None:
    assert "hanya lewat kunjungan" in run("explain", "kulonprogo-2021:visitasi").stdout
    assert "  jenis.lapkeu  " in run("explain", "kaltim-2025:jenis").stdout
    rubric = sound / "rubrik.yaml"
    rubric.write_text(UNWEIGHTED, encoding="utf-8")
    assert "  b.1  Ada" in run("explain", rubric).stdout
    assert "kewajiban: kode [B08.a]" in run("explain", f"{rubric}:b.1").stdout
    assert run("explain", "kaltim-2052:jenis").returncode == 2


@pytest.fixture
def dated(sound: Path) -> Path:
    """Give a portal with two commits, the second with a page more; its configuration would run a program."""
    git(sound, "init", "-q", "-b", "main")
    git(sound, "add", ".")
    git(sound, "commit", "-qm", "satu")
    git(sound, "tag", "satu")
    page = sound / "content/halaman/pengaduan.md"
    page.parent.mkdir()
    page.write_text(
        "---\njudul: Pengaduan\nmemenuhi: [B08.a]\ntanggal_diperbarui: 2026-02-01\n---\n"
        "Laporkan penyalahgunaan wewenang oleh pejabat kepada inspektorat melalui meja layanan pada hari kerja.\n",
        encoding="utf-8",
    )
    git(sound, "add", ".", day="2026-02-10")
    git(sound, "commit", "-qm", "dua", day="2026-02-10")
    git(sound, "tag", "dua", day="2026-02-10")
    trap = f"touch {sound / 'TRAPPED'}"
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "core.hooksPath"):
        git(sound, "config", key, trap)
    return sound


def test_an_earlier_commit_is_scored_on_its_own_day_without_running_what_its_repository_names(
    run: Run, dated: Path
) -> None:
    before, after = (run("score", dated, "--at", name, "--format", "json") for name in ("satu", "dua"))
    assert before.returncode == after.returncode == 0, before.stderr + after.stderr
    then, now = json.loads(before.stdout), json.loads(after.stdout)
    assert (then["as_of"], now["as_of"]) == ("2026-01-10", "2026-02-10")
    assert then["totals"]["recorded"]["value"] < now["totals"]["recorded"]["value"]
    assert run("score", dated, "--at", "dua", "--format", "json").stdout == after.stdout
    assert not (dated / "TRAPPED").exists()


@pytest.mark.slow
def test_a_comparison_names_what_moved_and_a_trend_has_a_row_for_each_tag_and_month(run: Run, dated: Path) -> None:
    told = run("score", dated, "--compare", "satu", "dua", "--as-of", "2026-02-16").stdout
    assert "B08.a" in told
    assert "+" in told
    assert "sudah beres (belum ada: " in told
    assert [name in run("score", dated, "--trend", "tags").stdout for name in ("satu", "dua")] == [True, True]
    assert "2026-02" in run("score", dated, "--trend", "months").stdout
    assert [name in run("score", dated, "--trend", "tags", "--last", "1").stdout for name in ("satu", "dua")] == [
        False,
        True,
    ]
    assert "Belum ada yang dinilai." in run("score", dated, "--trend", "tags", "--last", "0").stdout


@pytest.mark.parametrize("fitting", ["github-periksa.yml", "gitlab-ci.yml"])
def test_what_a_host_of_repositories_runs_for_a_proposal_tells_how_the_score_changed(
    run: Run, dated: Path, fitting: str
) -> None:
    text = (PACKAGE / "data/kelengkapan" / fitting).read_text(encoding="utf-8")
    text = text.replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD^1")
    (command,) = re.findall(r"python -m ppidgen (score [^>\n]*)", text)
    done = run(*shlex.split(command), cwd=dated)
    assert done.returncode == 0, done.stderr
    assert "## Perbandingan HEAD^1 dan HEAD" in done.stdout
    assert "B08.a" in done.stdout


def test_commits_are_held_to_the_least_by_the_last_and_scored_with_equal_weights(run: Run, dated: Path) -> None:
    rubric = dated / "rubrik.yaml"
    rubric.write_text(UNWEIGHTED, encoding="utf-8")
    words = ("score", dated, "--rubric", rubric, "--equal-weights", "--as-of", "2026-02-16")
    for wish in (("--compare", "satu", "dua"), ("--trend", "tags")):
        done = run(*words, *wish, "--min", "40")
        assert done.returncode == 0, done.stderr
        assert "50,00" in done.stdout
        assert "--equal-weights" in done.stdout
    done = run(*words, "--compare", "dua", "satu", "--min", "40")
    assert done.returncode == 1
    assert "satu: Nilai tercatat" in done.stderr


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (("--at", "HEAD", "--unit", "bpkad"), "Pilih salah satu"),
        (("--at", "HEAD", "--target", "0"), "Pilih salah satu"),
        (("--network", "--trend", "tags"), "--network memeriksa tautan hari ini"),
        (("--target", "3", "--format", "junit"), "hanya untuk satu skor"),
        (("--last", "3"), "--last dipakai bersama --trend"),
    ],
)
def test_wishes_that_do_not_go_together_are_refused_in_words(
    run: Run, sound: Path, wish: tuple[str, ...], says: str
) -> None:
    done = run("score", sound, *wish)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split())


def test_a_commit_that_does_not_exist_is_told_without_a_traceback(run: Run, dated: Path, tmp_path: Path) -> None:
    for name in ("tiga", "--output=x", "-h"):
        done = run("score", dated, f"--at={name}")
        assert done.returncode == 3
        assert "MSN050" in done.stderr
    assert run("score", lay(tmp_path / "tanpa-git", SOUND), "--at", "HEAD").returncode == 3


def test_a_history_that_lies_nowhere_or_holds_nothing_is_told_without_a_traceback(run: Run, sound: Path) -> None:
    git(sound, "init", "-q")
    assert "'HEAD'" in run("score", sound, "--trend", "months").stderr
    (sound / ".git").rename(sound.with_name("moved"))
    (sound / ".git").write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")
    done = run("score", sound, "--at", "HEAD")
    assert (done.returncode, done.stderr[:6]) == (3, "MSN050")


def test_a_trend_from_a_shallow_clone_says_that_older_commits_are_missing(run: Run, dated: Path) -> None:
    git(dated, "clone", "-q", "--depth", "1", dated.as_uri(), "shallow")
    whole, shallow = (run("score", folder, "--trend", "commits", *DAY) for folder in (dated, dated / "shallow"))
    assert (whole.returncode, shallow.returncode) == (0, 0)
    assert "terpotong" not in whole.stderr
    assert "git fetch --unshallow" in shallow.stderr


@pytest.mark.slow
def test_the_page_of_a_score_is_accessible_and_fits_a_phone(
    run: Run, repository: Path, browser: Browser, tmp_path: Path
) -> None:
    done = run("score", repository, *DAY, "--out", tmp_path / "skor.html")
    assert done.returncode == 0, done.stderr
    for width in (320, 1280):
        with browser.new_page(viewport=ViewportSize(width=width, height=800)) as page:
            page.goto((tmp_path / "skor.html").as_uri())
            assert faults(page) == []
            assert page.evaluate(FITS)


def test_what_help_says_without_loading_it_is_what_the_program_does() -> None:
    sheets = {"csv", "xlsx"}
    assert parameters.STANDARD == rubric_files.STANDARD
    assert set(FORMATS) == SCORE_FORMATS.keys() | sheets
    assert set(IN_ROWS) == SEVERAL_FORMATS.keys() | sheets
