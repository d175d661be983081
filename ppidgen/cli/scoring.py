"""What the verbs about scores share: the rubric that was named, and where a scorecard is written."""

import sys
import time
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen import __version__
from ppidgen.assessment import assess, facts_of, of_unit
from ppidgen.cli import console, language, parameters, telling, unread
from ppidgen.cli.moment import day_of_judgement
from ppidgen.cli.network.links import Result, answers, named_links, tried
from ppidgen.cli.score_wishes import Wishes
from ppidgen.diagnostics import Finding, Severity
from ppidgen.diagnostics.nearest import nearest
from ppidgen.exchange.score_sheet import score_csv, score_xlsx, several_csv, several_xlsx
from ppidgen.machine import whole
from ppidgen.model.rubrics.scorecard import LinkState, Scorecard
from ppidgen.options import Options
from ppidgen.past_scores import Past, past_of, trend
from ppidgen.reading import rubric_files
from ppidgen.reading.study import Study, read_portal
from ppidgen.report import FORMATS, Setting, explain, shipped
from ppidgen.report.scores.formats import SCORE_FORMATS, SEVERAL_FORMATS
from ppidgen.rules import inspect_evidence
from ppidgen.scoring.comparison import moves
from ppidgen.scoring.facts import NO_LINKS
from ppidgen.scoring.reading import Read
from ppidgen.scoring.several import Comparison, Row, Series, Several, Way, figures_of, rows_of
from ppidgen.scoring.target import path_to
from ppidgen.scoring.told import decimal
from ppidgen.source.history import Commit
from ppidgen.source.register_text.text import as_typed

_ENDINGS = (".yaml", ".yml")


def rubric_named(name: str, day: date) -> Read | None:
    """Read the edition or file that was named; tell its faults and give None when it has any."""
    if not name.endswith(_ENDINGS):
        found = rubric_files.shipped(name)
        if found is None:
            raise click.UsageError(_unknown(name))
        return found
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(_("There is no rubric file {name!r}.").format(name=name))
    checked = rubric_files.from_file(path)
    if checked.findings:
        tell_findings(checked.findings, path, day)
    return checked.value


def tell_findings(findings: tuple[Finding, ...], path: Path, day: date) -> None:
    """Tell the faults of a rubric on standard error, with the lines of its own file."""
    diagnostics = explain(findings, shipped.Rulebook(), (), as_of=day, language=language.current(), files=1)
    lines = as_typed(path.read_bytes()).split("\n")

    def line(_path: str, number: int) -> str | None:
        return lines[number - 1] if 0 < number <= len(lines) else None

    setting = Setting(shipped.words(language.current()), line, colour=console.has_colour(sys.stderr))
    console.tell("".join(FORMATS["text"](diagnostics, setting)).rstrip("\n"))


def faults_in_evidence(study: Study, read: Read, folder: Path) -> int:
    """Tell the faults in the evidence for a rubric on standard error; give the exit code for them."""
    context = study.context
    diagnostics = explain(
        inspect_evidence(context, read.rubric),
        shipped.Rulebook(),
        context.portal.waivers,
        as_of=context.standing.as_of,
        language=language.current(),
        files=study.register_files,
    )
    if diagnostics.told:
        telling.tell_alone(diagnostics, folder)
    return telling.exit_code(diagnostics, Severity.ERROR)


def _unknown(name: str) -> str:
    close = nearest(name, rubric_files.known())
    told_first = _("There is no rubric edition {name!r}.").format(name=name)
    guess = _("Did you mean {guess}?").format(guess=close) if close else ""
    return " ".join(
        filter(None, (told_first, guess, _("Editions: {names}.").format(names=", ".join(rubric_files.known()))))
    )


def setting(*, colour: bool = False) -> Setting:
    """Give what a report of a score needs."""
    return Setting(shipped.score_words(language.current()), colour=colour, version=__version__)


def answer(wishes: Wishes, progress: console.ProgressLine) -> int:
    """Give what was asked for, and the exit code."""
    folder = wishes["folder"]
    options = Options(day_of_judgement(folder, wishes["as_of"]), theme=wishes["theme"], progress=progress)
    read = rubric_named(wishes["rubric"], options.as_of)
    if read is None:
        return 1
    if wishes["span"] or wishes["pair"] or wishes["revision"]:
        return _over_time(wishes, options, read)
    study = read_portal(folder, options)
    unread.tell(study.context.portal.rejected)
    unit = _unit(study, wishes["unit"])
    chosen = of_unit(study, wishes["unit"]) if wishes["unit"] else study
    links = _checked(folder, chosen) if wishes["network"] else NO_LINKS
    unsound = faults_in_evidence(study, read, folder)
    equal = wishes["equal_weights"]
    if wishes["per_unit"]:
        cards = (
            assess(of_unit(study, one.id), read, links=links, equal_weights=equal, unit=one.name)
            for one in study.context.portal.units
        )
        rows = tuple(Row(card.unit, card.as_of, figures_of(card)) for card in cards)
        return _several(Series("unit_name", read.rubric, rows), rows, wishes) or unsound
    card = assess(chosen, read, links=links, equal_weights=equal, unit=unit)
    if wishes["target"] is not None:
        way = Way(card, path_to(Fraction(wishes["target"]), card.rubric, facts_of(study, card.rubric, links)))
        return _several(way, rows_of(way), wishes) or unsound
    return _told(card, wishes) or unsound


