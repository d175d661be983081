"""EDGE: what day it is. The clock and SOURCE_DATE_EPOCH are read here and nowhere else."""

import os
from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.model.today import BODY_FILES, day_in, zone_of

EPOCH = "SOURCE_DATE_EPOCH"
_ENOUGH = 1_000_000


def day_of_judgement(folder: Path, given: date | None) -> date:
    """Give the day asked for, else that of SOURCE_DATE_EPOCH, else today where the body is."""
    return given or day_in(zone_of(_body(folder)), _moment())


def _moment() -> datetime:
    seconds = os.environ.get(EPOCH, "")
    if not seconds:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(seconds[:20]), UTC)
    except (ValueError, OverflowError, OSError):
        told = _("The environment variable {name} is {value!r}; it must be a whole number of seconds.")
        raise click.UsageError(told.format(name=EPOCH, value=seconds[:40])) from None


def _body(folder: Path) -> str:
    """Read the file that names the zone; what is wrong with it is told when the portal is read."""
    for name in BODY_FILES:
        path = folder / name
        try:
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    return file.read(_ENOUGH).decode("utf-8", "replace")
        except OSError:
            continue
    return ""
