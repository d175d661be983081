import math

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table
from ppidgen.source.register_text.packing import NOWHERE, pack, unpack
from ppidgen.source.register_text.yaml import parse

NOTHING = Table({}, {}, NOWHERE)
PLACE = st.builds(Place, *[st.integers(0, 10**6)] * 4)
NODE = st.recursive(
    st.builds(Scalar, st.just(""), PLACE, plain=st.just(value=False)),
    lambda inner: (
        st.builds(Sequence, st.lists(inner, max_size=3).map(tuple), PLACE)
        | st.dictionaries(st.text(max_size=4), st.tuples(inner, PLACE), max_size=3).flatmap(
            lambda held: st.builds(
                Table,
                st.just({k: v for k, (v, _) in held.items()}),
                st.just({k: p for k, (_, p) in held.items()}),
                PLACE,
            )
        )
    ),
    max_leaves=12,
)


def table(held: dict[str, Node], place: Place) -> Table:
    return Table(held, dict.fromkeys(held, place), place)


@settings(max_examples=60)
@given(st.dictionaries(st.text(max_size=4), NODE, max_size=4), PLACE)
def test_every_place_comes_back(held: dict[str, Node], place: Place) -> None:
    written = table(held, place)
    assert unpack(pack(written)) == written


def test_places_are_kept_and_words_are_not() -> None:
    node = parse("a.yaml", "judul: rahasia\ndokumen:\n  - berkas: rahasia.pdf\n").value
    assert isinstance(node, Table)
    packed = pack(node)
    assert "rahasia" not in packed
    documents = unpack(packed).values["dokumen"]
    assert isinstance(documents, Sequence)
    (document,) = documents.items
    assert isinstance(document, Table)
    assert document.values["berkas"].place == Place(3, 13, 3, 24)


HOSTILE = {
    "nothing": "",
    "a word": "judul",
    "a number": "5",
    "too few numbers": "[1, 2, 3]",
    "words for numbers": '["a", "b", "c", "d"]',
    "no end": "[1, 1, 1, 1, [[1, 1, 1, 1]",
    "a value without its place": '[1, 1, 1, 1, {"a": [1, 1, 1, 1]}]',
    "a value that is text": '[1, 1, 1, 1, {"a": "12345"}]',
    "a value that is null": '[1, 1, 1, 1, {"a": null}]',
    "no table": "[1, 1, 1, 1]",
    "a list": "[1, 1, 1, 1, []]",
    "a number for the inside": "[1, 1, 1, 1, 5]",
    "a huge number": "[1e999, 1, 1, 1, {}]",
    "a long number": f"[{'9' * 5_000}, 1, 1, 1, {{}}]",
    "deep lists": "[1,1,1,1,[" * 400 + "]]" * 400,
    "deep tables": '[1,1,1,1,{"a":[1,1,1,1,' * 300 + "]}" * 300 + "]",
    "deep brackets": "[" * 100_000,
    "half a letter": '[1, 1, 1, 1, {"\\ud800": 1}]',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_that_is_no_packing_gives_an_empty_mapping(name: str) -> None:
    assert unpack(HOSTILE[name]) == NOTHING


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=15,
)


@settings(max_examples=150)
@given(JSON)
def test_any_json_gives_a_mapping(held: object) -> None:
    assert isinstance(unpack(orjson.dumps(held).decode()), Table)


@settings(max_examples=60)
@given(st.text())
def test_any_text_gives_a_mapping(text: str) -> None:
    assert isinstance(unpack(text), Table)


def test_what_is_no_number_is_no_place() -> None:
    assert unpack(orjson.dumps([math.inf, 1, 1, 1, {}]).decode()) == NOTHING
