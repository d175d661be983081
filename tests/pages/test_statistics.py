"""The numbers of the service as tables and charts that say the same."""

from collections.abc import Sequence
from datetime import date
from json import loads
from typing import Any

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import ApplicantKind, ChannelKind, Decision
from ppidgen.model.pages.chart import Chart
from ppidgen.model.pages.page import Figures, Grid, Text
from ppidgen.model.records.cases import ObjectionCase, RequestCase
from tests.pages.portals import blocks, context, files, flat, page, rich


def tables(portal: Context) -> dict[str, Grid]:
    return {grid.caption: grid for grid in blocks(page(portal, "/statistik/"), Grid)}


def requests(count: int, *, start: int = 0, **values: Any) -> tuple[RequestCase, ...]:
    shared = {"kind": "permohonan", "received": date(2025, 3, 3), "decision": Decision.GRANTED, **values}
    return tuple(RequestCase.model_validate({"id": f"p-{start + number}", **shared}) for number in range(count))


def test_the_register_speaks_for_its_years_and_reports_for_the_others() -> None:
    table = tables(rich())["Angka layanan informasi publik"]
    assert table.head == ("Ukuran", "2026", "2025", "2024")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Permohonan diterima"] == ("0", "13", "900")
    assert rows["Rata-rata waktu pemenuhan (hari kerja)"] == ("–", "3,8", "–")
    assert rows["Permohonan sengketa ke Komisi Informasi"] == ("1", "0", "–")
    assert (
        "Dihitung dari register perkara: 2026, 2025. Diambil dari laporan layanan: 2024. "
        "Tahun 2026 belum berakhir, jadi angkanya belum setahun penuh."
    ) in [block.text for block in blocks(page(rich(), "/statistik/"), Text)]
    assert table.numeric == (1, 2, 3)


def test_every_chart_stands_right_before_a_table_of_the_same_numbers() -> None:
    email = requests(7, channel=ChannelKind.EMAIL, notified="2025-03-05", given="2025-03-06")
    desk = requests(7, start=10, channel=ChannelKind.DESK, notified="2025-03-07", given="2025-03-07")
    portal = context(cases=(*email, *desk))
    found = [block for block in flat(page(portal, "/statistik/").blocks) if isinstance(block, Chart | Grid)]
    charts = [place for place, block in enumerate(found) if isinstance(block, Chart)]
    assert len(charts) >= 4
    for place in charts:
        chart, table = found[place], found[place + 1]
        assert isinstance(chart, Chart)
        assert isinstance(table, Grid)
        assert (chart.title, table.folded) == (table.caption, True)
        drawn = [(group.label, *(bar.shown for bar in group.bars)) for group in chart.groups]
        # A mean is drawn alone; the table adds of how many requests it is.
        columns = 2 if table.head[-1] == "Dihitung dari (permohonan)" else len(table.head)
        assert drawn == [tuple(cell for cell in row[:columns] if cell != "–") for row in table.rows]
        bars = [bar for group in chart.groups for bar in group.bars]
        assert all(bar.value == float(bar.shown.replace(".", "").replace(",", ".")) for bar in bars)


def test_a_single_number_is_told_and_not_drawn() -> None:
    portal = context(cases=requests(7, channel=ChannelKind.EMAIL))
    caption = "Permohonan menurut kanal, 2025"
    (told,) = [
        one
        for one in flat(page(portal, "/statistik/").blocks)
        if isinstance(one, Chart | Grid) and caption in {getattr(one, "caption", ""), getattr(one, "title", "")}
    ]
    assert isinstance(told, Grid)
    assert (told.rows, told.folded) == ((("Surel", "7"),), False)


def test_small_groups_are_put_together() -> None:
    email = requests(6, channel=ChannelKind.EMAIL, applicant=ApplicantKind.PERSON)
    post = requests(1, start=10, channel=ChannelKind.POST, applicant=ApplicantKind.PROXY)
    desk = requests(4, start=20, channel=ChannelKind.DESK, applicant=ApplicantKind.PERSON)
    found = tables(context(cases=(*email, *post, *desk)))
    assert found["Permohonan menurut kanal, 2025"].rows == (("Surel", "6"), ("Lainnya", "5"))
    assert "Permohonan menurut jenis pemohon, 2025" not in found
    assert '"Kuasa"' not in files(context(cases=(*email, *post, *desk)))["data/statistik.json"].decode()


def test_the_headline_says_how_many_notices_came_in_time() -> None:
    late = requests(1, start=10, notified="2025-05-05", given="2025-05-05")
    portal = context(cases=(*requests(3, notified="2025-03-05", given="2025-03-06"), *late))
    (figures,) = blocks(page(portal, "/statistik/"), Figures)
    assert ("75", "persen pemberitahuan tertulis tepat waktu") in [(one.value, one.label) for one in figures.items]


