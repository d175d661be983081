"""From one brand colour to every brand colour of the portal, each readable on what it lies on; pure.

Lightness is moved in OKLCH, where equal steps look equal; contrast is that of WCAG 2.2.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, cos, hypot, sin

TEXT = 4.5
LARGE = 7.0

# Lightness of the eleven steps, and how much of the brand's chroma each keeps: pale and dark ends carry less.
_STEPS: tuple[tuple[int, float, float], ...] = (
    (25, 0.985, 0.08), (50, 0.965, 0.16), (100, 0.93, 0.3), (200, 0.87, 0.5), (300, 0.785, 0.75), (400, 0.67, 0.95),
    (500, 0.55, 1.0), (600, 0.47, 0.95), (700, 0.385, 0.8), (800, 0.31, 0.62), (900, 0.235, 0.45),
)  # fmt: skip
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_NUDGE = 0.01
# Where the curve of sRGB turns into a straight line, before and after; and how far rounding may leave the screen.
_DARK_BELOW, _LINEAR_BELOW, _SLACK = 0.04045, 0.0031308, 0.0005


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour by lightness (0..1), chroma and hue (radians)."""

    lightness: float
    chroma: float
    hue: float


def tokens(brand: str, palette: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    """Give all colour tokens by mode ("light", "dark"): the palette's own and those that the brand colour yields."""
    steps = ramp(brand)
    return {
        "light": {**palette["light"], **steps, **_light(brand, steps, palette["light"])},
        "dark": {**palette["dark"], **steps, **_dark(brand, steps, palette["dark"])},
    }


def normal(colour: str, default: str) -> str:
    """Give a colour as "#rrggbb", or the default where the text is no colour."""
    found = _HEX.fullmatch(colour.strip())
    if not found:
        return default
    digits = found[1].lower()
    return "#" + (digits if len(digits) == len("rrggbb") else "".join(digit * 2 for digit in digits))


def ramp(brand: str) -> Mapping[str, str]:
    """Give the eleven steps of a brand colour, "primary-25" (palest) to "primary-900" (darkest)."""
    base = to_oklch(brand)
    return {f"primary-{step}": to_hex(Oklch(light, base.chroma * kept, base.hue)) for step, light, kept in _STEPS}


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """Move a colour away from its grounds, no further than needed, until it has the contrast on each of them."""
    ground = min(grounds, key=lambda each: contrast(colour, each))
    step = -_NUDGE if luminance(ground) > luminance("#777777") else _NUDGE
    shade = to_oklch(colour)
    while any(contrast(colour, each) < least for each in grounds) and 0 <= shade.lightness <= 1:
        shade = Oklch(shade.lightness + step, shade.chroma, shade.hue)
        colour = to_hex(shade)
    return colour


def _light(brand: str, steps: Mapping[str, str], palette: Mapping[str, str]) -> Mapping[str, str]:
    grounds = (*_grounds(palette), steps["primary-50"])
    main = readable(brand, grounds, TEXT)
    return {
        "primary-primary": main,
        "primary-hover": readable(main, grounds, LARGE),
        "primary-on": "#ffffff",
        "primary-tint": steps["primary-50"],
        "primary-band": readable(steps["primary-800"], ("#ffffff",), 9.0),
        "primary-band-content": readable(steps["primary-100"], (steps["primary-800"],), LARGE),
        "primary-band-stroke": steps["primary-600"],
    }


def _dark(brand: str, steps: Mapping[str, str], palette: Mapping[str, str]) -> Mapping[str, str]:
    band = readable(steps["primary-900"], ("#ffffff",), 12.0)
    tint = to_hex(Oklch(0.29, to_oklch(brand).chroma * 0.3, to_oklch(brand).hue))
    grounds = (*_grounds(palette), tint)
    main = readable(steps["primary-300"], grounds, TEXT)
    return {
        "primary-primary": main,
        "primary-hover": readable(main, grounds, LARGE),
        "primary-on": readable("#0d1117", (main,), TEXT),
        "primary-tint": tint,
        "primary-band": band,
        "primary-band-content": readable(steps["primary-100"], (band,), LARGE),
        "primary-band-stroke": steps["primary-700"],
    }


def _grounds(palette: Mapping[str, str]) -> tuple[str, ...]:
    """Give every ground of the palette on which a link may lie."""
    plain = (palette["background-primary"], palette["background-secondary"])
    return plain + tuple(value for name, value in palette.items() if name.endswith("-tint"))


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _uncompressed(red), _uncompressed(green), _uncompressed(blue)


def _uncompressed(channel: float) -> float:
    return channel / 12.92 if channel <= _DARK_BELOW else ((channel + 0.055) / 1.055) ** 2.4


def _compressed(channel: float) -> float:
    return channel * 12.92 if channel <= _LINEAR_BELOW else 1.055 * channel ** (1 / 2.4) - 0.055


def to_oklch(colour: str) -> Oklch:
    """Read "#rrggbb" as lightness, chroma and hue."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, hypot(a, b), atan2(b, a))


def to_hex(colour: Oklch) -> str:
    """Write a colour as "#rrggbb"; chroma is given up until the screen can show it."""
    lightness, chroma = min(max(colour.lightness, 0.0), 1.0), colour.chroma
    channels = _channels(lightness, chroma, colour.hue)
    while chroma > _NUDGE / 10 and not all(-_SLACK <= channel <= 1 + _SLACK for channel in channels):
        chroma *= 0.95
        channels = _channels(lightness, chroma, colour.hue)
    return "#" + "".join(f"{round(_compressed(min(max(channel, 0.0), 1.0)) * 255):02x}" for channel in channels)


def _channels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
