"""Small portals for the tests of coverage, each in a line or two."""

from datetime import date
from functools import cache
from typing import Any

from ppidgen.duties.coverage import cover
from ppidgen.model.elements.vocabulary import BodyKind, Category, Level
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.standing.coverage import Coverage
from ppidgen.reading.shipped import shipped_law
from ppidgen.source.document_facts import DocumentFacts

TODAY = date(2026, 7, 1)
FRESH = date(2026, 3, 1)
OLD = date(2025, 3, 1)
TEXT = "Ini uraian yang cukup panjang untuk dibaca warga sebagai isi informasi yang sebenarnya."
DOCUMENT = {"dokumen": [{"judul": "Isi", "berkas": "a.pdf"}]}
SITE = Site(title="PPID Contoh")
FILE = DocumentFacts("a.pdf", 2048, "a" * 64, "pdf", 3, readable=True, ending="pdf")


@cache
def law() -> Law:
    return shipped_law()


def body(kind: BodyKind = BodyKind.EXECUTIVE, **fields: Any) -> PublicBody:
    return PublicBody.model_validate({"name": "Contoh", "kind": kind, "level": Level.REGENCY, **fields})


def entry(name: str, *duties: str, **fields: Any) -> InformationEntry:
    given = {"id": name, "title": name, "category": Category.PERIODIC, "duties": duties, "updated": FRESH, **fields}
    return InformationEntry.model_validate(given)


def nil(name: str, *duties: str, **fields: Any) -> NilStatement:
    signed = {
        "id": name, "duties": duties, "statement": "Tidak ada.", "reason": "Tidak terjadi.", "signed_by": "Inspektur",
        "decree": {"nomor": "1", "tanggal": FRESH}, "day": FRESH, **fields,
    }  # fmt: skip
    return NilStatement.model_validate({key: value for key, value in signed.items() if value is not None})


def exempt(duty: str, extent: str = "sebagian", **fields: Any) -> Exemption:
    given = {
        "id": f"dik-{duty}", "judul": "Rekening", "kewajiban": [duty], "sifat": extent, "dasar": [{"huruf": "17h"}],
        "uji": {"tanggal": FRESH, "konsekuensi_dibuka": "Merugikan orang."},
        "penetapan": {"nomor": "1", "tanggal": FRESH}, "berakhir": {"tanggal": date(2030, 1, 1)}, **fields,
    }  # fmt: skip
    return Exemption.model_validate({key: value for key, value in given.items() if value is not None})


def portal(**registers: Any) -> Portal:
    return Portal(**{"body": body(), "site": SITE, "facts": {"a.pdf": FILE}, **registers})


def covered(as_of: date = TODAY, **registers: Any) -> dict[str, Coverage]:
    return dict(cover(portal(**registers), law(), as_of)[0])
