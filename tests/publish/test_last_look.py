"""What a reader would see as a personal number is found in the source, or at the latest in the finished page."""

import html
import re

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ppidgen.model.sheet import traces_in
from ppidgen.publish.last_look import in_data, in_page
from ppidgen.source.personal_data import Kind, digest_of
from ppidgen.source.undone import undone
from tests.theme.plain_html import ours

NUMBER = "3211011212850001"
# What somebody may put between two digits without a reader seeing it, or seeing more than a gap.
SPLITS = (
    "", "**", "__", "_", "*", "`", "~~", "\u200b", "\u00ad", "<!-- x -->", "<b></b>", "](/a)", "[", "\n", " "
)  # fmt: skip
_TAG = re.compile(r"<[^>]*>")


def entity(digit: str) -> str:
    return f"&#{ord(digit)};"


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """Write the number with a split in up to two places, and some of its digits as entities."""
    cuts = draw(st.dictionaries(st.integers(1, len(NUMBER) - 1), st.sampled_from(SPLITS), max_size=2))
    coded = draw(st.sets(st.integers(0, len(NUMBER) - 1), max_size=3))
    digits = [entity(digit) if place in coded else digit for place, digit in enumerate(NUMBER)]
    return "".join(cuts.get(place, "") + digit for place, digit in enumerate(digits))


def seen(markdown: str) -> str:
    """Give the text of rendered Markdown without what nobody sees; gaps that a reader sees stay."""
    return re.sub(r"[\u200b\u00ad]+", "", html.unescape(_TAG.sub("", ours(markdown))))


@given(disguised())
@example("[321101](/a)1212850001")
@example("[321101](/a)[1212850001](/b)")
@example("32110112&#49;2850001")
@example("**3211**011212850001")
@example("321101<!-- x -->1212850001")
def test_a_number_that_a_reader_sees_is_found_where_it_was_written(written: str) -> None:
    markdown = f"Penerima bantuan: {written} sejak Januari."
    if NUMBER in seen(markdown):
        assert [trace.kind for trace in traces_in(markdown)] == [Kind.IDENTITY]


@pytest.mark.parametrize("folded", ["3211 0112\n1285 0001", "3211 0112 1285\n  0001"])
def test_a_number_folded_over_two_lines_is_found_on_the_first(folded: str) -> None:
    assert [trace.place for trace in traces_in(f"isi: >-\n  NIK {folded}\n")] == ["2:7"]


def test_undoing_tells_of_each_letter_where_it_stood() -> None:
    found = undone("a [1](/x)&#50;\n3")
    assert found.text == "a 12 3"
    assert [("a [1](/x)&#50;\n3")[place] for place in found.places] == ["a", " ", "1", "&", "\n", "3"]


@pytest.mark.parametrize(
    "value",
    [NUMBER, "3211 0112 1285 0001", "321101-121285-0001", "3211 0112\n1285 0001", "081234567890", "a@gmail.com",
     "３２１１０１１２１２８５０００１", "٣٢١١٠١١٢١٢٨٥٠٠٠١", "a＠gmail.com"],
)  # fmt: skip
def test_what_a_page_holds_and_no_source_held_is_found(value: str) -> None:
    packed = orjson.dumps({"blocks": ["Penerima", f"Bantuan bagi {value}."], "@type": "Dataset"})
    (hit,) = in_page(packed, frozenset())
    assert list(in_page(packed, {hit.digest})) == []


@pytest.mark.parametrize(
    "value", ["2026-01-15 10:30", "Rp3.211.011.212.850", "0210 555 0110", "ppid@contohkab.go.id", "5.1.02.01.01.0001"]
)
def test_what_is_no_persons_is_let_through(value: str) -> None:
    assert list(in_page(orjson.dumps({"text": value, "year": [2024, 2025, 2026]}), frozenset())) == []


def test_a_table_of_data_is_read_for_numbers_that_stand_alone() -> None:
    assert [hit.kind for hit in in_data(f"a,{NUMBER},b\n".encode(), frozenset())] == [Kind.IDENTITY]
    assert list(in_data(f"a,{NUMBER},b\n".encode(), {digest_of(NUMBER)})) == []
    assert list(in_data(f"sha256,f{NUMBER}a\n".encode(), frozenset())) == []
