"""Faults in how an exemption uses the letters of Pasal 17: what each letter asks, and what none of them can cover."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.exemption import ClassificationDecree, LegalBasis
from ppidgen.model.keys import key_of
from ppidgen.rules.in_force import in_force
from ppidgen.rules.rule import Rule


def regulation_missing(context: Context) -> Iterator[Finding]:
    """Tell letters whose term follows from legislation, where none is named (PP 61/2010 Pasal 6, 8(1), 9)."""
    grounds = context.law.exemption_grounds
    for item in in_force(context):
        for position, basis in enumerate(item.basis):
            if grounds[basis.ground.value].needs_regulation and basis.act is None and item.basis_text is None:
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


RULES = (
    Rule("DIK032", (), regulation_missing),
    Rule("DIK033", (), head_has_not_decided),
    Rule("DIK034", (), grounds_of_unlike_terms),
)
