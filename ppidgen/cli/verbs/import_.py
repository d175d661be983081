"""`ppidgen import`: bring tables into a register, and tell of every row and cell what became of it."""

from collections.abc import Mapping
from contextlib import nullcontext
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppidgen.cli import console, language, parameters
from ppidgen.model.importable import IMPORTABLE_NAMES

if TYPE_CHECKING:
    from ppidgen.exchange.importing.loss import ImportReport
    from ppidgen.model.import_table import ColumnMap
    from ppidgen.model.law.duty import Scope


@parameters.verb("import", _("Bring tables (xlsx, xls, ods, csv) into a register. Nothing that is there is changed."))
@click.argument(
    "files",
    metavar=_("FILE..."),
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("Tables to read."),
)
@click.option(
    "--to", "name", type=click.Choice(IMPORTABLE_NAMES), required=True, help=_("Register that takes the rows.")
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("File that says which column fills which key; every import writes one to correct."),
)
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar=_("KEY=VALUE"),
    help=_("Value that holds for all rows, such as unit=bpkad; may be given several times."),
)
@click.option("--dry-run", is_flag=True, help=_("Tell what would happen and write nothing."))
@click.option("--again", is_flag=True, help=_("Write also rows whose entries were deleted after an earlier import."))
@click.option("--verbose", is_flag=True, help=_("Tell every row and cell, however many there are."))
@parameters.portal_option
def command(  # noqa: PLR0913 - click hands over each option as an argument
    *,
    files: tuple[Path, ...],
    name: str,
    map_file: Path | None,
    pairs: tuple[str, ...],
    dry_run: bool,
    again: bool,
    verbose: bool,
    folder: Path,
) -> int:
    """Import files into a register of a portal."""
    from ppidgen.exchange.importing import files as importing
    from ppidgen.exchange.importing.telling import tell
    from ppidgen.exchange.importing.writing import apply
    from ppidgen.exchange.placing import alone
    from ppidgen.exchange.tables import report_words
    from ppidgen.reading.shipped import shipped_law

    register = importing.register_named(name)
    fixed = _fixed(pairs, importing.fixable_keys(register))
    chosen = importing.ImportOptions(_mapping(map_file), fixed, _scopes(folder), language.current(), again)
    with nullcontext() if dry_run else alone(str(folder)):
        plan = importing.import_files(files, register, folder, shipped_law(), chosen)
        written = () if dry_run else apply(plan, folder)
    console.result(tell(plan.report, report_words(language.current()), dry=dry_run, everything=verbose))
    if plan.mapping_path in written:
        console.result(_("Columns and keys: {path}").format(path=plan.mapping_path) + "\n")
    if written:
        console.result(_("Next: ppidgen check tells what the new entries still lack.") + "\n")
    return int(_has_lost(plan.report, files))


def _has_lost(report: "ImportReport", files: tuple[Path, ...]) -> bool:
    """Say whether some file gave no table at all, or none of whose rows could be taken."""
    understood = {sheet.file for sheet in report.sheets if len(sheet.skipped) < sheet.read or not sheet.read}
    return any(path.name not in understood for path in files)


def _fixed(pairs: tuple[str, ...], keys: tuple[str, ...]) -> Mapping[str, str]:
    fixed = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or key not in keys:
            told = _("{pair!r} names no key of this register; write KEY=VALUE with one of: {keys}")
            raise click.BadParameter(told.format(pair=pair, keys=", ".join(keys)), param_hint="'--set'")
        fixed[key] = value
    return fixed


def _mapping(path: Path | None) -> "ColumnMap | None":
    from ppidgen.exchange.grids.grid import Unreadable
    from ppidgen.exchange.importing.files import read_map_file
    from ppidgen.exchange.tables import report_words
    from ppidgen.source.refused import said

    if path is None:
        return None
    try:
        return read_map_file(path)
    except Unreadable as fault:
        data = said(fault.data, language.current())
        told = report_words(language.current())(f"fault.{fault.reason}", file=path.name, **data)
        raise click.BadParameter(told, param_hint="'--map'") from None


def _scopes(folder: Path) -> "frozenset[Scope]":
    """Give what the body is, so far as it brings duties upon it; the usual when its own file cannot be read."""
    from ppidgen.exchange.importing.proposals import USUAL_SCOPES
    from ppidgen.model.days.today import BODY_FILES
    from ppidgen.model.law.duty import scopes_of
    from ppidgen.model.portal import registers
    from ppidgen.model.portal.binding import bind_file
    from ppidgen.model.records.body import PublicBody
    from ppidgen.source.files import read_tree

    tree = read_tree(folder).value
    for path in filter(tree.files.__contains__, BODY_FILES):
        for record in bind_file(path, tree.reader.read(path), registers.PUBLIC_BODY).value.records:
            if isinstance(record, PublicBody):
                return scopes_of(record)
    return USUAL_SCOPES
