"""`ppidgen check`: tell every fault of the portal and write nothing."""

from datetime import date
from gettext import gettext as _
from pathlib import Path

from ppidgen.cli import console, parameters
from ppidgen.diagnostics import Severity

# The keys of report.FORMATS, written out so that --help need not load the whole chapter.
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
# Among more findings than these, errors are hard to find at a terminal.
MANY = 20


@parameters.verb("check", _("Tell every fault of the portal; nothing is written."))
@parameters.portal_folder
@parameters.written_as(FORMATS, _("How to write the findings."))
@parameters.text_file
@parameters.severity(
    "--show",
    Severity.ADVICE,
    _("Show as text only findings of this severity and graver ones; the last line counts all."),
)
@parameters.as_of
@parameters.level
@parameters.theme
def command(
    *,
    folder: Path,
    form: str,
    out: Path | None,
    show: Severity,
    as_of: date | None,
    level: Severity,
    theme: Path | None,
) -> int:
    """Check the portal in a folder."""
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.options import Options

    progress = console.ProgressLine()
    options = Options(day_of_judgement(folder, as_of), progress=progress, theme=theme)
    try:
        diagnostics = telling.diagnostics_of(pipeline.check(folder, options), options)
    finally:
        progress.clear()
    telling.publish_report(diagnostics, form, folder, out, show)
    errors, all_told = diagnostics.counts[Severity.ERROR], len(diagnostics.told)
    if form == "text" and show is Severity.ADVICE and 0 < errors < all_told and all_told > MANY:
        console.tell(
            _("Only what keeps the portal from being published: ppidgen check --show {level}").format(
                level=Severity.ERROR.value
            )
        )
    return telling.exit_code(diagnostics, level)
