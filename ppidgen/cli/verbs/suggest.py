"""`ppidgen suggest`: propose duties for entries that name none; nothing is written."""

from gettext import gettext as _
from pathlib import Path

from ppidgen.cli import console, parameters, unread

# The keys of report.suggestions.SUGGESTION_FORMATS, written out so that --help need not load the whole chapter.
FORMATS = ("text", "json", "csv")


@parameters.verb("suggest", _("Propose duties for entries that name none; nothing is written."))
@parameters.portal_folder
@parameters.told_as(FORMATS, _("How to write the proposals."))
def command(folder: Path, form: str) -> int:
    """Propose duties for the entries of the portal in a folder."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.duties.suggest import make_suggester, unclaimed
    from ppidgen.model.law.duty import scopes_of
    from ppidgen.model.portal import registers
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal
    from ppidgen.report.suggestions import SUGGESTION_FORMATS, rows_of

    context = read_portal(folder, Options(day_of_judgement(folder, None))).context
    suggester = make_suggester(context.law, scopes_of(context.portal.body))
    told = rows_of(unclaimed(context.portal, suggester))
    entries = registers.INFORMATION.name
    unread.tell({entries: context.portal.rejected.get(entries, frozenset())})
    console.result(SUGGESTION_FORMATS[form](told))
    with_any = len({row.entry for row in told.rows if row.code})
    if form == "text":
        summary = _(
            "{entries} entries name no duty; for {proposed} there is a proposal. Look at each before you copy it."
        )
        console.tell(summary.format(entries=told.entries, proposed=with_any))
    return 0
