"""Files that an exemption withholds and that lie in the tree all the same, named by an entry or by nobody."""

import re
from collections.abc import Iterator

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import keys_of
from ppidgen.model.elements.vocabulary import PersonalKind
from ppidgen.model.portal.registers import portal_path
from ppidgen.model.portal.withheld import withheld_paths
from ppidgen.model.records.exemption import WithheldFile
from ppidgen.rules.rule import Rule

_DIGEST = re.compile(r"[0-9a-fA-F]{64}")


def withheld_file_kept(context: Context) -> Iterator[Finding]:
    """Tell every file of the tree that is withheld, or that holds one that is."""
    for place, reason in withheld_paths(context.portal).items():
        yield Finding("DIK091", Span(place), {"path": place, "reason": reason})


def fingerprint_malformed(context: Context) -> Iterator[Finding]:
    """Tell digests by which no file can ever be recognised."""
    for exemption in context.portal.exemptions:
        for position, file in enumerate(exemption.withheld):
            for name in ("sha256", "text_sha256"):
                value = getattr(file, name)
                if value and not _DIGEST.fullmatch(value.strip()):
                    data = {"keys": keys_of(WithheldFile, (name,))}
                    yield Finding("DIK092", exemption.span("withheld", position, name), data)


def secret_mark_kept(context: Context) -> Iterator[Finding]:
    """Tell documents that bear the stamp of a secret."""
    permitted = {permit.datum for permit in context.portal.permits if permit.holds(context.standing.as_of)}
    for path, facts in sorted(context.portal.facts.items()):
        place = portal_path(path)
        if facts.mark and (place, PersonalKind.MARK.name, facts.mark) not in permitted:
            yield Finding("DIK093", Span(place), {"path": place, "mark": facts.mark})


RULES = (
    Rule("DIK091", (), withheld_file_kept),
    Rule("DIK092", (), fingerprint_malformed),
    Rule("DIK093", (), secret_mark_kept),
)
