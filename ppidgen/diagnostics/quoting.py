"""What no message may quote: a personal datum that one finding tells masked, in the words of another on its line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce

from ppidgen.diagnostics.finding import Finding
from ppidgen.diagnostics.shown import MASK, covered

# Under this name a finding holds a personal datum as it may be shown.
SHOWN = "shown"


def data_by_line(findings: Iterable[Finding]) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """Give the masked data that findings tell, by path and line; what is all digits is masked wherever it stands."""
    known: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for one in findings:
        datum = one.data.get(SHOWN, "")
        if MASK in datum and not datum[0].isdigit():
            known[one.span.path, one.span.line][datum] = None
    return {at: tuple(found) for at, found in known.items()}


def quoting_nobody(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Cover in what each finding quotes the personal data that others have found on its line."""
    known = data_by_line(findings)
    return (
        tuple(_covering(one, known.get((one.span.path, one.span.line), ())) for one in findings) if known else findings
    )


def _covering(finding: Finding, data: tuple[str, ...]) -> Finding:
    if not data:
        return finding
    return replace(finding, data={key: reduce(covered, data, value) for key, value in finding.data.items()})
