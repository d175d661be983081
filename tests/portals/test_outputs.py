"""What any verb tells of hostile registers and tables is text to a terminal and to the machine whose log it becomes."""

import json
import re
from pathlib import Path

import pytest

from ppidgen.cli import console
from ppidgen.diagnostics.shown import MASK
from ppidgen.source.personal_data import digest_of
from tests.portals.laying import DAY, SOUND, lay, ppidgen

TRAP = "JEBAKAN"
HOSTILE = f"A\n::error::{TRAP}\n  ::add-mask::{TRAP} ##[error]{TRAP} ##VSO[task.complete]{TRAP} =1+1"
RAW = f"A\x1b[2J\x07\r::error::{TRAP}\u202e\u2028::stop-commands::{TRAP}"
QUOTED = json.dumps(HOSTILE)
ENTRY = f"""\
judul: {QUOTED}
ringkasan_isi: {QUOTED}
kategori: berkala
unit: bpkad
penanggung_jawab: {QUOTED}
tahun: 2020
"""
CASE = "jenis: permohonan\nditerima: 2026-01-12\nlengkap: 2026-01-13\nunit: bpkad\nkanal: surel\npemohon: perorangan\n"
EXEMPT = f"""\
judul: {QUOTED}
penanggung_jawab: {QUOTED}
dasar: [{{huruf: 17h, undang_undang: {QUOTED}, pasal: {QUOTED}}}]
sifat: seluruh
berakhir: 2026-02-03
"""
TABLE = f"""\
No;Ringkasan;Pejabat;Kategori;::error::{TRAP} ##[error]
1;"{RAW}";"{HOSTILE}";"{HOSTILE}";{TRAP}
2;{TRAP};::error::{TRAP};"{RAW}";{TRAP}
"""
_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")
CALLS = [
    ("check",), ("check", "--format", "json"), ("check", "--format", "markdown"),
    *(("score", "--format", form) for form in ("text", "json", "markdown", "html", "csv", "junit")),
    *(("due", "--format", form) for form in ("text", "json", "markdown", "ics")),
    ("status",), ("status", "--format", "json"),
    *(("digest", "--format", form) for form in ("text", "markdown", "json")),
    *(("suggest", "--format", form) for form in ("text", "json", "csv")),
    ("report", "2026"), ("report", "2026", "--format", "json"),
    ("import", "tabel.csv", "--to", "informasi", "--dry-run", "--verbose"),
    ("import", "tabel.csv", "--to", "dikecualikan", "--dry-run"),
]  # fmt: skip
UNDATED = {"import", "suggest"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(
        tmp_path_factory.mktemp("jahat"),
        {
            **SOUND,
            "content/badan-publik.yaml": f"nama: {QUOTED}\njenis: eksekutif\ntingkat: kabupaten-kota\n",
            "content/unit/bpkad.yaml": f"nama: {QUOTED}\n",
            "content/informasi/bpkad/lkpd-2024.yaml": ENTRY,
            "content/dikecualikan/bpkad/rahasia.yaml": EXEMPT,
            "content/perkara/2026/p-001.yaml": f"{CASE}kelompok_subjek: {QUOTED}\n",
            "content/pengumuman/banjir.yaml": f"judul: {QUOTED}\n",
            f"content/informasi/bpkad/{RAW.replace('/', '')}.yaml": ENTRY,
            "tabel.csv": TABLE,
        },
    )


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_nothing_that_a_verb_tells_is_obeyed(
    hostile: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.chdir(hostile)
    told = ppidgen(*call, *(() if call[0] in UNDATED else ("--as-of", DAY)))
    assert told.code in {0, 1}, told.err
    both = told.out + told.err
    assert "Traceback" not in both
    assert _STEERING.search(both) is None
    assert [line for line in _LINE_ENDS.split(both) if line.lstrip().startswith("::")] == []
    assert re.search(r"##(?:\[|vso\[)", both, re.IGNORECASE) is None
    if call[-1] == "json":
        json.loads(told.out)


def test_the_registers_do_reach_what_is_told(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hostile)
    shown = {call[0] for call in CALLS if TRAP in ppidgen(*call, *(() if call[0] in UNDATED else ("--as-of", DAY))).out}
    assert shown >= {"check", "score", "due", "suggest", "import"}


DATA = ("3211011212850001", "081234567890", "budi.contoh@gmail.com", "012301000123501")
WRITTEN = "NIK {}, HP {}, surel {}, No. Rekening BRI {}".format(*DATA)


def personal(text: str) -> str:
    """Put personal data in the place of every trap."""
    for trap in (QUOTED, HOSTILE, RAW, TRAP):
        text = text.replace(trap, json.dumps(WRITTEN) if trap == QUOTED else WRITTEN)
    return text


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> Path:
    whole = json.dumps(WRITTEN)
    return lay(
        tmp_path_factory.mktemp("pribadi"),
        {
            **SOUND,
            "content/badan-publik.yaml": f"nama: {whole}\njenis: eksekutif\ntingkat: kabupaten-kota\n",
            "content/unit/bpkad.yaml": f"nama: {whole}\n",
            "content/informasi/bpkad/lkpd-2024.yaml": f"{personal(ENTRY)}memenuhi: [{whole}]\n{DATA[0]}: x\n",
            "content/informasi/bpkad/neraca.yaml": personal(ENTRY),
            f"content/informasi/bpkad/nik-{DATA[0]}.yaml": "judul: A\nkategori: x\n",
            "content/dikecualikan/bpkad/rahasia.yaml": personal(EXEMPT),
            "content/perkara/2026/p-001.yaml": f"{CASE}kelompok_subjek: {whole}\n",
            "content/pengumuman/banjir.yaml": f"judul: {whole}\n",
            "tabel.csv": personal(TABLE),
        },
    )


@pytest.mark.parametrize(
    "call",
    [*CALLS, *(("check", "--format", form) for form in ("github", "sarif", "junit")), ("build", "--draft")],
    ids=" ".join,
)
def test_no_verb_says_a_personal_datum(private: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]) -> None:
    monkeypatch.chdir(private)
    told = ppidgen(*call, *(() if call[0] in UNDATED else ("--as-of", DAY)))
    both = told.out + told.err
    assert "Traceback" not in both
    assert [datum for datum in DATA if datum in both] == []
    if "json" in call or "sarif" in call:
        json.loads(told.out)


def test_a_number_by_which_an_office_can_be_reached_may_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    console.result(f"{DATA[1]}\n")
    console.result(f"{DATA[1]}\n", {digest_of(DATA[1])})
    console.shipped(f"{DATA[1]}\n")
    assert capsys.readouterr().out.split() == [f"0812{MASK * 6}90", DATA[1], DATA[1]]
