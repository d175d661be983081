"""The board of cases on paper: one page whatever is open, with nothing left out of the count."""

from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2

from ppidgen.duties.board import board_of
from ppidgen.duties.case_standing import office_standings
from ppidgen.exchange.case_board import WORDS, board_paper, board_text
from ppidgen.exchange.papers.paper import Table
from ppidgen.exchange.papers.rendering import rendered
from ppidgen.exchange.tables import report_words
from ppidgen.model.records.cases import RequestCase
from ppidgen.model.records.unit import Unit
from tests.rules.portals import context

TODAY = date(2026, 3, 17)
LONG = "Dinas Pemberdayaan Masyarakat dan Desa, Pengendalian Penduduk, dan Keluarga Berencana"
CARE = {
    "penanggung_jawab": "Pejabat Pengelola Informasi dan Dokumentasi Pelaksana Dinas Pemberdayaan Masyarakat",
    "langkah_berikut": "Meminta pertimbangan tertulis atasan PPID tentang penghitaman lampiran kedua",
}


def request(number: int, **values: Any) -> RequestCase:
    unit = f"unit-{number % 40}"
    return RequestCase.model_validate(
        {"id": f"2026/p-{number:03}", "jenis": "permohonan", "diterima": "2026-01-05", "unit": unit, **CARE, **values}
    )


UNITS = tuple(Unit(id=f"unit-{number}", name=f"{LONG} {number}") for number in range(40))


def test_two_hundred_open_cases_of_forty_units_with_long_names_fill_one_page_and_all_are_counted() -> None:
    found = context(as_of=TODAY, units=UNITS, cases=tuple(map(request, range(200))))
    paper = board_paper(board_of(office_standings(found), TODAY), found.portal, report_words("id", WORDS))
    units, cases = (block for block in paper.blocks if isinstance(block, Table))
    assert sum(int(row[-1]) for row in units.rows) == 200
    assert units.rows[-1][0] == f"{40 - len(units.rows) + 1} unit lainnya"
    others = f"Masih ada {200 - len(cases.rows)} perkara terbuka lain"
    assert any(others in getattr(block, "text", "") for block in paper.blocks)
    with pypdfium2.PdfDocument(BytesIO(rendered(paper, "pdf"))) as book:  # type: ignore[no-untyped-call]  # no types
        assert len(book) == 1


def test_a_case_that_nobody_cares_for_is_said_to_be_so_once() -> None:
    bare = RequestCase.model_validate({"id": "p-1", "jenis": "permohonan", "diterima": "2026-03-16"})
    found = context(as_of=TODAY, cases=(bare,))
    told = board_text(board_of(office_standings(found), TODAY), found.portal, report_words("id", WORDS))
    assert "\n        penanggung jawab dan langkah berikut belum ditulis\n" in told
