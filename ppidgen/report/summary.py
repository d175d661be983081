"""Sentences that several forms of a report share: how much of what in how many files, and the way out of a finding."""

from ppidgen.diagnostics import Severity
from ppidgen.model.language.words import Words
from ppidgen.report.diagnostic import Diagnostic, Diagnostics

KEYS = {Severity.ERROR: "error", Severity.SHORTFALL: "shortfall", Severity.ADVICE: "advice"}


def summary(diagnostics: Diagnostics, words: Words) -> str:
    """Count the findings in words; waived ones are named when there are any."""
    counts = diagnostics.counts
    if not any(counts.values()) and not diagnostics.waived and diagnostics.files:
        return words("nothing", files=diagnostics.files)
    numbers = {f"{KEYS[severity]}s": count for severity, count in counts.items()}
    key = "summary" if diagnostics.files else "summary_bare"
    line = words(key, files=diagnostics.files, **numbers)
    if diagnostics.waived:
        line += " · " + words("waived_count", count=len(diagnostics.waived))
    return line


def way_out(one: Diagnostic, words: Words) -> str:
    """Give the hint of a finding as a sentence of its own that follows its message; "" where there is none."""
    return f"{words('hint').capitalize()}: {one.hint}" if one.hint else ""


def severity_word(severity: Severity, words: Words) -> str:
    """Name a severity in the language of the report."""
    return words(KEYS[severity])
