"""What rules told of DIP entries, kept by a process that inspects one portal again and again.

Most rules look at every entry by itself (`Rule.by_itself`). These are asked of the entries of files that were read
anew, and what they told of all others is told again: nearly half of an inspection of ten thousand entries.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from operator import is_

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.information import InformationEntry
from ppidgen.rules.rule import Rule

Entries = Sequence[InformationEntry]


class Inspections:
    """What was told of the entries of each file, as long as they and all that the rules look at beside them stay."""

    def __init__(self) -> None:
        self._ground: tuple[object, ...] = ()
        self._known: Mapping[str, tuple[Entries, tuple[Finding, ...]]] = {}

    def told(self, rules: Sequence[Rule], context: Context) -> tuple[Finding, ...]:
        """Give what `rules`, each of which looks at every entry by itself, tell of the portal."""
        portal = context.portal
        ground = (*rules, context.law, context.readability, portal.body, portal.site, *portal.units)
        known = self._known if _are_same(ground, self._ground) else {}
        by_file = _by_file(portal.information)
        kept = {path: known[path] for path, own in by_file.items() if path in known and _are_same(own, known[path][0])}
        fresh = {path: own for path, own in by_file.items() if path not in kept}
        asked = replace(context, portal=replace(portal, information=tuple(chain.from_iterable(fresh.values()))))
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for rule in rules:
            for finding in rule.function(asked):
                found[finding.span.path].append(finding)
        self._ground = ground
        self._known = kept | {path: (own, tuple(found.pop(path, ()))) for path, own in fresh.items()}
        return (*chain.from_iterable(told for _, told in self._known.values()), *chain.from_iterable(found.values()))


def _by_file(entries: Iterable[InformationEntry]) -> Mapping[str, Entries]:
    found: defaultdict[str, list[InformationEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.origin.path].append(entry)
    return found


def _are_same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Say whether these are the very same objects: equal records may stand at other places of their files."""
    return len(one) == len(other) and all(map(is_, one, other))
