"""`ppidgen evidence`: a questionnaire answered from the portal, with the file behind each answer."""

import mimetypes
import os
from collections.abc import Mapping
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppidgen.cli import console, parameters
from ppidgen.diagnostics import MachineFault

# The word that says why a pack holds no pictures, by the fault that kept them from being taken.
_WITHOUT = {"MSN053": "no_screenshot_browser", "MSN054": "no_screenshot_extra"}

if TYPE_CHECKING:
    from ppidgen.exchange.evidence.pack import Pack
    from ppidgen.exchange.evidence.screenshots import Files, Shot
    from ppidgen.model.rubrics.scorecard import Scorecard
    from ppidgen.options import Options
    from ppidgen.reading.study import Study


@parameters.verb("evidence", _("Write a questionnaire answered, with the document behind each answer."))
@parameters.portal_folder
@parameters.rubric
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=_("FOLDER"),
    required=True,
    help=_("Folder to write; it must be empty or not exist yet."),
)
@click.option(
    "--screenshots/--no-screenshots",
    "wanted",
    default=None,
    help=_("Take a picture of each page that shows an answer; left out, pictures are taken where this machine can."),
)
@parameters.as_of
@parameters.theme
def command(
    *, folder: Path, rubric: str, out: Path, wanted: bool | None, as_of: date | None, theme: Path | None
) -> int:
    """Make the pack."""
    from ppidgen import pipeline
    from ppidgen.assessment import assess
    from ppidgen.cli import scoring, telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.exchange.browser import is_confined
    from ppidgen.exchange.evidence.pack import make_pack
    from ppidgen.exchange.evidence.sheet import pack_files
    from ppidgen.machine import whole
    from ppidgen.machine.faults import told
    from ppidgen.options import Options
    from ppidgen.reading.study import read_portal

    if not whole.is_free(out):  # before the pictures, which take minutes
        raise MachineFault("MSN052", {"path": os.fspath(out)})
    options = Options(day_of_judgement(folder, as_of), theme=theme)
    read = scoring.rubric_named(rubric, options.as_of)
    if read is None:
        return 1
    study = read_portal(folder, options)
    # A pack leaves the office: what would stop a build, such as a withheld file or a person's number, stops it too.
    if not telling.tell_errors(pipeline.Outcome(study, study.findings), options, folder):
        return 1
    card = assess(study, read)
    words = scoring.setting().words
    with told(os.fspath(out)):
        shots, lacking = _pictures(folder, study, options, card, wanted=wanted)
        pack = make_pack(card, study.context, folder, words, shots)
        lacks = tuple(map(words, (*filter(None, (lacking,)), *(() if card.base_url else ("no_base_url",)))))
        files = pack_files(pack, words, lacks)
        with whole.staged(out) as stage:
            whole.put_below(stage, sorted(files.items()))
    console.result(_("Written: {folder} ({files}).").format(files=len(files), folder=out) + "\n")
    _tell_manners(pack)
    for sentence in lacks:
        console.result(sentence + "\n")
    if shots and not is_confined():
        console.result(_("The browser ran without its sandbox, which Chromium refuses to root.") + "\n")
    return 0


def _tell_manners(pack: "Pack") -> None:
    """Say of each file that is not enclosed whole how it is."""
    from ppidgen.cli import scoring
    from ppidgen.exchange.evidence.enclosed import Manner, manner_words

    told = (f"{one.name}: {manner_words(one, scoring.setting().words)}" for one in pack.enclosed
            if one.manner is not Manner.WHOLE)  # fmt: skip
    for line in dict.fromkeys(told):
        console.result(f"{line}\n")


def _pictures(
    folder: Path, study: "Study", options: "Options", card: "Scorecard", *, wanted: bool | None
) -> tuple[Mapping[str, "Shot"], str]:
    """Give pictures of the pages that show answers; without any, the word that says why.

    What was asked for and cannot be made is a MachineFault; what was not asked for is left out, and the pack says why.
    """
    from ppidgen.exchange.evidence.pack import shown_at
    from ppidgen.exchange.evidence.screenshots import taken

    if wanted is False:
        return {}, "no_screenshot"
    progress = console.ProgressLine()
    try:
        files = _files(folder, study, options)
        return taken(shown_at(card), files, card.base_url, options.as_of, progress), ""
    except MachineFault as fault:
        if wanted or fault.code not in _WITHOUT:
            raise
        return {}, _WITHOUT[fault.code]
    finally:
        progress.clear()


def _files(folder: Path, study: "Study", options: "Options") -> "Files":
    """Give the portal file by file, each made when it is asked for."""
    from ppidgen.cli.on_demand import Site
    from ppidgen.theme.load import load

    site = Site(folder, study.public, load(options.theme_folder))

    def file(path: str) -> tuple[bytes, str] | None:
        made = site.make(path)
        if made is None:
            return None
        if made.document:
            return Path(made.document).read_bytes(), mimetypes.guess_type(path)[0] or "application/octet-stream"
        return made.content, made.media_type

    return file
