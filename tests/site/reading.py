"""What a browser would find in the bytes of a page: links, fragments, headings, data blocks, words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ADDRESSES = {
    "a": ("href",), "link": ("href",), "use": ("href",), "img": ("src",), "script": ("src",), "form": ("action",),
    "video": ("src", "poster"), "audio": ("src",), "source": ("src",), "track": ("src",), "iframe": ("src",),
    "div": ("data-pagefind", "data-base"),
}  # fmt: skip
# What stands in a line of text; before and after all else a line ends.
WITHIN_LINES = frozenset("a abbr b code em i label small span strong summary svg time use path".split())
UNSEEN = frozenset({"script", "style", "template"})


@dataclass
class Facts:
    """What one page holds. `links` leaves out what does not lead a reader on (styles, scripts, pictures).

    `joined` are the neighbouring texts that read as one word where no style sets them apart.
    """

    addresses: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    data_blocks: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    policies: list[str] = field(default_factory=list)
    canonical: str = ""
    robots: str = ""
    codes: list[str] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)


class Reader(HTMLParser):
    """Fills `Facts` while the page goes by."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        self._inside = ""
        self._before = ""  # in the same line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        found = self.facts
        self._inside = tag
        self._end_line_at(tag)
        found.addresses += [values[name] for name in ADDRESSES.get(tag, ()) if name in values]
        if tag == "a" and "href" in values:
            found.links.append(values["href"])
        if "id" in values:
            found.ids.append(values["id"])
        if tag in HEADINGS:
            found.levels.append(HEADINGS.index(tag) + 1)
        if tag == "html":
            found.language = values.get("lang", "")
        if tag == "link" and values.get("rel") == "canonical":
            found.canonical = values["href"]
        if tag == "meta":
            self._note_meta(values)
        if tag == "script" and "src" not in values:
            found.data_blocks.append("")

    def _note_meta(self, values: dict[str, str]) -> None:
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.facts.policies.append(values["content"])
        if values.get("name") == "robots":
            self.facts.robots = values["content"]
        if values.get("property") == "og:url":
            self.facts.addresses.append(values["content"])

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.facts.title += data
        elif self._inside == "script" and self.facts.data_blocks:
            self.facts.data_blocks[-1] += data
        elif self._inside == "code":
            self.facts.codes.append(data)
        if self._inside not in UNSEEN:
            if self._before[-1:].isalnum() and data[:1].isalnum():
                self.facts.joined.append((self._before, data))
            self._before = data

    def _end_line_at(self, tag: str) -> None:
        self._before = self._before if tag in WITHIN_LINES else ""

    def handle_endtag(self, tag: str) -> None:
        self._end_line_at(tag)
        self._inside = "" if tag == self._inside else self._inside


def read(html: bytes) -> Facts:
    """Read one page."""
    reader = Reader()
    reader.feed(html.decode())
    reader.close()
    return reader.facts
