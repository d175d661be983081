"""How to ask, to object and to dispute, with the periods of the law."""

from datetime import date

import pytest

from ppidgen.model.elements.vocabulary import ChannelKind
from ppidgen.model.pages.page import Cards, Facts, Grid, Link, Notice, Page, Section, Steps, Text
from ppidgen.model.records.body import Channel
from ppidgen.model.records.cases import DisputeCase
from ppidgen.pages.addresses.menu import TRAILS
from ppidgen.pages.service.services import deadline_time
from tests.pages.portals import BODY, blocks, context, law, page, rich, unit

CHANNELS = "Alamat, jam, dan waktu balas tiap kanal"


def table(shown: Page, caption: str) -> Grid:
    grids: list[Grid] = blocks(shown, Grid)
    return next(one for one in grids if one.caption == caption)


def deadlines(address: str) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in table(page(rich(), address), "Batas waktu tiap langkah").rows]


def test_the_request_page_gives_the_periods_of_the_law() -> None:
    rows = deadlines("/layanan/permohonan/")
    assert [(name, time) for name, _, time, _ in rows] == [
        ("Pemeriksaan kelengkapan permohonan", "3 hari kerja"),
        ("Perbaikan permohonan yang belum lengkap", "3 hari kerja"),
        ("Pemberitahuan tertulis", "10 hari kerja"),
        ("Perpanjangan waktu pemberitahuan", "7 hari kerja"),
    ]
    assert rows[2][3] == "UU KIP Pasal 22(7); Perki 1/2021 Pasal 31(3); Perki 1/2021 Pasal 34(3)"


def test_the_request_page_says_at_a_glance_when_for_how_much_and_what_if_it_is_refused() -> None:
    glance = {row.label: row for row in blocks(page(rich(), "/layanan/permohonan/"), Facts)[0].rows}
    assert "sepuluh hari kerja" in glance["Kapan dijawab"].values[0]
    assert glance["Kapan dijawab"].citation == "UU KIP Pasal 22(7); UU KIP Pasal 22(8)"
    assert glance["Biaya"].values[-1] == Link("Standar biaya", "/layanan/biaya/")
    assert glance["Bila ditolak atau tidak dijawab"].values == (Link("Ajukan keberatan", "/layanan/keberatan/"),)


def test_every_service_has_its_card_on_the_page_of_services_once() -> None:
    cards = [card.link.address for each in blocks(page(rich(), "/layanan/"), Cards) for card in each.items]
    assert sorted(cards) == sorted(node.address for node in TRAILS["/layanan/"][-1].children)


@pytest.mark.parametrize(("code", "time"), [("R01", "6 bulan"), ("R03", "Seketika"), ("R14", "30 tahun")])
def test_a_period_is_written_in_its_own_unit(code: str, time: str) -> None:
    assert deadline_time(rich(), law().deadlines[code]) == time


def test_the_objection_page_gives_its_periods_grounds_and_superior() -> None:
    assert [row[2] for row in deadlines("/layanan/keberatan/")] == ["30 hari kerja", "30 hari kerja"]
    shown = page(rich(), "/layanan/keberatan/")
    grounds = table(shown, "Alasan yang dapat dipakai untuk mengajukan keberatan")
    assert [str(row[0])[:3] for row in grounds.rows] == [f"{letter}. " for letter in "abcdefg"]
    assert [row[1] for row in grounds.rows] == ["tidak"] + ["ya"] * 6
    superior = next(one for one in blocks(shown, Section) if one.title == "Diajukan kepada")
    assert superior.blocks[0].rows[0].values == ("Ani, Sekretaris Daerah",)


def test_the_dispute_page_gives_its_periods_and_the_competent_commission() -> None:
    times = [row[2] for row in deadlines("/layanan/sengketa/")]
    settling = ["14 hari kerja", "14 hari kerja", "14 hari kerja", "7 hari kerja", "100 hari kerja"]
    in_court = ["14 hari kerja", "14 hari kalender"]  # a lawsuit, and cassation, for which the law says "hari"
    assert times == settling + in_court
    commission = next(
        one
        for one in blocks(page(rich(), "/layanan/sengketa/"), Section)
        if one.title == "Komisi Informasi yang berwenang"
    )
    assert commission.blocks[0].rows[0].values == ("Komisi Informasi Provinsi Contoh",)


def test_without_a_named_commission_the_rule_of_competence_is_told() -> None:
    shown = page(context(), "/layanan/sengketa/")
    section = next(one for one in blocks(shown, Section) if one.title == "Komisi Informasi yang berwenang")
    assert "kabupaten atau kota" in section.blocks[0].text
    assert section.blocks[1].tone == "kosong"


