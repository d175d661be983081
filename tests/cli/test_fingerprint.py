"""`ppidgen fingerprint`: what it prints can stand in the register, and a copy is recognised by it."""

import hashlib
from pathlib import Path

from tests.portals.laying import DAY, SOUND, lay, ppidgen

PAPER = "Hasil pemeriksaan kesehatan pegawai yang tidak boleh terbit. " * 6


def test_a_file_is_recognised_by_what_the_verb_prints(tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    paper = tmp_path / "luar/Rekam Medis.txt"
    paper.write_text(PAPER, encoding="utf-8")
    told = ppidgen("fingerprint", paper)
    assert told.code == 0
    assert hashlib.sha256(PAPER.encode()).hexdigest() in told.out
    assert "kesehatan" not in told.out
    assert list(tmp_path.rglob("texts")) == []
    copy = {"content/dikecualikan/a.yaml": f"judul: Rekam medis\n{told.out}", "content/berkas/b.md.txt": PAPER.upper()}
    shown = ppidgen("check", lay(tmp_path / "portal", {**SOUND, **copy}), "--as-of", DAY)
    assert "DIK091" in shown.out


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = ppidgen("fingerprint", tmp_path / "tidak-ada.pdf")
    assert told.code == 3
    assert "tidak-ada.pdf" in told.err
    assert told.out == ""
