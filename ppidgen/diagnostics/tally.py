"""At most a hundred findings of one kind are told of one file; of the others, how many there are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ppidgen.diagnostics.finding import Finding

MOST_OF_ONE_CODE = 100


@dataclass(slots=True)
class Tally:
    """How many findings of each code one file has had so far."""

    counts: Counter[str] = field(default_factory=Counter)

    def admits(self, code: str) -> bool:
        """Count one finding more, and say whether it is still to be told."""
        self.counts[code] += 1
        return self.counts[code] <= MOST_OF_ONE_CODE

    def rest(self, told: Sequence[Finding]) -> Iterator[Finding]:
        """Tell, where the last of them was told, how many more there are of a code."""
        for code, count in sorted(self.counts.items()):
            if count > MOST_OF_ONE_CODE:
                last = next(one for one in reversed(told) if one.code == code)
                yield Finding("SUM057", last.span, {"code": code, "count": str(count - MOST_OF_ONE_CODE)})


def bounded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings of one file, a hundred of each code, and of the others their number."""
    tally = Tally()
    told = tuple(one for one in findings if tally.admits(one.code))
    return (*told, *tally.rest(told))
