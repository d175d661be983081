"""A package shows every document that the law asks for, with its state."""

from ppidgen.model.elements.vocabulary import PackageDocumentState, ProcurementMethod
from ppidgen.model.pages.page import Facts, Grid, Link, Notice, Rows
from ppidgen.model.records.procurement import PackageDocument, ProcurementPackage
from tests.pages.portals import blocks, context, law, page, rich

ROAD = "/pengadaan/2026/jalan/"


def test_every_document_of_the_catalogue_has_a_row() -> None:
    (table,) = blocks(page(rich(), ROAD), Grid)
    asked = [duty for duty in law().duties.values() if duty.is_leaf and duty.code.startswith("B09.")]
    assert len(table.rows) == len(asked)
    states = [row[1] for row in table.rows]
    assert states.count("Belum diterbitkan") == len(asked) - 2
    assert "Dikecualikan: Masih berjalan" in states


def test_a_document_that_is_there_is_linked_and_an_exempt_one_never() -> None:
    exempt = PackageDocument(duty="B09.b.02", state=PackageDocumentState.EXEMPT, file="paket/kak.pdf")
    one = ProcurementPackage(id="a", name="A", year=2026, method=ProcurementMethod.TENDER, documents=(exempt,))
    (table,) = blocks(page(rich(procurement=(one,)), "/pengadaan/a/"), Grid)
    assert not [cell for row in table.rows for cell in row if isinstance(cell, Link)]
    (table,) = blocks(page(rich(), ROAD), Grid)
    assert [cell.address for row in table.rows for cell in row if isinstance(cell, Link)] == ["/berkas/paket/kak.pdf"]


def test_what_the_package_need_not_have_is_folded_with_its_reason_and_what_is_exempt_or_lacking_is_not() -> None:
    spared = [
        PackageDocument(duty="B09.b.01", state=PackageDocumentState.NOT_REQUIRED, reason="Katalog"),
        PackageDocument(duty="B09.b.02", state=PackageDocumentState.NIL, reason="Tidak ada"),
        PackageDocument(duty="B09.b.03", state=PackageDocumentState.EXEMPT, reason="Masih berjalan"),
    ]
    one = ProcurementPackage(id="a", name="A", year=2026, method=ProcurementMethod.TENDER, documents=tuple(spared))
    first, folded = blocks(page(rich(procurement=(one,)), "/pengadaan/a/"), Grid)
    assert (first.folded, folded.folded) == (False, True)
    assert {"Dikecualikan: Masih berjalan", "Belum diterbitkan"} == {row[1] for row in first.rows}
    assert [row[1] for row in folded.rows] == ["Tidak dipersyaratkan: Katalog", "Nihil: Tidak ada"]
    assert folded.caption == "2 dokumen nihil atau tidak dipersyaratkan bagi paket ini"


def test_a_document_outside_the_catalogue_is_shown_too() -> None:
    extra = PackageDocument(duty="X1", title="Berita acara", link="https://x.go.id/ba.pdf")
    one = ProcurementPackage(id="a", name="A", year=2026, method=ProcurementMethod.TENDER, documents=(extra,))
    (table,) = blocks(page(context(procurement=(one,)), "/pengadaan/a/"), Grid)
    assert table.rows[-1][0] == Link("Berita acara", "https://x.go.id/ba.pdf")


def test_amounts_are_written_in_rupiah() -> None:
    facts = {row.label: row.values for block in blocks(page(rich(), ROAD), Facts) for row in block.rows}
    assert facts["Pagu"] == ("Rp1.500.000.000",)


def test_the_list_tells_how_many_documents_are_accounted_for() -> None:
    (rows,) = blocks(page(rich(), "/pengadaan/"), Rows)
    assert rows.rows[0].summary.startswith("Tender, Rp1.500.000.000. 2 dari ")


def test_an_empty_list_is_shown_with_its_ground() -> None:
    (notice,) = blocks(page(context(), "/pengadaan/"), Notice)
    assert (notice.tone, notice.citation) == ("kosong", "Perki 1/2021 Pasal 14(2) huruf i")
