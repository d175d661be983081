"""Hosts of online betting, which whoever breaks into a public site links to first."""

import re
import unicodedata
from functools import lru_cache

# Only what no office, school or newspaper is called: "judi" begins "judicial" too, and "slot" is a place in a diary.
_NAMES = re.compile(
    r"gacor|togel|maxwin|sbobet|casino|kasino|bandar(?:q|togel|judi)|domino(?:qq|bet)|poker(?:qq|online)"
    r"|toto(?:slot|4d)|rtp-?(?:slot|live)|mahjong-?(?:ways|slot)"
    r"|(?:^|[.\d-])judi(?=[.\d-]|online|bola|slot|$)|slot-?(?:\d|online|deposit|dana|pulsa|qris|zeus|judi|bet)"
)
# Letters of Cyrillic and Greek that nobody tells from those of a name in Latin letters.
_ALIKE = str.maketrans("аеіјорсухѕԁɡոкмтвнα\u03b5\u03b9\u03bf\u03c1\u03c5\u03c7\u03bd", "aeijopcyxsdgnkmtbhaeiopyxv")


@lru_cache(maxsize=4096)  # ten thousand entries link to a few hundred hosts
def is_betting(host: str) -> bool:
    """Tell whether a host is named as only sites of online betting are."""
    return _NAMES.search(host.lower() if host.isascii() and "xn--" not in host.lower() else _plain(host)) is not None


def _plain(host: str) -> str:
    """Write a host in the Latin letters that a reader takes it for; what only a server reads ("xn--...") is undone."""
    labels = ".".join(map(_undone, host.lower().split(".")))
    letters = unicodedata.normalize("NFKD", labels).lower().translate(_ALIKE)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _undone(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label
