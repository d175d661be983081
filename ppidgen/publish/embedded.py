"""What a page loads, runs and leads to (pure): by this an injected link or script is told from an edited word."""

from collections.abc import Iterator, Mapping

from ppidgen.source.hypertext import Closing, Opening, Words, read

LINK, SCRIPT, FRAME, FORM, OTHER = "link", "script", "frame", "form", "other"
# Elements whose text itself is brought in: code, and the addresses of a sitemap.
_TEXTS = {"script": SCRIPT, "style": OTHER, "loc": LINK}

# Which attribute of an element brings something in, and what it is then called.
_BRINGING = {
    ("a", "href"): LINK,
    ("area", "href"): LINK,
    ("script", "src"): SCRIPT,
    ("iframe", "src"): FRAME,
    ("frame", "src"): FRAME,
    ("object", "data"): FRAME,
    ("embed", "src"): FRAME,
    ("form", "action"): FORM,
    ("button", "formaction"): FORM,
    ("input", "formaction"): FORM,
    ("link", "href"): OTHER,
    ("img", "src"): OTHER,
    ("base", "href"): OTHER,
}
_LONGEST = 200

Brought = tuple[str, str]


def brought_in(html: str) -> frozenset[Brought]:
    """Give what a page brings in as pairs of its kind and its address, or for code in the page its first words."""
    found: set[Brought] = set()
    inside = ""
    for part in read(html):
        match part:
            case Opening(tag, attributes):
                found.update(_of_element(tag, attributes))
                inside = tag if tag in _TEXTS else ""
            case Closing(tag):
                inside = "" if tag == inside else inside
            case Words(text) if inside and text.strip():
                found.add((_TEXTS[inside], " ".join(text.split())[:_LONGEST]))
    return frozenset(found)


def _of_element(tag: str, attributes: Mapping[str, str]) -> Iterator[Brought]:
    for name, value in attributes.items():
        if kind := _BRINGING.get((tag, name)):
            yield kind, value[:_LONGEST]
        elif name.startswith("on") or name == "srcdoc":
            yield SCRIPT, f"{name}={value}"[:_LONGEST]
        elif name == "style":  # no page of ours has one; by it words are hidden from all but search engines
            yield OTHER, f"style={value}"[:_LONGEST]
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield OTHER, attributes.get("content", "")[:_LONGEST]
