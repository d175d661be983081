"""Faults in the forms that a body made itself: they lack what the law wants, or ask for more than it allows."""

import re
from collections.abc import Iterable, Iterator

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.law.application_form import ApplicationForm
from ppidgen.model.records.service import Procedure
from ppidgen.rules.rule import Rule

# Words of so few letters begin too many others.
SHORT = 3


def form_lacks(context: Context) -> Iterator[Finding]:
    """Tell a form that lacks something of Perki 1/2021 Pasal 29(5) or 41(5)."""
    for procedure, form in _forms(context):
        lines = [line.casefold() for line in procedure.form_lines]
        missing = [item.name for item in form.items if not _any_says(lines, item.words)]
        if lines and missing:
            data = {"missing": ", ".join(missing), "basis": context.law.cite(form.basis)}
            yield Finding("LYN019", procedure.span("form_lines"), data)


def form_asks_more(context: Context) -> Iterator[Finding]:
    """Tell a form, or a list of what to bring, that asks for what no law wants."""
    for procedure, form in _forms(context):
        for name in ("form_lines", "requirements"):
            for place, line in enumerate(getattr(procedure, name)):
                word = next((word for word in form.excess if _says(line.casefold(), word)), None)
                if word:
                    data = {"line": line, "basis": context.law.cite(form.basis)}
                    yield Finding("LYN020", procedure.span(name, place), data)


def _forms(context: Context) -> Iterator[tuple[Procedure, ApplicationForm]]:
    for service in context.portal.services:
        if isinstance(service, Procedure) and service.kind in context.law.forms:
            yield service, context.law.forms[service.kind]


def _any_says(lines: Iterable[str], words: tuple[str, ...]) -> bool:
    return any(_says(line, word) for line in lines for word in words)


def _says(line: str, word: str) -> bool:
    """Say whether a line holds a word, whole or with an ending: "nik" is not meant by "teknik", nor "kk" by "kkpr"."""
    end = r"(?!\w)" if len(word) <= SHORT else ""
    return re.search(rf"(?<!\w){re.escape(word)}{end}", line) is not None


RULES = (
    Rule("LYN019", (), form_lacks),
    Rule("LYN020", (), form_asks_more),
)
