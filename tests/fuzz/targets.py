"""What is fuzzed: real files of each kind, where a damaged one is laid, and the command lines that must survive it."""

import random
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ppidgen.cli.program import FINDINGS, FINE, WRONG_CALL
from tests.fuzz import answering, naming
from tests.fuzz.made import MAKERS
from tests.fuzz.shrinking import shrinks_well
from tests.portals.laying import DAY, SOUND, Content, Told, lay, ppidgen

CHECKOUT = Path(__file__).resolve().parents[2]
DOCUMENT = "content/informasi/bpkad/dokumen.yaml"
_MAKERS = {**MAKERS, ".http": answering.request, ".name": naming.name}
REGISTERS = ("berita", "dikecualikan", "halaman", "informasi", "laporan", "layanan", "nihil", "pengumuman", "unit")
_BUILD = ("build", ".", "--draft", "--no-search", "--out", "site", "--as-of", DAY)
_VERIFY = ("verify", ".", "--against", "terbit", "--no-search", "--as-of", DAY)
_CHECK = ("check", ".", "--format", "json", "--as-of", DAY)
# A fault of a file names both in one word; the loss report of an import heads its rows with the file.
_FILE_AND_LINE = re.compile(r"^\S.*?:\d+|^\S.*\n(?: .*\n)*? +baris \d+: ", re.MULTILINE)
# Told of a file as a whole: what has no lines, or is too large, or has too many of them.
# In memory: beside thousands of files just deleted, a disk's journal takes longer than the work that is measured.
_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own is made in it
_WITHOUT_LINES = (".xls", ".xlsx", ".xlsb", ".ods")
_REGISTERS = (".yaml", ".md")
_OF_WHOLE_FILES = frozenset({"SUM028"})
_WHOLE_TABLES = ("200000 baris atau 200 kolom", "sel untuk sekali impor", ": berkas kosong.")


class Seed(NamedTuple):
    """A file to start from: its name, which tells its kind, and what reads or makes it."""

    name: str
    raw: Callable[[random.Random], bytes]


def _read(path: Path, _dice: random.Random) -> bytes:
    return path.read_bytes()


@dataclass(frozen=True, slots=True)
class Target:
    """Files of one kind, of the checkout by `patterns` and `made` by ending.

    `place` is where one is laid ("" where it stands in the checkout), `beside` what names it. `is_published`: a check
    may be followed by a build, which takes four times as long. What no command line reaches is asked by `asks`, which
    says what is wrong.
    """

    name: str
    patterns: Sequence[str]
    commands: Sequence[Sequence[str]]
    place: str = ""
    beside: Mapping[str, Content] | None = None
    is_published: bool = True
    made: Sequence[str] = ()
    codes: Sequence[int] = (FINE, FINDINGS)
    asks: Callable[[Path, bytes], str] | None = None

    @property
    def seeds(self) -> list[Seed]:
        """List what damages start from."""
        found = sorted({path for pattern in self.patterns for path in CHECKOUT.glob(pattern)})
        if self.patterns and not found:
            raise ValueError(f"{self.name}: no file matches {self.patterns}")
        real = [Seed(path.relative_to(CHECKOUT).as_posix(), partial(_read, path)) for path in found]
        return real + [Seed(f"a{ending}", _MAKERS[ending]) for ending in self.made]

    def place_of(self, seed: Seed) -> str:
        """Say where in the portal a file like this is laid."""
        return self.place.format(ending=Path(seed.name).suffix) or seed.name

    def most_entries(self, place: str, raw: bytes) -> int:
        """Say how many entries its imports may make of a text table; what is packed holds few rows."""
        lines = max(map(raw.count, (b"\n", b"\r"))) if place.endswith(".csv") else 0
        return lines * sum(command[0] == "import" for command in self.commands)

    def runs(self, *, is_built: bool) -> Sequence[Sequence[str]]:
        """Give the command lines of a case."""
        return (*self.commands, *((_BUILD,) if is_built and self.is_published else ()))


def _named(ending: str) -> Mapping[str, Content]:
    named = f"judul: Lampiran\nkategori: berkala\ndokumen:\n  - judul: A\n    berkas: a{ending}\n"
    return {DOCUMENT: named}


