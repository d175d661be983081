"""`ppidgen explain`: what the rulebook says of a code, or the list of all codes; what a rubric asks, and how."""

from difflib import get_close_matches
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli import console, language, parameters

_MOST_SIMILAR = 5
_SUBJECT = 3
_DIGITS = 3


@parameters.verb("explain", _("Explain a finding by its code; without a code, list them all."))
@click.argument(
    "code",
    metavar=_("[CODE]"),
    required=False,
    help=_("Code of a finding, such as SKM012; a rubric edition, or an item of it: kkp-2024:kkp24-4."),
)
def command(code: str | None) -> int:
    """Print a page of the rulebook, or of a rubric."""
    from ppidgen.reading import rubric_files
    from ppidgen.report import shipped
    from ppidgen.report.rulebook_page import explain_page, unknown_code
    from ppidgen.report.summary import severity_word

    rulebook, words = shipped.Rulebook(), shipped.words(language.current())
    if code is None:
        listed = (
            f"{page.code}  {severity_word(page.severity, words):<10}  {page.name}\n" for page in rulebook.values()
        )
        console.shipped("".join(listed))
        return 0
    if code in rubric_files.known() or code.endswith(rubric_files.ENDING):
        return _of_a_rubric(code, "")
    if ":" in code:
        name, _colon, item = code.rpartition(":")
        return _of_a_rubric(name, item)
    page = explain_page(code, rulebook, words)
    if page is not None:
        console.shipped(page)
        return 0
    similar = [f"  {found}  {rulebook[found].name}" for found in _similar(code.upper(), list(rulebook))]
    lines = [unknown_code(code, words), *([_("Similar codes:")] if similar else ()), *similar]
    raise click.UsageError("\n".join(lines))


def _of_a_rubric(name: str, item: str) -> int:
    """Print what a rubric is, or how an item of it is judged (`kaltim-2025:jenis.lapkeu`)."""
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.cli.scoring import rubric_named
    from ppidgen.reading.shipped import shipped_law
    from ppidgen.report import shipped
    from ppidgen.report.criterion_page import edition_page, item_page, names_of

    read = rubric_named(name, day_of_judgement(Path(), None))
    if read is None:
        return 1
    words, rubric = shipped.score_words(language.current()), read.rubric
    page = item_page(rubric, item, shipped_law(), words) if item else edition_page(rubric, words)
    if page is not None:
        console.shipped(page)
        return 0
    close = get_close_matches(item, sorted(names_of(rubric)), _MOST_SIMILAR, 0.5)
    told = words("unknown_criterion", edition=name, id=item)
    raise click.UsageError("\n".join((told, *(f"  {name}:{one}" for one in close))))


def _similar(code: str, codes: list[str]) -> list[str]:
    """Give the code that was typed without its zeros, else codes that look like it, else those of its subject."""
    full = f"{code[:_SUBJECT]}{code[_SUBJECT:]:0>{_DIGITS}}"
    if full in codes:
        return [full]
    close = get_close_matches(code, codes, _MOST_SIMILAR, 0.6)
    return close or [found for found in codes if found[:_SUBJECT] == code[:_SUBJECT]][:_MOST_SIMILAR]
