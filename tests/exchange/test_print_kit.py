"""The leaflet and the poster say what an applicant has to know, and only what the registers and the law say."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from ppidgen.exchange.papers.paper import Code, Fields, Paper, Paragraph, Points, Table
from ppidgen.exchange.papers.print_kit import SHOWN, leaflet, list_prints, poster, steady_prints
from ppidgen.exchange.papers.rendering import rendered
from ppidgen.model.context import Context
from ppidgen.model.records.body import ElectionTime, ServiceHours
from ppidgen.model.records.parts import Contact
from ppidgen.model.records.service import Procedure
from ppidgen.pages.service.blanks import print_addresses
from ppidgen.theme.colour import contrast
from tests.exchange.test_papers import errors_in
from tests.pages.portals import BODY, SITE, context, entry

STEPS = ({"judul": "Ajukan permohonan", "uraian": "Datang atau *menulis*.", "waktu": "Setiap hari kerja"},)
REQUEST = Procedure.model_validate({"id": "p", "jenis": "permohonan", "judul": "Tata cara", "langkah": STEPS})
HOURS = (
    ServiceHours(days="Senin–Kamis", opens="08.00", closes="15.30", pause="12.00–13.00"),
    ServiceHours(days="Sabtu"),
)
REACHED = BODY.model_copy(update={"contact": Contact(phone="0210 555-0110"), "hours": HOURS})
ENTRIES = tuple(entry(f"e-{number}", f"Laporan {number}", year=2020 + number) for number in range(6))


def portal(**changed: Any) -> Context:
    return context(**{"body": REACHED, "services": (REQUEST,), "information": ENTRIES, **changed})


def held(paper: Paper, kind: type) -> list[Any]:
    return [block for block in paper.blocks if isinstance(block, kind)]


def test_the_leaflet_tells_the_steps_as_the_officers_wrote_them() -> None:
    (points,) = held(leaflet(portal()), Points)
    assert points.rows == (("Ajukan permohonan", "Datang atau menulis.\nSetiap hari kerja"),)


def test_every_deadline_says_what_it_counts_from() -> None:
    (table,) = held(leaflet(portal()), Table)
    assert table.rows[0] == ("Pemberitahuan tertulis", "10 hari kerja sejak permohonan diterima")
    assert len(table.rows) == 5


def test_in_an_election_the_leaflet_does_not_promise_the_longer_time_alone() -> None:
    time = ElectionTime(starts=date(2026, 3, 1), ends=date(2026, 3, 31), source="Keputusan KPU")
    said = [
        one.text for one in held(leaflet(portal(body=REACHED.model_copy(update={"elections": (time,)}))), Paragraph)
    ]
    assert any("1 Maret 2026 sampai 31 Maret 2026" in text and "paling lambat 3 hari kerja" in text for text in said)


def test_how_to_reach_the_desk_leaves_out_what_is_not_known() -> None:
    (fields,) = held(leaflet(portal()), Fields)
    assert fields.rows == (
        ("Jam layanan", "Senin–Kamis: 08.00–15.30 (istirahat 12.00–13.00)\nSabtu: tutup"),
        ("Telepon", "0210 555-0110"),
    )


def test_the_poster_counts_all_information_and_names_the_newest() -> None:
    tables = held(poster(portal()), Table)
    assert tables[-1].heads[0].text == "Informasi Berkala (6)"
    assert len(tables[-1].rows) == SHOWN


def test_without_registers_and_address_both_can_still_be_made() -> None:
    bare = context(base_url="")
    assert held(leaflet(bare), Code) == held(poster(bare), Code) == []
    assert rendered(leaflet(bare), "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize("colour", ["#ffee00", "#ffffff", "#0a489f"])
def test_white_letters_can_be_read_on_the_band_whatever_the_colour_of_the_portal(colour: str) -> None:
    site = SITE.model_copy(update={"colour": colour})
    assert contrast(leaflet(portal(site=site)).colour, "#ffffff") >= 7


def test_the_portal_offers_both_only_where_its_owner_wants_it() -> None:
    assert [*list_prints(portal()), *steady_prints(portal())] == []
    wanted = portal(site=SITE.model_copy(update={"print_kit": True}))
    paths = {file.path for file in (*list_prints(wanted), *steady_prints(wanted))}
    assert paths == {address.removeprefix("/") for address in print_addresses()}
    assert paths > {
        "layanan/brosur.pdf", "layanan/poster.pdf", "layanan/formulir/formulir-permohonan/formulir-permohonan.pdf",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("make", "size"), [(leaflet, (420, 595)), (poster, (842, 1191))])
def test_a_sheet_has_its_size_no_error_of_accessibility_and_a_symbol_that_is_read(
    make: Any, size: tuple[int, int], tmp_path: Path
) -> None:
    content = rendered(make(portal()), "pdf")
    assert errors_in(content, tmp_path) == []
    with pypdfium2.PdfDocument(BytesIO(content)) as document:  # type: ignore[no-untyped-call]  # it ships no types
        assert tuple(map(round, document[0].get_size())) == size
        pictures = [page.render(scale=2).to_pil() for page in document]
    read = {one.text for picture in pictures for one in zxingcpp.read_barcodes(picture)}
    wanted = {"https://ppid.contoh.go.id/layanan/permohonan/"}
    assert read == wanted | ({"https://ppid.contoh.go.id/dip/"} if make is poster else set())
