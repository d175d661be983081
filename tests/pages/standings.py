"""A portal whose duties stand in every state, for every reason."""

from datetime import date
from typing import Any

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import BodyKind, ExemptionStatus, Extent, Ground, Level
from ppidgen.model.pages.page import Grid, Page, Section
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.exemption import ClassificationDecree, ConsequenceTest, Ending, Exemption, LegalBasis
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.parts import Decree, Document, Person
from ppidgen.model.records.series import Series
from tests.pages.portals import context, entry, found, unit

FRESH = date(2026, 1, 5)
HEAD = Person(name="Sari", post="Kepala")
OPEN = {"updated": FRESH, "documents": (Document(title="Isi", file="a.pdf"),)}


def nil(name: str, *duties: str, **fields: Any) -> NilStatement:
    signed = {
        "statement": "Tidak ada.", "reason": "Tidak terjadi.", "signed_by": "Inspektur", "day": FRESH,
        "decree": Decree(number="7/2026", day=FRESH), **fields,
    }  # fmt: skip
    return NilStatement(id=name, duties=duties, **signed)


def exempt(name: str, duty: str, extent: Extent, *, tested: bool = True) -> Exemption:
    return Exemption(
        id=name, title=name, duties=(duty,), extent=extent, status=ExemptionStatus.IN_FORCE,
        basis=(LegalBasis(ground=Ground.H),), expires=Ending(day=date(2030, 1, 1)),
        test=ConsequenceTest(day=FRESH, harm_if_opened="Rugi.") if tested else None,
        decree=ClassificationDecree(number="9/2026", day=FRESH),
    )  # fmt: skip


def standings(**settings: Any) -> Context:
    """Make the portal."""
    return context(
        **{
            "body": PublicBody.model_validate({
                "name": "Kabupaten Contoh", "kind": BodyKind.EXECUTIVE, "level": Level.REGENCY,
                "not_applicable": [{"kegiatan": "pendidikan", "alasan": "Sekolah diurus provinsi."}],
            }),
            "units": (
                unit("bpkad", "Badan Keuangan", duties=("B04", "S07")),
                unit("inspektorat", "Inspektorat", duties=("S11",)),
                unit("humas", "Bagian Humas", duties=("B06.b",), overview="Humas.", head=HEAD),
            ),
            "information": (
                entry("neraca-2024", "Neraca 2024", duties=("B04.b",), series="neraca", year=2024, **OPEN),
                entry("lra", "LRA", duties=("B04.a",), updated=FRESH, link="https://x.go.id/"),
                entry("aset", "Aset", duties=("B04.d",), updated=date(2020, 1, 1), documents=OPEN["documents"]),
                entry("perjanjian", "Perjanjian", duties=("S04",), **OPEN),
                entry("peraturan", "Peraturan", duties=("B06.b",), **OPEN),
            ),
            "series": (
                Series(id="neraca", title="Neraca tahunan", duties=("B04.b",), first=2023, due_months=6),
                Series(id="lra", title="LRA tahunan", duties=(), first=2030, due_months=6),
            ),
            "nil": (
                nil("a", "S11"), nil("b", "S12", signed_by=None), nil("c", "S13", "S05", day=date(2020, 1, 1)),
            ),
            "exemptions": (
                exempt("rekening", "S04", Extent.PART),
                exempt("surat", "S05", Extent.WHOLE),
                exempt("izin", "S06", Extent.PART),
                exempt("inventaris", "S07", Extent.PART, tested=False),
            ),
            "files": frozenset({"a.pdf"}),
            "facts": {"a.pdf": found("a.pdf")},
            **settings,
        }
    )  # fmt: skip


def grids(page: Page) -> dict[str, Grid]:
    """Give the tables of a page by the heading they stand under."""
    return {
        block.title: table
        for block in page.blocks
        if isinstance(block, Section)
        for table in block.blocks
        if isinstance(table, Grid)
    }