def test_a_hundred_per_cent_in_time_leaves_no_notice_out() -> None:
    late = requests(1, start=300, notified="2025-05-05", given="2025-05-05")
    portal = context(cases=(*requests(299, notified="2025-03-05", given="2025-03-06"), *late))
    (figures,) = blocks(page(portal, "/statistik/"), Figures)
    assert "99" in [one.value for one in figures.items]


def test_a_year_that_is_not_over_is_said_to_be_no_whole_year() -> None:
    running = "Tahun 2026 belum berakhir"
    assert running not in repr(page(context(cases=requests(2)), "/statistik/"))
    now = RequestCase.model_validate({"id": "p-1", "kind": "permohonan", "received": "2026-03-02"})
    assert running in repr(page(context(cases=(now,)), "/statistik/"))


def test_the_open_data_gives_the_numbers_of_the_page() -> None:
    text = files(rich())["data/statistik.json"].decode()
    for written in ('"tahun": 2025', '"jumlah_permintaan": 13', '"sumber": "register"', '"jumlah_permintaan": 900'):
        assert written in text


def test_no_chart_is_drawn_of_nothing() -> None:
    empty = page(context(), "/statistik/")
    assert blocks(empty, Chart) + blocks(empty, Grid) == []


def lasting(days: Sequence[int], *, start: int, **values: Any) -> tuple[RequestCase, ...]:
    """Make requests that took so many days each, all within one week of work."""
    given = [{"notified": date(2025, 3, 3 + one), "given": date(2025, 3, 3 + one)} for one in days]
    return tuple(requests(1, start=start + place, **values, **one)[0] for place, one in enumerate(given))


def test_means_are_told_by_channel_and_unit_and_never_of_few() -> None:
    email = lasting((1, 1, 2, 2, 4), start=0, channel=ChannelKind.EMAIL, unit="dinkes")
    desk = lasting((1, 1, 1, 1, 1, 2), start=10, channel=ChannelKind.DESK)
    post = lasting((4, 4), start=30, channel=ChannelKind.POST)
    portal = context(cases=(*email, *desk, *post))
    table = tables(portal)["Rata-rata waktu pemenuhan menurut kanal, 2025"]
    assert table.head == ("Kanal", "Rata-rata waktu pemenuhan (hari kerja)", "Dihitung dari (permohonan)")
    assert table.rows == (("Meja layanan", "1,2", "6"), ("Lainnya", "2,6", "7"))
    assert '"rata_rata_hari_kerja": 1.2' in files(portal)["data/statistik.json"].decode()


def test_the_working_days_of_several_years_stand_side_by_side() -> None:
    before = lasting((1, 2, 3), start=0)
    after = requests(2, start=10, received="2026-02-02", notified="2026-02-03", given="2026-02-03")
    table = tables(context(cases=(*before, *after)))["Permohonan menurut waktu pemenuhan per tahun"]
    assert [row[:3] for row in table.rows] == [("2025", "1", "2"), ("2026", "2", "0")]


def objections(count: int, ground: str, *, start: int, year: int = 2025) -> tuple[ObjectionCase, ...]:
    shared = {"kind": "keberatan", "received": date(year, 5, 5), "ground": ground}
    return tuple(ObjectionCase.model_validate({"id": f"k-{start + number}", **shared}) for number in range(count))


def test_grounds_of_few_objections_are_not_told() -> None:
    few = tables(context(cases=objections(3, "a", start=0)))
    assert "Keberatan menurut alasannya" not in few
    many = tables(
        context(cases=(*objections(6, "a", start=0), *objections(2, "g", start=10), *objections(3, "c", start=20)))
    )
    assert [row[1] for row in many["Keberatan menurut alasannya"].rows] == ["6", "5"]


def test_what_one_year_hides_is_not_the_sum_of_all_years_less_the_others() -> None:
    before = (*objections(6, "a", start=0), *objections(2, "g", start=10), *objections(3, "c", start=20))
    after = (*objections(5, "a", start=30, year=2026), *objections(7, "g", start=40, year=2026))
    portal = context(cases=(*before, *after))
    shown = {str(row[0])[:12]: row[1] for row in tables(portal)["Keberatan menurut alasannya"].rows}
    assert shown == {"Permintaan i": "11", "Informasi di": "7", "Lainnya": "5"}
    told = {year["tahun"]: year["alasan_keberatan"] for year in loads(files(portal)["data/statistik.json"])["tahun"]}
    assert [one["jumlah"] for one in told[2026]] == [7, 5]
    assert [one["jumlah"] for one in told[2025]] == [6, 5]
