"""Rows of published registers and the duties that a person found in them, for measuring proposals."""

import csv
from collections.abc import Callable, Collection, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from ppidgen.model.elements.vocabulary import BodyKind

HERE = Path(__file__).parent
REAL = HERE.parent / "data/real"
# What the published registers call the column of titles.
TITLES = ("ringkasan_isi_informasi", "judul", "nama_informasi", "nama_berkas", "informasi")


class Labelled(NamedTuple):
    """One row: its title, what must be found in it, and what would be right too."""

    source: str
    kind: BodyKind
    half: str
    row: int
    title: str
    duties: frozenset[str]
    also: frozenset[str]


class Measured(NamedTuple):
    """How many proposals were right, and how many labels were found."""

    precision: Fraction
    recall: Fraction


@cache
def labelled() -> tuple[Labelled, ...]:
    """Read all labels with the whole titles of their rows."""
    return tuple(_labelled())


def _labelled() -> Iterator[Labelled]:
    for block in yaml.safe_load((HERE / "labelled.yaml").read_text(encoding="utf-8")):
        titles = titles_of(block["source"])
        for row in block["rows"]:
            title = titles[row["row"] - 1]
            assert title.startswith(row["title"]), f"{block['source']} {row['row']} is now {title!r}"
            duties, also = frozenset(row["duties"]), frozenset(row.get("also", ()))
            kind = next(one for one in BodyKind if one.value == block["kind"])
            yield Labelled(block["source"], kind, block["half"], row["row"], title, duties, also)


@cache
def titles_of(source: str) -> tuple[str, ...]:
    """Give the titles of a published table, in its order."""
    with (REAL / f"{source}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in TITLES if name in rows[0])
    return tuple(" ".join(row[column].split()) for row in rows)


def measure(halves: Collection[str], propose: Callable[[Labelled], tuple[str, ...]]) -> Measured:
    """Compare the proposals for the rows of some halves with their labels."""
    rows = [(row, propose(row)) for row in labelled() if row.half in halves]
    right = sum(code in row.duties | row.also for row, codes in rows for code in codes)
    found = sum(code in codes for row, codes in rows for code in row.duties)
    return Measured(
        Fraction(right, sum(len(codes) for _, codes in rows)), Fraction(found, sum(len(row.duties) for row, _ in rows))
    )
