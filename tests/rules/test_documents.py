"""A document that the evaluation's form would not take is named with its size; an example would be a file of 2 MB."""

from ppidgen.model.parts import Document
from ppidgen.rules.documents import HEAVY, document_heavy
from tests.pages.portals import context, entry, found
from tests.rules.examples import told


def sentences(size: int) -> list[str]:
    named = entry("bpkad/lkpd", "LKPD", documents=(Document(title="LKPD", file="lkpd.pdf"),))
    portal = context(information=(named,), facts={"lkpd.pdf": found("lkpd.pdf", size)})
    return [one.message for one in told(document_heavy(portal)).told]


def test_a_document_over_the_limit_is_told_with_a_size_over_the_limit() -> None:
    wanted = "'lkpd.pdf' berukuran {} MB; formulir e-Monev menerima paling besar 2 MB."
    assert sentences(HEAVY + 1) == [wanted.format("2,1")]
    assert sentences(12_300_000) == [wanted.format("12,3")]


def test_a_document_of_the_limit_itself_is_not_told() -> None:
    assert sentences(HEAVY) == []
