"""`ppidgen document`: an official document in a file, or a sentence that says what is missing."""

from pathlib import Path

import docx
from docx.shared import Pt

from tests.cli.conftest import Run, lay

EXEMPTION = "judul: Rekam medis pegawai\nunit: bpkad\ndasar:\n  - huruf: 17h\n"


def test_a_document_of_a_record_is_written(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION})
    out = tmp_path / "surat/lembar.pdf"
    shown = run("document", "lembar-uji", "bpkad/rekam", "--dir", sound, "--out", out)
    assert (shown.returncode, shown.stdout) == (0, f"{out}\n"), shown.stderr
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_document_without_a_name_is_called_after_its_kind_and_never_replaced_unasked(
    run: Run, sound: Path, tmp_path: Path
) -> None:
    order = ("document", "dik", "--dir", sound, "--format", "docx")
    shown = run(*order, cwd=tmp_path)
    assert (shown.returncode, shown.stdout) == (0, "dik.docx\n"), shown.stderr
    assert (tmp_path / "dik.docx").read_bytes().startswith(b"PK")
    edited = (tmp_path / "dik.docx").write_bytes(b"disunting")
    refused = run(*order, cwd=tmp_path)
    assert refused.returncode == 2
    assert "dik.docx sudah ada" in refused.stderr
    assert (tmp_path / "dik.docx").stat().st_size == edited


def test_only_a_blank_form_is_made_in_large_print(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "besar.docx"
    order = ("--dir", sound, "--format", "docx-large", "--out", out)
    assert run("document", "formulir-permohonan", *order).returncode == 0
    assert docx.Document(str(out)).styles["Normal"].font.size == Pt(18)
    refused = run("document", "dik", *order)
    assert refused.returncode == 2
    assert "Hanya formulir kosong dan surat" in refused.stderr


def test_an_unknown_id_is_answered_with_the_nearest_one(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION})
    shown = run("document", "penetapan", "bpkad/rekamm", "--dir", sound, "--out", tmp_path / "a.pdf")
    assert shown.returncode == 2
    assert "Maksud Anda 'bpkad/rekam'?" in shown.stderr
    assert not (tmp_path / "a.pdf").exists()


PAPER = "gambaran: Catatan rahasiakerja dokter.\nkesimpulan: Tetap dikecualikan.\n"


def test_a_working_paper_from_outside_makes_an_internal_sheet(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION})
    private = lay(tmp_path / "kertas", {"bpkad/rekam.yaml": PAPER})
    out = tmp_path / "internal.docx"
    order = ("document", "lembar-uji", "bpkad/rekam", "--dir", sound, "--format", "docx", "--out")
    assert run(*order, out, "--private", private).returncode == 0
    book = docx.Document(str(out))
    assert "Catatan rahasiakerja dokter." in [paragraph.text for paragraph in book.paragraphs]
    assert "INTERNAL" in book.sections[0].header.paragraphs[0].text
    assert run(*order, out).returncode == 0
    assert "rahasiakerja" not in " ".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)


def test_neither_working_paper_nor_internal_document_may_lie_in_the_repository(
    run: Run, sound: Path, tmp_path: Path
) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION, "kertas/bpkad/rekam.yaml": PAPER, ".git/HEAD": ""})
    outside = lay(tmp_path / "luar", {"bpkad/rekam.yaml": PAPER})
    (tmp_path / "pintas").symlink_to(sound / "kertas")
    order = ("document", "lembar-uji", "bpkad/rekam", "--dir", sound / "content/..", "--out")
    for out, private in (
        (tmp_path / "a.pdf", sound / "kertas"),
        (tmp_path / "a.pdf", tmp_path / "pintas"),
        (sound / "a.pdf", outside),
    ):
        shown = run(*order, out, "--private", private)
        assert shown.returncode == 2
        assert "di dalam repositori" in shown.stderr
        assert not out.exists()


def test_a_broken_working_paper_is_told_by_its_place_alone(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": EXEMPTION})
    private = lay(tmp_path / "kertas", {"bpkad/rekam.yaml": "gambaran: a\nrahasiakerja: b\n"})
    shown = run(
        "document", "lembar-uji", "bpkad/rekam", "--dir", sound, "--out", tmp_path / "a.pdf", "--private", private
    )
    assert (shown.returncode, "bpkad/rekam.yaml:2" in shown.stderr) == (2, True)
    assert "rahasiakerja" not in shown.stderr


def test_a_list_is_not_made_while_entries_would_be_missing_from_it(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": "judul: Rekam medis\nsifat: setengah\n"})
    shown = run("document", "dik", "--dir", sound, "--out", tmp_path / "dik.pdf")
    assert (shown.returncode, (tmp_path / "dik.pdf").exists()) == (1, False)
    assert "content/dikecualikan/bpkad/rekam.yaml:2" in shown.stderr
    assert "Tidak ada yang ditulis" in shown.stderr


def test_a_working_paper_that_is_not_there_yet_is_named(run: Run, sound: Path, tmp_path: Path) -> None:
    lay(sound, {"content/dikecualikan/bpkad/rekam.yaml": "judul: Rekam medis\n"})
    (tmp_path / "kertas").mkdir()
    order = ("document", "lembar-uji", "bpkad/rekam", "--dir", sound, "--out", tmp_path / "a.pdf")
    shown = run(*order, "--private", tmp_path / "kertas")
    assert shown.returncode == 2
    assert "kertas/bpkad/rekam.yaml belum ada" in " ".join(shown.stderr.split())
