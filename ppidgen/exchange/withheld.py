"""The fingerprints of withheld files as the register of exemptions takes them."""

from collections.abc import Iterable

from ppidgen.exchange.emitter import emit
from ppidgen.model.elements.fields import key_of
from ppidgen.model.records.exemption import Exemption, WithheldFile
from ppidgen.source.document_facts import DocumentFacts


def fingerprints_yaml(files: Iterable[DocumentFacts]) -> str:
    """Write name, digest, size and digest of the text of each file; nothing of what it says."""
    return emit({key_of(Exemption, "withheld"): [_fingerprint(facts) for facts in files]})


def _fingerprint(facts: DocumentFacts) -> dict[str, str]:
    said = {
        "name": facts.path, "sha256": facts.sha256, "size": str(facts.size), "text_sha256": facts.text_sha256,
    }  # fmt: skip
    return {key_of(WithheldFile, name): value for name, value in said.items() if value}
