"""The personal data that the sources of a portal are known to hold, and which of them offices publish of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppidgen.model.portal.registers import portal_path
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.parts import Contact
from ppidgen.source.personal.personal_data import digest_of, personal_data
from ppidgen.source.probe.opened import Trace


@dataclass(frozen=True, slots=True)
class Found:
    """A trace with the file it was found in."""

    path: str
    trace: Trace


def known_data(portal: Portal) -> frozenset[str]:
    """Give the digests of all personal data that the sources hold, whether at fault, permitted or official."""
    return official(portal) | {found.trace.digest for found in everything(portal)}


def everything(portal: Portal) -> Iterator[Found]:
    """Give every find in registers and documents."""
    for path, traces in portal.traces.items():
        yield from (Found(path, trace) for trace in traces)
    for path, facts in portal.facts.items():
        yield from (Found(portal_path(path), trace) for trace in facts.traces)


def official(portal: Portal) -> frozenset[str]:
    """Give the digests of the numbers and addresses by which offices say they can be reached."""
    contacts = [portal.body.contact, *(unit.contact for unit in portal.units)]
    contacts += [officer.contact for officer in portal.body.officers if officer.contact]
    said = [value for contact in contacts for value in _values(contact)]
    said += [channel.address for channel in portal.body.channels if channel.address]
    said += [channel.link for channel in portal.body.channels if channel.link]
    said += [announcement.phone for announcement in portal.announcements if announcement.phone]
    said += [
        portal.site.security_contact or "",
        portal.site.submission.email or "",
        portal.site.submission.whatsapp or "",
    ]
    if portal.body.commission:
        said += [portal.body.commission.phone or "", portal.body.commission.email or ""]
    return frozenset(digest for text in said for digest in _digests(text))


def _values(contact: Contact) -> Iterator[str]:
    return (value for value in (contact.phone, contact.whatsapp, contact.email, contact.fax) if value)


def _digests(text: str) -> Iterator[str]:
    yield digest_of(text)
    yield from (hit.digest for hit in personal_data(text))
