"""Diagnostics as workflow commands, which GitHub shows beside the changed lines.

A value that could end its line or its property could start a command of its own in the CI log; so `%`, CR, LF,
`:` and `,` are written as the codes that the runner decodes, and anything else unprintable was made visible before.
"""

from collections.abc import Iterator

from ppidgen.diagnostics import Severity
from ppidgen.diagnostics.shown import place
from ppidgen.model.language.words import Words
from ppidgen.report.diagnostic import Diagnostic, Diagnostics
from ppidgen.report.setting import Setting
from ppidgen.report.summary import summary, way_out

LEVELS = {Severity.ERROR: "error", Severity.SHORTFALL: "warning", Severity.ADVICE: "notice"}


def render(diagnostics: Diagnostics, setting: Setting) -> Iterator[str]:
    """Write one command per line, then the summary."""
    for one in diagnostics.told:
        yield f"{_command(one, setting.words)}\n"
    yield f"{summary(diagnostics, setting.words)}\n"


def _command(one: Diagnostic, words: Words) -> str:
    span = one.span
    properties = {"file": span.path}
    if span.line:
        properties |= {"line": str(span.line), "col": str(span.column)}
    if span.line and span.end_line == span.line:
        properties["endColumn"] = str(span.end_column)
    properties["title"] = f"{one.code} {one.name}"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    also = [f"{place(other.span)} {other.words}".rstrip() for other in one.related]
    text = "\n".join(part for part in (one.message, way_out(one, words), *also, "; ".join(one.citations)) if part)
    return f"::{LEVELS[one.severity]} {written}::{_message(text)}"


def _message(text: str) -> str:
    # U+2028, NEL and their like are line breaks to some log viewers; `shown` has made them visible already.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
