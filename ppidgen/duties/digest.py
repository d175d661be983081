"""What a week of requests says: the subjects asked for most, what waits for an answer, what to publish first; pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ppidgen.duties.board import Board, board_of
from ppidgen.duties.calendar import add_months
from ppidgen.duties.case_standing import office_standings
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import RefusalReason
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.cases import RequestCase

WEEK = timedelta(days=7)
LOOK_BACK = 12  # months
OFTEN = 2
MOST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A subject, how often it was asked for in a year, and the entries that answered it."""

    subject: str
    count: int
    answered_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The week that ends on a day.

    `publish` are subjects asked for again and again that no open entry answers and no exemption withheld, even in part.
    """

    first: date
    last: date
    received: int
    ended: int
    subjects: tuple[Asked, ...]
    publish: tuple[Asked, ...]
    board: Board


def digest_of(context: Context) -> Digest:
    """Sum up the week up to the day of the standing."""
    portal, last, standings = context.portal, context.standing.as_of, office_standings(context)
    first = last - WEEK + timedelta(days=1)
    requests = [case for case in portal.cases if isinstance(case, RequestCase)]
    year = [case for case in requests if add_months(last, -LOOK_BACK) < case.received <= last]
    asked = _asked(year, portal)
    withheld = {case.subject for case in year if case.exemption or case.refusal is RefusalReason.EXEMPT}
    wanted = (one for one in asked if one.count >= OFTEN and not one.answered_by and one.subject not in withheld)
    return Digest(
        first,
        last,
        received=sum(first <= case.received <= last for case in requests),
        ended=sum(
            not one.is_open and one.since is not None and first <= one.since <= last
            for one in standings
            if isinstance(one.case, RequestCase)
        ),
        subjects=asked[:MOST],
        publish=tuple(wanted)[:MOST],
        board=board_of(standings, last),
    )


def _asked(requests: Sequence[RequestCase], portal: Portal) -> tuple[Asked, ...]:
    counts = Counter(case.subject for case in requests if case.subject)
    public = {entry.id for entry in portal.published_information}
    answers: defaultdict[str, set[str]] = defaultdict(set)
    for case in requests:
        if case.subject and case.answered_by in public:
            answers[case.subject].add(case.answered_by or "")
    found = [Asked(subject, count, tuple(sorted(answers[subject]))) for subject, count in counts.items()]
    return tuple(sorted(found, key=lambda one: (-one.count, one.subject)))
