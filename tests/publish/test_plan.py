import pytest

from ppidgen.model.withheld import Withheld, file_name
from ppidgen.publish.plan import Address, Artifact, DocumentCopy, path_fault, plan, standing

DIGEST = "a" * 64


def document(path: str, source: str = "/portal/dokumen/lkpd.pdf", sha256: str = DIGEST) -> DocumentCopy:
    return DocumentCopy(path, source, sha256, 10, "content/informasi/bpkad/lkpd.yaml")


def codes(*paths: str) -> list[str]:
    return [finding.code for finding in plan([Artifact(path, b"") for path in paths], ()).findings]


def test_a_plan_is_ordered_by_address() -> None:
    checked = plan([Artifact("b/index.html", b""), Artifact("a/index.html", b"")], [document("unduh/x.pdf")])
    assert [artifact.path for artifact in checked.value.artifacts] == ["a/index.html", "b/index.html"]
    assert [copy.path for copy in checked.value.documents] == ["unduh/x.pdf"]
    assert checked.findings == ()


def test_two_pages_on_one_address_are_told_with_both_origins() -> None:
    (finding,) = plan([Artifact("a.html", b"1", "satu.yaml"), Artifact("a.html", b"2", "dua.yaml")], ()).findings
    assert finding.code == "SIT001"
    assert finding.data["address"] == "a.html"
    assert (finding.data["origin"], finding.data["other"]) == ("dua.yaml", "satu.yaml")
    assert (finding.span.path, finding.related[0].span.path) == ("dua.yaml", "satu.yaml")


def test_a_page_and_a_document_on_one_address_clash() -> None:
    checked = plan([Artifact("unduh/x.pdf", b"")], [document("unduh/x.pdf")])
    assert [finding.code for finding in checked.findings] == ["SIT001"]
    assert checked.value.documents == ()


@pytest.mark.parametrize(
    "paths",
    [
        ("Unit/a.html", "unit/b.html", "UNIT/a.html"),
        ("a/index.html", "a"),
        ("a", "a/index.html"),
        ("a/b", "a/b/c/index.html"),
        ("manifes.json",),
        ("MANIFES.JSON",),
        ("manifes.json/index.html",),
    ],
)
def test_addresses_that_some_computer_takes_for_one_clash(paths: tuple[str, ...]) -> None:
    assert codes(*paths) == ["SIT001"]


def test_neighbours_do_not_clash() -> None:
    assert codes("a/index.html", "a/b/index.html", "ab", "a-b/index.html") == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        "C:/a",
        "a\\b",
        "\\\\server\\a",
        "a b",
        "a\n",
        "a\0",
        "é.html",
        "a%2e",
        "con",
        "a/NUL.txt",
        "Lpt1.html",
        "aux/index.html",
        "a.",
        "a./b",
        ".git/config",
        ".htpasswd",
        "~" * 201,
        "a" * 201,
        "\ud800",
        "a\u202eb",
    ],
)
def test_an_address_that_cannot_be_stored_everywhere_is_refused(path: str) -> None:
    assert codes(path) == ["SIT002"]
    assert plan([Artifact(path, b"")], ()).value.artifacts == ()


@pytest.mark.parametrize("path", ["a", "A_b~c-d.e", ".nojekyll", ".well-known/security.txt", "console/x", "a" * 200])
def test_an_ordinary_address_is_fine(path: str) -> None:
    assert path_fault(path) == ""


def test_a_document_withheld_by_its_content_is_never_planned() -> None:
    checked = plan(
        (), [document("unduh/x.pdf"), document("unduh/y.pdf", sha256="b" * 64)], Withheld(frozenset({DIGEST}))
    )
    assert [finding.code for finding in checked.findings] == ["DIK090"]
    assert checked.findings[0].data["address"] == "unduh/x.pdf"
    assert [copy.path for copy in checked.value.documents] == ["unduh/y.pdf"]


@pytest.mark.parametrize("name", ["lkpd.pdf", "LKPD.PDF", "x.pdf"])
def test_a_document_withheld_by_its_name_is_never_planned(name: str) -> None:
    checked = plan((), [document("unduh/x.pdf")], Withheld(names=frozenset({file_name(name)})))
    assert [finding.code for finding in checked.findings] == ["DIK090"]
    assert checked.value.documents == ()


def test_names_are_compared_however_their_accents_are_written() -> None:
    withheld = Withheld(names=frozenset({file_name("re\u0301sume\u0301.pdf")}))
    assert plan((), [document("x.pdf", "/portal/R\u00c9SUM\u00c9.pdf")], withheld).value.documents == ()


def test_a_withheld_document_does_not_hold_its_address() -> None:
    checked = plan([Artifact("x.pdf", b"")], [document("x.pdf")], Withheld(frozenset({DIGEST})))
    assert [finding.code for finding in checked.findings] == ["DIK090"]
    assert [artifact.path for artifact in checked.value.artifacts] == ["x.pdf"]


def test_addresses_alone_can_be_checked() -> None:
    checked = standing([Address("a"), Address("A")])
    assert [claim.path for claim in checked.value] == ["a"]
    assert [finding.code for finding in checked.findings] == ["SIT001"]
