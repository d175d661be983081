"""Whether a file or an address really stands behind a record."""

from collections.abc import Iterator

from ppidgen.model.check import FileDemand, LinkDemand
from ppidgen.model.named_files import named_files
from ppidgen.model.record import Part, Record
from ppidgen.model.scorecard import MET, UNCHECKED, UNMET, Ends, Lack, Reason
from ppidgen.model.sound_files import is_sound
from ppidgen.scoring.facts import Facts, title_of


def links_of(record: Part) -> Iterator[str]:
    """Give every address that a record names for its content."""
    if link := getattr(record, "link", None):
        yield link
    for name in ("documents", "media"):
        for inner in getattr(record, name, ()):
            yield from links_of(inner)


def link_ends(address: str, facts: Facts) -> Ends:
    """Give what an address proves: nothing until it was tried."""
    tried = facts.links.get(address)
    return UNCHECKED if tried is None else MET if tried else UNMET


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
    ends = link_ends(best, facts)
    reasons = {UNCHECKED: Lack.UNCHECKED_LINK, UNMET: Lack.DEAD_LINK}
    reason = Reason(reasons[ends], best, record) if ends in reasons else None
    return ends, reason, best
