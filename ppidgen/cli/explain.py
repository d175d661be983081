"""`ppidgen explain`: what the rulebook says of a code, or the list of all codes."""

from difflib import get_close_matches
from gettext import gettext as _

import click

from ppidgen.cli import console, language, parameters

_MOST_SIMILAR = 5
_SUBJECT = 3


@parameters.verb("explain", _("Explain a finding by its code; without a code, list them all."))
@click.argument("code", metavar=_("[CODE]"), required=False, help=_("Code of a finding, such as SKM012."))
def command(code: str | None) -> int:
    """Print a page of the rulebook."""
    from ppidgen.report import shipped
    from ppidgen.report.rulebook_page import explain_page, unknown_code
    from ppidgen.report.summary import severity_word

    if code and ":" in code:
        return _criterion(code)
    rulebook, words = shipped.Rulebook(), shipped.words(language.current())
    if code is None:
        listed = (
            f"{page.code}  {severity_word(page.severity, words):<10}  {page.name}\n" for page in rulebook.values()
        )
        console.result("".join(listed))
        return 0
    page = explain_page(code, rulebook, words)
    if page is not None:
        console.result(page)
        return 0
    similar = [f"  {found}  {rulebook[found].name}" for found in _similar(code.upper(), list(rulebook))]
    lines = [unknown_code(code, words), *([_("Similar codes:")] if similar else ()), *similar]
    raise click.UsageError("\n".join(lines))


def _criterion(asked: str) -> int:
    """Print how a criterion of a rubric is judged (`kaltim-2025:jenis.lapkeu`)."""
    from ppidgen import editions
    from ppidgen.pipeline import shipped_law
    from ppidgen.report import shipped
    from ppidgen.report.criterion_page import criterion_page

    edition, _colon, name = asked.partition(":")
    read = editions.shipped(edition, shipped_law())
    if read is None:
        names = ", ".join(editions.known())
        raise click.UsageError(_("There is no rubric edition {name!r}.").format(name=edition) + f" {names}")
    words, known = shipped.score_words(language.current()), read.rubric.criterion_by_id
    if name not in known:
        close = get_close_matches(name, sorted(known), _MOST_SIMILAR, 0.5)
        told = words("unknown_criterion", edition=edition, id=name)
        raise click.UsageError("\n".join((told, *(f"  {edition}:{one}" for one in close))))
    console.result(criterion_page(read.rubric, known[name], shipped_law(), words))
    return 0


def _similar(code: str, codes: list[str]) -> list[str]:
    """Give codes that look like what was typed, else those of the same subject."""
    close = get_close_matches(code, codes, _MOST_SIMILAR, 0.6)
    return close or [found for found in codes if found[:_SUBJECT] == code[:_SUBJECT]][:_MOST_SIMILAR]
