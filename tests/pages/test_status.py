"""What a receipt code opens, what the board counts and what answered requests: never a single request by name."""

import json
from datetime import date
from typing import Any

from ppidgen.model.pages.lookup import Lookup
from ppidgen.model.pages.page import Grid, Link, Notice
from ppidgen.model.records.body import Site
from ppidgen.model.records.cases import RequestCase
from ppidgen.pages.service.status import data_files, digest, salt
from tests.pages.portals import blocks, context, entry, files, page, pages, rich

CODE = "M4TR-8YQN-2CKE"


def request(**values: Any) -> RequestCase:
    shared = {"id": "p-1", "kind": "permohonan", "received": date(2026, 3, 9), "receipt": CODE, "subject": "Anggaran"}
    return RequestCase.model_validate({**shared, **values})


def test_a_code_opens_the_state_and_days_and_nothing_else() -> None:
    portal = context(cases=(request(unit="dinkes", owner="PPID", complete="2026-03-10"),))
    path = f"layanan/lacak/keadaan/{digest(salt(portal), CODE)}.json"
    assert json.loads(files(portal)[path]) == {
        "state": "Lengkap, sedang diproses",
        "days": [["Diterima", "2026-03-09"], ["Dinyatakan lengkap", "2026-03-10"],
                 ["Batas jawaban menurut peraturan", "2026-03-30"]],
        "as_of": "2026-03-16",
    }  # fmt: skip


def test_the_code_itself_stands_nowhere_and_no_page_leads_to_its_file() -> None:
    portal = rich()
    said = repr(list(pages(portal).values()))
    name = digest(salt(portal), CODE)
    assert any(name in path for path in files(portal))
    assert name not in said
    assert CODE not in said
    assert [path for path, content in files(portal).items() if CODE.encode() in content] == []
    assert name.encode() not in files(portal)["sitemap.xml"]


def test_case_and_hyphens_of_a_code_do_not_count_and_two_portals_differ() -> None:
    assert digest("a", CODE) == digest("a", CODE.lower().replace("-", " "))
    assert digest("a", CODE) != digest("b", CODE)


def test_a_code_that_two_cases_share_makes_one_file() -> None:
    portal = context(cases=(request(), request(id="p-2", receipt=CODE.lower())))
    assert len(list(data_files(portal))) == 1


def test_the_look_up_says_what_to_do_without_a_script() -> None:
    (lookup,) = blocks(page(rich(), "/layanan/lacak/"), Lookup)
    assert lookup.folder == "/layanan/lacak/keadaan/"
    assert "hubungi kami" in lookup.without_script


def test_the_board_is_published_only_where_the_portal_asks_for_it() -> None:
    portal = context(cases=(request(),))
    assert "/laporan/papan-layanan/" not in pages(portal)
    shown = page(context(cases=(request(unit="dinkes"),), site=Site(title="P", board=True)), "/laporan/papan-layanan/")
    assert not shown.index
    (table,) = blocks(shown, Grid)
    assert table.rows[0][:4] == ("dinkes", "0", "0", "1")
    assert table.rows[0][4].text == "Hijau: masih dalam waktu"
    assert "'p-1'" not in repr(shown)


def test_a_board_without_open_cases_says_so() -> None:
    shown = page(context(site=Site(title="P", board=True)), "/laporan/papan-layanan/")
    assert blocks(shown, Notice)[0].title == "Tidak ada perkara terbuka"


def test_answered_requests_are_told_by_what_is_published_now() -> None:
    granted = {"decision": "dikabulkan-seluruhnya", "notified": "2026-03-10", "answered_by": "lkpd"}
    cases = (request(**granted), request(id="p-2", **{**granted, "answered_by": "gone"}))
    (table,) = blocks(page(context(cases=cases, information=(entry("lkpd", "LKPD"),)), "/permohonan-terjawab/"), Grid)
    assert table.rows == ((Link("LKPD", "/informasi/lkpd/"), "2026"),)
