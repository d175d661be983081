from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.source.xml_text import attribute, content

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\t\n")
)


@given(TEXT)
def test_what_is_written_is_read_back(text: str) -> None:
    read = ET.fromstring(f"<a b={attribute(text)}>{content(text)}</a>")  # noqa: S314 - written here
    assert (read.get("b"), read.text or "") == (text, text)
