"""The report of a year has six sections, and no number that the register does not have."""

import json
from datetime import date
from typing import Any

import pytest

from ppidgen.exchange.papers.annual_report import Draft, as_json, as_markdown, as_paper, draft, years_known
from ppidgen.exchange.papers.paper import Table
from ppidgen.exchange.papers.rendering import rendered
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import ReportSection
from ppidgen.model.records.cases import ObjectionCase, RequestCase
from ppidgen.model.records.service_report import ServiceReport
from tests.pages.portals import context as of
from tests.pages.portals import page, rich
from tests.pages.test_statistics import tables


def drafted(year: int = 2025) -> tuple[Context, Draft]:
    context = rich()
    return context, draft(context, year)


def test_the_six_sections_stand_in_their_order_and_what_people_must_write_is_asked_for() -> None:
    _, found = drafted()
    assert [one.letter for one in found.sections] == [part.value for part in ReportSection]
    assert found.sections[0].texts == ("Kebijakan kami.",)
    assert [one.letter for one in found.sections if one.is_missing] == ["b", "e", "f"]
    assert "paling lambat 31 Maret 2026 (Perki 1/2021 Pasal 56(1))" in found.due


def test_a_year_without_disputes_has_no_empty_section() -> None:
    entered = ServiceReport.model_validate({
        "id": "2023", "judul": "Laporan 2023", "tahun": 2023, "statistik": {"jumlah_permintaan": 0},
    })  # fmt: skip
    (section,) = (one for one in draft(of(reports=(entered,)), 2023).sections if one.letter == "d")
    assert (section.is_missing, section.texts[0].startswith("Belum ditulis. Sebutkan keberatan dan")) == (True, True)
    asked = RequestCase.model_validate({"id": "p-1", "jenis": "permohonan", "diterima": "2025-03-03"})
    (section,) = (one for one in draft(of(cases=(asked,)), 2025).sections if one.letter == "d")
    assert (section.is_missing, section.texts) == (
        False,
        ("Register perkara tahun ini tidak memuat keberatan dan sengketa informasi publik.",),
    )


def test_objections_are_told_where_the_regulation_asks_for_them_also_in_a_year_without_disputes() -> None:
    objected = ObjectionCase.model_validate({
        "id": "k-1", "jenis": "keberatan", "diterima": "2025-03-03", "alasan": "c", "ditanggapi": "2025-03-10",
    })  # fmt: skip
    (section,) = (one for one in draft(of(cases=(objected,)), 2025).sections if one.letter == "d")
    assert (section.is_missing, section.texts) == (False, ())
    assert section.tables[0].rows[:3] == (
        ("Keberatan diterima", "1"), ("Keberatan ditanggapi", "1"), ("Permohonan sengketa ke Komisi Informasi", "0"),
    )  # fmt: skip


@pytest.mark.parametrize(("year", "told"), [(2026, True), (2025, False)])
def test_a_year_that_is_not_over_is_told_to_be_so(year: int, told: bool) -> None:  # noqa: FBT001 - a table
    asked = RequestCase.model_validate({"id": "p-1", "jenis": "permohonan", "diterima": f"{year}-01-05"})
    (section,) = (one for one in draft(of(cases=(asked,)), year).sections if one.letter == "c")
    assert any(text.startswith("Tahun 2026 belum berakhir: angka ini sampai dengan") for text in section.texts) is told


def test_every_table_is_the_one_that_the_portal_shows() -> None:
    context, found = drafted()
    shown = tables(context)
    own = {grid.caption: grid for one in found.sections for grid in one.tables}
    detail = "Permohonan menurut waktu pemenuhan, 2025"
    assert own[detail] == shown[detail]
    whole, ours = shown["Angka layanan informasi publik"], own["Angka layanan informasi publik"]
    column = whole.head.index("2025")
    assert {row[0]: row[1] for row in ours.rows}.items() <= {row[0]: row[column] for row in whole.rows}.items()
    assert page(context, "/laporan/2025/").title == "Laporan layanan 2025"


def test_paper_markdown_and_json_say_the_same_numbers() -> None:
    context, found = drafted()
    told = json.loads(as_json(context, found))
    assert told["statistics"]["jumlah_permintaan"] == 13
    assert "| Permohonan diterima | 13 |" in as_markdown(context, found)
    papers = [block for block in as_paper(context, found).blocks if isinstance(block, Table)]
    assert ("Permohonan diterima", "13") in papers[0].rows


def test_a_year_is_known_by_its_cases_or_its_report() -> None:
    assert years_known(rich()) == (2026, 2025, 2024)


@pytest.mark.slow
@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF-1.7"), ("docx", b"PK")])
def test_the_report_is_a_document(form: str, start: Any) -> None:
    context, found = drafted()
    content = rendered(as_paper(context, found), form)
    assert content.startswith(start)
    assert content == rendered(as_paper(context, found), form)
    assert context.standing.as_of == date(2026, 3, 16)
