"""Documents that hold too little, or too often the same, for all that is claimed by them."""

from dataclasses import replace

from ppidgen.model.rubrics.scorecard import UNMET
from tests.scoring.portals import ONLY, answer_of, documents, entry, found, law, lkpd, lra, own, scored


def test_one_page_that_claims_every_duty_carries_ten_of_four_headings_at_most() -> None:
    codes = tuple(one.code for one in law().duties.values() if one.is_leaf and one.code[0] in "BS" and one.weight)
    card = scored("perki-1-2021", information=(entry(duties=codes, documents=documents("a.pdf")),), facts=ONLY)
    met = {one.criterion.id for one in card.answers if one.proofs and "informasi" in {p.register for p in one.proofs}}
    assert {code.partition(".")[0] for code in met} <= {"B01", "B02", "B03", "B04"}
    assert len(met) <= 10


def test_twenty_entries_that_share_one_page_carry_no_more_than_the_page() -> None:
    codes = [f"S{number:02}" for number in (4, 5, 6, 7, 8, 9, 11, 12, 13, 14)]
    entries = tuple(
        entry(number, duties=(code,), documents=documents("a.pdf")) for number, code in enumerate(codes, start=1)
    )
    card = scored("perki-1-2021", information=entries, facts=ONLY)
    assert sum(1 for code in codes if answer_of(card, code).ends != UNMET) == 4


def test_the_same_file_is_not_of_two_years() -> None:
    entries = tuple(
        entry(year, title=f"Laporan Realisasi Anggaran {year}", year=str(year), documents=documents("a.pdf"))
        for year in (2024, 2025)
    )
    card = scored("banjarnegara-opd-2026", information=entries, facts=ONLY)
    assert lra(card) == 0


def test_a_document_that_shows_nothing_proves_nothing() -> None:
    assert own("B04.a", information=(lkpd(),), facts=ONLY) == [1, 1, 1]
    empty = tuple(replace(one, blank=True) for one in ONLY)
    assert own("B04.a", information=(lkpd(),), facts=empty) == [0, 0, 0]


def test_three_hundred_empty_pages_with_one_word_carry_no_more_than_a_page() -> None:
    codes = tuple(one.code for one in law().duties.values() if one.is_leaf and one.code[0] in "BS" and one.weight)
    few, many = (
        scored("perki-1-2021", information=(entry(duties=codes, documents=documents("a.pdf")),), facts=(one,))
        for one in (found("a.pdf", pages=300, letters=7), found("a.pdf", pages=300, letters=300 * 1500))
    )
    assert sum(1 for one in few.answers if one.proofs) + 20 < sum(1 for one in many.answers if one.proofs)


def test_a_document_that_was_saved_anew_is_not_of_another_year() -> None:
    entries = tuple(
        entry(year, title=f"Laporan Realisasi Anggaran {year}", year=str(year), documents=documents(f"{year}.pdf"))
        for year in (2024, 2025)
    )
    for pages, worth in ((0, 0), (3, 1)):  # of a scan only the picture tells what it is
        files = tuple(found(f"{year}.pdf", pages=3, scanned=pages, text_sha256="a" * 64) for year in (2024, 2025))
        assert lra(scored("banjarnegara-opd-2026", information=entries, facts=files)) == worth
