"""The pages that say how complete the portal is, and the data beside them."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from ppidgen.model.pages.page import Badge, Figures, Link, Notice, Text
from ppidgen.model.standing.coverage import CoverageState
from ppidgen.pages.addresses import urls
from tests.pages.portals import context, entry, files, found, law, page, pages
from tests.pages.standings import OPEN, grids, standings

FILE: dict[str, Any] = {"files": frozenset({"a.pdf"}), "facts": {"a.pdf": found("a.pdf")}}


def told(at: str, heading: str, row: str) -> tuple[object, ...]:
    table = grids(page(standings(), at))[heading]
    return next(cells for cells in table.rows if str(cells[0]).startswith(row))


@pytest.mark.parametrize(
    ("heading", "code", "state"),
    [
        ("Informasi berkala", "B04.b", "Diterbitkan (1 dari 2)"),
        ("Informasi berkala", "B04.a", "Hanya tautan"),
        ("Informasi berkala", "B04.d", "Perlu diperbarui"),
        ("Informasi berkala", "B04.c", "Belum ada"),
        ("Informasi setiap saat", "S04", "Dikecualikan sebagian"),
        ("Informasi setiap saat", "S11", "Nihil"),
        ("Informasi serta-merta", "M01", "Belum ada peristiwa tercatat"),
    ],
)
def test_a_reader_sees_the_state_of_each_duty_in_words(heading: str, code: str, state: str) -> None:
    badge = told(urls.COVERAGE, heading, code)[1]
    assert isinstance(badge, Badge)
    assert badge.text == state


@pytest.mark.parametrize(
    ("code", "to_do"),
    [
        ("B04.b", "Lengkapi tahun 2023."),
        ("B04.d", "Perbarui isinya, lalu tanggal pemutakhirannya."),
        ("S05", "Kecualikan hanya bagian yang perlu, lalu terbitkan selebihnya."),
        ("S06", "Terbitkan bagian yang tidak dikecualikan."),
        ("S12", "Lengkapi penanda tangan, surat, tanggal, dan alasan pernyataan nihil."),
    ],
)
def test_a_reader_sees_what_is_to_be_done(code: str, to_do: str) -> None:
    assert told(urls.COVERAGE, "Yang perlu dilakukan", code)[2] == to_do


@pytest.mark.parametrize(
    ("language", "state", "to_do"),
    [
        ("id", "Diusulkan, belum diperiksa", "Periksa apakah informasinya memang memenuhi kewajiban ini"),
        ("en", "Proposed, not checked", "Check whether the information does meet this duty"),
    ],
)
def test_what_only_the_program_proposed_is_not_called_published(language: str, state: str, to_do: str) -> None:
    proposed = entry("lra", "LRA", duties=("B04.a",), to_check=("memenuhi",), **OPEN)
    portal = context(language=language, information=(proposed,), **FILE)
    rows = [row for table in grids(page(portal, urls.COVERAGE)).values() for row in table.rows]
    of_duty = [row for row in rows if str(row[0]).startswith("B04.a ")]
    assert {cell.text for row in of_duty for cell in row if isinstance(cell, Badge)} == {state}
    assert any(str(cell).startswith(to_do) for row in of_duty for cell in row)
    coverage = json.loads(files(portal)["data/kelengkapan.json"])
    assert "diusulkan" in {one["keadaan"] for one in coverage["kewajiban"] if one["kode"] == "B04.a"}


def test_one_entry_that_an_officer_checked_is_enough() -> None:
    proposed = entry("lra", "LRA", duties=("B04.a",), to_check=("memenuhi",), **OPEN)
    portal = context(information=(proposed, entry("lra-2", "LRA 2", duties=("B04.a",), **OPEN)), **FILE)
    badge = next(row for table in grids(page(portal, urls.COVERAGE)).values() for row in table.rows
                 if str(row[0]).startswith("B04.a "))[1]  # fmt: skip
    assert isinstance(badge, Badge)
    assert badge.text == "Diterbitkan"


def test_the_table_of_each_chapter_is_folded_below_what_it_says_in_a_line_and_what_is_to_be_done_is_not() -> None:
    tables = grids(page(standings(), urls.COVERAGE))
    chapters = [family.title for family in law().families.values() if family.title in tables]
    assert len(chapters) > 3
    assert all(tables[title].folded for title in chapters)
    assert tables["Informasi serta-merta"].caption == "6 kewajiban: 6 belum ada peristiwa tercatat"
    assert not tables["Yang perlu dilakukan"].folded


def test_what_proves_a_duty_can_be_followed() -> None:
    assert told(urls.COVERAGE, "Informasi berkala", "B04.b")[2] == Link("Neraca 2024", "/informasi/neraca-2024/")
    assert told(urls.COVERAGE, "Informasi setiap saat", "S11")[2] == Link("Pernyataan nihil", urls.COVERAGE)


def test_a_unit_has_a_page_of_its_own_duties_and_a_unit_without_any_has_none() -> None:
    portal = standings()
    assert urls.coverage_of("bpkad") in pages(portal)
    codes = {
        str(row[0]).split()[0]
        for row in grids(page(portal, urls.coverage_of("bpkad")))["Semua kewajiban unit ini"].rows
    }
    assert {"B04.a", "B04.b", "B04.c", "B04.d", "S07"} <= codes
    assert "S11" not in codes
    assert urls.coverage_of("dinas") not in pages(context())


def test_a_unit_that_has_done_its_part_is_told_so() -> None:
    blocks = page(standings(), urls.coverage_of("humas")).blocks
    assert Notice("Semua kewajiban pada laman ini sudah beres") in blocks


def test_a_unit_whose_only_duty_no_score_counts_is_not_told_that_all_is_done() -> None:
    whole = standings()
    task = next(one for one in whole.standing.coverage.values() if "humas" in one.tasked)
    lacking = replace(task, duty=task.duty.model_copy(update={"weight": 0}), state=CoverageState.MISSING)
    standing = replace(whole.standing, coverage={task.duty.code: lacking})
    blocks = page(replace(whole, standing=standing), urls.coverage_of("humas")).blocks
    assert not [block for block in blocks if isinstance(block, (Notice, Figures))]
    unit = next(row for row in grids(page(replace(whole, standing=standing), urls.COVERAGE))["Menurut unit"].rows)
    assert unit[1:] == ("1", "1")


def test_the_figures_and_what_is_told_apart_from_them_add_up_to_the_tables() -> None:
    portal = standings()
    blocks = page(portal, urls.COVERAGE).blocks
    (figures,) = (block for block in blocks if isinstance(block, Figures))
    apart = next(block.text for block in blocks if isinstance(block, Text) and "tidak dihitung" in block.text)
    counted = {one.note for one in figures.items}
    assert counted == {f"dari {sum(int(one.value) for one in figures.items)}"}
    of_all = int(counted.pop().removeprefix("dari ")) + int(apart.split(": ")[1].split()[0])
    assert of_all == len(portal.standing.coverage)


def test_what_does_not_bind_the_body_is_told_with_the_reason() -> None:
    heading = "Kewajiban yang tidak berlaku bagi Badan Publik ini"
    assert told(urls.COVERAGE, heading, "Penyelenggaraan")[1:] == ("Sekolah diurus provinsi.", "B02.i")


def test_the_data_fit_their_schemas() -> None:
    made = files(standings())
    for name in ("kelengkapan", "kewajiban"):
        schema = json.loads(made[f"data/{name}.schema.json"])
        jsonschema.validate(json.loads(made[f"data/{name}.json"]), schema)


def test_the_catalogue_is_given_away_whole_and_in_the_words_of_the_law() -> None:
    made = files(standings())
    rows = json.loads(made["data/kewajiban.json"])["kewajiban"]
    assert [row["kode"] for row in rows] == list(law().duties)
    assert {row["kode"]: row["butir"] for row in rows}["B04.b"] == "neraca"
    table = list(csv.reader(io.StringIO(made["data/kewajiban.csv"].decode("utf-8-sig")), delimiter=";"))
    assert len(table) == 230


def test_unverified_rows_of_the_catalogue_are_marked_and_weigh_nothing() -> None:
    rows = json.loads(files(standings())["data/kewajiban.json"])["kewajiban"]
    unverified = [row for row in rows if row["status"] == "belum_diverifikasi"]
    assert unverified
    assert {row["bobot"] for row in unverified} == {0}
    shown = grids(page(standings(), urls.CATALOGUE))["Informasi setiap saat desa"].rows
    assert "belum diverifikasi" in str(next(row for row in shown if row[0] == "DS03")[1])
