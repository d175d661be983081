"""Whatever colour a body chooses, its portal can be read (WCAG 2.2 AA)."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ppidgen.theme import Theme, built_in, load
from ppidgen.theme.colour import contrast, normal, ramp, to_hex, to_oklch, tokens

BAKU = load(built_in("baku"))
TEXT, PART = 4.5, 3.0
WHITE = "#ffffff"

TEXTS = ("content-primary", "content-secondary", "content-tertiary", "primary-primary", "primary-hover")
GROUNDS = ("background-primary", "background-secondary", "primary-tint")

# What lies on what in the style sheet: foreground, background, least contrast.
PAIRS = [
    *[(text, ground, TEXT) for text in TEXTS for ground in GROUNDS],
    *[(tone, f"{tone}-tint", TEXT) for tone in ("positive", "warning", "negative", "info")],
    *[("content-primary", f"{tone}-tint", TEXT) for tone in ("positive", "warning", "negative", "info")],
    *[("content-secondary", f"{tone}-tint", TEXT) for tone in ("positive", "warning", "negative", "info")],
    *[("primary-primary", f"{tone}-tint", TEXT) for tone in ("positive", "warning", "negative", "info")],
    ("content-primary", "background-tertiary", TEXT),
    ("negative", "background-primary", TEXT),
    ("primary-on", "primary-primary", TEXT),
    ("primary-on", "primary-hover", TEXT),
    ("primary-band-content", "primary-band", TEXT),
    ("primary-band", "primary-band-content", TEXT),
    ("alert-content", "alert", TEXT),
    ("focus-content", "focus", TEXT),
    ("stroke-secondary", "background-primary", PART),
    ("focus", "primary-band", PART),
]  # fmt: skip

hexes = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(hexes)
@example("#ffffff")
@example("#000000")
@example("#ffff00")
@example("#00ff00")
@example("#777777")
@example("#0000ff")
def test_every_pair_of_colours_can_be_read_whatever_the_brand(brand: str) -> None:
    for mode, values in tokens(brand, BAKU.palette).items():
        faint = {
            (mode, text, ground): round(contrast(values[text], values[ground]), 2)
            for text, ground, least in PAIRS
            if contrast(values[text], values[ground]) < least
        }
        assert faint == {}
        assert contrast(WHITE, values["primary-band"]) >= TEXT
        assert contrast(WHITE, values["primary-band-stroke"]) >= TEXT


@given(hexes)
def test_the_ramp_goes_from_pale_to_dark(brand: str) -> None:
    lightness = [to_oklch(step).lightness for step in ramp(brand).values()]
    assert lightness == sorted(lightness, reverse=True)
    assert len(lightness) == 11


@given(hexes)
def test_a_colour_survives_the_way_there_and_back(colour: str) -> None:
    there = to_hex(to_oklch(colour))
    assert all(abs(int(colour[at : at + 2], 16) - int(there[at : at + 2], 16)) <= 2 for at in (1, 3, 5))


def test_a_readable_brand_colour_is_kept_as_it_is() -> None:
    assert tokens("#0956c3", BAKU.palette)["light"]["primary-primary"] == "#0956c3"


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#196bcd", WHITE) == pytest.approx(5.2, abs=0.05)


def test_a_colour_is_read_in_each_usual_spelling_and_nonsense_falls_back() -> None:
    assert normal("#ABC", "#000000") == "#aabbcc"
    assert normal(" 0956C3 ", "#000000") == "#0956c3"
    assert [normal(text, "#123456") for text in ("", "merah", "#12345", "url(x)", "#0956c3;}")] == ["#123456"] * 5


def test_both_modes_name_the_same_colours(theme: Theme) -> None:
    assert theme.palette["light"].keys() == theme.palette["dark"].keys()
