"""The page of the score that a portal publishes of itself."""

from datetime import date
from pathlib import Path

import pytest

from ppidgen.assessment import assess
from ppidgen.making.digests import digests
from ppidgen.making.workers import compose_all
from ppidgen.model.pages.page import Grid, Notice, Page
from ppidgen.options import Options
from ppidgen.pages.addresses import urls
from ppidgen.pages.service import scorecard
from ppidgen.reading.rubric_files import shipped
from ppidgen.reading.study import Study, read_portal
from ppidgen.scoring.told import decimal, totals_of
from tests.cli.conftest import SITE, SOUND, lay

DAY = date(2026, 2, 16)
VIDEO = (
    "kriteria: kkp24-104\nklaim: 0.75\njenis: video\ntautan: https://ppid.contoh.go.id/ruang-rahasia.mp4\n"
    "tanggal: 2026-01-10\noleh: PPID\nketerangan: Ruang sedang diperbaiki.\n"
)


def portal(folder: Path, edition: str = "", **files: str) -> Study:
    """Read a small portal that publishes the score of an edition, or none."""
    site = f"{SITE}skor:\n  rubrik: {edition}\n" if edition else SITE
    named = {f"content/{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    return read_portal(lay(folder, {**SOUND, "content/situs.yaml": site, **named}), Options(as_of=DAY))


def page_of(study: Study) -> Page:
    """Compose the page."""
    (spec,) = scorecard.items(study.public)
    return scorecard.compose(study.public, spec)


def test_no_score_is_published_unless_it_is_asked_for(tmp_path: Path) -> None:
    assert scorecard.items(portal(tmp_path).public) == ()


@pytest.mark.parametrize("edition", ["perki-1-2021", "kkp-2024"])
def test_the_page_says_first_what_it_is_and_then_what_the_scorecard_says(tmp_path: Path, edition: str) -> None:
    study = portal(tmp_path, edition)
    page = page_of(study)
    read = shipped(edition)
    assert read
    card = assess(study, read)
    assert isinstance(page.blocks[0], Notice)
    assert page.blocks[0].title == "Estimasi mandiri, bukan nilai Komisi Informasi"
    totals = next(block for block in page.blocks if isinstance(block, Grid))
    assert [(row[1], row[2]) for row in totals.rows] == [
        (decimal(total.value), total.band.name) for _, total in totals_of(card)
    ]
    cautioned = any(isinstance(block, Notice) and "bukan untuk jenis" in block.title for block in page.blocks[1:])
    assert cautioned is (edition == "kkp-2024")


def test_the_page_adds_nothing_to_the_score_that_it_shows(tmp_path: Path) -> None:
    without, with_page = portal(tmp_path / "a"), portal(tmp_path / "b", "perki-1-2021")
    read = shipped("perki-1-2021")
    assert read
    assert assess(without, read).recorded == assess(with_page, read).recorded


def test_evidence_moves_the_score_and_asks_for_the_page_anew_but_no_word_of_it_is_shown(tmp_path: Path) -> None:
    before = portal(tmp_path / "a", "kkp-2024")
    after = portal(tmp_path / "b", "kkp-2024", **{"bukti__kkp-2024__ruang": VIDEO})
    assert page_of(before) != page_of(after)
    assert len({digests(one.public, one.digests, (DAY, False, "")) for one in (before, after)}) == 2
    shown = repr(page_of(after))
    assert [word for word in ("ruang-rahasia", "diperbaiki", "bukti__", "kkp-2024/ruang") if word in shown] == []


def test_an_edition_that_does_not_ship_is_told_where_it_is_written_and_nothing_links_to_the_page(
    tmp_path: Path,
) -> None:
    study = portal(tmp_path, "perki-1-2012")
    (told,) = [found for found in study.findings if found.code == "RBK029"]
    assert (told.span.path, told.span.line, told.span.column) == ("content/situs.yaml", 3, 11)
    assert scorecard.items(study.public) == ()


def test_the_page_of_duties_leads_to_the_score(tmp_path: Path) -> None:
    study = portal(tmp_path, "perki-1-2021")
    pages = {page.address: page for page in compose_all(study.public)}
    assert urls.SCORE in repr(pages[urls.COVERAGE])
