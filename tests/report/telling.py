"""Findings for the tests of reports, and how they are told."""

from collections.abc import Sequence
from datetime import date

from ppidgen.diagnostics import Finding, Related, Span
from ppidgen.model.records.waiver import Waiver
from ppidgen.report import FORMATS, Diagnostics, Setting, explain
from ppidgen.report.shipped import Rulebook, words

AS_OF = date(2026, 2, 16)
RULEBOOK = Rulebook()
LKPD = "content/informasi/bpkad/lkpd-2024.yaml"

CHOICE = Finding(
    "SKM003",
    Span(LKPD, 8, 13, 8, 20),
    {"key": "kategori", "value": "tahunan", "choices": "berkala, serta-merta, setiap-saat", "guess": ""},
)
COLUMNS = Finding(
    "DIP001", Span(LKPD, 1, 8, 1, 29), {"title": "Laporan Keuangan 2024", "columns": "tempat_pembuatan, bentuk"}
)
CAPITALS = Finding("DIP009", Span(LKPD, 1, 8, 1, 29), {"title": "LAPORAN KEUANGAN 2024"})
TWINS = Finding(
    "RUJ005",
    Span("content/informasi/bpkad.yaml", 12, 3, 12, 4),
    {"id": "bpkad/lkpd", "other": "content/informasi/bpkad.yaml:2:3"},
    (Related(Span("content/informasi/bpkad.yaml", 2, 3, 2, 4), "first"),),
)
BODY_MISSING = Finding("RUJ009", Span("content/badan-publik.yaml"))

LINES = {
    (LKPD, 1): "judul: LAPORAN KEUANGAN 2024",
    (LKPD, 8): "  kategori: tahunan",
    ("content/informasi/bpkad.yaml", 12): "- judul: LKPD",
}


def line(path: str, number: int) -> str | None:
    return LINES.get((path, number))


def waiver(
    code: str, *, place: str = LKPD, until: date = date(2026, 6, 30), reason: str = "Menunggu pindaian."
) -> Waiver:
    return Waiver(code=code, place=place, reason=reason, until=until)


def told(*findings: Finding, waivers: Sequence[Waiver] = (), language: str = "id", files: int = 0) -> Diagnostics:
    return explain(findings, RULEBOOK, waivers, as_of=AS_OF, language=language, files=files)


def written(name: str, diagnostics: Diagnostics, *, colour: bool = False, most: int = 200) -> str:
    return "".join(FORMATS[name](diagnostics, Setting(words(diagnostics.language), line, colour, "1.0", most)))
