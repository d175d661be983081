"""Words that a document carries without showing them, wherever its format lets some stand (pure).

Nothing is parsed: whoever hides a word, or whichever program leaves one behind, need not keep to the format.
"""

import html
import re
from collections.abc import Iterator

_SEARCHED = 4 << 20  # bytes at either end of a file that is no text: what a camera or a recorder notes stands there
# Letters as they are, or in two or four bytes each. So many in a row are no chance: among a thousand million bytes that
# mean something else a hundred such rows are to be expected, and none of them is a number of anybody.
_RUN = re.compile(rb"(?:[ -~]\0{0,3}+){16,}+")
_TAG = re.compile(r"<[^<>]*>")
# Numbers by which parts are placed and told apart are shorter than the shortest that somebody answers to.
_ATTRIBUTE = re.compile(r"=(?:\"([^\"<>]{10,})\"|'([^'<>]{10,})')")
_REMARK = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>", re.DOTALL)
_ENDS = "-->?>"  # behind whatever may lack one: else the rest would be read to its end from each beginning


def runs(raw: bytes) -> str:
    """Give the words in bytes that are mostly something else, as in a picture or a recording; a run to a line."""
    ends = raw if len(raw) <= 2 * _SEARCHED else raw[:_SEARCHED] + raw[-_SEARCHED:]
    return "\n".join(run[0].replace(b"\0", b"").decode("ascii") for run in _RUN.finditer(ends))


def unshown(xml: str) -> str:
    """Give what some XML carries beside its text, each on a line: long attributes, remarks, instructions."""
    return html.unescape("\n".join(one or other for one, other in _ATTRIBUTE.findall(xml))) + remarks(xml)


def remarks(xml: str) -> str:
    """Give the remarks in some XML and what it says to programs, each behind an end of a line."""
    if "<!--" not in xml and "<?" not in xml:
        return ""
    return "".join(f"\n{one or other}" for one, other in _REMARK.findall(xml + _ENDS))


def between_tags(xml: str) -> str:
    """Give the text of some XML as a reader sees it; what tags part within a word is whole again."""
    return html.unescape(_TAG.sub("", xml))


def all_words(xml: str) -> str:
    """Give text, each piece on a line, and what stands beside it in some XML."""
    return between_lines(xml) + "\n" + unshown(xml)


def between_lines(xml: str) -> str:
    """Give the text of some XML, each piece on a line."""
    return html.unescape(_TAG.sub("\n", xml))


# What a PDF says beside its pages (ISO 32000-1): of notes and fields (12.5, 12.7), of outlines and links (12.3, 12.6),
# of what stands in for a picture (14.9), of properties (14.3). Programs add keys of their own, and choices and targets
# are lists: so a text counts behind any key, where a list begins, and behind another text or reference of one.
_KEYED = re.compile(
    rb"(?:/[A-Za-z][^\s/<>()\[\]{}%]{0,60}+|[\[\])>]| R)\s{0,4}"
    rb"(?:\(((?:[^()\\]|\\.){9,20000}+)(?=\))|<([0-9A-Fa-f\s]{16,20000}+)(?=>))",
    re.DOTALL,
)
# A name may say as much as a text: of a target, of the state of a box, of a property. What is written "#20" is a space.
_NAMED = re.compile(rb"/((?=[^\s/<>()\[\]{}%]{0,100}[0-9]{9})[^\s/<>()\[\]{}%]{9,127}+)")
_BY_NUMBER = re.compile(rb"#([0-9A-Fa-f]{2})")
_XMP, _END_OF_XMP = b"<x:xmpmeta", b"</x:xmpmeta>"
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_WIDE = b"\xfe\xff"


def words_of_objects(objects: bytes) -> Iterator[str]:
    """Give the texts that stand in the dictionaries of a PDF, and in its metadata."""
    for literal, digits in _KEYED.findall(objects):
        held = _ESCAPED.sub(_plain, literal) if literal else bytes.fromhex(_even(digits))
        yield held.decode("utf-16-be", "replace")[1:] if held.startswith(_WIDE) else held.decode("latin-1")
    for name in _NAMED.findall(objects):
        yield _BY_NUMBER.sub(lambda sign: bytes.fromhex(sign[1].decode()), name).decode("latin-1")
    start = objects.find(_XMP)
    while (end := objects.find(_END_OF_XMP, start)) > start >= 0:
        yield all_words(objects[start:end].decode("utf-8", "replace"))
        start = objects.find(_XMP, end)


def _plain(sign: re.Match[bytes]) -> bytes:
    held = sign[1]
    return bytes([int(held, 8) & 0xFF]) if held[:1].isdigit() and held < b"8" else held


def _even(digits: bytes) -> str:
    plain = b"".join(digits.split()).decode("ascii")
    return plain + "0" * (len(plain) % 2)
