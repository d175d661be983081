"""Whether a file or an address really stands behind a record."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ppidgen.model.check import FileDemand, LinkDemand
from ppidgen.model.named_files import named_files
from ppidgen.model.record import Part, Record
from ppidgen.model.scorecard import MET, UNCHECKED, UNMET, Ends, Lack, Reason
from ppidgen.scoring.facts import Facts

_PICTURES = frozenset({"png", "jpeg", "webp", "gif", "avif", "tiff", "heic"})
_TABLES = frozenset({"csv", "xlsx", "ods", "json"})
_DOCUMENTS = frozenset({"pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "ole", "rtf"})
_MOVING = frozenset({"mp4"})
KINDS: Mapping[FileDemand, frozenset[str]] = MappingProxyType(
    {
        FileDemand.ANY: _DOCUMENTS | _PICTURES | _MOVING | _TABLES,
        FileDemand.DOCUMENT: _DOCUMENTS,
        FileDemand.PDF: frozenset({"pdf"}),
        FileDemand.TABLE: _TABLES,
        FileDemand.PICTURE: _PICTURES,
        FileDemand.VIDEO: _MOVING,
    }
)


def is_sound(path: str, demand: FileDemand, facts: Facts) -> bool:
    """Tell whether a file is there, opens, is not empty and is of the kind that is asked for."""
    found = facts.portal.facts.get(path)
    if found is None or not found.size or not found.readable or found.pages == 0:
        return False
    return demand is FileDemand.NONE or found.kind in KINDS[demand]


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
    sound = next((name for name in files if is_sound(name, demand, facts)), None)
    if sound:
        return MET, None, sound
    links = list(links_of(record))
    allowed = [link for link in links if domain is LinkDemand.ANY or facts.is_own(link)]
    if not allowed:
        lack = Lack.FOREIGN_DOMAIN if links else Lack.NO_FILE
        return UNMET, Reason(lack, links[0] if links else "", record.origin.start), ""
    best = max(allowed, key=lambda link: link_ends(link, facts))
    ends = link_ends(best, facts)
    reasons = {UNCHECKED: Lack.UNCHECKED_LINK, UNMET: Lack.DEAD_LINK}
    reason = Reason(reasons[ends], best, record.origin.start) if ends in reasons else None
    return ends, reason, best
