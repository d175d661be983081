"""EDGE: a portal scored as earlier commits had it; what did not change between two commits is read once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ppidgen import pipeline
from ppidgen.assessment import assess
from ppidgen.model.scorecard import Scorecard
from ppidgen.scoring.reading import Read
from ppidgen.source.history import Commit, History, lay_out, opened


@dataclass
class Past:
    """A folder that is brought from one commit to the next, so that the caches in it stay good."""

    history: History
    folder: Path
    options: pipeline.Options
    equal_weights: bool = False
    known: dict[str, str] = field(default_factory=dict)
    cards: dict[tuple[str, date, str], Scorecard] = field(default_factory=dict)

    def score(self, commit: Commit, read: Read, as_of: date | None = None) -> Scorecard:
        """Score a commit on the day it was made, or on another; equal trees on one day are scored once."""
        day = as_of or commit.day
        key = (commit.tree, day, read.digest)
        if key not in self.cards:
            self.known = dict(lay_out(self.history, commit, self.folder, self.known))
            study = pipeline.read(self.folder, replace(self.options, as_of=day))
            self.cards[key] = assess(study, read, equal_weights=self.equal_weights)
        return self.cards[key]


@contextmanager
def past_of(portal: Path, options: pipeline.Options, *, equal_weights: bool = False) -> Iterator[Past]:
    """Open the past of a portal."""
    with opened(portal) as history, TemporaryDirectory(prefix="ppidgen-past-") as folder:
        yield Past(history, Path(folder), options, equal_weights)


def trend(past: Past, commits: Iterable[Commit], read: Read) -> tuple[tuple[Commit, Scorecard], ...]:
    """Score several commits, each on its own day."""
    return tuple((one, past.score(one, read)) for one in commits)
