"""Which file may stand for what: found by its bytes, opening, not empty, and of a kind that fits."""

from collections.abc import Mapping
from types import MappingProxyType

from ppidgen.model.elements.vocabulary import EvidenceKind
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.rubrics.check import FileDemand
from ppidgen.source.document_facts import DocumentFacts

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
# What each kind of evidence must be; a link has no file.
EVIDENCE_FILES: Mapping[EvidenceKind, FileDemand] = MappingProxyType(
    {
        EvidenceKind.PHOTO: FileDemand.PICTURE,
        EvidenceKind.VIDEO: FileDemand.VIDEO,
        EvidenceKind.LETTER: FileDemand.PDF,
        EvidenceKind.DOCUMENT: FileDemand.DOCUMENT,
    }
)
# A recording is often too large for a register; it may be shown by its address.
_BY_ADDRESS = frozenset({EvidenceKind.LINK, EvidenceKind.VIDEO})


def is_sound(found: DocumentFacts | None, demand: FileDemand) -> bool:
    """Tell whether a file is there, opens, is not empty and is of the kind that is asked for."""
    if found is None or not found.size or not found.readable or found.pages == 0 or found.blank:
        return False
    return demand is FileDemand.NONE or found.kind in KINDS[demand]


def carries(one: Attestation, facts: Mapping[str, DocumentFacts]) -> bool:
    """Tell whether the file or address that a piece of evidence needs is really there."""
    demand = EVIDENCE_FILES.get(one.kind)
    if one.file and demand and is_sound(facts.get(one.file), demand):
        return True
    return bool(one.link) and one.kind in _BY_ADDRESS
