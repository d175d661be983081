"""EDGE: what day it is. The clock and SOURCE_DATE_EPOCH are read here and nowhere else."""

import os
from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path

import click

from ppidgen.cli.parameters import EARLIEST, LATEST
from ppidgen.model.days.today import BODY_FILES, day_in, zone_of
from ppidgen.model.elements.vocabulary import TimeZone

EPOCH = "SOURCE_DATE_EPOCH"
_ENOUGH = 1_000_000


def day_of_judgement(folder: Path, given: date | None) -> date:
    """Give the day asked for, else that of SOURCE_DATE_EPOCH, else today where the body is.

    All three are held to the time that the law reaches: build systems set SOURCE_DATE_EPOCH to 1970 or 1980 where they
    know no day, and a clock without its battery tells 1970; every deadline would be judged wrong without a word.
    """
    if given:
        return given
    seconds = os.environ.get(EPOCH, "")
    zone = zone_of(_body(folder))
    day = _day_of(seconds, zone) if seconds else day_in(zone, datetime.now(UTC))
    if not EARLIEST <= day <= LATEST:
        source = EPOCH if seconds else _("the clock of this machine")
        told = _("The day {day}, told by {source}, is out of reach; say the day with --as-of, from {first} to {last}.")
        raise click.UsageError(told.format(day=day, source=source, first=EARLIEST, last=LATEST))
    return day


def _day_of(seconds: str, zone: TimeZone) -> date:
    try:
        return day_in(zone, datetime.fromtimestamp(int(seconds[:20]), UTC))
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
