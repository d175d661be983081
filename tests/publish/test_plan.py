import pytest

from ppidgen.model.portal.withheld import Withheld, file_name
from ppidgen.publish.plan import Address, DocumentCopy, clashes, leaks_of, path_fault

DIGEST = "a" * 64
ENTRY = "content/informasi/bpkad/lkpd.yaml"


def document(path: str, source: str = "/portal/dokumen/lkpd.pdf", sha256: str = DIGEST) -> DocumentCopy:
    return DocumentCopy(path, source, sha256, 10, ENTRY)


def codes(*paths: str) -> list[str]:
    return [finding.code for finding in clashes(map(Address, paths))]


def test_two_pages_on_one_address_are_told_with_both_origins() -> None:
    (finding,) = clashes([Address("a.html", "satu.yaml"), Address("a.html", "dua.yaml")])
    assert finding.code == "SIT001"
    assert finding.data["address"] == "a.html"
    assert (finding.data["origin"], finding.data["other"]) == ("dua.yaml", "satu.yaml")
    assert (finding.span.path, finding.related[0].span.path) == ("dua.yaml", "satu.yaml")


def test_a_page_and_a_document_on_one_address_clash() -> None:
    (finding,) = clashes([Address("unduh/x.pdf"), document("unduh/x.pdf")])
    assert (finding.code, finding.span.path) == ("SIT001", ENTRY)


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


@pytest.mark.parametrize("path", ["a", "A_b~c-d.e", ".nojekyll", ".well-known/security.txt", "console/x", "a" * 200])
def test_an_ordinary_address_is_fine(path: str) -> None:
    assert path_fault(path) == ""


def test_a_document_withheld_by_its_content_is_told_whatever_it_is_called() -> None:
    withheld = Withheld(frozenset({DIGEST}))
    (finding,) = leaks_of(document("unduh/x.pdf"), withheld)
    assert (finding.code, finding.span.path, finding.data["address"]) == ("DIK090", ENTRY, "unduh/x.pdf")
    assert leaks_of(document("unduh/y.pdf", sha256="b" * 64), withheld) == ()


@pytest.mark.parametrize("name", ["lkpd.pdf", "LKPD.PDF", "x.pdf"])
def test_a_document_withheld_by_its_name_is_told(name: str) -> None:
    (finding,) = leaks_of(document("unduh/x.pdf"), Withheld(names=frozenset({file_name(name)})))
    assert finding.code == "DIK090"


def test_names_are_compared_however_their_accents_are_written() -> None:
    withheld = Withheld(names=frozenset({file_name("re\u0301sume\u0301.pdf")}))
    assert leaks_of(document("x.pdf", "/portal/R\u00c9SUM\u00c9.pdf"), withheld)
