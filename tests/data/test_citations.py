"""Every citation in the program, its data, themes and specimen, against the places of the law that were read."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
READ: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("places.yaml").read_text(encoding="utf-8"))
SHORT = {
    "UU KIP": "UU 14/2008", "uu-14-2008": "UU 14/2008", "pp-61-2010": "PP 61/2010", "perki-1-2021": "Perki 1/2021",
    "perki-1-2013": "Perki 1/2013", "perki-1-2018": "Perki 1/2018", "permendagri-20-2018": "Permendagri 20/2018",
    "permendesa-dana-desa": "Permendesa", "uu-6-2014": "UU 6/2014", "uu-27-2022": "UU 27/2022",
}  # fmt: skip
NAMES = SHORT | {name: name for name in READ}

_NAMED = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
# The instrument stands in front, in prose "Perki 1/2021 Pasal 18", in tables "instrumen: uu-6-2014, pasal: Pasal 82".
_CITED = re.compile(rf'\b({_NAMED})(?:,? | tentang [^;\n]{{1,70}}, |, pasal: "?)(?=Pasal \d)')
_STEP = re.compile(
    r"(?:, | dan |-|–| sampai dengan )?(?:Pasal )?(?P<article>\d+[A-Z]?)?(?: ?(?:ayat )?\((?P<paragraph>\d+)\))?"
    r"(?: huruf (?P<letter>[a-z])(?:[-–](?P<last>[a-z])\b)?)?(?: angka (?P<number>\d+))?"
)


class Place(NamedTuple):
    article: str
    paragraph: str = ""
    letter: str = ""
    number: int = 0


def places(text: str, start: int = 0) -> Iterator[Place]:
    """Read a list of articles: "Pasal 5(1), 8(3) huruf a" are two; "(4)-(5)" are two paragraphs of one article."""
    article = ""
    while (found := _STEP.match(text, start)) and (found["article"] or (article and found["paragraph"])):
        article = found["article"] or article
        letter = found["last"] or found["letter"] or ""
        yield Place(article, found["paragraph"] or "", letter, int(found["number"] or 0))
        start = found.end()


LETTERS: defaultdict[tuple[str, str, str], str] = defaultdict(str)
NUMBERS: defaultdict[tuple[str, str, str, str], int] = defaultdict(int)
for instrument, known in READ.items():
    for one in (place for text in known for place in places(text)):
        paragraph = (instrument, one.article, one.paragraph)
        LETTERS[paragraph] = max(LETTERS[paragraph], one.letter)
        NUMBERS[*paragraph, one.letter] = max(NUMBERS[*paragraph, one.letter], one.number)
ARTICLES = {(instrument, article) for instrument, article, _ in LETTERS}


def is_read(instrument: str, place: Place) -> bool:
    paragraph = (instrument, place.article, place.paragraph)
    if not place.paragraph and not place.letter and not place.number:
        return (instrument, place.article) in ARTICLES
    last = LETTERS.get(paragraph)
    return last is not None and place.letter <= last and place.number <= NUMBERS.get((*paragraph, place.letter), 0)


def cited(text: str) -> Iterator[tuple[str, Place]]:
    for found in _CITED.finditer(text):
        yield from ((NAMES[found[1]], place) for place in places(text, found.end()))


TEXTS = sorted(
    path
    for folder in ("ppidgen", "themes", "content")
    for ending in ("py", "yaml", "md", "po")
    for path in (ROOT / folder).rglob(f"*.{ending}")
    if path.name != "RBK009.md"  # its wrong example cites what there is not
)


def test_no_citation_names_a_place_of_the_law_that_was_not_read() -> None:
    found = [(path, *one) for path in TEXTS for one in cited(path.read_text(encoding="utf-8"))]
    assert len(found) > 900
    assert [(str(path.relative_to(ROOT)), name, place) for path, name, place in found if not is_read(name, place)] == []


@pytest.mark.parametrize(
    "text",
    [
        "UU 14/2008 Pasal 22(7) huruf h", "UU KIP Pasal 21", "Perki 1/2021 Pasal 49(7)", "PP 61/2010 Pasal 5(1), 8(4)",
        "{instrumen: perki-1-2021, pasal: Pasal 15(9) huruf b angka 24}", "Perki 1/2021 Pasal 24(4)-(6)",
    ],
)  # fmt: skip
def test_a_place_that_was_not_read_is_seen(text: str) -> None:
    assert any(not is_read(*one) for one in cited(text))
