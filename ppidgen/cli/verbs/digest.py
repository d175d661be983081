"""`ppidgen digest`: what the last seven days of requests say."""

from datetime import date
from gettext import gettext as _
from pathlib import Path

from ppidgen.cli import language, parameters, unread
from ppidgen.cli.output import put


@parameters.verb("digest", _("Sum up the week: what was asked, what waits, what to publish first."))
@parameters.portal_folder
@parameters.written_as(("text", "markdown", "json"), _("Text, Markdown for a message, or JSON for a program."))
@parameters.text_file
@parameters.as_of
def command(*, folder: Path, form: str, out: Path | None, as_of: date | None) -> int:
    """Tell the week that ends today, or on the day given."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.duties.digest import digest_of
    from ppidgen.exchange import case_board, week_digest
    from ppidgen.exchange.tables import report_words
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    context = read_portal(folder, Options(day_of_judgement(folder, as_of))).context
    digest = digest_of(context)
    words = report_words(language.current(), case_board.WORDS)
    told = (
        week_digest.digest_json(digest)
        if form == "json"
        else week_digest.digest_text(digest, words, marked=form == "markdown")
    )
    put(told, out, context.portal)
    unread.tell(context.portal.rejected)
    return 0
