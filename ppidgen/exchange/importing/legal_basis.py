"""The letters of Pasal 17 and the acts that the text of a legal basis names."""

import re
from dataclasses import dataclass

from ppidgen.exchange.wording import one_line
from ppidgen.model.elements.fields import key_of
from ppidgen.model.import_table import ImportWords
from ppidgen.model.law.instrument import Instrument
from ppidgen.model.records.exemption import LegalBasis

_OPEN = "j"


@dataclass(frozen=True, slots=True)
class BasisReading:
    """What was understood: one table for each letter; `sure` is false where an act could belong to several."""

    tables: tuple[dict[str, str], ...]
    sure: bool


def read_basis(text: str, words: ImportWords, information_act: Instrument | None) -> BasisReading:
    """Read the letters with their numbers, and put the other acts beside the letter that needs one."""
    line = one_line(text)
    letters = _letters(line.lower(), words)
    acts = _other_acts(line, words, information_act)
    keys = [key_of(LegalBasis, name) for name in ("ground", "article", "act")]
    tables = {
        letter: {keys[0]: f"17{letter}", keys[1]: _article(letter, numbers, words)}
        for letter, numbers in sorted(letters.items())
    }
    if not tables:
        return BasisReading((), sure=not line)
    if acts:
        owner = _OPEN if _OPEN in tables else next(iter(tables))
        tables[owner][keys[2]] = "; ".join(acts)
    return BasisReading(tuple(tables.values()), sure=not acts or len(tables) == 1 or _OPEN in tables)


def _letters(line: str, words: ImportWords) -> dict[str, tuple[str, ...]]:
    """Walk from each mention of the article over the letters and numbers that follow it."""
    following, numbered = re.compile(words.patterns.next_letter), re.compile(words.patterns.number)
    found: dict[str, tuple[str, ...]] = {}
    for start in re.finditer(words.patterns.article, line):
        letter, position = start[1], start.end()
        found.setdefault(letter, ())
        while True:
            if number := numbered.match(line, position):
                found[letter] = (*found[letter], number[1])
                position = number.end()
            elif more := following.match(line, position):
                letter, position = more[1], more.end()
                found.setdefault(letter, ())
            else:
                break
    return found


def _article(letter: str, numbers: tuple[str, ...], words: ImportWords) -> str:
    named = ", ".join(words.number_name.format(number=number) for number in dict.fromkeys(numbers))
    return f"{words.article_name.format(letter=letter)} {named}".strip()


def _other_acts(line: str, words: ImportWords, information_act: Instrument | None) -> tuple[str, ...]:
    own = (information_act.number, information_act.year) if information_act else (0, 0)
    named = [(int(found[1]), int(found[2])) for found in re.finditer(words.patterns.act, line.lower())]
    others = (pair for pair in dict.fromkeys(named) if pair != own)
    return tuple(words.act_name.format(number=number, year=year) for number, year in others)
