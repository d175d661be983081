"""Which day it is where the body is."""

from datetime import UTC, date, datetime
from pathlib import PurePosixPath

import pytest

from ppidgen.model.days.today import BODY_FILES, HOURS, day_in, zone_of
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.vocabulary import TimeZone
from ppidgen.model.portal.registers import PUBLIC_BODY
from ppidgen.model.records.body import PublicBody

EVENING = datetime(2026, 1, 31, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("nama: X\nzona_waktu: WIT\n", TimeZone.EAST),
        ("nama: X\r\nzona_waktu: 'WITA'  # Bali\r\n", TimeZone.CENTRAL),
        ("zona_waktu: WIB", TimeZone.WEST),
        ("zona_waktu: UTC\n", TimeZone.WEST),
        ("kontak:\n  zona_waktu: WIT\n", TimeZone.WEST),
        ("", TimeZone.WEST),
    ],
)
def test_the_zone_is_found_in_its_line(text: str, zone: TimeZone) -> None:
    assert zone_of(text) is zone


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        (TimeZone.WEST, date(2026, 1, 31)),
        (TimeZone.CENTRAL, date(2026, 1, 31)),
        (TimeZone.EAST, date(2026, 2, 1)),
    ],
)
def test_the_day_turns_first_in_the_east(zone: TimeZone, day: date) -> None:
    assert day_in(zone, EVENING) == day


def test_the_line_is_the_one_that_the_register_reads() -> None:
    assert zone_of(f"{key_of(PublicBody, 'time_zone')}: WIT") is TimeZone.EAST
    assert HOURS.keys() == set(TimeZone)
    assert {PurePosixPath(file).stem for file in BODY_FILES} == {PUBLIC_BODY.name}
