"""Faults in how an exemption uses the letters of Pasal 17: what each letter asks, and what none of them can cover."""

from collections.abc import Iterator
from re import Pattern

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.elements.keys import key_of
from ppidgen.model.law.legal_grounds import ExemptionGround
from ppidgen.model.law.whole import Law
from ppidgen.model.records.exemption import ClassificationDecree, LegalBasis
from ppidgen.model.text.phrases import ACT, LEGISLATION
from ppidgen.rules.in_force import in_force
from ppidgen.rules.rule import Rule


def act_missing(context: Context) -> Iterator[Finding]:
    """Tell exemptions under a letter that needs another act, where none is named."""
    grounds = context.law.exemption_grounds
    for item in in_force(context):
        for position, basis in enumerate(item.basis):
            ground = grounds[basis.ground.value]
            if ground.needs_statute and not _names_another(ACT, basis.act, ground, context.law):
                yield Finding("DIK002", item.span("basis", position, "ground"), {"ground": basis.ground.value})


def regulation_missing(context: Context) -> Iterator[Finding]:
    """Tell letters whose term follows from legislation, where none is named (PP 61/2010 Pasal 6, 8(1), 9)."""
    grounds = context.law.exemption_grounds
    for item in in_force(context):
        for position, basis in enumerate(item.basis):
            ground, texts = grounds[basis.ground.value], (basis.act, item.basis_text)
            if ground.needs_regulation and not any(
                _names_another(LEGISLATION, text, ground, context.law) for text in texts
            ):
                data = {"ground": basis.ground.value, "key": key_of(LegalBasis, "act")}
                yield Finding("DIK032", item.span("basis", position, "ground"), data)


def head_has_not_decided(context: Context) -> Iterator[Finding]:
    """Tell terms under 17c-17f that the head of the body has not set (PP 61/2010 Pasal 7(5))."""
    grounds = context.law.exemption_grounds
    for item in in_force(context):
        bound = [basis.ground.value for basis in item.basis if grounds[basis.ground.value].set_by]
        if bound and item.decree is not None and item.decree.approved_by_head is None:
            data = {"grounds": ", ".join(bound), "key": key_of(ClassificationDecree, "approved_by_head")}
            yield Finding("DIK033", item.span("decree"), data)


def grounds_of_unlike_terms(context: Context) -> Iterator[Finding]:
    """Tell one item under letters of which some can last for ever and some cannot (UU 14/2008 Pasal 20(1))."""
    grounds = context.law.exemption_grounds
    for item in in_force(context):
        letters = list(dict.fromkeys(basis.ground.value for basis in item.basis))
        if len({grounds[letter].may_be_permanent for letter in letters}) > 1:
            yield Finding("DIK034", item.span("basis"), {"title": item.title, "grounds": ", ".join(letters)})


def _names_another(kind: Pattern[str], text: str | None, ground: ExemptionGround, law: Law) -> bool:
    """Tell a basis that names more than the act of the letter itself, which forbids nothing and sets no term there.

    A text that does not name that act is believed: rule DIK003 asks whether it names an act at all.
    """
    if text is None:
        return False
    rest = law.instruments[ground.basis[0].instrument].taken_out_of(text)
    return rest == text or kind.search(rest) is not None


RULES = (
    Rule("DIK002", (), act_missing),
    Rule("DIK032", (), regulation_missing),
    Rule("DIK033", (), head_has_not_decided),
    Rule("DIK034", (), grounds_of_unlike_terms),
)
