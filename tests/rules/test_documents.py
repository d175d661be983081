"""Faults of documents that no example of the rulebook can hold: they would be files of 2 MB, or binary ones."""

from dataclasses import replace

import pytest

from ppidgen.diagnostics import Severity
from ppidgen.model.records.parts import Document
from ppidgen.rules.documents import HEAVY, RULES, document_heavy, document_lost
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


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pptx"])
def test_an_office_file_shut_by_a_password_is_told_as_that_alone(ending: str) -> None:
    name = f"surat.{ending}"
    facts = replace(found(name, 9_000), kind="ole", ending=ending, encrypted=True, readable=False)
    named = entry("bpkad/surat", "Surat", documents=(Document(title="Surat", file=name),))
    portal = context(information=(named,), facts={name: facts})
    assert [one.code for rule in RULES for one in rule.function(portal)] == ["DOK033"]


def test_a_broken_document_under_a_wrong_ending_is_told_once() -> None:
    facts = replace(found("surat.pdf", 9_000), kind="docx", ending="pdf", readable=False)
    named = entry("bpkad/surat", "Surat", documents=(Document(title="Surat", file="surat.pdf"),))
    portal = context(information=(named,), facts={"surat.pdf": facts})
    assert [one.code for rule in RULES for one in rule.function(portal)] == ["DOK002"]


def test_a_document_that_nobody_came_to_the_end_of_stops_the_build() -> None:
    facts = replace(found("lkpd.pdf", 9_000), lost=True, readable=False)
    named = entry("bpkad/lkpd", "LKPD", documents=(Document(title="LKPD", file="lkpd.pdf"),))
    (one,) = told(document_lost(context(information=(named,), facts={"lkpd.pdf": facts}))).told
    assert (one.code, one.severity) == ("DOK010", Severity.ERROR)
    portal = context(information=(named,), facts={"lkpd.pdf": facts})
    assert [one.code for rule in RULES for one in rule.function(portal)] == ["DOK010"]


def test_an_old_office_file_under_a_new_ending_is_still_told() -> None:
    facts = replace(found("surat.docx", 9_000), kind="ole", ending="docx")
    named = entry("bpkad/surat", "Surat", documents=(Document(title="Surat", file="surat.docx"),))
    portal = context(information=(named,), facts={"surat.docx": facts})
    assert {"DOK001", "DOK002"} <= {one.code for rule in RULES for one in rule.function(portal)}
