"""Faults in what an exemption rests on: its ground, its test, its decree."""

import re
from collections.abc import Iterable, Iterator

from ppidgen.diagnostics import Finding, Related
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of, keys_of
from ppidgen.model.elements.vocabulary import Extent
from ppidgen.model.portal.registers import PUBLIC_BODY
from ppidgen.model.records.exemption import ClassificationDecree, ConsequenceTest, Exemption
from ppidgen.model.text.phrases import EVERYTHING_OF, WHOLE_CLASS, names_act
from ppidgen.rules.in_force import in_force
from ppidgen.rules.rule import Rule

# The union of PP 61/2010 Pasal 4(2) and Perki 1/2021 Pasal 49(5), as far as it stands in the decree itself.
DECREE_FIELDS = ("number", "day", "place", "classification", "officer", "unit")
CONSEQUENCES = ("harm_if_opened", "benefit_if_closed")
# A consequence that weighs something does not fit into fewer characters ("mengganggu ketertiban" is 22).
SHORTEST_CONSEQUENCE = 40


def ground_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions that name no letter of Pasal 17."""
    for item in in_force(context):
        if not item.basis:
            span = item.span("basis_text" if item.basis_text else "title")
            yield Finding("DIK001", span, {"title": item.title, "key": key_of(Exemption, "basis")})


def basis_below_an_act(context: Context) -> Iterator[Finding]:
    """Tell exemptions that rest on a regulation lower than an act (Perki 1/2021 Pasal 49(2) huruf c)."""
    for item in in_force(context):
        for position, basis in enumerate(item.basis):
            if basis.act is not None and not names_act(basis.act):
                yield Finding("DIK003", item.span("basis", position, "act"), {"value": basis.act})
        if not item.basis and item.basis_text and not names_act(item.basis_text):
            yield Finding("DIK003", item.span("basis_text"), {"value": item.basis_text})


def test_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions without a consequence test (UU 14/2008 Pasal 19)."""
    for item in in_force(context):
        if item.test is None:
            yield _finding("DIK008", item, key=key_of(Exemption, "test"))


def decree_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions for which neither they nor the body name a decree."""
    if context.portal.body.exemption_decree is None:
        for item in in_force(context):
            if item.decree is None:
                yield _finding("DIK009", item, key=key_of(Exemption, "decree"))


def consequence_thin(context: Context) -> Iterator[Finding]:
    """Tell tests that weigh nothing: a consequence is missing or a mere phrase."""
    for item in in_force(context):
        for name in CONSEQUENCES if item.test else ():
            text = getattr(item.test, name) or ""
            if len(text) < SHORTEST_CONSEQUENCE:
                data = {"key": key_of(ConsequenceTest, name), "value": text, "least": str(SHORTEST_CONSEQUENCE)}
                yield Finding("DIK010", item.span("test", name), data)


def consequence_copied(context: Context) -> Iterator[Finding]:
    """Tell tests whose words were copied from another exemption."""
    seen: dict[tuple[str, str], Exemption] = {}
    for item in in_force(context):
        for name in CONSEQUENCES if item.test else ():
            text = getattr(item.test, name)
            if not text:
                continue
            first = seen.setdefault((name, " ".join(text.casefold().split())), item)
            if first is not item:
                other = first.span("test", name)
                data = {"key": key_of(ConsequenceTest, name), "other": str(other)}
                yield Finding("DIK011", item.span("test", name), data, (Related(other, "first"),))


def decree_incomplete(context: Context) -> Iterator[Finding]:
    """Tell decrees that lack one of the parts which they must have."""
    for item in in_force(context):
        if item.decree is None:
            continue
        missing = [name for name in DECREE_FIELDS if getattr(item.decree, name) is None]
        keys = [keys_of(ClassificationDecree, missing, key_of(Exemption, "decree"))] if missing else []
        keys += [] if item.content else [key_of(Exemption, "content")]
        if keys:
            yield Finding("DIK012", item.span("decree"), {"title": item.title, "fields": ", ".join(keys)})


def approval_missing(context: Context) -> Iterator[Finding]:
    """Tell decrees that record nobody's approval (PP 61/2010 Pasal 3(2); Perki 1/2021 Pasal 10(2) huruf e)."""
    for item in in_force(context):
        decree = item.decree
        tested = item.test is not None and item.test.approved_by is not None
        if decree is not None and not (decree.approved_by_head or decree.approved_by_superior or tested):
            yield Finding("DIK013", item.span("decree"), {"title": item.title})


def blackened_part_missing(context: Context) -> Iterator[Finding]:
    """Tell partial exemptions that do not say which part is withheld."""
    for item in in_force(context):
        if item.extent is Extent.PART and not item.blackened:
            yield Finding("DIK016", item.span("extent"), {"key": key_of(Exemption, "blackened")})


def whole_class_exempt(context: Context) -> Iterator[Finding]:
    """Tell exemptions of everything that a field of work holds: exemption is narrow (Perki 1/2021 Pasal 22(1)-(2))."""
    for item in in_force(context):
        named = item.title.rpartition(": ")[2].strip()
        if item.extent is Extent.WHOLE and (WHOLE_CLASS.fullmatch(named) or EVERYTHING_OF.match(named)):
            data = {"title": item.title, "key": key_of(Exemption, "extent"), "title_key": key_of(Exemption, "title")}
            yield Finding("DIK035", item.span("title"), data)


def never_exempt_described(context: Context) -> Iterator[Finding]:
    """Tell exemptions whose words are those of information that can never be exempt (UU 14/2008 Pasal 18(1), (2))."""
    letters = {word: known for known in context.law.never_exempt.values() for word in known.keywords}
    pattern = _any_of(letters)
    for item in in_force(context):
        for name in ("title", "content"):
            found = pattern.search(getattr(item, name) or "")
            if found:
                known = letters[found[0].lower()]
                data = {"words": found[0], "text": known.text, "basis": context.law.cite(known.basis)}
                yield Finding("DIK017", item.span(name), data)
                break
    yield from _open_for_its_office(context)


def _open_for_its_office(context: Context) -> Iterator[Finding]:
    """Tell exemptions of the whole of what a condition of their own letter opens (UU 14/2008 Pasal 18(2) huruf b)."""
    grounds = context.law.exemption_grounds.values()
    hints = {ground.code: {w: one for one in ground.openings for w in one.keywords} for ground in grounds}
    patterns = {code: _any_of(words) for code, words in hints.items() if words}
    for item in in_force(context):
        letters = dict.fromkeys(basis.ground.value for basis in item.basis if item.extent is Extent.WHOLE)
        for letter in letters.keys() & patterns.keys():
            if found := patterns[letter].search(item.title):
                opening = hints[letter][found[0].lower()]
                data = {"words": found[0], "ground": letter, "condition": opening.condition}
                yield Finding("DIK017", item.span("title"), data | {"basis": context.law.cite(opening.basis[0])})


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _finding(code: str, item: Exemption, **data: str) -> Finding:
    return Finding(code, item.span("title"), {"title": item.title, **data})


RULES = (
    Rule("DIK001", (), ground_missing),
    Rule("DIK003", (), basis_below_an_act),
    Rule("DIK008", (), test_missing),
    Rule("DIK009", (PUBLIC_BODY,), decree_missing),
    Rule("DIK010", (), consequence_thin),
    Rule("DIK011", (), consequence_copied),
    Rule("DIK012", (), decree_incomplete),
    Rule("DIK013", (), approval_missing),
    Rule("DIK016", (), blackened_part_missing),
    Rule("DIK017", (), never_exempt_described),
    Rule("DIK035", (), whole_class_exempt),
)
