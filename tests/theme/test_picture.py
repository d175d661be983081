"""The pictures by which pages are shown where they are linked to."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ppidgen.model.pages.share import Picture
from ppidgen.theme import built_in, load
from ppidgen.theme.picture import ACROSS, HEIGHT, MORE, SHADES, WIDTH, Painter, broken, fitting

THEME = load(built_in("baku"))
BLUE = "#0a489f"
PAINTER = Painter(THEME.files[THEME.picture_font], BLUE)


def seen(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(PAINTER.draw(picture)))


def test_a_picture_has_the_size_that_networks_ask_for_and_is_small() -> None:
    content = PAINTER.draw(Picture("/x.png", "Laporan Keuangan 2024", "Informasi Berkala · 2024", "Kabupaten Contoh"))
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(content) < 30_000


def test_a_picture_is_made_of_shades_between_the_colour_of_the_portal_and_white() -> None:
    picture = seen(Picture("/x.png", "Judul", "Golongan", "Badan")).convert("RGB")
    assert picture.getpixel((5, 5)) == (0x0A, 0x48, 0x9F)
    assert picture.getpixel((5, HEIGHT - 5)) == (255, 255, 255)
    assert len(picture.getcolors() or ()) <= SHADES


def test_the_same_words_give_the_same_bytes_and_others_give_others() -> None:
    one, other = Picture("/a.png", "Laporan 2024"), Picture("/a.png", "Laporan 2025")
    again = Painter(THEME.files[THEME.picture_font], BLUE)
    assert PAINTER.draw(one) == again.draw(one) != PAINTER.draw(other)


@settings(max_examples=3)
@given(st.text(max_size=400), st.text(max_size=200))
def test_whatever_the_title_there_is_a_picture_with_clean_edges(title: str, foot: str) -> None:
    picture = seen(Picture("/x.png", title, title, foot)).convert("RGB")
    for left in (0, WIDTH - 40):
        colours = picture.crop((left, 0, left + 40, HEIGHT)).getcolors() or ()
        assert {colour for _, colour in colours} == {(0x0A, 0x48, 0x9F), (255, 255, 255)}


def test_letters_that_the_typeface_lacks_are_left_out_rather_than_drawn_as_boxes() -> None:
    assert PAINTER.draw(Picture("/x.png", "Huruf ꦗꦮ dan ﬁ")) == PAINTER.draw(Picture("/x.png", "Huruf dan fi"))


@pytest.mark.parametrize("title", ["Satu dua tiga empat lima enam tujuh", "Pertanggungjawaban" * 8, ""])
def test_a_title_is_broken_at_its_spaces_and_loses_no_word(title: str) -> None:
    font = PAINTER._font(88)
    lines = list(broken(title, font))
    assert " ".join(lines) == title
    assert all(font.getlength(fitting(line, font)) <= ACROSS for line in lines)


@given(st.text("iwM. é", min_size=60, max_size=400).map(str.strip))
def test_a_line_is_cut_no_sooner_than_it_must_be(line: str) -> None:
    font = PAINTER._font(44)
    cut = fitting(line, font)
    assert font.getlength(cut) <= ACROSS
    if cut != line:
        kept = cut.removesuffix(MORE)
        left = line[len(kept) :]
        assert line.startswith(kept)
        assert font.getlength(f"{kept}{left[: len(left) - len(left.lstrip()) + 1]}{MORE}") > ACROSS
