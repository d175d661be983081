"""Diagnostics as Markdown, for a comment on a proposed change: one list item per finding."""

import re
from collections.abc import Iterable, Sequence

from ppidgen.diagnostics import Severity
from ppidgen.diagnostics.shown import place
from ppidgen.report.diagnostic import Diagnostic, Diagnostics
from ppidgen.report.setting import Setting
from ppidgen.report.summary import severity_word, summary

_SPECIAL = re.compile(r"[\\`*_\[\]()<>|~&$]")
# Hosts find mentions and references to issues in the rendered text, so that only a gap keeps them from being made.
_CALLS = re.compile(r"[@#](?=\w)")


def render(diagnostics: Diagnostics, setting: Setting) -> str:
    """Write a heading, the summary, and a list for each severity that occurs."""
    words = setting.words
    parts = [f"## {words('findings')}", summary(diagnostics, words)]
    for severity in sorted(Severity, key=lambda one: -one.rank):
        items = [_item(one) for one in diagnostics.told if one.severity is severity]
        if items:
            parts += [f"### {severity_word(severity, words).capitalize()}", "\n".join(items)]
    if diagnostics.waived:
        waived = [
            f"{_item(one.diagnostic)} {plain(words('waived_until', until=one.until.isoformat(), reason=one.reason))}"
            for one in diagnostics.waived
        ]
        parts += [f"### {words('waived').capitalize()}", "\n".join(waived)]
    return "\n\n".join(parts) + "\n"


def _item(one: Diagnostic) -> str:
    text = " ".join(plain(part) for part in (one.message, one.hint) if part)
    return f"- **{one.code}** {plain(place(one.span))}: {text}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of plain cells."""
    lines = [map(plain, heads), ["---"] * len(heads), *(map(plain, row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plain(text: str) -> str:
    """Give text that Markdown shows as it is, without mentions."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return _CALLS.sub(lambda found: found[0] + "<!-- -->", escaped)
