"""How easily an Indonesian text is read: long sentences, nested passives, abbreviations, capitals (pure).

Each measure rather lets a bad text pass than blames a good one; what it was measured against lies with the tests.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

import yaml

READABILITY_FILE = "keterbacaan.yaml"

_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_NO_PROSE = ("#", "|", ">", "![", "    ")
_FENCES = ("```", "~~~")
_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[\"“(]?[A-Z0-9])|;\s+|:\s*$")
_PASSIVE = re.compile(r"\bdi[a-z]{4,}\b")
# What makes one passive hang on another: "yang diajukan", "oleh".
_NESTED = re.compile(r"\byang di[a-z]{4,}\b|\boleh\b")
_AGENT = "oleh"
_CAPITALS = re.compile(r"(?<![\w/.@-])[A-Z][A-Za-z0-9]{0,8}[A-Z0-9](?![\w@]|\.\w)")
# Without its small letters and digits a text with an abbreviation has two capitals side by side. Few texts have, and to
# look takes a quarter of the time.
_BARE = bytes(ord("A") if chr(byte) in ascii_uppercase else ord(" ") for byte in range(256))
_NOT_CAPITAL = (ascii_lowercase + digits).encode()
_TWO_CAPITALS = b"AA"
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
# Words in a row that are written in capitals: emphasis, which holds no abbreviation that one could look for.
_CAPITAL_RUN = re.compile(r"\b[A-Z]{2,}(?:[\s,&/-]+[A-Z]{2,}){2,}\b")
# What the law calls a rule is long, and nobody may shorten it.
_NAME_OF_RULE = re.compile(
    r"(?:undang-undang|peraturan|keputusan|instruksi|surat edaran)\b.*\bnomor\b.*\btentang\b", re.IGNORECASE
)

# A title shorter than this many words, or letters, may well be nothing but abbreviations.
_TITLE_WORDS, _TITLE_LETTERS, _SHARE = 3, 12, 0.85
_LONGEST_ABBREVIATION = 5
_MANY_CAPITALS = 2


class Sentence(NamedTuple):
    """A sentence and the line of its text on which it begins, from 1."""

    line: int
    text: str


@dataclass(frozen=True)
class Readability:
    """The bounds, and the words that do not count; without bounds nothing is ever at fault."""

    longest: int = 0
    passives: int = 0
    not_passive: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def is_long(self, sentence: str) -> bool:
        """Say whether a sentence has more words than a reader keeps in mind."""
        return bool(self.longest) and length_of(sentence) > self.longest and not _NAME_OF_RULE.match(sentence)

    def may_be_passive(self, text: str) -> bool:
        """Say quickly whether a text is worth being taken apart for passives."""
        return bool(self.passives) and _AGENT in text and text.count("di") >= self.passives

    def is_passive(self, sentence: str) -> bool:
        """Say whether passives hang on one another; a mere row of them ("diterima, dicatat") does not count."""
        nested = _NESTED.findall(sentence)
        if not self.passives or _AGENT not in nested or len(nested) < 2:  # noqa: PLR2004 - one upon another are two
            return False
        return sum(word not in self.not_passive for word in _PASSIVE.findall(sentence)) >= self.passives

    def unexplained(self, text: str, known: frozenset[str]) -> Iterator[str]:
        """Give each abbreviation of a text that it never explains: not "Kepanjangan (X)", not "X (kepanjangan)"."""
        if not self.common or _TWO_CAPITALS not in text.encode("utf-8", "replace").translate(_BARE, _NOT_CAPITAL):
            return
        told = _CAPITAL_RUN.sub(lambda run: "" if shouts(run[0]) else run[0], text)
        found = [word for word in dict.fromkeys(_CAPITALS.findall(told)) if self._is_abbreviation(word, known)]
        for word in () if found and shouts(text) else found:
            if f"({word})" not in text and f"{word} (" not in text:
                yield word

    def _is_abbreviation(self, word: str, known: frozenset[str]) -> bool:
        capitals = sum(map(str.isupper, word))
        return capitals >= _MANY_CAPITALS and word not in self.common and word not in known and not _ROMAN.match(word)


def shouts(title: str) -> bool:
    """Say whether a title is written in capitals; one of a few abbreviations is not."""
    words = _LETTERS.findall(title)
    letters = "".join(words)
    if len(words) < _TITLE_WORDS or len(letters) < _TITLE_LETTERS:
        return False
    upper = sum(map(str.isupper, letters))
    return upper >= _SHARE * len(letters) and any(len(word) > _LONGEST_ABBREVIATION for word in words)


def length_of(sentence: str) -> int:
    """Count the words of a sentence."""
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def sentences(text: str) -> Iterator[Sentence]:
    """Give the sentences of a text, Markdown or plain; headings, tables and code are none, a list's item is its own."""
    for line, block in _blocks(text):
        for sentence in _END.split(block):
            if sentence.strip():
                yield Sentence(line, sentence.strip())


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    held: list[str] = []
    first = 1
    for number, line in enumerate(_without_code(text), start=1):
        bullet = _BULLET.match(line)
        if held and (not line.strip() or bullet or line.startswith(_NO_PROSE)):
            yield first, " ".join(held)
            held = []
        if not line.strip() or (line.startswith(_NO_PROSE) and not bullet):
            continue
        if not held:
            first = number
        held.append(line[bullet.end() :].strip() if bullet else line.strip())
    if held:
        yield first, " ".join(held)


def _without_code(text: str) -> Iterator[str]:
    """Give the lines of a text, each line of a fenced block of code as an empty one."""
    fence = ""
    for line in text.split("\n"):
        begins = next((sign for sign in _FENCES if line.lstrip().startswith(sign)), "")
        yield "" if fence or begins else line
        if begins and fence in ("", begins):
            fence = "" if fence else begins


def parse_readability(text: str) -> Readability:
    """Read the file that ships with the program; a broken one is a bug and raises."""
    table = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader builds nothing but text
    return Readability(
        int(table["kata_kalimat"]),
        int(table["pasif"]),
        frozenset(table["bukan_pasif"]),
        frozenset(table["singkatan_umum"]),
    )
