"""What reads like the name of a person in short official text: after a salutation, before a degree, or by its words.

Only capitalised words count, and a name alone beside a word for a place or an institution is none ("Jalan Budi Utomo").
It is meant for the register of cases, where no name has a place; the words are in `data/pola/sapaan.yaml`.
"""

import re
from collections.abc import Iterator

from ppidgen.source.personal.personal_data import Hit, Kind
from ppidgen.source.personal.words import words_of

WORDS = {name: frozenset(words) for name, words in words_of("pola/sapaan.yaml").items()}
_WORD = re.compile(r"[^\W\d_][\w'.\u2019-]*")
_MOST_WORDS = 5
# Letters that an abbreviation of a title or a name may have: "S.H.", "Drs.", "M."
_SHORT = 3


def person_names(text: str) -> tuple[Hit, ...]:
    """Find what reads like a person's name, in its order; each word belongs to one find."""
    words = list(_WORD.finditer(text))
    found: list[Hit] = []
    place = 0
    while place < len(words):
        length = _length(text, words, place)
        if length:
            first, last = words[place], words[place + length - 1]
            found.append(Hit(Kind.NAME, first.start(), last.end(), text[first.start() : last.end()]))
        place += length or 1
    return tuple(found)


def _length(text: str, words: list[re.Match[str]], place: int) -> int:
    """Give of how many words the name is that begins here; 0 for none."""
    run = list(_run(text, words, place))
    if not run or _folded(run[0]) in WORDS["not_names"] | WORDS["places"] | WORDS["salutations"]:
        return 0
    before = _before(text, words, place)
    if before & WORDS["places"]:
        return 0
    known = [word for word in run if _folded(word) in WORDS["names"]]
    told = before & (WORDS["salutations"] | WORDS["markers"]) or _has_degree(text, words, place + len(run))
    if told and (known or len(run) > 1 or before & WORDS["salutations"]) and _is_mixed(run[0]):
        return len(run)
    return len(run) if len(run) > 1 and len(known) > len(run) / 2 and _folded(run[0]) in WORDS["names"] else 0


def _run(text: str, words: list[re.Match[str]], place: int) -> Iterator[str]:
    """Give the capitalised words that stand side by side, parted by nothing but one space."""
    for number, word in enumerate(words[place : place + _MOST_WORDS]):
        follows = not number or text[words[place + number - 1].end() : word.start()] == " "
        if not (follows and word[0][0].isupper()) or (number and _folded(word[0]) in WORDS["not_names"]):
            return
        yield word[0]


def _before(text: str, words: list[re.Match[str]], place: int) -> set[str]:
    """Give the word in front, alone and with the one before it, where only a colon or a point parts them."""
    if not place:
        return set()
    last = words[place - 1]
    if text[last.end() : words[place].start()].strip(" .:\u00a0"):
        return set()
    alone = _folded(last[0])
    return {alone, f"{_folded(words[place - 2][0])} {alone}"} if place > 1 else {alone}


def _has_degree(text: str, words: list[re.Match[str]], place: int) -> bool:
    """Tell whether an academic degree follows after a comma."""
    if not 0 < place < len(words):
        return False
    between = text[words[place - 1].end() : words[place].start()]
    return between.strip() == "," and words[place][0][0].isupper() and _folded(words[place][0]) in WORDS["degrees"]


def _is_mixed(word: str) -> bool:
    """Tell a word from an abbreviation in capitals."""
    return not word.isupper() or len(word) > _SHORT


def _folded(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
