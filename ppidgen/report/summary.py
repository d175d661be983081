"""The last line of a report: how much of what, in how many files."""

from ppidgen.diagnostics import Severity
from ppidgen.model.words import Words
from ppidgen.report.diagnostic import Diagnostics

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


def severity_word(severity: Severity, words: Words) -> str:
    """Name a severity in the language of the report."""
    return words(KEYS[severity])
