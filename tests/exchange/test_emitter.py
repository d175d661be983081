from hypothesis import example, given
from hypothesis import strategies as st

from ppidgen.exchange.emitter import Value, emit, scalar
from ppidgen.exchange.wording import clean
from ppidgen.source.register_text import yaml
from ppidgen.source.register_text.nodes import Node, Scalar, Sequence

TRICKY = (
    "no|~|null|a: b|a #b|- x|2024|012|1.10|08:00|x:|'a|\"a|a\nb|a\n b|  a|a\n\n\nb|# a|@x|%5|*p|&a|!t|[a|{b|a, b|"
    "? x|---|...|=|<<|a\tb|É|a\u00a0b|http://x.y/#a|Jum'at|17e|1e3|0x1f|true|a |\\|\u200b|\x00|\u2028|ya\n\n- b"
).split("|")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(TRICKY)
KEY = st.text("abc_", min_size=1, max_size=5)


def tables(text: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Value]]:
    inner: st.SearchStrategy[Value] = st.recursive(
        text,
        lambda children: (
            st.lists(text | st.dictionaries(KEY, children, max_size=3), max_size=4)
            | st.dictionaries(KEY, children, max_size=3)
        ),
        max_leaves=10,
    )
    return st.dictionaries(KEY, inner, min_size=1, max_size=5)


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()} if node else {}


@given(tables(TEXT))
@example({"a": [{"b": "x\ny"}, "c"]})
def test_whatever_is_written_reads_back_the_same(values: dict[str, Value]) -> None:
    assert plain(yaml.parse("x.yaml", emit(values)).value) == values


@given(tables(TEXT.map(clean)))
def test_clean_text_is_written_without_anything_to_complain_about(values: dict[str, Value]) -> None:
    parsed = yaml.parse("x.yaml", emit(values))
    assert plain(parsed.value) == values
    assert parsed.findings == ()


def test_a_register_file_looks_as_an_officer_would_write_it() -> None:
    values: dict[str, Value] = {
        "judul": "Laporan: Neraca 2024",
        "waktu_pembuatan": "2024",
        "telepon": "0812345",
        "bentuk": ["softcopy", "hardcopy"],
        "uraian": "a. satu\nb. dua",
        "uji": {"konsekuensi_dibuka": "Terganggu"},
        "dasar": [{"huruf": "17a", "pasal": "Pasal 17 huruf a"}, {"huruf": "17b"}],
        "jangka_waktu_simpan": "5 Tahun",
    }
    assert emit(values) == (
        'judul: "Laporan: Neraca 2024"\n'
        "waktu_pembuatan: 2024\n"
        'telepon: "0812345"\n'
        "bentuk: [softcopy, hardcopy]\n"
        "uraian: |-\n  a. satu\n  b. dua\n"
        "uji:\n  konsekuensi_dibuka: Terganggu\n"
        "dasar:\n  - huruf: 17a\n    pasal: Pasal 17 huruf a\n  - huruf: 17b\n"
        "jangka_waktu_simpan: 5 Tahun\n"
    )


def test_words_that_other_readers_take_for_something_else_are_quoted() -> None:
    for word in ("no", "ya: tidak", "Yes", "null", "1.10", "08:00", "17e", "0x1f", "1e3", "- a", "a #b"):
        assert scalar(word).startswith('"'), word
    for word in ("2024", "2024-08-19", "17a", "5 Tahun", "Jum'at", "Permanen", "https://contoh.go.id/a"):
        assert scalar(word) == word
