"""Whether a file or an address really stands behind a record."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ppidgen.model.elements.named_files import named_files
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.rubrics.check import FileDemand, LinkDemand
from ppidgen.model.rubrics.scorecard import MET, UNCHECKED, UNMET, Ends, Lack, LinkState, Reason
from ppidgen.model.rubrics.sound_files import is_sound
from ppidgen.scoring.facts import Facts, title_of

# What an address proves by what came of trying it, and what it lacks. One in a private network is not disproved: an
# office may see its own public host from within.
_BY_STATE: Mapping[LinkState | None, tuple[Ends, Lack | None]] = MappingProxyType(
    {
        None: (UNCHECKED, Lack.UNCHECKED_LINK),
        LinkState.OPEN: (MET, None),
        LinkState.DEAD: (UNMET, Lack.DEAD_LINK),
        LinkState.PRIVATE: (UNCHECKED, Lack.PRIVATE_LINK),
    }
)


def links_of(record: Part) -> Iterator[str]:
    """Give every address that a record names for its content."""
    if link := getattr(record, "link", None):
        yield link
    for name in ("documents", "media"):
        for inner in getattr(record, name, ()):
            yield from links_of(inner)


def link_ends(address: str, facts: Facts) -> Ends:
    """Give what an address proves: nothing until it was tried."""
    return _proved(address, facts)[0]


def _proved(address: str, facts: Facts) -> tuple[Ends, Lack | None]:
    """Give what an address proves; on a host that anybody may have, that something opens is no proof of what it is."""
    state = facts.links.get(address)
    if state is LinkState.OPEN and not facts.is_official(address):
        return UNCHECKED, Lack.FOREIGN_DOMAIN
    return _BY_STATE[state]


def link_reason(address: str, facts: Facts, source: Record | None = None) -> Reason | None:
    """Give what an address lacks, None when it opened."""
    lack = _proved(address, facts)[1]
    return Reason(lack, address, source) if lack else None


def backing(record: Record, demand: FileDemand, domain: LinkDemand, facts: Facts) -> tuple[Ends, Reason | None, str]:
    """Give what stands behind a record, what lacks, and the file or address that proves it."""
    if demand is FileDemand.NONE:
        return MET, None, ""
    files = [name for _, name in named_files(record)]
    sound = next((name for name in files if is_sound(facts.portal.facts.get(name), demand)), None)
    if sound:
        return MET, None, sound
    links = list(links_of(record))
    allowed = [link for link in links if domain is LinkDemand.ANY or facts.is_own(link)]
    if not allowed:
        lack = Lack.FOREIGN_DOMAIN if links else Lack.NO_FILE
        return UNMET, Reason(lack, links[0] if links else title_of(record), record), ""
    best = max(allowed, key=lambda link: link_ends(link, facts))
    return link_ends(best, facts), link_reason(best, facts, record), best
