"""What a page loads, runs and leads to (pure): by this an injected link or script is told from an edited word."""

from collections.abc import Sequence
from html.parser import HTMLParser

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
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return frozenset(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[Brought] = set()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take up what an element brings in."""
        self._inside = tag if tag in _TEXTS else ""
        for name, value in attrs:
            if kind := _BRINGING.get((tag, name)):
                self.found.add((kind, (value or "")[:_LONGEST]))
            elif name.startswith("on") or name == "srcdoc":
                self.found.add((SCRIPT, f"{name}={value or ''}"[:_LONGEST]))
            elif name == "style":  # no page of ours has one; by it words are hidden from all but search engines
                self.found.add((OTHER, f"style={value or ''}"[:_LONGEST]))
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.found.add((OTHER, values.get("content", "")[:_LONGEST]))

    def handle_endtag(self, tag: str) -> None:
        """End an element whose text counts."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Take up the code of a script that stands in the page, or an address of a sitemap."""
        if self._inside and data.strip():
            self.found.add((_TEXTS[self._inside], " ".join(data.split())[:_LONGEST]))
