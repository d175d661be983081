"""Faults in the life of an exemption: test, decree, change and opening in the wrong order or against the law."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ppidgen.diagnostics import Finding, Span
from ppidgen.duties.life_cycle import last_day, opened_by_change, opened_on
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.elements.vocabulary import ExemptionStatus, Ground
from ppidgen.model.records.exemption import ClassificationChange, Exemption, OpeningDecree
from ppidgen.model.records.exemption_terms import ExemptionState, OpeningCause
from ppidgen.rules.rule import Rule

# Lampiran V names the earlier decree, the first sheet and the new one; Pasal 53 asks for the new test.
CHANGE_FIELDS = ("number", "day", "earlier_decree", "new_test", "basis_after", "approved_by_head")
# Which letters may be opened for which cause (UU 14/2008 Pasal 18(2); PP 61/2010 Pasal 5(2), 8(3)).
CAUSES = {
    OpeningCause.CONSENT: frozenset({Ground.G, Ground.H}),
    OpeningCause.PUBLIC_OFFICE: frozenset({Ground.G, Ground.H}),
    OpeningCause.COURT: frozenset({Ground.A}),
}


def test_after_decree(context: Context) -> Iterator[Finding]:
    """Tell tests that were made after the decree which they must come before (UU 14/2008 Pasal 19)."""
    for item in context.portal.exemptions:
        tested, decided = item.test.day if item.test else None, item.decree.day if item.decree else None
        if tested is not None and decided is not None and tested > decided:
            yield Finding("DIK021", item.span("test", "day"), _days(tested=tested, decided=decided))


def in_force_before_decree(context: Context) -> Iterator[Finding]:
    """Tell exemptions said to bind before anyone decided them (PP 61/2010 Pasal 3)."""
    for item in context.portal.exemptions:
        decided = item.decree.day if item.decree else None
        if item.starts is not None and decided is not None and item.starts < decided:
            yield Finding("DIK022", item.span("starts"), _days(starts=item.starts, decided=decided))


def change_incomplete(context: Context) -> Iterator[Finding]:
    """Tell changes that lack a part of their decree (Perki 1/2021 Pasal 53)."""
    for item, position, change in _changes(context):
        missing = [name for name in CHANGE_FIELDS if getattr(change, name) is None]
        if missing:
            data = {"title": item.title, "fields": keys_of(ClassificationChange, missing)}
            yield Finding("DIK023", item.span("changes", position), data)


def change_out_of_order(context: Context) -> Iterator[Finding]:
    """Tell tests, decrees and changes of which a later one carries an earlier day."""
    for item in context.portal.exemptions:
        dated = [*_life(item)]
        for (before, earlier), (after, later) in pairwise(dated):
            if later < earlier:
                data = _days(later=later, earlier=earlier) | {"other": str(before)}
                yield Finding("DIK024", after, data)
                break


def change_of_another_decree(context: Context) -> Iterator[Finding]:
    """Tell changes that change a decree which this exemption never had, or themselves (Perki 1/2021 Pasal 53)."""
    for item in context.portal.exemptions:
        known = [_folded(item.decree.number)] if item.decree and item.decree.number else []
        if context.portal.body.exemption_decree is not None:
            known.append(_folded(context.portal.body.exemption_decree.number))
        for position, change in enumerate(item.changes):
            if known and change.earlier_decree and _folded(change.earlier_decree) not in known:
                data = {"value": change.earlier_decree, "title": item.title}
                yield Finding("DIK025", item.span("changes", position, "earlier_decree"), data)
            if change.number:
                known.append(_folded(change.number))


def replaced_in_a_circle(context: Context) -> Iterator[Finding]:
    """Tell exemptions that replace one another in a circle, so that none of them is in force."""
    follows = {item.id: item.replaced_by for item in context.portal.exemptions if item.replaced_by}
    told: set[str] = set()
    for item in context.portal.exemptions:
        chain = [item.id]
        while (after := follows.get(chain[-1])) and after not in chain:
            chain.append(after)
        if after == item.id and item.id not in told:
            told.update(chain)
            yield Finding("DIK026", item.span("replaced_by"), {"chain": " → ".join([*chain, item.id])})


def changed_without_change(context: Context) -> Iterator[Finding]:
    """Tell exemptions written as changed of which no change is recorded."""
    for item in context.portal.exemptions:
        if item.status is ExemptionStatus.CHANGED and not item.changes and not item.replaced_by:
            keys = {"change": key_of(Exemption, "changes"), "replaced": key_of(Exemption, "replaced_by")}
            yield Finding("DIK027", item.span("status"), {"title": item.title, **keys})


def opening_undecided(context: Context) -> Iterator[Finding]:
    """Tell openings before the end of the term without number and day of their decree (PP 61/2010 Pasal 11(1))."""
    for item in context.portal.exemptions:
        last = last_day(item)
        if item.status is not ExemptionStatus.OPENED or (last is not None and last < context.standing.as_of):
            continue
        decree = item.opening or (item.changes[-1] if opened_by_change(item) else None)
        if decree is None or not (decree.number and decree.day):
            data = {"title": item.title, "key": key_of(Exemption, "opening")}
            yield Finding("DIK028", item.span("opening" if item.opening else "status"), data)


def opened_not_listed(context: Context) -> Iterator[Finding]:
    """Tell opened information that no entry of the DIP holds, or one that was withdrawn (Perki 1/2021 Pasal 52(4))."""
    portal = context.portal
    for item in portal.exemptions:
        if context.standing.exemption_states[item.id] is not ExemptionState.OPENED:
            continue
        if item.opening is None or item.opening.entry is None or portal.is_withdrawn(item.opening.entry):
            span = item.span("opening") if item.opening else item.span("status")
            data = {"title": item.title, "id": item.id, "key": key_of(OpeningDecree, "entry")}
            yield Finding("DIK029", span, data)


def opening_cause_of_another_ground(context: Context) -> Iterator[Finding]:
    """Tell openings for a cause that lifts not every letter of the exemption (UU 14/2008 Pasal 18(2)).

    Consent lifts what is personal alone: what 17a protects beside it stays exempt.
    """
    for item in context.portal.exemptions:
        cause = item.opening.cause if item.opening else None
        allowed = CAUSES.get(cause) if cause else None
        others = {basis.ground for basis in item.basis} - allowed if allowed else ()
        if cause is not None and allowed is not None and others:
            data = {"value": cause.label, "grounds": ", ".join(sorted(allowed)), "own": ", ".join(sorted(others))}
            yield Finding("DIK030", item.span("opening", "cause"), data)


def opening_before_decree(context: Context) -> Iterator[Finding]:
    """Tell information opened before it was exempt."""
    for item in context.portal.exemptions:
        opened, decided = opened_on(item), item.decree.day if item.decree else None
        if opened is not None and decided is not None and opened < decided:
            yield Finding("DIK031", item.span("opening"), _days(opened=opened, decided=decided))


def _changes(context: Context) -> Iterator[tuple[Exemption, int, ClassificationChange]]:
    return ((item, place, change) for item in context.portal.exemptions for place, change in enumerate(item.changes))


def _life(item: Exemption) -> Iterator[tuple[Span, date]]:
    """Give each day of the record from its decree through its changes, in the order in which they must follow."""
    if item.changes and item.decree and item.decree.day:
        yield item.span("decree", "day"), item.decree.day
    for position, change in enumerate(item.changes):
        for name in ("tested_on", "day"):
            if (day := getattr(change, name)) is not None:
                yield item.span("changes", position, name), day


def _days(**days: date) -> dict[str, str]:
    return {name: day.isoformat() for name, day in days.items()}


def _folded(number: str) -> str:
    return "".join(number.casefold().split())


RULES = (
    Rule("DIK021", (), test_after_decree),
    Rule("DIK022", (), in_force_before_decree),
    Rule("DIK023", (), change_incomplete),
    Rule("DIK024", (), change_out_of_order),
    Rule("DIK025", (), change_of_another_decree),
    Rule("DIK026", (), replaced_in_a_circle),
    Rule("DIK027", (), changed_without_change),
    Rule("DIK028", (), opening_undecided),
    Rule("DIK029", (), opened_not_listed),
    Rule("DIK030", (), opening_cause_of_another_ground),
    Rule("DIK031", (), opening_before_decree),
)
