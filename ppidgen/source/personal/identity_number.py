"""What sixteen digits must be to be an identity number (NIK).

Province, regency, district, day of birth (plus 40 for women), month, year and serial (PP 37/2007 Pasal 37); the codes
of provinces are those of Kepmendagri 300.2.2-2430 Tahun 2025.
"""

import re
from datetime import date

_PROVINCES = "1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6]"
_IDENTITY = re.compile(
    rf"(?:{_PROVINCES})(?:0[1-9]|[1-9]\d)(?:0[1-9]|[1-9]\d)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?P<month>0[1-9]|1[0-2])(?P<year>\d\d)(?!0000)\d{4}"
)
_WOMEN = 40
_NO_SERIAL, _FIRST_SERIAL = "0000", "0001"


def is_identity(digits: str) -> bool:
    """Tell whether sixteen digits are made as an identity number is: a province that is, a day that was."""
    found = _IDENTITY.fullmatch(digits)
    if found is None:
        return False
    day = int(found["day"])
    day -= _WOMEN if day > _WOMEN else 0
    year, month = int(found["year"]), int(found["month"])
    return any(_exists(century + year, month, day) for century in (1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def unrounded(digits: str) -> str:
    """Undo what a spreadsheet does to a number: of sixteen digits it keeps fifteen, and serial 0001 becomes 0000."""
    return digits.removesuffix(_NO_SERIAL) + _FIRST_SERIAL if digits.endswith(_NO_SERIAL) else digits
