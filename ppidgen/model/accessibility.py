"""What was tested of the accessibility of every portal that this version builds."""

from dataclasses import dataclass

import yaml

ACCESSIBILITY_FILE = "uji-aksesibilitas.yaml"
_STANDARD, _TOOLS, _WIDTHS, _AUTOMATIC, _NOT_DONE = "standar", "alat", "lebar", "diuji", "belum_diuji"


@dataclass(frozen=True, slots=True)
class AccessibilityTest:
    """The standard aimed at, tools, widths in CSS pixels, what is tested by machine, and what nobody has tested yet."""

    standard: str = ""
    tools: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    automatic: tuple[str, ...] = ()
    not_done: tuple[str, ...] = ()


def parse_accessibility(text: str) -> AccessibilityTest:
    """Read the file that the browser tests read as well; a broken file is a bug and raises."""
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    return AccessibilityTest(
        table[_STANDARD], tuple(table[_TOOLS]), tuple(table[_WIDTHS]), tuple(table[_AUTOMATIC]), tuple(table[_NOT_DONE])
    )
