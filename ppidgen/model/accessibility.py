"""What was tested of the accessibility of every portal that this version builds."""

from dataclasses import dataclass
from datetime import date

import yaml

ACCESSIBILITY_FILE = "uji-aksesibilitas.yaml"
_STANDARD, _DAY, _TOOLS, _WIDTHS = "standar", "dijalankan", "alat", "lebar"
_AUTOMATIC, _NOT_DONE = "diuji", "belum_diuji"


@dataclass(frozen=True, slots=True)
class AccessibilityTest:
    """The standard aimed at, tools, widths in CSS pixels, what is tested by machine, and what nobody has tested yet.

    `day` is that of the last run of those tests, all of them passed, as `tests/site/state_accessibility.py` wrote it.
    """

    standard: str = ""
    tools: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    automatic: tuple[str, ...] = ()
    not_done: tuple[str, ...] = ()
    day: date | None = None


def parse_accessibility(text: str) -> AccessibilityTest:
    """Read the file that the browser tests read as well; a broken file is a bug and raises."""
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    return AccessibilityTest(
        table[_STANDARD],
        tuple(table[_TOOLS]),
        tuple(table[_WIDTHS]),
        tuple(table[_AUTOMATIC]),
        tuple(table[_NOT_DONE]),
        table[_DAY],
    )
