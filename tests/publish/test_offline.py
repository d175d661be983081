"""A site as it works from a disk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.publish.offline import Place, parts, relative, relative_page

KNOWN = ("index.html", "dip/index.html", "informasi/a/b/index.html", "berkas/x y.pdf")
DEEP = Place("informasi/a/b/index.html", KNOWN, "https://ppid.contoh.go.id/ppid/", {"send": "<svg>1</svg>"})


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/ppid/", "../../../index.html"), ("/ppid/dip/", "../../../dip/index.html"),
        ("/ppid/dip/?q=a#b", "../../../dip/index.html?q=a#b"), ("/ppid/berkas/x%20y.pdf", "../../../berkas/x y.pdf"),
        ("/ppid/tidak-ada/", "https://ppid.contoh.go.id/ppid/tidak-ada/"),
    ],
)  # fmt: skip
def test_an_address_counts_from_the_page_or_leads_to_the_portal(address: str, shown: str) -> None:
    assert relative(address, DEEP).replace("%20", " ") == shown


def test_what_is_nowhere_leads_nowhere() -> None:
    assert relative("/tidak-ada/", Place("index.html", KNOWN, "", {})) == "#"


def test_icons_are_drawn_in_the_page_and_text_is_left_alone() -> None:
    html = '<p>Ketik href="/dip/"</p><svg><use href="/ppid/aset/ikon.svg#send"></use></svg><a href="https://x.go.id/">x</a>'
    assert (
        relative_page(html, DEEP) == '<p>Ketik href="/dip/"</p><svg><svg>1</svg></svg><a href="https://x.go.id/">x</a>'
    )


def test_a_page_that_leads_on_does_so_from_a_disk_too() -> None:
    html = '<meta http-equiv="refresh" content="0; url=/ppid/dip/">'
    assert relative_page(html, DEEP) == '<meta http-equiv="refresh" content="0; url=../../../dip/index.html">'


@given(
    st.dictionaries(
        st.sampled_from([*"abc", "berkas/a", "berkas/b", "berkas/c"]), st.integers(0, 30_000_000), min_size=1
    )
)
def test_every_file_is_in_one_part_and_documents_fill_no_part_beyond_its_size(sizes: dict[str, int]) -> None:
    shared = list(parts(sizes, 10))
    assert sorted(path for part in shared for path in part.paths) == sorted(sizes)
    assert [part.number for part in shared] == list(range(1, len(shared) + 1))
    assert all(not path.startswith("berkas/") for path in sizes if path in shared[0].paths and "berkas" not in path)
    for part in shared[1:]:
        assert len(part.paths) == 1 or sum(sizes[path] for path in part.paths) <= 10_000_000
