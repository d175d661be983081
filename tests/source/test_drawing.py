import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.source.drawing import LARGEST, is_plain_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def drawing(inner: str) -> bytes:
    return f"{HEAD}{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h9v9z" fill="#0a489f"/>',
        "<title>Lambang</title><g><circle cx='1' cy='1' r='1'/></g>",
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<symbol id="b"/><use href="#b"/><use xlink:href="#b"/>',
        "<!-- dibuat sendiri --><path d=''/>",
    ],
)
def test_a_drawing_of_shapes_is_plain(inner: str) -> None:
    assert is_plain_drawing(drawing(inner))


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        '<a href="https://contoh.go.id"><path/></a>',
        '<use href="https://contoh.go.id/x.svg#a"/>',
        '<use href=" javascript:alert(1)"/>',
        '<image href="https://contoh.go.id/x.png"/>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>@import 'https://contoh.go.id/x.css'</style>",
        '<path style="fill:url(https://contoh.go.id/x)"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload"/>',
        '<html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(1)</html:script>',
    ],
)
def test_what_could_act_or_load_is_no_plain_drawing(inner: str) -> None:
    assert not is_plain_drawing(drawing(inner))


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        drawing("").decode().encode("utf-16"),
        drawing("<path"),
        drawing(" " * LARGEST),
        b"",
    ],
)
def test_what_cannot_be_read_for_certain_is_no_plain_drawing(content: bytes) -> None:
    assert not is_plain_drawing(content)


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(content: bytes) -> None:
    assert is_plain_drawing(content) in {True, False}
