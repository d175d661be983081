"""Diagnostics as Markdown, for a comment on a proposed change: one list item per finding."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ppidgen.diagnostics.shown import place
from ppidgen.model.language.words import Words
from ppidgen.report.diagnostic import Diagnostic, Diagnostics
from ppidgen.report.setting import Setting
from ppidgen.report.summary import severity_word, summary, way_out

_SPECIAL = re.compile(r"[\\`*_\[\]()<>|~&$]")
# Hosts find mentions and references to issues in the rendered text, so that only a gap keeps them from being made.
_CALLS = re.compile(r"[@#](?=\w)")


def render(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write a heading, the summary, and a list for each severity that occurs."""
    words = setting.words
    yield f"## {words('findings')}\n\n{summary(diagnostics, words)}\n"
    for severity in (severity for severity, count in diagnostics.counts.items() if count):
        yield _heading(severity_word(severity, words))
        for one in diagnostics.told:
            if one.severity is severity:
                yield f"{_item(one, words)}\n"
    if diagnostics.waived:
        yield _heading(words("waived"))
    for quiet in diagnostics.waived:
        until = words("waived_until", until=quiet.until.isoformat(), reason=quiet.reason)
        yield f"{_item(quiet.diagnostic, words)} {plain(until)}\n"


def _heading(word: str) -> str:
    return f"\n### {word.capitalize()}\n\n"


def _item(one: Diagnostic, words: Words) -> str:
    text = " ".join(plain(part) for part in (one.message, way_out(one, words)) if part)
    return f"- **{one.code}** {plain(place(one.span))}: {text}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of plain cells."""
    lines = [map(plain, heads), ["---"] * len(heads), *(map(plain, row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plain(text: str) -> str:
    """Give text that Markdown shows as it is, without mentions."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return _CALLS.sub(lambda found: found[0] + "<!-- -->", escaped)
