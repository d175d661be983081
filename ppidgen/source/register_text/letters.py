"""Characters that nobody sees: which of them a source text may not hold, and which only look like a space."""

import re

# The last two numbers of each plane never are characters.
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
# Controls (tab and line feed are fine), line separators that editors do not count as lines, and halves of characters.
CONTROL = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_NO_CHARACTERS}]")
# Marks that turn the direction of writing or carry text that is not shown.
DECEPTIVE = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
FORBIDDEN = re.compile(f"{CONTROL.pattern}|{DECEPTIVE.pattern}")
# Pasted from word processors and web pages: looks like a space, or like nothing.
HARD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
ZERO_WIDTH = re.compile(r"[\u00ad\u180e\u200b-\u200d\u2060\ufeff]")

REPLACEMENT = "\ufffd"


def number_of(character: str) -> str:
    """Name a character as Unicode does: U+202E."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Give the text with every forbidden character replaced by one that can be seen; lengths stay."""
    return FORBIDDEN.sub(REPLACEMENT, text)
