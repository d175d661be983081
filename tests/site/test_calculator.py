"""The calculator in a browser and the command at a terminal: the same dates, for the same reasons."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ppidgen.duties.deadlines import following
from ppidgen.model.context import Context
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.records.holidays import HolidayDecree
from ppidgen.pages.shell import shell
from ppidgen.theme import Renderer, built_in, load
from tests.pages.portals import context, files, page
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

ADDRESS = "/layanan/kalkulator/"
SAMPLES = (
    ("request", "permohonan", "2026-03-14"),
    ("request", "permohonan", "2026-12-18"),
    ("incomplete", "tidak-lengkap", "2025-09-04"),
    ("ground", "alasan", "2025-12-24"),
    ("objection", "keberatan", "2026-05-13"),
    ("reply", "tanggapan", "2025-05-09"),
    ("dispute", "sengketa", "2027-12-31"),
    ("award", "putusan", "2026-05-26"),
    ("reply", "tanggapan", "2026-03-21"),
    ("judgement", "putusan-pengadilan", "2026-12-20"),
)


# A body that has decided 2028 and not the year before it: what 2027 may move moves the chain that ends in 2028.
LATER = HolidayDecree.model_validate({
    "id": "libur-2028", "tahun": 2028, "lengkap": True, "sk": {"nomor": "1", "tanggal": "2026-02-01"},
})  # fmt: skip


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return site_of(context())


def site_of(portal: Context) -> dict[str, bytes]:
    renderer = Renderer(load(built_in("baku")), shell(portal))
    html = renderer.render(page(portal, ADDRESS))
    data = {f"/{path}": content for path, content in files(portal).items() if path.startswith("data/tenggat")}
    return {f"{ADDRESS}index.html": html, **data, **{f"/{asset.path}": asset.content for asset in renderer.assets}}


def told(event: str, day: str, folder: Path) -> list[dict[str, object]]:
    """Ask the command, away from any portal."""
    command = [sys.executable, "-m", "ppidgen", "deadline", event, "--received", day, "--format", "json", "--explain"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)["deadlines"]
    return found


@pytest.mark.parametrize(("verb", "event", "day"), SAMPLES)
def test_page_and_command_give_the_same_dates_for_the_same_reasons(
    verb: str, event: str, day: str, site: dict[str, bytes], browser: Browser, tmp_path: Path
) -> None:
    wanted = told(verb, day, tmp_path)
    with visit(browser, site) as (opened, complaints):
        opened.goto(f"{HOST}{ADDRESS}?event={event}&day={day}")
        items = opened.locator(".hitung-hasil > li")
        expect(items).to_have_count(len(wanted))
        for item, deadline in zip(items.all(), wanted, strict=True):
            assert item.get_attribute("data-aturan") == deadline["code"]
            assert item.get_attribute("data-batas") == deadline["due"]
            reasons = item.locator(".hitung-hari > li > :last-child").all_text_contents()
            counted = deadline["counted"]
            assert isinstance(counted, list)
            assert reasons == [each["reason"] or f"hari ke-{each['number']}" for each in counted]
            provisional = item.locator(".lencana-peringatan")
            assert provisional.count() == bool(deadline["provisional"])
        assert complaints == []


def test_a_day_that_hangs_on_one_of_an_undecided_year_is_provisional_too(browser: Browser) -> None:
    portal, day = context(holidays=(LATER,)), date(2027, 12, 20)
    wanted = following(DeadlineEvent.REQUEST, day, portal.law, portal.standing.calendar)
    assert [one.provisional for one in wanted] == [(2027,)] * 4
    assert wanted[2].due.year == wanted[1].due.year == 2028
    with visit(browser, site_of(portal)) as (opened, _):
        opened.goto(f"{HOST}{ADDRESS}?event=permohonan&day={day}")
        expect(opened.locator(".hitung-hasil > li")).to_have_count(4)
        told = opened.locator(".hitung-hasil .lencana-peringatan").all_text_contents()
        assert [re.findall(r"\d{4}", one) for one in told] == [["2027"]] * 4


def test_the_calculator_works_with_the_keyboard_and_says_what_it_found(
    site: dict[str, bytes], browser: Browser
) -> None:
    with visit(browser, site, width=320) as (opened, complaints):
        opened.goto(f"{HOST}{ADDRESS}")
        opened.get_by_label("Apa yang terjadi?").focus()
        opened.keyboard.type("Keberatan")
        opened.get_by_label("Tanggal peristiwanya").fill("2026-05-13")
        opened.keyboard.press("Enter")
        expect(opened.locator("[role=status]")).to_have_text("2 batas waktu sejak Rabu, 13 Mei 2026.")
        assert opened.url.endswith("?event=keberatan&day=2026-05-13")
        opened.locator(".hitung-hasil summary").first.focus()
        opened.keyboard.press("Enter")
        expect(opened.get_by_text("tidak dihitung: Cuti Bersama Kenaikan Yesus Kristus").first).to_be_visible()
        assert complaints == []


def test_without_the_table_the_reader_is_sent_to_the_tables_on_the_page(
    site: dict[str, bytes], browser: Browser
) -> None:
    less = {path: content for path, content in site.items() if not path.startswith("/data/")}
    with visit(browser, less) as (opened, _):
        opened.goto(f"{HOST}{ADDRESS}?event=permohonan&day=2026-03-02")
        expect(opened.locator("[role=status]")).to_contain_text("Gunakan tabel di bawah ini")
        opened.locator("summary", has_text="Tabel: Permohonan").click()
        expect(opened.locator("table").first).to_be_visible()


def test_without_a_script_the_tables_serve(site: dict[str, bytes], browser: Browser) -> None:
    with visit(browser, site, scripts=False) as (opened, complaints):
        opened.goto(f"{HOST}{ADDRESS}")
        expect(opened.locator(".hitung form")).to_be_hidden()
        opened.locator("summary", has_text="Tabel: Permohonan").click()
        expect(opened.get_by_role("row", name=re.compile(r"^16 Maret 2026")).first).to_contain_text("7 April 2026")
        assert complaints == []
