"""The numbers of the service are shown; the cases behind them are not."""

import re

from ppidgen.model.pages.page import Facts, Notice, Rows
from tests.pages.portals import blocks, context, files, page, pages, rich


def test_no_single_request_or_objection_reaches_the_site() -> None:
    portal = rich()
    said = repr(list(pages(portal).values())) + repr(files(portal))
    ids = [case.id for case in portal.portal.cases]
    assert {"p-1", "p-2", "k-1", "s-1"} <= set(ids)
    traces = "|".join((*ids, "M4TR-8YQN-2CKE", "2025-03-03", "3 Maret 2025"))
    assert re.findall(rf"(?<![\w-])(?:{traces})(?![\w-])", said) == []


def test_a_dispute_is_named_on_the_page_of_disputes_alone() -> None:
    assert [at for at, shown in pages(rich()).items() if "REG-77" in repr(shown)] == ["/layanan/sengketa/"]
    assert "REG-77" not in repr(files(rich()))


def test_a_report_shows_its_parts_and_says_which_are_missing() -> None:
    shown = page(rich(), "/laporan/2025/")
    missing = [one for one in blocks(shown, Notice) if one.title == "Bagian ini belum diterbitkan"]
    assert len(missing) == 5
    assert missing[0].citation == "Perki 1/2021 Pasal 56(4)"
    facts = {row.label: row for block in blocks(shown, Facts) for row in block.rows}
    assert facts["Salinan disampaikan ke Komisi Informasi"].values == ("2 Maret 2026", "12/KI")


def test_a_report_that_was_not_sent_on_says_so() -> None:
    facts = {row.label: row for block in blocks(page(rich(), "/laporan/2024/"), Facts) for row in block.rows}
    assert facts["Salinan disampaikan ke Komisi Informasi"].missing
    assert facts["Salinan disampaikan ke Komisi Informasi"].citation == "Perki 1/2021 Pasal 56(3)"


def test_the_reports_are_listed_from_the_newest() -> None:
    (rows,) = blocks(page(rich(), "/laporan/"), Rows)
    assert [row.year for row in rows.rows] == ["2025", "2024"]


def test_without_numbers_the_node_is_shown_empty() -> None:
    (notice,) = blocks(page(context(), "/statistik/"), Notice)
    assert notice.title == "Statistik layanan: belum diterbitkan"
    assert notice.citation == "Perki 1/2021 Pasal 14(2) huruf e"
