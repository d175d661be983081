"""From the outcome of a run to words, and from words to an exit code."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from gettext import gettext as _
from pathlib import Path

from ppidgen import __version__
from ppidgen.cli import console, language
from ppidgen.diagnostics import Finding, MachineFault, Severity, Span
from ppidgen.model.portal import registers
from ppidgen.options import Options
from ppidgen.pipeline import Outcome
from ppidgen.report import FORMATS, Diagnostics, Setting, explain, shipped, text
from ppidgen.report.explain import tell as explain_one
from ppidgen.source.files import FolderReader
from ppidgen.source.personal.personal_data import covered
from ppidgen.source.register_text.text import as_typed

# Withheld information, personal data, documents that act by themselves, addresses that cannot be written:
# no draft may show or attempt these.
LEAKS = ("DIK090", "DIK091", "DIK093", "DIP013", "DOK008", "DOK034", "PDP", "RUJ013", "SIT001", "SIT002")
EXEMPTIONS = f"{registers.CONTENT}/{registers.EXEMPTIONS.name}"


def diagnostics_of(outcome: Outcome, options: Options) -> Diagnostics:
    """Put everything that a run found into words."""
    return explain(
        outcome.findings,
        shipped.Rulebook(),
        outcome.study.context.portal.waivers,
        as_of=options.as_of,
        language=language.current(),
        files=outcome.study.register_files,
    )


def blocker(*, draft: bool) -> Callable[[Finding], bool]:
    """Say which findings keep a site from being published: errors, and for a draft only those that might leak.

    An exemption that could not be read names documents that nobody knows of then, so its errors might.
    """
    rulebook = shipped.Rulebook()

    def blocks(finding: Finding) -> bool:
        if rulebook[finding.code].severity is not Severity.ERROR:
            return False
        return not draft or finding.code.startswith(LEAKS) or finding.span.path.startswith(EXEMPTIONS)

    return blocks


def setting(folder: Path, *, colour: bool = False) -> Setting:
    """Give what a report needs, with the source lines of the portal in `folder`."""
    reader = FolderReader(folder)

    @cache
    def lines(path: str) -> list[str]:
        try:
            return as_typed(reader.read(path)).split("\n")
        except MachineFault:
            return []

    @cache  # many faults may stand in one line, and that may be a whole file long
    def line(path: str, number: int) -> str | None:
        found = lines(path)
        return covered(found[number - 1]) if 0 < number <= len(found) else None

    return Setting(shipped.words(language.current()), line, colour=colour, version=__version__)


def tell_alone(diagnostics: Diagnostics, folder: Path) -> None:
    """Tell those findings of a portal that concern the work in hand; none are counted, for there may be others."""
    parts = text.alone(diagnostics, setting(folder, colour=console.has_colour(sys.stderr)))
    console.tell("".join(parts).rstrip("\n"))


def errors_written(diagnostics: Diagnostics, folder: Path, *, colour: bool = False) -> str:
    """Write the errors among diagnostics as the terminal shows them; what else there is, is only counted."""
    shown = replace(setting(folder, colour=colour), least=Severity.ERROR)
    return "".join(FORMATS["text"](replace(diagnostics, waived=()), shown))


def tell_errors(outcome: Outcome, options: Options, folder: Path) -> bool:
    """Tell the errors of a portal from which something whole is to be made; give True when there is none."""
    diagnostics = diagnostics_of(outcome, options)
    if not diagnostics.at_least(Severity.ERROR):
        return True
    console.tell(errors_written(diagnostics, folder, colour=console.has_colour(sys.stderr)))
    console.tell(_("Nothing was written; entries with errors would be missing."))
    return False


def publish_report(
    diagnostics: Diagnostics, name: str, folder: Path, output: Path | None, least: Severity = Severity.ADVICE
) -> None:
    """Write a report in the format `name` to a file, or to the terminal; as text without what is below `least`."""
    colour = name == "text" and output is None and console.has_colour(sys.stdout)
    parts = FORMATS[name](diagnostics, replace(setting(folder, colour=colour), least=least))
    if output is None:
        (console.orders if name == "github" else console.results)(parts)
        return
    console.put_all(output, parts)


def sentence(fault: MachineFault) -> str:
    """Say in the rulebook's words what the machine cannot do, and what helps."""
    finding = Finding(fault.code, Span(fault.data.get("path", "")), fault.data)
    one = explain_one(finding, shipped.Rulebook()[fault.code], language.current())
    return " ".join(filter(None, (f"{one.code}: {one.message}", one.hint[:1].upper() + one.hint[1:])))


def exit_code(diagnostics: Diagnostics, level: Severity) -> int:
    """Give 1 when there is a finding of the level or a graver one."""
    return int(diagnostics.at_least(level))
