import gzip
import itertools
import random
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.publish.bundle import ENTRY, UnknownBundle, canonical, decoded, encoded, packed, unpacked

values = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60)
FILTERS = {
    "kategori": {"berkala": [0, 2], "setiap-saat": [1], "serta-merta": [300]},
    "tahun": {"2024": [0], "2023": [1]},
}


def bundle(seed: int) -> dict[str, bytes]:
    """Write a bundle as the indexer would, in an order that only its hash table knows."""
    dice = random.Random(seed)  # noqa: S311 a repeatable order, not a secret
    names = list(FILTERS)
    dice.shuffle(names)
    files = {"pagefind.js": b"js", "fragment/id_1.pf_fragment": b"f"}
    listed: list[Any] = []
    for name in names:
        rows: list[Any] = [[value, pages] for value, pages in FILTERS[name].items()]
        dice.shuffle(rows)
        digest = f"id_{dice.randrange(1_000_000):x}"
        files[f"filter/{digest}.pf_filter"] = packed(encoded([name, rows]))
        listed.append([name, digest])
    meta = encoded(["1.5.2", [["id_1", 200]], [], listed, [], ["title"]])
    files[f"pagefind.id_{seed}.pf_meta"] = packed(meta)
    entry = {"version": "1.5.2", "languages": {"id": {"hash": f"id_{seed}", "wasm": "id", "page_count": 1}}}
    return {**files, ENTRY: orjson.dumps(entry)}


def test_every_order_of_filters_gives_the_same_bundle() -> None:
    first = canonical(bundle(0), "id")
    assert all(canonical(bundle(seed), "id") == first for seed in range(1, 20))


def test_the_files_refer_to_one_another_and_say_the_same() -> None:
    files = canonical(bundle(1), "id")
    digest = orjson.loads(files[ENTRY])["languages"]["id"]["hash"]
    meta = unpacked(files[f"pagefind.{digest}.pf_meta"])
    assert isinstance(meta, list)
    assert [meta[0], meta[1], meta[5]] == ["1.5.2", [["id_1", 200]], ["title"]]
    said = {}
    for name, reference in meta[3]:  # type: ignore[union-attr, misc, str-unpack]  # a list of pairs, or the test fails
        said[name] = unpacked(files.pop(f"filter/{reference}.pf_filter"))
    assert said == {name: [name, [[value, rows[value]] for value in sorted(rows)]] for name, rows in FILTERS.items()}
    assert not any(path.startswith("filter/") for path in files)
    assert (files["pagefind.js"], files["fragment/id_1.pf_fragment"]) == (b"js", b"f")


@given(values)
def test_what_is_written_is_read_again(value: object) -> None:
    assert decoded(encoded(value), 0) == (value, len(encoded(value)))  # type: ignore[arg-type]  # hypothesis makes them


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (255, "18ff"),
        (256, "190100"),
        (65536, "1a00010000"),
        (2**32, "1b0000000100000000"),
        ("", "60"),
        ("é", "62c3a9"),
        ([], "80"),
        ([1, ["a"]], "8201816161"),
    ],
)
def test_numbers_texts_and_lists_are_written_as_the_standard_says(value: int | str, expected: str) -> None:
    assert encoded(value).hex() == expected


def test_what_is_packed_is_gzip_without_time_or_system() -> None:
    content = packed(b"isi")
    assert gzip.decompress(content) == b"pagefind_dcdisi"
    assert content[4:8] == b"\0\0\0\0"
    assert content[9] == 255


def test_a_bundle_of_an_unknown_form_is_refused() -> None:
    strange = [b"", b"\xff", gzip.compress(b"lain"), packed(b"\x80\x80"), packed(b"\xa0"), packed(encoded("meta"))]
    strange += [packed(encoded(["1", [], [], [["kategori"]], [], []])), packed(encoded(["1", [], [], 5, [], []]))]
    for content in strange:
        files = bundle(3)
        files["pagefind.id_3.pf_meta"] = content
        with pytest.raises((UnknownBundle, OSError, EOFError, IndexError)):
            canonical(files, "id")
    for path, content in itertools.product([p for p in bundle(3) if "filter" in p], strange):
        with pytest.raises((UnknownBundle, OSError, EOFError, IndexError)):
            canonical({**bundle(3), path: content}, "id")