def test_the_disputes_are_listed_from_the_newest_with_their_public_facts() -> None:
    closed = DisputeCase(
        id="s-1", kind="sengketa", received=date(2026, 1, 5), register_number="012/KI", unit="dinas",
        objection="k-1", stage="mediasi", closed=date(2026, 2, 6), outcome="Sepakat.",
    )  # fmt: skip
    new = DisputeCase(id="s-2", kind="sengketa", received=date(2026, 3, 2), stage="ajudikasi")
    portal = context(cases=(closed, new), units=(unit("dinas", "Dinas Contoh"),))
    grid = table(page(portal, "/layanan/sengketa/"), "Sengketa informasi yang melibatkan kami, dari yang terbaru")
    assert grid.head == ("Nomor register", "Unit", "Didaftarkan", "Tahap", "Selesai", "Hasil")
    assert grid.row_heading == 0
    assert grid.rows == (
        ("Belum bernomor", "–", "2 Maret 2026", "Ajudikasi", "–", "–"),
        ("012/KI", "Dinas Contoh", "5 Januari 2026", "Mediasi", "6 Februari 2026", "Sepakat."),
    )


def test_without_disputes_the_page_says_that_there_are_none() -> None:
    section = next(
        one for one in blocks(page(context(), "/layanan/sengketa/"), Section) if one.title == "Daftar sengketa"
    )
    assert section.blocks == (Text("Belum ada sengketa informasi yang tercatat."),)


def test_a_missing_procedure_is_told_but_the_law_still_stands() -> None:
    shown = page(context(), "/layanan/permohonan/")
    assert [one.title for one in blocks(shown, Notice)][:2] == [
        "Ajukan permohonan dari sini",
        "Tata cara permohonan informasi: belum diterbitkan",
    ]
    assert table(shown, "Batas waktu tiap langkah").rows


def test_the_officers_own_steps_are_shown() -> None:
    (steps,) = blocks(page(rich(), "/layanan/permohonan/"), Steps)
    assert [step.title for step in steps.items] == ["Datang"]


def test_the_charter_shows_all_six_points() -> None:
    rows = [row for block in blocks(page(rich(), "/layanan/maklumat/"), Facts) for row in block.rows]
    assert [row.citation[-1] for row in rows] == list("abcdef")
    assert [row.label for row in rows if not row.missing] == ["Biaya"]


def test_a_missing_charter_is_an_empty_node_with_its_ground() -> None:
    (notice,) = blocks(page(context(), "/layanan/maklumat/"), Notice)
    assert notice.title == "Maklumat pelayanan: belum diterbitkan"
    assert notice.citation.startswith("Perki 1/2021 Pasal 23(2)")


def test_the_fees_are_a_table_and_a_missing_way_to_pay_is_said() -> None:
    shown = page(rich(), "/layanan/biaya/")
    assert table(shown, "Biaya penyalinan").rows == (("Fotokopi", "lembar", "Rp300"),)
    facts = {row.label: row for block in blocks(shown, Facts) for row in block.rows}
    assert facts["Cara pembayaran"].missing
    assert facts["Cara pembayaran"].citation == "Perki 1/2021 Pasal 38(2)"


def test_the_seven_standards_are_each_present_or_missing() -> None:
    rows = table(page(rich(), "/layanan/standar/"), "Tujuh standar layanan").rows
    assert [row[1] for row in rows] == ["Belum diterbitkan", "Sudah diterbitkan", *["Belum diterbitkan"] * 5]
    assert Link("Standar Permintaan Informasi Publik", "/layanan/standar/w02/") in rows[1]
    assert page(rich(), "/layanan/standar/w02/").title == "Standar permintaan"


def test_hours_say_their_time_zone_and_when_the_desk_is_closed() -> None:
    (hours,) = blocks(page(rich(), "/layanan/waktu/"), Grid)
    assert hours.caption == "Jam layanan (WIB)"
    assert [row[1] for row in hours.rows] == ["08.00–16.00", "Tutup"]


def test_complaints_go_to_their_own_channels() -> None:
    channels = table(page(rich(), "/layanan/pengaduan/"), CHANNELS)
    ways = {name: way.address for name, way, *_ in channels.rows if isinstance(way, Link)}
    assert ways == {"SP4N-LAPOR!": "https://www.lapor.go.id", "112": "tel:112"}


def test_a_channel_without_an_address_of_its_own_is_told_with_that_of_its_site() -> None:
    lapor = Channel(kind=ChannelKind.LAPOR, name="SP4N-LAPOR!", link="https://www.lapor.go.id/")
    body = BODY.model_copy(update={"channels": (lapor,)})
    (row,) = table(page(context(body=body), "/layanan/pengaduan/"), CHANNELS).rows
    assert row[:2] == ("SP4N-LAPOR!", Link("www.lapor.go.id", "https://www.lapor.go.id/"))


def test_a_channel_opens_with_one_press() -> None:
    channels = table(page(rich(), "/layanan/kanal/"), CHANNELS)
    assert channels.head == ("Kanal", "Alamat atau nomor", "Untuk apa", "Jam layanan", "Dibalas")
    way = Link("ppid@contoh.go.id", "mailto:ppid@contoh.go.id")
    assert channels.rows == (("Surel PPID", way, "–", "–", "satu hari kerja"),)


def test_a_superior_that_is_not_named_is_said_to_be_missing() -> None:
    shown = page(context(body=BODY), "/layanan/keberatan/")
    assert "Nama atasan PPID belum diisi" in [one.title for one in blocks(shown, Notice)]
