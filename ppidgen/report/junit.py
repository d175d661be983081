"""Diagnostics as a JUnit report, which most CI servers can show: one test case per finding."""

from collections.abc import Iterator

from ppidgen.diagnostics import Severity
from ppidgen.diagnostics.shown import LONGEST_PATH, place, shown
from ppidgen.report.diagnostic import Diagnostic, Diagnostics
from ppidgen.report.setting import Setting
from ppidgen.report.summary import severity_word, way_out
from ppidgen.source.xml_text import attribute, content


def render(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write errors and shortfalls as failures, advice as output of a passing case, waived ones as skipped."""
    failures = sum(one.severity is not Severity.ADVICE for one in diagnostics.told)
    skipped = len(diagnostics.waived)
    counts = f'tests="{len(diagnostics.told) + skipped}" failures="{failures}" errors="0" skipped="{skipped}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite name="ppidgen" {counts}>\n'
    for one in diagnostics.told:
        yield _case(one, _outcome(one, setting))
    for quiet in diagnostics.waived:
        yield _case(quiet.diagnostic, f"<skipped message={attribute(quiet.reason)}/>")
    yield "</testsuite>\n</testsuites>\n"


def _case(one: Diagnostic, outcome: str) -> str:
    name = attribute(f"{one.code} {place(one.span)}")
    return f"<testcase classname={attribute(shown(one.span.path, LONGEST_PATH))} name={name}>{outcome}</testcase>\n"


def _outcome(one: Diagnostic, setting: Setting) -> str:
    details = content("\n".join(part for part in (way_out(one, setting.words), "; ".join(one.citations)) if part))
    if one.severity is Severity.ADVICE:
        return f"<system-out>{content(one.message)}\n{details}</system-out>"
    kind = attribute(severity_word(one.severity, setting.words))
    return f"<failure type={kind} message={attribute(one.message)}>{details}</failure>"
