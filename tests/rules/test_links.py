import pytest

from ppidgen.rules.links import broken_links

KNOWN = frozenset({"/", "/informasi/", "/berkas/a b.pdf"})


@pytest.mark.parametrize(
    "link",
    [
        "/informasi/",
        "/informasi/#dip",
        "/informasi/?tahun=2024",
        "/berkas/a%20b.pdf",
        "https://contoh.go.id/x",
        "#atas",
        "mailto:a@b.id",
    ],
)
def test_a_link_that_leads_somewhere_is_let_through(link: str) -> None:
    assert list(broken_links({link: "content/halaman/tentang.md"}, KNOWN)) == []


def test_a_broken_link_is_told_where_it_stands() -> None:
    (found,) = broken_links({"/daftar-lama/": "content/halaman/tentang.md"}, KNOWN)
    assert (found.code, found.span.path, found.data["link"]) == (
        "SIT003",
        "content/halaman/tentang.md",
        "/daftar-lama/",
    )


def test_the_order_of_broken_links_does_not_depend_on_where_they_were_met() -> None:
    links = {"/b/": "x", "/a/": "y"}
    assert list(broken_links(links, KNOWN)) == list(broken_links(dict(reversed(links.items())), KNOWN))
