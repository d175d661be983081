"""One file cannot drown all others: a hundred findings of a kind are told, and how many more there are."""

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.tally import bounded

PLACE = "content/a.yaml"


def at(line: int, code: str = "SKM001") -> Finding:
    return Finding(code, Span(PLACE, line, 1, line, 2))


def test_up_to_a_hundred_are_told_as_they_are() -> None:
    findings = [at(line) for line in range(100)] + [at(7, "SKM002")]
    assert bounded(findings) == tuple(findings)


def test_of_more_the_number_is_told_where_the_last_of_them_was() -> None:
    told = bounded([at(line) for line in range(1, 151)] + [at(151, "SKM002")])
    assert [one.code for one in told].count("SKM001") == 100
    assert told[-2:] == (at(151, "SKM002"), Finding("SUM057", at(100).span, {"code": "SKM001", "count": "50"}))
