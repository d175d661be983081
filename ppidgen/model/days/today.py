"""Which day it is where the body is: read from the one line that says so, before the portal itself is read."""

import re
from datetime import date, datetime, timedelta, timezone

from ppidgen.model.elements.vocabulary import TimeZone

# Where the line stands, from the portal folder.
BODY_FILES = ("content/badan-publik.yaml", "content/badan-publik.yml")
HOURS = {TimeZone.WEST: 7, TimeZone.CENTRAL: 8, TimeZone.EAST: 9}

# Only a plain line at the margin: whatever else the file holds is for the reader of registers to judge.
_LINE = re.compile(r"^zona_waktu:[ \t]*[\"']?([A-Z]{3,4})[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)


def zone_of(body: str) -> TimeZone:
    """Find the time zone in the text of `badan-publik.yaml`; western time when it names none."""
    found = _LINE.search(body.replace("\r", "\n"))
    return next((zone for zone in TimeZone if found and zone == found[1]), TimeZone.WEST)


def day_in(zone: TimeZone, moment: datetime) -> date:
    """Give the day of a moment by the clocks of a zone (Indonesia has no summer time)."""
    return moment.astimezone(timezone(timedelta(hours=HOURS[zone]))).date()
