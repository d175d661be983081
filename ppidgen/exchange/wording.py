"""Text of cells made comparable and readable: invisible characters, line ends, lines broken by a narrow column."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from ppidgen.source.hypertext import Closing, Opening, Words, read
from ppidgen.source.register_text.letters import CONTROL, DECEPTIVE, HARD_SPACE, ZERO_WIDTH

_RUN = re.compile(r"[ \t]+")
_MARKS = " .;\n"
_OTHER = re.compile(r"[^a-z0-9]+")
_ITEM = re.compile(r"(?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,4})[.)]\s|[-•·●*]\s")
_SENTENCE_END = re.compile(r"(?:[;!?]|(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)\.)\Z")  # "No." and "Kab." end none
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]{2,8}|#\d{2,6});")
_TORN_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}\Z")
_BREAKING = frozenset("p br div ul ol tr table center h1 h2 h3 h4 h5 h6 blockquote".split())
_SILENT = frozenset(("script", "style"))
_FIRST_SENTENCE = re.compile(r"(.+?[.!?])(?:\s+[A-Z]|$)", re.DOTALL)
LONGEST_TITLE = 150
_KEPT = 4096  # one cell is asked for several times a row, and the cells of a column are often alike


def beyond_title(title: str, text: str | None) -> str:
    """Give a text where it says more than the title above it, else "": in published lists the two are often one."""
    said, above = ((one or "").strip(_MARKS).casefold() for one in (text, title))
    return "" if above.endswith(said) else text or ""


@lru_cache(_KEPT)
def clean(text: str) -> str:
    """Take out what nobody sees and even out spaces; lines stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = ZERO_WIDTH.sub("", HARD_SPACE.sub(" ", text))
    text = DECEPTIVE.sub("", CONTROL.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n")))
    return "\n".join(_RUN.sub(" ", line).strip() for line in text.split("\n")).strip()


@lru_cache(_KEPT)
def normal(text: str) -> str:
    """Give what of a text counts when words are compared: lower-case ASCII words and numbers."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub(" ", plain).strip()


@lru_cache(_KEPT)
def one_line(text: str) -> str:
    """Join the lines of a text; a word that was cut by a hyphen keeps it."""
    joined = ""
    for line in filter(None, text.split("\n")):
        joined += line if _is_cut(joined, line) or not joined else f" {line}"
    return joined


def paragraphs(text: str) -> str:
    """Join lines that only a narrow column has broken; items of a list and real paragraphs keep theirs."""
    kept: list[list[str]] = []  # each the pieces of a line: one that grew would be read again for each of them
    for line in text.split("\n"):
        before = kept[-1][-1] if kept else ""
        if not line or not before or _ITEM.match(line) or _starts_anew(before, line):
            kept.append([line])
        else:
            kept[-1].append(line if _is_cut(before, line) else f" {line}")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map("".join, kept))).strip()


def first_sentence(text: str) -> str:
    """Give the first sentence, cut at a word when it is long for a title."""
    line = one_line(text)
    found = _FIRST_SENTENCE.match(line)
    sentence = found[1].rstrip(".") if found and len(line) > LONGEST_TITLE else line
    return shortened(sentence)


def below_title(text: str) -> tuple[str, str]:
    """Part a text into a title on a line of its own and the sentences below it; "" and the text where it has none.

    A line that only a narrow column has broken is no title: what follows one is whole to its full stop.
    """
    title, _line, below = text.partition("\n")
    is_title = title[-1:].isalnum() and len(title) <= LONGEST_TITLE and below[:1].isupper() and below.endswith(".")
    return (title, below) if is_title else ("", text)


def shortened(line: str) -> str:
    """Give a line, cut at a word when it is long for a title."""
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:-") + "\u2026"


def without_html(text: str) -> str:
    """Give the words of a cell that holds HTML; other text comes back as it was."""
    if not _TAG.search(text):
        return text
    return clean(re.sub(r"\n{3,}", "\n\n", "".join(_shown(_TORN_TAG.sub("", text)))))


def _is_cut(before: str, after: str) -> bool:
    return before.endswith("-") and not before.endswith(" -") and after[:1].isalpha()


def _starts_anew(before: str, line: str) -> bool:
    return line[:1].isupper() and bool(_SENTENCE_END.search(before))


def _shown(html: str) -> Iterator[str]:
    """Give the words that a browser would show, line breaks and marks of lists; links keep their address in brackets.

    A link that shows its address already is not given it again.
    """
    address, link, silent = "", "", 0
    for part in read(html):
        match part:
            case Opening(tag, attributes):
                silent += tag in _SILENT
                if tag == "a":
                    target = attributes.get("href", "")
                    address, link = (target if target.startswith(("http://", "https://")) else ""), ""
                elif mark := _mark(tag):
                    yield mark
            case Closing(tag):
                silent = max(0, silent - (tag in _SILENT))
                if tag == "a":
                    if address and address not in link:
                        yield f" ({address})"
                    address = ""
                elif tag in _BREAKING:
                    yield "\n"
            case Words(text) if not silent:
                # In cells the signs of HTML are often written as entities twice.
                words = unescape(text.replace("\n", " "))
                link += words if address else ""
                yield words


def _mark(tag: str) -> str:
    if tag == "li":
        return "\n- "
    return "\n" if tag in _BREAKING else " " * (tag in {"td", "th"})
