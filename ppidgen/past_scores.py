"""EDGE: a portal scored as earlier commits had it; what did not change between two commits is read once.

What a commit scored is kept in `.ppidgen/` under everything that it follows from: the program's own files, the
rubric, the content and the day. It may be deleted at any time, and no answer ever differs by it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from ppidgen.assessment import assess
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.rubrics.scorecard import Note, Scorecard
from ppidgen.options import Options
from ppidgen.reading.study import read_portal
from ppidgen.scoring.arithmetic import classed
from ppidgen.scoring.reading import Read
from ppidgen.scoring.several import Figures, Row, figures_of
from ppidgen.source import package_data
from ppidgen.source.caches import cache_file
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.history import Commit, History, lay_out, opened
from ppidgen.theme.load import features_of

_FILE = "trend.json"
_FORM = 1
# More rows than this are not kept; those of the last run are.
_MOST = 5000


@dataclass
class Past:
    """A folder that is brought from one commit to the next, so that the caches in it stay good."""

    history: History
    folder: Path
    options: Options
    equal_weights: bool = False
    known: Mapping[str, str] = field(default_factory=dict)
    cards: dict[tuple[str, date, str], Scorecard] = field(default_factory=dict)

    @property
    def given(self) -> tuple[str, ...]:
        """Give what else a score follows from: how unknown weights count, and what the theme can do."""
        return (str(self.equal_weights), *sorted(features_of(self.options.theme_folder)))

    def score(self, commit: Commit, read: Read, as_of: date | None = None) -> Scorecard:
        """Score a commit on the day it was made, or on another; equal trees on one day are scored once."""
        day = as_of or commit.day
        key = (commit.tree, day, read.digest)
        if key not in self.cards:
            self.known = lay_out(self.history, commit, self.folder, self.known)
            study = read_portal(self.folder, replace(self.options, as_of=day))
            self.cards[key] = assess(study, read, equal_weights=self.equal_weights)
        return self.cards[key]


@contextmanager
def past_of(portal: Path, options: Options, *, equal_weights: bool = False) -> Iterator[Past]:
    """Open the past of a portal."""
    with opened(portal) as history, TemporaryDirectory(prefix="ppidgen-past-") as folder:
        yield Past(history, Path(folder), options, equal_weights)


def trend(past: Past, commits: Iterable[Commit], read: Read, portal: Path, as_of: date | None) -> tuple[Row, ...]:
    """Score several commits, each on its own day or all on one; what an earlier run scored is taken from it."""
    place, identity, given = portal / CACHE / _FILE, package_data.identity(), past.given
    kept = _kept(place)
    used: dict[str, object] = {}
    rows = []
    for commit in commits:
        day = as_of or commit.day
        key = _key(identity, commit.tree, day.isoformat(), read.digest, *given)
        figures = _figures(kept.get(key), read.rubric)
        if figures is None:
            figures = figures_of(past.score(commit, read, day))
        used[key] = _plain(figures)
        rows.append(Row(commit.name, day, figures))
    both = {**kept, **used}
    cache_file.keep(place, {"form": _FORM, "rows": both if len(both) <= _MOST else used})
    return tuple(rows)


def _key(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _kept(place: Path) -> dict[str, object]:
    match cache_file.recalled(place):
        case {"form": int(form), "rows": dict(rows)} if form == _FORM:
            return rows
    return {}


def _plain(figures: Figures) -> list[object]:
    totals = [str(one.value) for one in (figures.recorded, figures.claimed, figures.possible)]
    return [totals, figures.losses, [note.value for note in figures.notes]]


def _figures(kept: object, rubric: Rubric) -> Figures | None:
    """Give figures as they were, None for what is none; classes follow from the totals."""
    match kept:
        case [[str(recorded), str(claimed), str(possible)], int(losses), list(notes)]:
            low, middle, high = (classed(rubric, Fraction(value)) for value in (recorded, claimed, possible))
            return Figures(low, middle, high, losses, tuple(map(Note, notes)))
    return None
