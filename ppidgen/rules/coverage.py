"""Faults in what is claimed of duties: nil statements, series with holes, claims that contradict one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ppidgen.diagnostics import Finding, Related
from ppidgen.duties import carrying, claims, series
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import Extent
from ppidgen.model.law.duty import scopes_against
from ppidgen.model.portal.registers import EXEMPTIONS, INFORMATION, NIL, SERIES
from ppidgen.model.records.body import PublicBody
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.standing.coverage import CoverageState, Evidence
from ppidgen.rules.in_force import in_force
from ppidgen.rules.rule import Rule

# What somebody must give who answers for a nil statement.
ANSWERS = ("signed_by", "decree", "day", "reason")
# More leaves than this are named by the first and the last.
MOST_LEAVES = 8
_REACHED = frozenset({CoverageState.PUBLISHED, CoverageState.PARTLY_EXEMPT, CoverageState.LINKED})


def nil_although_published(context: Context) -> Iterator[Finding]:
    """Tell statements that there is nothing, of duties for which something can be opened."""
    for statement in context.portal.nil:
        for position, code in enumerate(statement.duties):
            known = context.standing.coverage.get(code)
            proofs = known.evidence if known else ()
            reached = (one for one in proofs if one.state in _REACHED and one.register != NIL.name)
            other = next((one for one in reached if not one.proposed), None)
            if other is not None:
                span = statement.span("duties", position)
                data = {"duty": code, "state": other.state.label.lower()}
                yield Finding("KWJ001", span, data, (Related(other.span, "published"),))


def nil_expired(context: Context) -> Iterator[Finding]:
    """Tell statements that are no longer believed."""
    as_of = context.standing.as_of
    for statement in context.portal.nil:
        ends = claims.nil_ends(statement)
        if ends is not None and ends < as_of:
            span = statement.span("until" if statement.until else "day")
            yield Finding("KWJ002", span, {"day": ends.isoformat(), "months": str(claims.NIL_MONTHS)})


def nil_unsigned(context: Context) -> Iterator[Finding]:
    """Tell statements for which nobody answers, with the keys that are wanting."""
    for statement in context.portal.nil:
        missing = [name for name in ANSWERS if not getattr(statement, name)]
        if missing:
            data = {"keys": keys_of(NilStatement, missing)}
            yield Finding("KWJ003", statement.span("statement"), data)


def nil_of_nothing(context: Context) -> Iterator[Finding]:
    """Tell statements that name no duty."""
    for statement in context.portal.nil:
        if not statement.duties:
            yield Finding("KWJ004", statement.span("statement"), {"key": key_of(NilStatement, "duties")})


def heading_claimed(context: Context) -> Iterator[Finding]:
    """Tell records that name a heading of the catalogue where only a leaf can be met."""
    portal, known = context.portal, context.law.duties
    claimants: Iterable[Record] = (
        *portal.published_information, *portal.articles, *portal.nil, *portal.series, *portal.exemptions,
    )  # fmt: skip
    for record in claimants:
        for position, code in enumerate(getattr(record, "duties", ())):
            if code in known and not known[code].is_leaf:
                leaves = [one for one in known if one.startswith(f"{code}.")]
                data = {"value": code, "leaves": _few(leaves)}
                yield Finding("KWJ005", record.span("duties", position), data)


def _few(codes: list[str]) -> str:
    return ", ".join(codes) if len(codes) <= MOST_LEAVES else f"{codes[0]} … {codes[-1]}"


def single_duty_claimed_twice(context: Context) -> Iterator[Finding]:
    """Tell the second claim of a duty that one document alone can meet, for the same year."""
    for code, known in context.standing.coverage.items():
        if known.duty.single:
            by_year: defaultdict[int | None, list[Evidence]] = defaultdict(list)
            for one in sorted(known.evidence, key=lambda one: one.record.id):
                if one.register == INFORMATION.name:
                    by_year[one.year].append(one)
            for first, *others in by_year.values():
                for other in others:
                    data = {"duty": code, "title": known.duty.label, "other": first.record.id}
                    yield Finding("KWJ006", other.span, data, (Related(first.span, "first"),))


def series_incomplete(context: Context) -> Iterator[Finding]:
    """Tell series that lack a period which is due."""
    for one, slots in series.slots_missing(context.portal, context.standing.as_of):
        data = {"title": one.title, "periods": ", ".join(slot.label for slot in slots)}
        yield Finding("KWJ007", one.span("title"), data)


def series_entry_without_year(context: Context) -> Iterator[Finding]:
    """Tell entries of a series that nobody can place, because they name no year."""
    for entry in context.portal.published_information:
        if entry.series and entry.year is None:
            yield Finding("KWJ008", entry.span("series"), {"title": entry.title, "series": entry.series})


def series_entry_of_another_rhythm(context: Context) -> Iterator[Finding]:
    """Tell entries of a series whose part of the year is missing, or is none that the series has."""
    known = {one.id: one for one in context.portal.series}
    for entry in context.portal.published_information if known else ():
        one = known.get(entry.series or "")
        if one is None or entry.year is None or series.slot_of(entry, one):
            continue
        key = key_of(InformationEntry, "part")
        choices = ", ".join(part.value for part in one.rhythm.parts)
        data = {"title": entry.title, "key": key, "rhythm": one.rhythm.value, "choices": choices}
        yield Finding("KWJ011", entry.span("part" if entry.part else "series"), data)


def activity_denied_and_shown(context: Context) -> Iterator[Finding]:
    """Tell activities that the body says it does not carry on, while its registers show that it does."""
    body = context.portal.body
    for position, stated in enumerate(body.not_applicable):
        scopes = scopes_against(stated)
        shown = (
            one
            for known in context.standing.coverage.values()
            if not known.duty.scopes.isdisjoint(scopes)
            for one in known.evidence
        )
        proof = next(shown, None)
        if proof is not None:
            span = body.span("not_applicable", position, "activity")
            data = {"value": stated.activity.value, "key": key_of(PublicBody, "not_applicable")}
            yield Finding("KWJ009", span, data, (Related(proof.span, "shown"),))


def mandatory_information_wholly_exempt(context: Context) -> Iterator[Finding]:
    """Tell exemptions of the whole of something that the law says must be public."""
    for item in in_force(context):
        if item.extent is Extent.WHOLE:
            for position, code in enumerate(item.duties):
                duty = context.law.duties.get(code)
                if duty is not None:
                    data = {"title": item.title, "duty": code, "label": duty.label, "key": key_of(Exemption, "extent")}
                    yield Finding("KWJ010", item.span("duties", position), data)


def too_much_on_one_document(context: Context) -> Iterator[Finding]:
    """Tell records that claim more duties than their files and texts can hold."""
    beyond = context.standing.beyond
    for record in carrying.claimants(context.portal) if beyond else ():
        lacking = [code for code in record.duties if code in beyond.get(carrying.key_of(record), ())]
        if lacking:
            span = record.span("duties", record.duties.index(lacking[0]))
            key = key_of(InformationEntry, "duties")
            yield Finding("KWJ012", span, {"title": record.title, "duties": _few(lacking), "key": key})


def file_of_another_year(context: Context) -> Iterator[Finding]:
    """Tell entries whose only files are those of an entry of an earlier year."""
    portal = context.portal
    for entry_id, earlier in carrying.of_another_year(portal).items():
        entry = portal.information_by_id[entry_id]
        data = {"title": entry.title, "year": str(entry.year), "other": earlier.id, "earlier": str(earlier.year)}
        yield Finding("KWJ013", entry.span("year"), data, (Related(earlier.span("year"), "earlier"),))


RULES = (
    Rule("KWJ001", (NIL,), nil_although_published),
    Rule("KWJ002", (), nil_expired),
    Rule("KWJ003", (), nil_unsigned),
    Rule("KWJ004", (), nil_of_nothing),
    Rule("KWJ005", (), heading_claimed, by_itself=True),
    Rule("KWJ006", (INFORMATION,), single_duty_claimed_twice),
    Rule("KWJ007", (INFORMATION, SERIES), series_incomplete),
    Rule("KWJ008", (), series_entry_without_year, by_itself=True),
    Rule("KWJ011", (SERIES,), series_entry_of_another_rhythm),
    Rule("KWJ009", (), activity_denied_and_shown),
    Rule("KWJ010", (EXEMPTIONS,), mandatory_information_wholly_exempt),
    Rule("KWJ012", (INFORMATION,), too_much_on_one_document),
    Rule("KWJ013", (INFORMATION,), file_of_another_year),
)
