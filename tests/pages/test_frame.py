from itertools import chain, repeat

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.model.pages.page import Block, Section, Text
from ppidgen.pages.parts.frame import distinct, section

TITLES = st.sampled_from(["Syarat", "Syarat 2", "Waktu", "!"])
TREES = st.recursive(
    st.builds(Text, st.just("x")),
    lambda inner: st.builds(section, TITLES, st.lists(inner, max_size=4)),
    max_leaves=12,
)


def fragments(blocks: tuple[Block, ...]) -> list[str]:
    inner = ((block.anchor, *fragments(block.blocks)) for block in blocks if isinstance(block, Section))
    return list(chain.from_iterable(inner))


@given(st.lists(TREES, max_size=6))
def test_no_two_sections_of_a_page_share_a_fragment(blocks: list[Block]) -> None:
    found = fragments(distinct(tuple(blocks)))
    assert len(set(found)) == len(found)
    assert len(found) == len(fragments(tuple(blocks)))


def test_the_first_of_equal_headings_keeps_its_fragment() -> None:
    twice = tuple(section(title, ()) for title in repeat("Yang perlu disiapkan", 2))
    assert fragments(distinct(twice)) == ["yang-perlu-disiapkan", "yang-perlu-disiapkan-2"]
