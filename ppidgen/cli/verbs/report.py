"""`ppidgen report`: draft the yearly service report from the register of cases."""

from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import parameters, unread
from ppidgen.cli.output import PAPERS, put
from ppidgen.model.portal import registers


@parameters.verb("report", _("Draft the service report of a year; its numbers are those of the register."))
@click.argument("year", metavar=_("YEAR"), type=parameters.WholeNumber(2100), help=_("Year of the report."))
@parameters.portal_folder
@parameters.written_as(
    ("markdown", "json", *PAPERS), _("Markdown, JSON for a program, or a document (PDF, DOCX)."), "markdown"
)
@parameters.document_file
@parameters.as_of
def command(*, year: int, folder: Path, form: str, out: Path | None, as_of: date | None) -> int:
    """Draft the report of one year."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.papers import annual_report
    from ppidgen.exchange.papers.rendering import rendered
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    parameters.need_file(out, is_document=form in PAPERS)
    context = read_portal(folder, Options(day_of_judgement(folder, as_of))).context
    unread.tell(context.portal.rejected)
    known = annual_report.years_known(context)
    if year not in known:
        told = _("There is neither a case nor a report of {year}.")
        others = _("Known are: {known}.").format(known=", ".join(map(str, known))) if known else ""
        hint = _(
            "If nobody asked for anything in that year, write {file} with the number 0; "
            "what it holds: ppidgen explain LAP001"
        )
        place = f"{registers.CONTENT}/{registers.REPORTS.name}/{year}.yaml"
        raise click.UsageError(" ".join(filter(None, (told.format(year=year), others, hint.format(file=place)))))
    draft = annual_report.draft(context, year)
    content: str | bytes
    if form in PAPERS:
        content = rendered(annual_report.as_paper(context, draft), form)
    else:
        write = annual_report.as_json if form == "json" else annual_report.as_markdown
        content = write(context, draft)
    put(content, out, context.portal)
    return 0
