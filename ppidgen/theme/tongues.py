"""Where a page in a further language says something in the main one: `lang` on each such text (pure).

A page comes with the marks of `model/language/tongue.py` in its HTML. All text was escaped, so that "<" and ">" stand
only where a tag begins and ends: what is marked within a tag, or in an element that holds no elements, loses its marks.
"""

import re
from collections.abc import Iterator

from ppidgen.model.language.tongue import STEP_IN, STEP_OUT, bare

_TAG = re.compile(r"(<[^>]*>)")
# An element that holds one marked text and nothing else says so itself.
_WHOLE = re.compile(rf"<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>{STEP_IN}([^<>{STEP_IN}{STEP_OUT}]*){STEP_OUT}</\1>")
# The title of a page, what it says of itself to machines and the words for a picture hold no elements: the element
# itself says their language.
_WORDS_ALONE = re.compile(
    rf'<(title(?=>{STEP_IN})|meta(?=\s[^>]*\bcontent="{STEP_IN}[^">{STEP_OUT}]*{STEP_OUT}")'
    rf'|img(?=\s[^>]*\balt="{STEP_IN})(?![^>]*\slang=))'
)
_SAID = re.compile(r"\slang=")
_MARK = re.compile(rf"([{STEP_IN}{STEP_OUT}])")
# Elements that hold text alone, which no span may enter, and those of them that say nothing of their language.
_PLAIN = ("<title", "<script", "<textarea", "<option", "<style")
_SILENT = frozenset({"title", "script", "textarea", "style"})


def with_languages(html: str, language: str) -> str:
    """Put `lang` where texts are marked as written in `language`."""
    if STEP_IN not in html and STEP_OUT not in html:
        return html
    pieces = _TAG.split(_WORDS_ALONE.sub(rf'<\1 lang="{language}"', html))
    pieces[1::2] = [bare(tag) for tag in pieces[1::2]]
    whole = _WHOLE.sub(lambda found: _said(found, language), "".join(pieces))
    return "".join(_spans(_TAG.split(whole), language))


def _said(found: re.Match[str], language: str) -> str:
    name, attributes, text = found.groups()
    if _SAID.search(attributes) or name in _SILENT:
        return found[0]
    return f'<{name}{attributes} lang="{language}">{text}</{name}>'


def _spans(pieces: list[str], language: str) -> Iterator[str]:
    """Give texts and tags in turn, each stretch of text that stands between marks in a span of its own."""
    inside = plain = drawn = False
    for place, piece in enumerate(pieces):
        if place % 2:
            drawn = (drawn or piece.startswith("<svg")) and piece != "</svg>"
            plain = drawn or piece.startswith(_PLAIN)  # the tags of a drawing are none of HTML
            yield piece
            continue
        for part in _MARK.split(piece) if STEP_IN in piece or STEP_OUT in piece else (piece,):
            if part in {STEP_IN, STEP_OUT}:
                inside = part == STEP_IN
            else:
                yield f'<span lang="{language}">{part}</span>' if inside and not plain and part.strip() else part
