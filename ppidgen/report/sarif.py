"""Diagnostics as SARIF 2.1.0, which code-scanning services take in."""

from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import quote

from ppidgen.diagnostics import Severity, Span
from ppidgen.report.diagnostic import Diagnostic, Diagnostics, Waived
from ppidgen.report.json_parts import in_parts
from ppidgen.report.setting import Setting

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.SHORTFALL: "warning", Severity.ADVICE: "note"}


def render(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write one run with the rules that were broken and a result for each finding."""
    broken = {one.code: one for one in chain(diagnostics.told, (one.diagnostic for one in diagnostics.waived))}
    rules = {code: _rule(one) for code, one in sorted(broken.items())}
    index = {code: number for number, code in enumerate(rules)}
    results = chain(
        (_result(one, index) for one in diagnostics.told), (_suppressed(one, index) for one in diagnostics.waived)
    )
    driver = {
        "name": "ppidgen",
        **({"version": setting.version} if setting.version else {}),
        "rules": list(rules.values()),
    }
    # Columns count characters here, as our spans do; SARIF's own default is UTF-16 units.
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": diagnostics.language,
        "results": [],
    }
    return in_parts({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, {"results": results})


def _rule(one: Diagnostic) -> dict[str, Any]:
    return {
        "id": one.code,
        "name": one.name,
        "defaultConfiguration": {"level": LEVELS[one.severity]},
        "properties": {"citations": list(one.citations)},
    }


def _result(one: Diagnostic, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": index[one.code],
        "level": LEVELS[one.severity],
        "message": {"text": " ".join(part for part in (one.message, one.hint) if part)},
        "locations": [_location(one.span)],
    }
    if one.related:
        result["relatedLocations"] = [
            _location(other.span) | ({"message": {"text": other.words}} if other.words else {}) for other in one.related
        ]
    return result


def _suppressed(one: Waived, index: dict[str, int]) -> dict[str, Any]:
    return {**_result(one.diagnostic, index), "suppressions": [{"kind": "external", "justification": one.reason}]}


def _location(span: Span) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(span.path.encode("utf-8", "replace"))}}
    if span.line:
        region = {"startLine": span.line, "startColumn": max(1, span.column)}
        if span.end_line >= span.line:
            region |= {"endLine": span.end_line, "endColumn": max(1, span.end_column)}
        physical["region"] = region
    return {"physicalLocation": physical}
