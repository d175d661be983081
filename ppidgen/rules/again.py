"""Rules asked again: of a DIP entry of which they told nothing they need not be asked until it changes.

Most rules look at every entry by itself (`Rule.by_itself`). Remembered is only of which entries such a rule told
something; what it tells, it is always asked for, so that it names the place at which the entry stands now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.records.information import InformationEntry
from ppidgen.rules.rule import Rule
from ppidgen.source.caches.rule_cache import Asked


@dataclass(frozen=True, slots=True)
class Told:
    """What rules told, and what is to be remembered of it."""

    findings: tuple[Finding, ...]
    asked: Asked


def told_again(rules: Sequence[Rule], context: Context, program: str, known: Asked) -> Told:
    """Give what `rules`, each of which looks at every entry by itself, tell of the portal.

    `program` stands for the rules and all that ships with them. An entry that was not read from a file has no
    fingerprint and is asked about each time.
    """
    ground = _ground(rules, context, program)
    before = known if known.ground == ground else Asked(ground)
    entries = context.portal.information
    prints = [entry.origin.fingerprint for entry in entries]
    fresh = _asking(context, [entry for entry, own in zip(entries, prints, strict=True) if own not in before.records])
    findings: list[Finding] = []
    telling: dict[str, frozenset[str]] = {}
    for rule in rules:
        asked, told_before = fresh, before.telling.get(rule.code)
        if told_before:
            chosen = (own not in before.records or own in told_before for own in prints)
            asked = _asking(context, [entry for entry, is_asked in zip(entries, chosen, strict=True) if is_asked])
        told = tuple(rule.function(asked))
        findings += told
        if told and (own := frozenset(_told_of(told, asked.portal.information))):
            telling[rule.code] = own
    return Told(tuple(findings), Asked(ground, frozenset(filter(None, prints)), telling))


def _ground(rules: Sequence[Rule], context: Context, program: str) -> str:
    """Give what stands for all that these rules look at beside the entries; the law follows from the language."""
    portal = context.portal
    beside = (one.origin.fingerprint for one in (portal.body, portal.site, *portal.units))
    parts = (program, context.words.language, *(rule.code for rule in rules), "", *beside)
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _asking(context: Context, entries: Sequence[InformationEntry]) -> Context:
    return replace(context, portal=replace(context.portal, information=tuple(entries)))


def _told_of(findings: Sequence[Finding], entries: Sequence[InformationEntry]) -> Iterator[str]:
    """Give the fingerprints of the entries of every file of which something was told."""
    paths = {finding.span.path for finding in findings}
    for entry in entries:
        origin = entry.origin
        if origin.fingerprint and origin.path in paths:
            yield origin.fingerprint
