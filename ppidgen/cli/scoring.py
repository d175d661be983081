"""What the verbs about scores share: the rubric that was named, and where a scorecard is written."""

import os
import sys
from datetime import date
from difflib import get_close_matches
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen import __version__, editions
from ppidgen.cli import console, language
from ppidgen.diagnostics import Finding
from ppidgen.model.scorecard import Scorecard
from ppidgen.pipeline import shipped_law
from ppidgen.publish.faults import told
from ppidgen.report import FORMATS, SCORE_FORMATS, Setting, explain, shipped
from ppidgen.report.score_told import decimal
from ppidgen.scoring.reading import Read

_ENDINGS = (".yaml", ".yml")


def rubric_named(name: str, day: date) -> Read | None:
    """Read the edition or file that was named; tell its faults and give None when it has any."""
    if not name.endswith(_ENDINGS):
        found = editions.shipped(name, shipped_law())
        if found is None:
            raise click.UsageError(_unknown(name))
        return found
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(_("There is no rubric file {name!r}.").format(name=name))
    checked = editions.from_file(path, shipped_law())
    if checked.findings:
        tell_findings(checked.findings, path, day)
    return checked.value


def tell_findings(findings: tuple[Finding, ...], path: Path, day: date) -> None:
    """Tell the faults of a rubric on standard error, with the lines of its own file."""
    diagnostics = explain(findings, shipped.Rulebook(), (), as_of=day, language=language.current(), files=1)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()

    def line(_path: str, number: int) -> str | None:
        return lines[number - 1] if 0 < number <= len(lines) else None

    setting = Setting(shipped.words(language.current()), line, colour=console.has_colour(sys.stderr))
    console.tell(FORMATS["text"](diagnostics, setting).rstrip("\n"))


def _unknown(name: str) -> str:
    close = get_close_matches(name, editions.known(), 1, 0.6)
    told_first = _("There is no rubric edition {name!r}.").format(name=name)
    guess = _("Did you mean {guess}?").format(guess=close[0]) if close else ""
    return " ".join(
        filter(None, (told_first, guess, _("Editions: {names}.").format(names=", ".join(editions.known()))))
    )


def setting(*, colour: bool = False) -> Setting:
    """Give what a report of a score needs."""
    return Setting(shipped.score_words(language.current()), colour=colour, version=__version__)


def publish(card: Scorecard, form: str, output: Path | None) -> None:
    """Write a scorecard to a file, or to the terminal."""
    colour = form == "text" and output is None and console.has_colour(sys.stdout)
    write(SCORE_FORMATS[form](card, setting(colour=colour)), output)


def write(made: str | bytes, output: Path | None) -> None:
    """Write text or bytes to a file, or to the terminal."""
    if output is not None:
        with told(os.fspath(output)):
            output.write_bytes(made if isinstance(made, bytes) else made.encode())
    elif isinstance(made, bytes):
        console.result_bytes(made)
    else:
        console.result(made)


def tell_shortfall(card: Scorecard, least: int) -> None:
    """Say that the recorded total is below what was asked."""
    words = shipped.score_words(language.current())
    console.tell(words("below_min", value=decimal(card.recorded.value), least=least))
