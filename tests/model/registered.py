"""Portals made of register texts alone, for what happens between records."""

from collections.abc import Mapping, Sequence

from ppidgen.diagnostics import Checked, Finding
from ppidgen.model.elements.record import Record
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.assembly import Records, assemble
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.portal.whole import Portal

Texts = Mapping[str, str]

BODY = "nama: Pemerintah Kabupaten Contoh\njenis: eksekutif\ntingkat: kabupaten-kota\n"
SITE = "judul: PPID Kabupaten Contoh\n"
ENTRY = "judul: Laporan Keuangan 2024\nkategori: berkala\n"
LIST = "content/informasi/bpkad/lkpd-2024.yaml"
SOUND: Texts = {
    "content/badan-publik.yaml": BODY,
    "content/situs.yaml": SITE,
    "content/unit/bpkad.yaml": "nama: Badan Keuangan\n",
    LIST: ENTRY,
}


def register_at(path: str) -> reg.Register:
    name = path.split("/")[1].partition(".")[0]
    return next(register for register in reg.REGISTERS if register.name == name)


def records_of(texts: Sequence[tuple[str, str]]) -> Checked[Records]:
    """Bind register texts in the order given."""
    found: dict[str, tuple[Record, ...]] = {}
    rejected: dict[str, frozenset[str]] = {}
    findings: list[Finding] = []
    for path, text in texts:
        register = register_at(path)
        bound = bind_file(path, text.encode(), register)
        found[register.name] = found.get(register.name, ()) + bound.value.records
        rejected[register.name] = rejected.get(register.name, frozenset()) | frozenset(bound.value.rejected)
        findings += bound.findings
    return Checked(Records(found, rejected), tuple(findings))


def portal_of(
    texts: Texts, files: Sequence[str] = (), duties: Sequence[str] = ("B04.a", "B04.b", "S01")
) -> Checked[Portal]:
    """Assemble the portal of some texts over the sound ones; an empty text takes a file away."""
    wanted = [(path, text) for path, text in {**SOUND, **texts}.items() if text]
    records = records_of(wanted)
    portal = assemble(records.value, frozenset(files), {}, frozenset(duties))
    return Checked(portal.value, (*records.findings, *portal.findings))


def told(checked: Checked[Portal]) -> list[tuple[str, str]]:
    """Give code and place of every finding."""
    return [(finding.code, str(finding.span)) for finding in checked.findings]


def only(checked: Checked[Portal], code: str) -> Finding:
    """Give the only finding, which must have this code."""
    assert [finding.code for finding in checked.findings] == [code]
    return checked.findings[0]
