"""`ppidgen bundle`: the whole portal in a zip archive that works from a disk, search included."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from gettext import gettext as _
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppidgen.cli import console, parameters

if TYPE_CHECKING:
    from ppidgen.model.public.whole import PublicContext
    from ppidgen.publish.state import Record

LEAST_SPLIT, MOST_SPLIT = 10, 1_000_000


@parameters.verb("bundle", _("Pack the portal so that it works from a disk, without a network."))
@parameters.portal_folder
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    default=Path("portal.zip"),
    show_default=True,
    help=_("Archive to write; further parts get a number."),
)
@click.option("--unit", metavar="ID", default="", help=_("Only the information of one unit."))
@click.option(
    "--split",
    type=parameters.WholeNumber(MOST_SPLIT, LEAST_SPLIT),
    default=600,
    metavar=_("MB"),
    show_default=True,
    help=_("Largest size of one part; unpack all parts into the same folder."),
)
@parameters.as_of
@parameters.theme
def command(folder: Path, out: Path, unit: str, split: int, as_of: date | None, theme: Path | None) -> int:
    """Bundle the portal in a folder; a fault that would stop a build stops this too."""
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.moment import day_of_judgement
    from ppidgen.machine.faults import told
    from ppidgen.options import Options

    if unit:
        parameters.known_unit(unit, _units(folder))
    options = Options(day_of_judgement(folder, as_of), search=False, unit=unit, is_copy=True, theme=theme)
    with told(os.fspath(out)):
        out.absolute().parent.mkdir(parents=True, exist_ok=True)
        aside = tempfile.TemporaryDirectory(prefix="ppidgen-", dir=out.absolute().parent)
    with aside as home:
        site = Path(home) / "portal"
        outcome = pipeline.build(folder, site, options, telling.blocker(draft=False))
        if outcome.published is None:
            diagnostics = telling.diagnostics_of(outcome, options)
            telling.publish_report(diagnostics, "text", folder, None)
            console.tell(_("Nothing was packed."))
            return 1
        written = tuple(_archives(outcome.study.public, folder, outcome.published.files, site, out, split))
    for part in written:
        console.result(f"{part}\n")
    left = _("{place} is a part of an earlier bundle; delete it, it may hold what is public no more.")
    for stale in _stale(out, len(written)):
        console.tell(left.format(place=stale))
    console.result(_("Unpack into one folder and open index.html; no network is needed.") + "\n")
    return 0


def _units(folder: Path) -> frozenset[str]:
    """Name the units of the portal, with those that cannot be read: what is wrong with them the build tells."""
    from ppidgen.model.portal import registers as reg
    from ppidgen.model.records.unit import Unit
    from ppidgen.reading.records import bind_only
    from ppidgen.source import files

    records = bind_only(files.read_tree(folder).value, (reg.UNITS,)).value
    named = frozenset(one.id for one in records.of(reg.UNITS, Unit))
    return named | records.rejected.get(reg.UNITS.name, frozenset())


def _archives(
    context: "PublicContext", folder: Path, published: "Mapping[str, Record]", site: Path, out: Path, split: int
) -> Iterator[Path]:
    from ppidgen.machine.faults import told
    from ppidgen.making import indexing
    from ppidgen.publish import offline
    from ppidgen.source.caches.cache_file import CACHE
    from ppidgen.source.caches.document_cache import text_of

    added = indexing.offline_files(context, partial(text_of, folder / CACHE))
    sizes = {path: record[2] for path, record in published.items()} | {path: len(made) for path, made in added.items()}

    drawings = (
        (site / path).read_text("utf-8")
        for path in sorted(published)
        if path.startswith("aset/") and path.endswith(".svg")
    )
    symbols = offline.symbols_of(drawings)

    def content(path: str) -> bytes:
        found = added[path] if path in added else (site / path).read_bytes()
        if path.endswith(".css"):
            return offline.patient_style(found)
        if not path.endswith(".html") or path.startswith(offline.DOCUMENTS):
            return found
        place = offline.Place(path, sizes.keys(), context.base_url, symbols)
        return offline.relative_page(found.decode(), place).encode()

    for part in offline.parts(sizes, split):
        target = _place(out, part.number)
        fresh = site.with_name("archive")  # a bundle that is stopped half-way leaves the one before whole
        with told(os.fspath(target)):
            with fresh.open("wb") as file:
                offline.write_archive(file, ((path, content(path)) for path in part.paths))
            fresh.replace(target)
        yield target


def _place(out: Path, number: int) -> Path:
    return out if number == 1 else out.with_stem(f"{out.stem}-{number}")


def _stale(out: Path, made: int) -> Iterator[Path]:
    """Give the parts that an earlier bundle of more parts left beside those of this one."""
    return takewhile(Path.exists, (_place(out, number) for number in count(made + 1)))