def _checked(folder: Path, study: Study) -> dict[str, LinkState]:
    """Try the links of a portal, and say beside the score what became of them."""
    results = tried(folder, named_links(study), time.time())
    counts = {one.value: sum(result is one for result in results.values()) for one in Result}
    console.tell(setting().words("links_tried", **{name: str(count) for name, count in counts.items()}))
    return answers(results)


def _unit(study: Study, unit: str | None) -> str:
    known = study.context.portal.unit_by_id
    parameters.known_unit(unit or "", known)
    return known[unit].name if unit else ""


def _over_time(wishes: Wishes, options: Options, read: Read) -> int:
    """Score commits: one, two that are compared, or several after one another; the last is held to the least."""
    as_of = wishes["as_of"]
    with past_of(wishes["folder"], options, equal_weights=wishes["equal_weights"]) as past:
        history = past.history
        if wishes["revision"]:
            return _told(past.score(history.commit(wishes["revision"]), read, as_of), wishes)
        if wishes["pair"]:
            return _compared([history.commit(name) for name in wishes["pair"]], past, read, wishes)
        found = {"tags": history.tags, "months": history.months, "commits": history.commits}[wishes["span"] or "tags"]()
        newest = len(found) if wishes["newest"] is None else wishes["newest"]
        if history.is_cut_off:
            console.tell(setting().words("history_cut_off"))
        rows = trend(past, found[max(0, len(found) - newest) :], read, wishes["folder"], as_of)
    return _several(Series("commit", read.rubric, rows, in_time=True), rows[-1:], wishes)


def _compared(commits: Sequence[Commit], past: Past, read: Read, wishes: Wishes) -> int:
    cards = [past.score(one, read, wishes["as_of"]) for one in commits]
    before, after = (Row(one.name, card.as_of, figures_of(card)) for one, card in zip(commits, cards, strict=True))
    return _several(Comparison(read.rubric, before, after, moves(*cards)), (after,), wishes)


def _told(card: Scorecard, wishes: Wishes) -> int:
    publish(card, wishes["form"], wishes["out"])
    return _verdict([Row("", card.as_of, figures_of(card))], wishes["least"])


def _several(several: Several, held: Iterable[Row], wishes: Wishes) -> int:
    """Write several scores, and hold those that are to be held to the least."""
    sheets = {"csv": several_csv, "xlsx": several_xlsx}
    form = wishes["form"]
    if form in sheets:
        write(sheets[form](several, setting().words), wishes["out"])
    else:
        write(SEVERAL_FORMATS[form](several, setting()), wishes["out"])
    return _verdict(held, wishes["least"])


def _verdict(rows: Iterable[Row], least: int | None) -> int:
    """Give the exit code of scores that must each reach the least; those that do not are told by name."""
    low = [row for row in rows if least is not None and row.figures.recorded.value < least]
    for row in low:
        told_value = setting().words("below_min", value=decimal(row.figures.recorded.value), least=least)
        console.tell(f"{row.name}: {told_value}" if row.name else told_value)
    return 1 if low else 0


def publish(card: Scorecard, form: str, output: Path | None) -> None:
    """Write a scorecard to a file, or to the terminal."""
    colour = form == "text" and output is None and console.has_colour(sys.stdout)
    sheets = {"csv": score_csv, "xlsx": score_xlsx}
    if form in sheets:
        write(sheets[form](card, setting().words), output)
    else:
        write(SCORE_FORMATS[form](card, setting(colour=colour)), output)


def write(made: str | bytes, output: Path | None) -> None:
    """Write text or bytes to a file, or to the terminal."""
    if output is not None and isinstance(made, str):
        console.put(output, made)
    elif output is not None and isinstance(made, bytes):
        whole.put(output, (made,))
    elif isinstance(made, bytes) and not made.startswith(BOM_UTF8):
        console.result_bytes(made)
    elif isinstance(made, bytes):  # a table, which is text
        console.result(made.decode())
    else:
        console.result(made)
