"""What the pages of a portal are made of, as digests: by them a build knows what it need not make again."""

from datetime import date
from hashlib import blake2b
from typing import NamedTuple

import orjson

from ppidgen.model.elements.record import Record
from ppidgen.model.portal.assembly import RegisterDigests
from ppidgen.model.public.whole import PublicContext
from ppidgen.pages.addresses.quiet import quiet
from ppidgen.source.caches.page_cache import NOTHING_LEARNT, Shortcuts


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


class Basis(NamedTuple):
    """What pages are made of, what stands for all that makes them, and the shortcuts that an earlier build left."""

    made_of: Digests = NO_DIGESTS
    made_by: bytes = b""
    shortcuts: Shortcuts = NOTHING_LEARNT

    @property
    def ground(self) -> str:
        """Give what stands for all that quiet pages are made of, but for the long text that a page may show."""
        if not self.made_of.common:
            return ""
        return blake2b(self.made_by + self.made_of.common + self.made_of.quiet, digest_size=16).hexdigest()

    @property
    def is_quiet(self) -> bool:
        """Say whether all that quiet pages are made of is as in the last build, but for the long texts."""
        return bool(self.ground) and self.shortcuts.ground == self.ground


NO_BASIS = Basis()


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
