from datetime import date

from ppidgen.model.elements.named_files import named_files
from ppidgen.model.elements.vocabulary import BodyKind, Category, Level, OfficerRole
from ppidgen.model.records.body import Officer, PublicBody, Site
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Decree, Document


def test_files_are_found_at_every_depth_with_their_place() -> None:
    decree = Decree(number="1", day=date(2024, 1, 1), file="sk.pdf")
    officer = Officer(role=OfficerRole.PRINCIPAL, post="Kepala", decree=decree)
    body = PublicBody(name="A", kind=BodyKind.EXECUTIVE, level=Level.REGENCY, officers=(officer,), list_decree=decree)
    found = dict(named_files(body))
    assert found == {("list_decree", "file"): "sk.pdf", ("officers", 0, "decree", "file"): "sk.pdf"}


def test_a_logo_and_documents_are_files() -> None:
    assert dict(named_files(Site(title="A", logo="logo.svg"))) == {("logo",): "logo.svg"}
    documents = (Document(title="A", link="https://contoh.go.id/a"), Document(title="B", file="b.pdf"))
    entry = InformationEntry(id="a", title="A", category=Category.PERIODIC, documents=documents)
    assert dict(named_files(entry)) == {("documents", 1, "file"): "b.pdf"}
