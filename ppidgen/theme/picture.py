"""The picture that messengers and networks show of a page: its title on the colour of the portal, 1200 by 630.

Pillow sets the letters and packs the PNG. All shades lie between the portal's colour and white, sixteen of them, so
that a picture takes four bits a pixel and some 15 kB. The same words give the same bytes with the same Pillow.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from itertools import islice

from PIL import Image, ImageDraw, ImageFont

from ppidgen.model.pages.share import Picture

WIDTH, HEIGHT = 1200, 630
EDGE, TOP = 80, 84
ACROSS = WIDTH - 2 * EDGE
# The strip at the foot, in which the name of the body stands, and the letters in it and above the title.
STRIP, SMALL = 112, 36
LOWEST = HEIGHT - STRIP - 62  # where the letters of a title's last line stand
# A title is set as large as it fits; one that does not even fit in the smallest letters is cut.
SIZES = (88, 78, 68, 58, 50, 44)
LEADING = 1.16
SHADES = 16
DARK, FAINT, LIGHT = 0, 215, 255
MORE = "…"
MISSING = "\uffff"  # no letter, so a typeface shows it as one that it does not have

Font = ImageFont.FreeTypeFont


class Painter:
    """Draws the pictures of one portal with one typeface and one colour, "#rrggbb"."""

    def __init__(self, typeface: bytes, colour: str) -> None:
        self._typeface = typeface
        self._palette = _shades(colour)
        self._fonts: dict[int, Font] = {}
        self._had: dict[str, bool] = {}

    def draw(self, picture: Picture) -> bytes:
        """Give a picture as PNG; letters that the typeface does not have are left out."""
        image = Image.new("L", (WIDTH, HEIGHT), DARK)
        canvas, small = ImageDraw.Draw(image), self._font(SMALL)
        canvas.rectangle((0, HEIGHT - STRIP, WIDTH, HEIGHT), LIGHT)
        foot = fitting(self._known(picture.foot), small)
        canvas.text((EDGE, HEIGHT - STRIP // 2), foot, DARK, small, anchor="lm")
        canvas.text((EDGE, TOP), fitting(self._known(picture.eyebrow), small), FAINT, small)
        font, lines = self._set(self._known(picture.title))
        for place, line in enumerate(reversed(lines)):
            canvas.text((EDGE, LOWEST - place * font.size * LEADING), line, LIGHT, font, anchor="ls")
        return self._packed(image)

    def _set(self, title: str) -> tuple[Font, list[str]]:
        """Break a title into lines, in the largest letters in which they fit."""
        for size in SIZES:
            font = self._font(size)
            lines = list(islice(broken(title, font), _room(size) + 1))
            if len(lines) <= _room(size) and all(font.getlength(line) <= ACROSS for line in lines):
                return font, lines
        font, room = self._font(SIZES[-1]), _room(SIZES[-1])
        lines = list(broken(title, font))
        last = [lines[room - 1] + MORE] if len(lines) > room else lines[room - 1 :]
        return font, [fitting(line, font) for line in (*lines[: room - 1], *last)]

    def _known(self, text: str) -> str:
        """Keep the letters that the typeface has; of others the letter below their marks, if it has that."""
        taken_apart = (sign if self._has(sign) else unicodedata.normalize("NFKD", sign) for sign in text)
        return " ".join("".join(sign for sign in "".join(taken_apart) if self._has(sign)).split())

    def _has(self, sign: str) -> bool:
        if sign not in self._had:
            self._had[sign] = sign.isspace() or bytes(self._font(SMALL).getmask(sign)) != self._missing
        return self._had[sign]

    @cached_property
    def _missing(self) -> bytes:
        return bytes(self._font(SMALL).getmask(MISSING))

    def _font(self, size: int) -> Font:
        if size not in self._fonts:
            typeface = BytesIO(self._typeface)
            self._fonts[size] = ImageFont.truetype(typeface, size, layout_engine=ImageFont.Layout.BASIC)
        return self._fonts[size]

    def _packed(self, image: Image.Image) -> bytes:
        shades = image.point([level * SHADES // 256 for level in range(256)])
        found = Image.frombytes("P", shades.size, shades.tobytes())
        found.putpalette(self._palette)
        file = BytesIO()
        found.save(file, "PNG", bits=4)
        return file.getvalue()


def _room(size: int) -> int:
    """Count the lines of a title that fit below the line at the top."""
    return int((LOWEST - TOP - SMALL) / (size * LEADING))


def broken(text: str, font: Font) -> Iterator[str]:
    """Break a text into lines at its spaces; a word that is too long for a line stands alone on one."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > ACROSS:
            yield line
            line = word
        else:
            line = longer
    yield line


def fitting(line: str, font: Font) -> str:
    """Cut a line so that it fits, and say that it goes on."""
    if font.getlength(line) <= ACROSS:
        return line
    kept = line.removesuffix(MORE)
    # A line grows with each letter, so the place is halved towards: letter by letter, a title of 1000 took seconds.
    fitted = bisect_right(range(1, len(kept)), float(ACROSS), key=lambda length: font.getlength(kept[:length] + MORE))
    return kept[:fitted].rstrip() + MORE


def _shades(colour: str) -> list[int]:
    """Give sixteen shades from a colour to white, as Pillow takes a palette."""
    channels = bytes.fromhex(colour.removeprefix("#"))
    steps = range(SHADES)
    return [round(channel + (LIGHT - channel) * step / steps[-1]) for step in steps for channel in channels]