TARGETS: Mapping[str, Target] = {
    one.name: one
    for one in (
        Target("registers", ("content/**/*.yaml",), (_CHECK,)),
        Target("markdown", ("content/**/*.md",), (_CHECK,)),
        Target(
            "tables",
            ("tests/data/real/*/d*.csv", "tests/data/real/*/*.xlsx", "tests/data/*.xls", "content/berkas/**/*.csv"),
            (
                ("import", "impor{ending}", "--to", "informasi", "--dry-run", "--dir", "."),
                ("import", "impor{ending}", "--to", "dikecualikan", "--dir", "."),
            ),
            "impor{ending}",
            is_published=False,
        ),
        Target(
            "rubrics",
            ("ppidgen/data/rubrik/*/*.yaml",),
            (("score", ".", "--rubric", "rubrik.yaml", "--format", "json", "--as-of", DAY),),
            "rubrik.yaml",
            is_published=False,
        ),
        Target("documents", ("content/berkas/**/*.pdf",), (_CHECK,), "content/berkas/a.pdf", _named(".pdf")),
        Target("sheets", ("content/berkas/**/*.xlsx", "tests/data/*.xls"), (_CHECK,),
               "content/berkas/a{ending}", _named(".xlsx")),
        Target("pictures", ("content/berkas/**/*.svg", "content/berkas/**/*.png"), (_CHECK,),
               "content/berkas/a{ending}", _named(".svg")),
        Target(
            "odd tables",
            (),
            (
                ("import", "impor{ending}", "--to", "informasi", "--dir", "."),
                ("import", "impor{ending}", "--to", "dikecualikan", "--verbose", "--dir", "."),
                _CHECK,
            ),
            "impor{ending}",
            is_published=False,
            made=(".csv", ".xlsx", ".xlsb", ".ods"),
        ),
        Target(
            "units and cases",
            ("tests/data/real/*/wilayah.csv", "tests/data/real/*/p*.csv", "tests/data/real/*/register*.csv"),
            (
                ("import", "impor{ending}", "--to", "unit", "--dir", "."),
                ("import", "impor{ending}", "--to", "perkara", "--bahasa", "en", "--dir", "."),
            ),
            "impor{ending}",
            is_published=False,
            made=(".csv", ".xlsx"),
        ),
        Target(
            "maps",
            (),
            (("import", "tabel.csv", "--to", "informasi", "--map", "peta.yaml", "--dir", "."),),
            "peta.yaml",
            {"tabel.csv": "No,Judul Informasi,Kategori,OPD\n1,Neraca,Berkala,BPKAD\n2,LRA,,\n"},
            is_published=False,
            made=(".yaml",),
            codes=(FINE, FINDINGS, WRONG_CALL),
        ),
        Target(
            "papers",
            (),
            (_CHECK,),
            "content/berkas/a{ending}",
            {"content/informasi/a.yaml": "judul: A\nkategori: berkala\n"},
            made=(
                ".docx", ".odt", ".ods", ".zip", ".jpg", ".html", ".rtf", ".csv", ".gz", ".doc", ".pptx", ".xlsb",
                ".recording",
            ),
        ),
        Target("published", (), (_VERIFY,), "terbit/index{ending}", is_published=False, made=(".html",)),
        Target("manifests", (), (_VERIFY,), "terbit/manifes{ending}", is_published=False, made=(".json",)),
        Target(
            "applicants",
            (),
            (("letter", "p-001", "--kind", "receipt", "--format", "docx", "--private", "../pemohon.yaml",
              "--out", "../surat.docx", "--as-of", DAY, "--dir", "."),),
            "../pemohon.yaml",
            {"content/perkara/p-001.yaml": "jenis: permohonan\nditerima: 2026-01-12\n"},
            is_published=False,
            made=(".pemohon",),
            codes=(FINE, WRONG_CALL),
        ),
        Target(
            "working papers",
            (),
            (("document", "lembar-uji", "a", "--format", "docx", "--private", "../kertas",
              "--out", "../lembar.docx", "--as-of", DAY, "--dir", "."),),
            "../kertas/a.yaml",
            {"content/dikecualikan/a.yaml": "judul: A\n"},
            is_published=False,
            made=(".kertas",),
            codes=(FINE, WRONG_CALL),
        ),
        Target("larger files", ("content/berkas/**/*.pdf", "content/berkas/**/*.png"), (), is_published=False,
               made=(".jpg", ".photo"), asks=shrinks_well),
        Target("requests", (), (), beside=answering.BESIDE, is_published=False, made=(".http",),
               asks=answering.answers_well),
        Target("names", (), (), is_published=False, made=(".name",), asks=naming.packs_well),
    )
}  # fmt: skip


def survived(target: Target, place: str, raw: bytes, *, is_built: bool = True) -> str:
    """Lay a damaged file into a portal and run the commands over it; say what is wrong, "" when nothing is."""
    with tempfile.TemporaryDirectory(dir=_MEMORY) as folder:
        laid = {} if target.asks else {place: raw}
        portal = lay(Path(folder, "portal"), {**SOUND, **(target.beside or {}), **laid})
        if target.asks:
            return target.asks(portal, raw)
        for command in target.runs(is_built=is_built):
            arguments = [one.replace("impor{ending}", place) for one in command]
            paths = {".", "site", "terbit", "tabel.csv", place}
            told = ppidgen(*(str(portal / one) if one in paths or one.startswith("../") else one for one in arguments))
            if told.code not in target.codes or "Traceback" in told.out + told.err:
                return f"ppidgen {' '.join(arguments)}: code {told.code}\n{told.err[-3_000:]}"
            if told.code == FINDINGS and raw and (unplaced := _unplaced(command, told, place)):
                return f"ppidgen {' '.join(arguments)}: refused without a file and line: {unplaced}"
    return ""


def _has_pages(code: str, path: str) -> bool:
    """Say whether a datum stands in a document, where a page or a cell is named in the place of a line."""
    return code.startswith("PDP") and not path.endswith(_REGISTERS)


def _unplaced(command: Sequence[str], told: Told, place: str) -> str:
    """Give what was refused without saying in which file and on which line."""
    if command is _CHECK:
        refusals = (one for one in told.findings if one["severity"] == "galat")
        lines = {
            one["code"]
            for one in refusals
            if not one["path"] or not (one["line"] or _has_pages(one["code"], one["path"]))
        }
        return " ".join(sorted(lines - _OF_WHOLE_FILES))
    said = told.out + told.err
    if command is _VERIFY:  # it tells of files as such
        return "" if place.removeprefix("terbit/") in said else said
    is_whole = place.endswith(_WITHOUT_LINES) or any(one in said for one in _WHOLE_TABLES)
    return "" if is_whole or _FILE_AND_LINE.search(said) else said
