"""`ppidgen verify`: compare a published portal with what its registers make, file by file."""

import gc
import os
from datetime import date
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from ppidgen.cli import console, parameters

if TYPE_CHECKING:
    from ppidgen.publish.comparison import Difference


@parameters.verb("verify", _("Compare a published portal with a fresh build. Nothing is changed."))
@parameters.portal_folder
@click.option(
    "--against",
    "published",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar=_("FOLDER"),
    required=True,
    help=_("Folder of the published portal, such as a copy taken from its server."),
)
@parameters.as_of
@click.option(
    "--base-url",
    metavar=_("ADDRESS"),
    default="",
    callback=parameters.address,
    help=_("Address at which the portal stands; wins over situs.yaml."),
)
@parameters.theme
@click.option("--no-search", is_flag=True, help=_("The portal was built without the search index."))
@click.option(
    "--except",
    "left_out",
    multiple=True,
    metavar=_("PATTERN"),
    help=_("Files that the server itself adds, such as .htaccess or '*.gz'; may be given several times."),
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=_("Form of the report."))
def command(  # noqa: PLR0913 - click hands over each option as an argument
    *,
    folder: Path,
    published: Path,
    as_of: date | None,
    base_url: str,
    theme: Path | None,
    no_search: bool,
    left_out: tuple[str, ...],
    form: str,
) -> int:
    """Build the portal aside, as on the day on which it was published, and compare."""
    gc.disable()  # as for a build
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.publish.comparison import differences
    from ppidgen.publish.manifest import day_of
    from ppidgen.theme.location import built_in

    day = as_of or day_of(os.fspath(published)) or day_of_judgement(folder, None)
    options = pipeline.Options(day, base_url=base_url, search=not no_search)
    with TemporaryDirectory(prefix="ppidgen-") as aside:
        out = Path(aside, "site")
        outcome = pipeline.build(
            folder, out, theme or built_in(parameters.STANDARD_THEME), options, telling.blocker(draft=False)
        )
        if outcome.published is None:
            telling.publish_report(telling.diagnostics_of(outcome, options), "text", folder, None)
            console.tell(_("The registers hold errors, so there is nothing to compare with."))
            return 1
        found = differences(os.fspath(out), os.fspath(published), left_out)
    count = len(outcome.published.files)
    console.result(_as_json(found, day) if form == "json" else _as_text(found, day, count))
    return int(bool(found))


def _as_json(found: "tuple[Difference, ...]", day: date) -> str:
    import json

    listed = [
        {
            "path": one.path,
            "change": one.change.value,
            "brought": [{"kind": kind, "value": value} for kind, value in one.brought],
        }
        for one in found
    ]
    told = {"equal": not found, "day": day.isoformat(), "differences": listed}
    return json.dumps(told, ensure_ascii=True, indent=2) + "\n"


def _as_text(found: "tuple[Difference, ...]", day: date, count: int) -> str:
    if not found:
        same = _("The published portal is exactly what its registers make: {count} files, as on {day}.")
        return same.format(count=count, day=day.isoformat()) + "\n"
    lines = []
    for one in found:
        lines.append(f"{_change(one.change.value):<11} {_plain(one.path)}")
        lines += [f"            + {_kind(kind)}: {_plain(value)}" for kind, value in one.brought]
    summary = _("{count} files are not as the registers make them (as on {day}).")
    return "\n".join([*lines, "", summary.format(count=len(found), day=day.isoformat()), ""])


def _plain(text: str) -> str:
    """Keep what a stranger wrote on one line and from steering the terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _change(name: str) -> str:
    return {"changed": _("changed"), "added": _("added"), "missing": _("missing")}[name]


def _kind(name: str) -> str:
    return {
        "link": _("link"),
        "script": _("script"),
        "frame": _("frame"),
        "form": _("form that sends"),
    }.get(name, _("other"))
