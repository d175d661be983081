"""Text of cells made comparable and readable: invisible characters, line ends, lines broken by a narrow column."""

import re
import unicodedata
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from ppidgen.source.letters import CONTROL, DECEPTIVE, HARD_SPACE, ZERO_WIDTH

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


def shortened(line: str) -> str:
    """Give a line, cut at a word when it is long for a title."""
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:-") + "\u2026"


def without_html(text: str) -> str:
    """Give the words of a cell that holds HTML; other text comes back as it was."""
    if not _TAG.search(text):
        return text
    reader = _Words()
    reader.feed(_TORN_TAG.sub("", text))
    reader.close()
    return clean(re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)))


def _is_cut(before: str, after: str) -> bool:
    return before.endswith("-") and not before.endswith(" -") and after[:1].isalpha()


def _starts_anew(before: str, line: str) -> bool:
    return line[:1].isupper() and bool(_SENTENCE_END.search(before))


class _Words(HTMLParser):
    """Collects text; links keep their address in brackets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._address = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _BREAKING:
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append(" ")
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self._address = address if address.startswith(("http://", "https://")) else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a" and self._address:
            if self._address not in "".join(self.parts[-2:]):
                self.parts.append(f" ({self._address})")
            self._address = ""
        elif tag in _BREAKING:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(unescape(data.replace("\n", " ")))
