"""What no exemption lets out: files known by digest, by name, or by the digest of what they say."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ppidgen.diagnostics import Finding
from ppidgen.model.portal.registers import portal_path
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.exemption import Exemption
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.tree import SourceFile

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BETWEEN = re.compile(r"[\s_\-]+")
# Files that carry text or other files within them.
_HOLDERS = frozenset("pdf docx xlsx pptx doc xls ppt odt ods odp rtf zip csv txt md".split())
_FOLDER = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Withheld:
    """The withheld files of all exemptions. `sizes` holds those of the digests, None when any is not recorded."""

    sha256: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    sizes: frozenset[int] | None = frozenset()

    def by_digest(self, sha256: str) -> bool:
        """Tell whether a file of this digest is withheld."""
        return sha256 in self.sha256

    def by_name(self, path: str) -> bool:
        """Tell whether a file of this name is withheld, in whichever case, form of Unicode or folder."""
        return bool(self.names) and file_name(path) in self.names

    def may_be(self, file: SourceFile) -> bool:
        """Tell whether the size of a file keeps it from being a withheld one."""
        return bool(self.sha256) and (self.sizes is None or file.stat.size in self.sizes)

    def may_hold(self, file: SourceFile) -> bool:
        """Tell whether a file of the repository must be looked into: a copy by name or size, or what may hold one."""
        return self.may_be(file) or self.by_name(file.path) or file_ending(file.path) in _HOLDERS

    def recognises(self, facts: DocumentFacts) -> bool:
        """Tell whether a document is withheld, or holds a file that is."""
        return bool(self.reason(facts))

    def reason(self, facts: DocumentFacts) -> str:
        """Say by what a document is known to be withheld: a word of the rulebook, "" when it is not."""
        if self.by_digest(facts.sha256):
            return "digest"
        if self.by_name(facts.path):
            return "name"
        if facts.text_sha256 and facts.text_sha256 in self.texts:
            return "text"
        if any(self.by_digest(inner.sha256) for inner in facts.inside):
            return "inside-digest"
        return "inside-name" if any(self.by_name(inner.name) for inner in facts.inside) else ""


NOTHING_WITHHELD = Withheld()


def withheld_by(exemptions: Iterable[Exemption]) -> Withheld:
    """Gather the withheld files of exemptions in whatever state: one that has ended opens no file by itself."""
    files = [file for exemption in exemptions for file in exemption.withheld]
    digests = [file for file in files if file.sha256]
    sizes = frozenset(file.size for file in digests if file.size is not None)
    return Withheld(
        frozenset(file.sha256.strip().lower() for file in digests if file.sha256),
        frozenset(file_name(file.name) for file in files if file.name),
        frozenset(file.text_sha256.strip().lower() for file in files if file.text_sha256),
        sizes if all(file.size is not None for file in digests) else None,
    )


def withheld_paths(portal: Portal) -> Mapping[str, str]:
    """Give every file of the tree that is withheld, or holds one that is, with the word for how it is known."""
    withheld = withheld_by(portal.exemptions)
    if withheld == NOTHING_WITHHELD:
        return {}
    found = {
        record.origin.path: "name"
        for record in (*portal.publishing, *portal.cases, *(one for _, one in portal.translations))
        if withheld.by_name(record.origin.path)
    }
    reasons = ((portal_path(path), withheld.reason(facts)) for path, facts in portal.facts.items())
    return dict(sorted((found | {path: reason for path, reason in reasons if reason}).items()))


def file_ending(path: str) -> str:
    """Give the ending of a file's name in lower case, without the dot."""
    return path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""


def file_name(path: str) -> str:
    """Give the name of a file as names are compared: without folder, case, form of Unicode or what looks like a gap."""
    name = unicodedata.normalize("NFKC", _INVISIBLE.sub("", _FOLDER.split(path)[-1])).casefold()
    return _BETWEEN.sub("-", unicodedata.normalize("NFKC", name)).strip("-")


def quoting_no_secret(portal: Portal, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leave out what else is at fault in a withheld file: to say where, its lines would be quoted."""
    secret = withheld_paths(portal)
    return tuple(one for one in findings if one.span.path not in secret or not one.span.line) if secret else findings
