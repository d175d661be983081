"""Diagnostics for programs, as JSON with a version number."""

from collections.abc import Iterator
from typing import Any

from ppidgen.diagnostics import Span
from ppidgen.diagnostics.shown import shown
from ppidgen.report.diagnostic import Diagnostic, Diagnostics, Waived
from ppidgen.report.json_parts import in_parts
from ppidgen.report.setting import Setting

VERSION = 1
_LONGEST_DATUM = 600


def render(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write everything that was told, every finding in full."""
    document = {
        "version": VERSION,
        "tool": {"name": "ppidgen", "version": setting.version},
        "as_of": diagnostics.as_of.isoformat() if diagnostics.as_of else None,
        "language": diagnostics.language,
        "files": diagnostics.files,
        "counts": {severity.value: count for severity, count in diagnostics.counts.items()},
        "findings": [],
        "waived": [],
    }
    return in_parts(document, {"findings": map(as_table, diagnostics.told), "waived": map(_waived, diagnostics.waived)})


def as_table(one: Diagnostic) -> dict[str, Any]:
    """Give one diagnostic as plain values."""
    data = one.finding.data if one.finding else {}
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        **_place(one.span),
        "message": one.message,
        "hint": one.hint,
        "citations": list(one.citations),
        "related": [{**_place(other.span), "words": other.words} for other in one.related],
        "data": {key: shown(value, _LONGEST_DATUM) for key, value in sorted(data.items())},
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": shown(span.path, 240),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _waived(one: Waived) -> dict[str, Any]:
    return {**as_table(one.diagnostic), "reason": one.reason, "until": one.until.isoformat()}
