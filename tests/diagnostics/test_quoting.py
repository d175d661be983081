"""A name that one finding tells masked is in clear in no other message, nor in any line that is quoted."""

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.quoting import quoting_nobody
from ppidgen.report import Setting
from ppidgen.report.shipped import words
from ppidgen.report.text import render
from tests.report.telling import told

LINE = "pemohon: Bapak Budi Santoso"
CHOICE = Finding(
    "SKM003", Span("a.yaml", 3, 10, 3, 28), {"key": "pemohon", "value": "Bapak Budi Santoso", "choices": ""}
)
NAME = Finding("PDP008", Span("a.yaml", 3, 16, 3, 28), {"path": "a.yaml", "shown": "B••• S••••••"})
ELSEWHERE = Finding("SKM003", Span("a.yaml", 4, 10, 4, 28), {"key": "unit", "value": "Balai Sosialan", "choices": ""})


def test_what_one_finding_masks_no_other_on_its_line_quotes() -> None:
    choice, name, elsewhere = quoting_nobody((CHOICE, NAME, ELSEWHERE))
    assert choice.data["value"] == "Bapak B••• S••••••"
    assert (name, elsewhere) == (NAME, ELSEWHERE)


def test_where_nothing_is_personal_findings_stay_as_they_are() -> None:
    assert quoting_nobody((CHOICE, ELSEWHERE)) == (CHOICE, ELSEWHERE)


def test_a_line_is_quoted_with_the_name_covered_whichever_fault_it_is_quoted_for() -> None:
    shown = "".join(render(told(*quoting_nobody((CHOICE, NAME))), Setting(words("id"), lambda _path, _line: LINE)))
    assert shown.count("pemohon: Bapak B••• S••••••") == 2
    assert "Budi" not in shown
