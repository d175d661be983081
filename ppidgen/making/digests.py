"""What the pages of a portal are made of, as digests: by them a build knows what it need not make again."""

from datetime import date
from hashlib import blake2b
from typing import NamedTuple

import orjson

from ppidgen.model.assembly import RegisterDigests
from ppidgen.model.public import PublicContext
from ppidgen.model.record import Record
from ppidgen.pages.quiet import quiet


class Digests(NamedTuple):
    """What pages are made of: `common` of all but the DIP and the announcements.

    `quiet` stands for the DIP without its long texts and for all that follows from it, `whole` also for the
    announcements, how every duty stands on the day, and the score, whose evidence is on no page and in no other digest.
    `texts` stands for the long texts.
    """

    common: bytes = b""
    quiet: bytes = b""
    whole: bytes = b""
    texts: str = ""


NO_DIGESTS = Digests()


def digests(context: PublicContext, registers: RegisterDigests, chosen: tuple[date, bool, str]) -> Digests:
    """Digest all that pages are made of; `chosen` is the day, whether it is a draft, and the one unit of the portal.

    Which pages have pictures of their own may rest on how many entries there are.
    """
    facts = sorted(context.portal.facts.items())
    pictures = context.portal.pictures
    common = _digest((registers.others, facts, chosen, context.base_url, context.words.language, pictures))
    own = _digest((registers.listed, quiet(context).standing))
    whole = _digest((registers.listed, registers.announced, context.standing, context.score))
    return Digests(common, own, whole, registers.texts)


def _digest(parts: tuple[object, ...]) -> bytes:
    packed = orjson.dumps(parts, default=_named, option=orjson.OPT_NON_STR_KEYS)
    return blake2b(packed, digest_size=16).digest()


def _named(value: object) -> object:
    """Say what follows from the registers as far as pages may show it; a record by its id, what it says is known."""
    if isinstance(value, Record):
        return value.id
    return sorted(value) if isinstance(value, frozenset | set) else repr(value)
