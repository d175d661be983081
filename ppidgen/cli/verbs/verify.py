"""`ppidgen verify`: compare a published portal with what its registers make, file by file.

The portal is a folder, such as a copy taken from its server, or an address that is asked over the network.
"""

import os
import re
from datetime import date
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from ppidgen import __version__
from ppidgen.cli import console, parameters

if TYPE_CHECKING:
    from ppidgen.cli.network.published_site import PublishedSite
    from ppidgen.publish.comparison import Difference


class PublishedType(click.ParamType["Path | str"]):
    """A folder, or an address as text."""

    name = "place"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """Tell an address by its beginning; anything else is to be a folder."""
        text = os.fspath(value) if isinstance(value, Path) else str(value)
        if re.match("https?:", text):
            return parameters.checked_address(text).rstrip("/") + "/"
        folder: Path = click.Path(exists=True, file_okay=False, path_type=Path).convert(text, param, ctx)
        return folder


@parameters.verb("verify", _("Compare a published portal with a fresh build. Nothing is changed."))
@parameters.portal_folder
@click.option(
    "--against",
    "published",
    type=PublishedType(),
    metavar=_("FOLDER|ADDRESS"),
    required=True,
    help=_("Address of the published portal, or its folder, such as a copy taken from its server."),
)
@parameters.as_of
@parameters.base_url
@parameters.theme
@click.option("--no-search", is_flag=True, help=_("The portal was built without the search index."))
@click.option(
    "--except",
    "left_out",
    multiple=True,
    metavar=_("PATTERN"),
    help=_("Files that the server itself adds, such as .htaccess or '*.gz'; may be given several times."),
)
@parameters.told_as(("text", "json"), _("Form of the report."))
def command(  # noqa: PLR0913 - click hands over each option as an argument
    *,
    folder: Path,
    published: Path | str,
    as_of: date | None,
    base_url: str,
    theme: Path | None,
    no_search: bool,
    left_out: tuple[str, ...],
    form: str,
) -> int:
    """Build the portal aside, as on the day on which it was published, and compare."""
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.cli.network.published_site import PublishedSite
    from ppidgen.options import Options
    from ppidgen.publish.comparison import Change, differences
    from ppidgen.publish.manifest import day_of, packed_in, version_in

    with TemporaryDirectory(prefix="ppidgen-") as aside:
        out, copied = Path(aside, "site"), os.path.join(aside, "copy")  # noqa: PTH118 - as text, for what copies
        site = PublishedSite(published, copied) if isinstance(published, str) else None
        if site:
            site.manifest()
        place = copied if site else os.fspath(published)
        day = as_of or day_of(place) or day_of_judgement(folder, None)
        options = Options(day, base_url=base_url, search=not no_search, packed=packed_in(place), theme=theme)
        outcome = pipeline.build(folder, out, options, telling.blocker(draft=False))
        if outcome.published is None:
            telling.publish_report(telling.diagnostics_of(outcome, options), "text", folder, None)
            console.tell(_("The registers hold errors, so there is nothing to compare with."))
            return 1
        if site:
            found = _compared_online(site, os.fspath(out), left_out)
        else:
            found = differences(os.fspath(out), place, left_out)
        theirs = version_in(place)
    if found and theirs not in {"", __version__}:
        console.tell(_other_version(theirs))
    if ends := sum(one.change is Change.LINE_ENDS for one in found):
        console.tell(_line_ends(ends))
        found = tuple(one for one in found if one.change is not Change.LINE_ENDS)
    count = len(outcome.published.files)
    console.result(_as_json(found, day) if form == "json" else _as_text(found, day, count))
    return int(bool(found))


def _line_ends(count: int) -> str:
    """Say what an upload as text does to files; nobody injected anything."""
    told = _("{count} files have other ends of lines and are the same otherwise: they were uploaded as text.")
    hint = _("Upload in binary mode, or signatures and manifest will not fit.")
    return f"{told.format(count=count)} {hint}"


def _other_version(theirs: str) -> str:
    """Say why pages that nobody touched may differ all the same."""
    told = _("ppidgen {theirs} made the published portal, and this is {ours}: much may differ for that alone.")
    hint = _("Publish it anew with this version, or compare with that one.")
    return f"{told.format(theirs=_plain(theirs), ours=__version__)} {hint}"


def _compared_online(site: "PublishedSite", built: str, left_out: tuple[str, ...]) -> "tuple[Difference, ...]":
    progress = console.ProgressLine()
    try:
        found = site.compared(built, left_out, progress)
    finally:
        progress.clear()
    console.tell(
        _(
            "Files that nothing leads to, and settings that a server keeps to itself (.htaccess), cannot be seen from "
            "outside; a copy of its folder shows them."
        )
    )
    return found


def _as_json(found: "tuple[Difference, ...]", day: date) -> str:
    import json

    listed = [
        {
            "path": one.path,
            "change": one.change.value,
            "seen_by": one.seen_by or "everybody",
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
        lines.append(f"{_change(one.change.value):<11} {_plain(one.path)}{_spelled(one.path)}{_guise(one.seen_by)}")
        lines += [f"            + {_kind(kind)}: {_plain(value)}" for kind, value in one.brought]
    summary = _("{count} files are not as the registers make them (as on {day}).")
    return "\n".join([*lines, "", summary.format(count=len(found), day=day.isoformat()), ""])


def _plain(text: str) -> str:
    """Keep what a stranger wrote on one line and from steering the terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _spelled(path: str) -> str:
    """Spell out a name that only looks like one of the portal's own, whose names are all of plain letters."""
    return "" if path.isascii() else f" ({path.encode('ascii', 'backslashreplace').decode()})"


def _change(name: str) -> str:
    return {
        "changed": _("changed"),
        "added": _("added"),
        "missing": _("missing"),
        "unread": _("unread"),
    }[name]


def _guise(name: str) -> str:
    return {
        "engine": _(" (only for search engines)"),
        "visitor": _(" (only for who comes from a search engine)"),
        "plain": _(" (only unpacked)"),
    }.get(name, "")


def _kind(name: str) -> str:
    return {
        "link": _("link"),
        "script": _("script"),
        "frame": _("frame"),
        "form": _("form that sends"),
        "answer": _("answer of the server"),
        "redirect": _("leads away to"),
    }.get(name, _("other"))
