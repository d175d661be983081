from pathlib import Path

import pytest

from ppidgen.diagnostics import Span
from ppidgen.model.rulebook import ExampleFile
from tests.rules.examples import diagnose

BAD = "[sini](javascript:x)"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("content/halaman/a.md", f"---\njudul: A\n---\n{BAD}\n", 4),
        ("content/halaman/a.md", f"---\njudul: A\n---\n\n\nSatu.\n\n{BAD}\n", 8),
        ("content/halaman/a.yaml", f"judul: A\nisi: |\n  Satu.\n\n  {BAD}\n", 5),
        ("content/halaman/a.yaml", f"judul: A\nisi: '{BAD}'\n", 2),
    ],
)
def test_the_fault_is_told_on_the_line_of_the_file_where_it_stands(
    path: str, text: str, line: int, tmp_path: Path
) -> None:
    (one,) = [one for one in diagnose([ExampleFile(path, text)], tmp_path).told if one.code == "SIT011"]
    assert one.span == Span(path, line, 1, line, 1)
    assert one.message == "Tautan 'javascript:x' memakai awalan 'javascript', yang tidak diizinkan."


def test_a_comment_is_told_in_every_text_that_the_public_may_read(tmp_path: Path) -> None:
    entry = "judul: A\nkategori: berkala\nringkasan_isi: '[//]: # (x)'\n"
    entry += "dokumen:\n  - {judul: B, alternatif_teks: '<!-- x -->'}\n"
    report = "judul: A\ntahun: 2023\nbagian:\n  a: |\n    Satu.\n\n    <!-- x -->\n"
    service = "jenis: permohonan\njudul: A\nlangkah:\n  - {judul: B, uraian: '[x]: /y'}\n"
    files = {"informasi/contoh/a": entry, "laporan/2023": report, "layanan/permohonan": service}
    examples = [ExampleFile(f"content/{path}.yaml", text) for path, text in files.items()]
    told = [one for one in diagnose(examples, tmp_path).told if one.code == "SIT014"]
    assert {(one.span.path.removeprefix("content/"), one.span.line) for one in told} == {
        ("informasi/contoh/a.yaml", 3), ("informasi/contoh/a.yaml", 5), ("laporan/2023.yaml", 7),
        ("layanan/permohonan.yaml", 4),
    }  # fmt: skip


def test_many_faults_of_one_text_are_told_a_few_times(tmp_path: Path) -> None:
    text = "---\njudul: A\n---\n" + "\n\n".join([BAD] * 200)
    told = diagnose([ExampleFile("content/halaman/a.md", text)], tmp_path).told
    assert len([one for one in told if one.code == "SIT011"]) == 20
