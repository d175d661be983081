"""What any verb tells of hostile registers and tables is text to a terminal and to the machine whose log it becomes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

import click
import pytest

from ppidgen.cli import VERBS, console
from ppidgen.cli.preview import Preview
from ppidgen.diagnostics.shown import MASK
from ppidgen.options import Options
from ppidgen.source.personal.personal_data import digest_of
from tests.portals.laying import DAY, SOUND, lay, ppidgen
from tests.site.decoding import texts

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
DATED = {"check", "build", "score", "evidence", "bundle", "due", "report", "status", "digest"}


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
    for verb in ("check", "score", "due", "suggest", "import"):
        call = next(call for call in CALLS if call[0] == verb)
        assert TRAP in ppidgen(*call, *(() if verb in UNDATED else ("--as-of", DAY))).out


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
            f"nik-{DATA[0]}.txt": WRITTEN,
            "bukan.csv": WRITTEN,
            f"terbit/nik-{DATA[0]}.html": f"<a href='https://x.go.id/{DATA[2]}'>{WRITTEN}</a>",
            "keluar/kosong": "",
        },
    )


# Of every verb a line or more, over registers, names and arguments that hold personal data; `keluar` is written to.
ORDERS: Mapping[str, Sequence[tuple[str, ...]]] = {
    "new": [("nik-" + DATA[0], "--profile", "desa"), ("dip", "--from", f"dik/bpkad/{DATA[0]}")],
    "check": [("--format", form) for form in ("github", "sarif", "junit")],
    "build": [("--draft",), ("--out", f"keluar/{DATA[0]}")],
    "score": [("--rubric", DATA[2])],
    "evidence": [("--no-screenshots", "--out", "keluar/paket")],
    "bundle": [("--out", "keluar/portal.zip"), ("--unit", DATA[0])],
    "serve": [("--port", DATA[0])],
    "verify": [("--against", "terbit"), ("--against", f"https://contoh.go.id/{DATA[0]}?")],
    "import": [("bukan.csv", "--to", "unit", "--set", f"unit={DATA[0]}"), (f"{DATA[0]}.csv", "--to", "perkara")],
    "fingerprint": [(f"nik-{DATA[0]}.txt",)],
    "suggest": [],
    "export": [("--out", "keluar/tabel"), ("--internal", "--out", "keluar/tabel")],
    "editor": [("--out", f"keluar/{DATA[1]}", "--repository", "contoh/ppid")],
    "document": [
        ("dik", "--out", "keluar/dik.pdf"), ("lembar-uji", f"bpkad/{DATA[0]}", "--out", "keluar/a.pdf"),
        ("brosur", "--out", "keluar/b.pdf"),
    ],
    "due": [("--owner", DATA[0], "--within", "99"), ("--unit", DATA[1]),
            ("--out", "keluar/tenggat.ics", "--format", "ics")],
    "deadline": [("request", "--received", DATA[0])],
    "letter": [
        (DATA[0], "--kind", "receipt", "--out", "keluar/s.pdf"),
        ("2026/p-001", "--kind", "receipt", "--private", f"nik-{DATA[0]}.txt", "--out", "keluar/s.pdf"),
    ],
    "report": [("2026", "--out", "keluar/laporan.md"), (DATA[0],)],
    "status": [("--unit", DATA[0]), ("--out", "keluar/status.json", "--format", "json")],
    "digest": [("--out", "keluar/ikhtisar.md", "--format", "markdown")],
    "explain": [(DATA[0],), (f"kkp-2024:{DATA[2]}",)],
    "schema": [("--out", f"nik-{DATA[0]}.txt")],
    "doctor": [(f"nik-{DATA[0]}",)],
    "guide": [(DATA[0],)],
}  # fmt: skip
_ALL_ORDERS = [*CALLS, *((verb, *line) for verb, lines in ORDERS.items() for line in lines)]


def test_every_verb_has_a_line() -> None:
    assert ORDERS.keys() == VERBS.keys()
    assert {call[0] for call in _ALL_ORDERS} == set(VERBS)


def said(call: tuple[str, ...]) -> str:
    """Run a line in the current folder; give all that it says."""
    told = ppidgen(*call, *(("--as-of", DAY) if call[0] in DATED and "--unit" not in call else ()))
    assert told.code in {0, 1, 2, 3}
    if "sarif" in call or (call[-1] == "json" and "--out" not in call):
        json.loads(told.out)
    return told.out + told.err


@pytest.mark.parametrize("call", [call for call in _ALL_ORDERS if "--out" not in call], ids=" ".join)
def test_no_verb_says_a_personal_datum(private: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]) -> None:
    monkeypatch.chdir(private)
    both = said(call)
    assert "Traceback" not in both
    assert [datum for datum in DATA if datum in both] == []


@pytest.mark.slow
def test_no_verb_writes_a_personal_datum(private: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(private)
    for call in (call for call in _ALL_ORDERS if "--out" in call):
        both = said(call)
        assert [datum for datum in DATA if datum in both] == [], call
    written = {path: list(texts(path.read_bytes())) for path in Path("keluar").rglob("*") if path.is_file()}
    assert {path.name for path in written} >= {"tenggat.ics", "laporan.md", "status.json", "ikhtisar.md", "index.html"}
    assert [path for path, found in written.items() for datum in DATA if any(datum in text for text in found)] == []


def wrong_values() -> Iterator[tuple[str, ...]]:
    """Give of every verb an option that it does not know, and each that it knows with what it cannot mean."""
    for verb, module in VERBS.items():
        yield verb, f"--{DATA[0]}"
        for option in import_module(module).command.params:
            is_of_any_text = isinstance(option.type, click.types.StringParamType | click.Path)
            if isinstance(option, click.Option) and not option.is_flag and not is_of_any_text:
                yield verb, option.opts[0], DATA[0]


def test_a_preview_shows_none_either(private: Path) -> None:
    shown = Preview(private, lambda: Options(date.fromisoformat(DAY), processes=1)).read().event().decode()
    assert "PDP001" in shown
    assert [datum for datum in DATA if datum in shown] == []


@pytest.mark.slow
@pytest.mark.parametrize("call", list(wrong_values()), ids=" ".join)
def test_what_was_called_wrongly_is_not_repeated_either(
    private: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.chdir(private)
    told = ppidgen(*call)
    assert DATA[0] not in told.out + told.err


def test_a_number_by_which_an_office_can_be_reached_may_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    console.result(f"{DATA[1]}\n")
    console.result(f"{DATA[1]}\n", {digest_of(DATA[1])})
    console.shipped(f"{DATA[1]}\n")
    assert capsys.readouterr().out.split() == [f"0812{MASK * 6}90", DATA[1], DATA[1]]
