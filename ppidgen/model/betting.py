"""Hosts of online betting, which whoever breaks into a public site links to first."""

import re
from functools import lru_cache

# Only what no office, school or newspaper is called: "judi" begins "judicial" too, and "slot" is a place in a diary.
_NAMES = re.compile(
    r"gacor|togel|maxwin|sbobet|casino|kasino|bandar(?:q|togel|judi)|domino(?:qq|bet)|poker(?:qq|online)"
    r"|toto(?:slot|4d)|rtp-?(?:slot|live)|mahjong-?(?:ways|slot)"
    r"|(?:^|[.\d-])judi(?=[.\d-]|online|bola|slot|$)|slot-?(?:\d|online|deposit|dana|pulsa|qris|zeus|judi|bet)"
)


@lru_cache(maxsize=4096)  # ten thousand entries link to a few hundred hosts
def is_betting(host: str) -> bool:
    """Tell whether a host is named as only sites of online betting are."""
    return _NAMES.search(host.lower()) is not None
