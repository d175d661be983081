"""What falls due on a day: something that ends, must be looked at again, renewed, decided or put away."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppidgen.diagnostics import Span


class DueKind(StrEnum):
    """What has to be done; the sentence for each is among the words of the report."""

    OPENING_DECREE = "opening_decree"
    EXEMPTION_ENDS = "exemption_ends"
    EXEMPTION_REVIEW = "exemption_review"
    LISTING = "listing"
    RENEWAL = "renewal"
    LIST_DECREE = "list_decree"
    NIL = "nil"
    WAIVER = "waiver"
    ARCHIVE = "archive"
    REPORT = "report"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that falls due on `day`: the record it is about, its unit and who answers for it ("" for unknown).

    `basis` cites the law ("" where none sets the day); `provisional` says that a holiday may still move the day.
    """

    day: date
    kind: DueKind
    register: str
    record: str
    title: str
    span: Span
    unit: str = ""
    owner: str = ""
    basis: str = ""
    provisional: bool = False

    @property
    def key(self) -> str:
        """Give what stays the same when the day moves: kind, register and record."""
        return f"{self.kind}-{self.register}-{self.record}"
