"""Passing a page on: a message of its title, its gist and its permanent address, and the address as a symbol."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from ppidgen.model.context import Context
from ppidgen.model.language.tongue import bare
from ppidgen.model.pages.share import Share
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.parts.text import short

# Longer messages are folded away by messengers behind "read more".
LONGEST_MESSAGE = 700
# The gist is there to make clear what the address leads to, not to be read instead.
LONGEST_GIST = 200
# What stands in nearly every message and must be written otherwise in an address. `quote` looks at each letter of a
# text, so it is only given what is neither plain nor one of these: ten times as fast, on every page.
_SIGNS = {sign: quote(sign) for sign in " \n*,:()"}
_OTHERS = re.compile(rf"[^A-Za-z0-9_.~/\-{re.escape(''.join(_SIGNS))}]+")


def share(context: Context, address: str, title: str, gist: str) -> Iterator[Share]:
    """Offer a page to be passed on; nothing while the portal does not know its own address."""
    if whole := absolute(context, address):
        yield Share(whole, sent(message(f"*{title}*\n", short(gist, LONGEST_GIST), f"\n{whole}")))


def message(head: str, gist: str, foot: str) -> str:
    """Join the parts of a message; what does not fit is cut from the gist, never from the address at its foot."""
    room = LONGEST_MESSAGE - len(head) - len(foot)
    return head + (short(gist, room) if room > 0 else "") + foot


def sent(text: str) -> str:
    """Give the address that hands a message to WhatsApp."""
    handed = _OTHERS.sub(lambda others: quote(others[0]), bare(text))
    for sign, written in _SIGNS.items():
        handed = handed.replace(sign, written)
    return f"https://wa.me/?text={handed}"
