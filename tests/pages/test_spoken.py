"""An announcement in the forms in which warnings travel."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.model.pages.page import Link, Links
from ppidgen.pages.news.spoken import WORDS_A_MINUTE, radio_script, warning
from ppidgen.pages.parts.sharing import LONGEST_MESSAGE
from ppidgen.pages.parts.validity import period
from tests.pages.portals import blocks, files, page, rich

PORTAL = rich()
WARNING = PORTAL.portal.announcements[0]


def with_instruction(text: str) -> tuple[str, str]:
    one = WARNING.model_copy(update={"instruction": text})
    return warning(PORTAL, one), radio_script(PORTAL, one)


@given(st.lists(st.sampled_from(["Jauhi sungai.", "Siapkan tas siaga.", "Mengungsilah"]), max_size=200).map(" ".join))
def test_however_long_the_instruction_the_message_fits_and_the_script_takes_a_minute(text: str) -> None:
    shared, said = with_instruction(text)
    assert len(shared) <= LONGEST_MESSAGE + 1
    assert "112" in shared
    assert shared.endswith(f"/pengumuman/{WARNING.id}/")
    assert len(said.split()) <= WORDS_A_MINUTE
    assert said.endswith("satu satu dua.")


def test_a_speaker_never_stops_within_a_sentence() -> None:
    _, said = with_instruction("Jauhi sungai. " * 80 + "Kalimat yang tidak muat")
    assert "Kalimat yang" not in said
    assert "Jauhi sungai. " in said


def test_a_warning_that_is_past_is_not_spread_and_its_text_begins_by_saying_so() -> None:
    shown = page(PORTAL, "/pengumuman/lama/")
    assert [link.address for block in blocks(shown, Links) for link in block.items] == ["/pengumuman/lama/teks.txt"]
    text = files(PORTAL)["pengumuman/lama/teks.txt"].decode("utf-8-sig")
    assert text.startswith("MASA BERLAKU PENGUMUMAN INI TELAH LEWAT\n\n")


def test_what_is_still_to_come_tells_its_days() -> None:
    (later,) = PORTAL.standing.upcoming
    days = period(PORTAL, later)
    assert f"Berlaku: {days}" in warning(PORTAL, later)
    assert f"Peringatan ini berlaku {days}." in radio_script(PORTAL, later)


def test_the_page_offers_the_text_and_the_warning() -> None:
    address = f"/pengumuman/{WARNING.id}/"
    links: list[Link] = [link for block in blocks(page(PORTAL, address), Links) for link in block.items]
    (share,) = [link for link in links if link.address.startswith("https://wa.me/")]
    assert parse_qs(urlsplit(share.address).query)["text"] == [warning(PORTAL, WARNING)]
    assert WARNING.title.upper() in files(replace(PORTAL))[f"{address[1:]}teks.txt"].decode("utf-8-sig")
