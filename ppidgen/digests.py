"""What the pages of a portal are made of, as two digests: by them a build knows what it need not make again."""

from datetime import date
from hashlib import blake2b

import orjson

from ppidgen.model.public import PublicContext
from ppidgen.model.record import Record


def digests(context: PublicContext, said: tuple[str, str], chosen: tuple[date, bool, str]) -> tuple[bytes, bytes]:
    """Digest all that pages are made of but the DIP, and the DIP without its long texts with all that follows from it.

    `said` are the digests of the registers, `shared` and `listed` of `Records`; `chosen` the day, whether it is a
    draft, and the one unit of the portal. Which pages have pictures of their own may rest on how many entries there
    are. What follows is how every duty stands on the day, and the score, whose evidence is on no page and in no other
    digest.
    """
    shared, listed = said
    facts = sorted(context.portal.facts.items())
    common = orjson.dumps((shared, facts, chosen, context.base_url, context.words.language, context.portal.pictures))
    follows = orjson.dumps((listed, context.standing, context.score), default=_named, option=orjson.OPT_NON_STR_KEYS)
    return blake2b(common, digest_size=16).digest(), blake2b(follows, digest_size=16).digest()


def _named(value: object) -> object:
    """Say what follows from the registers as far as pages may show it; a record by its id, what it says is known."""
    if isinstance(value, Record):
        return value.id
    return sorted(value) if isinstance(value, frozenset | set) else repr(value)
