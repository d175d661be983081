"""Pages: what is said and where, before anyone has said how it looks.

A page is a frozen value made of blocks. `pages/` composes them from the portal, `theme/` turns each kind
of block into HTML by the component of the same name (`themes/<theme>/komponen/<block.kind>/`). No block
holds markup; `Prose` holds Markdown. Addresses are site-absolute ("/informasi/bpkad/lkpd-2024/"); the
theme puts the base path of the portal before them. None has slots: as JSON, a `__dict__` is written twice as fast.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from ppidgen.model.pages.chart import Chart
from ppidgen.model.pages.edition import Counterpart
from ppidgen.model.pages.lookup import Lookup
from ppidgen.model.pages.questions import BlankSheet, Calculator, Preferences, Questions, SteppedForm
from ppidgen.model.pages.share import Picture, Share


@dataclass(frozen=True)
class Link:
    """A link; `address` starts with "/" inside the portal, else it is an absolute address elsewhere."""

    text: str
    address: str
    note: str = ""
    current: bool = False

    @property
    def external(self) -> bool:
        """Say whether the link leaves the portal."""
        return not self.address.startswith(("/", "#"))


Tone = Literal["netral", "info", "sukses", "peringatan", "bahaya"]


@dataclass(frozen=True)
class Badge:
    """How something stands, in a word or two; the tone adds a colour and a shape, never the only sign."""

    text: str
    tone: Tone = "netral"


# What stands in a cell of a table or beside a label.
Cell = str | Link | Badge


@dataclass(frozen=True)
class Prose:
    """Markdown written by an officer; headings in it start below `level`. `language` where it is not the page's."""

    markdown: str
    level: int = 2
    language: str = ""
    kind: ClassVar[str] = "naskah"


@dataclass(frozen=True)
class Text:
    """One plain paragraph; `style` is "biasa" (body), "pembuka" (lead) or "catatan" (small note)."""

    text: str
    style: Literal["biasa", "pembuka", "catatan"] = "biasa"
    kind: ClassVar[str] = "paragraf"


@dataclass(frozen=True)
class Fact:
    """One labelled fact. `values` are shown one under another; `citation` names the legal basis."""

    label: str
    values: tuple[Cell, ...]
    citation: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Facts:
    """A list of labelled facts (summary list)."""

    rows: tuple[Fact, ...]
    kind: ClassVar[str] = "fakta"


@dataclass(frozen=True)
class DocumentItem:
    """A document to download or open: `address` as in Link; `size` in bytes (0 unknown), `pages` 0 unknown."""

    title: str
    address: str
    format: str = ""
    size: int = 0
    pages: int = 0
    day: str = ""
    sha256: str = ""
    note: str = ""
    language: str = ""
    alternative: str = ""


@dataclass(frozen=True)
class Documents:
    """Documents with type, size, pages, day and digest; download is free."""

    items: tuple[DocumentItem, ...]
    kind: ClassVar[str] = "dokumen"


@dataclass(frozen=True)
class Row:
    """One row of an entry list; `day` is ISO ("" unknown), shown in words by the theme, after what happened on it."""

    link: Link
    summary: str = ""
    category: str = ""
    category_label: str = ""
    unit: str = ""
    year: str = ""
    day: str = ""
    formats: tuple[str, ...] = ()
    state: str = ""
    event: str = ""


@dataclass(frozen=True)
class Rows:
    """A list of entries; `shared` (`SAME_CATEGORY`, `SAME_UNIT`) is what they have alike and none needs to repeat."""

    rows: tuple[Row, ...]
    caption: str = ""
    shared: str = ""
    kind: ClassVar[str] = "entri"


@dataclass(frozen=True)
class Grid:
    """A data table; `numeric` names the right-aligned columns (from 0), `row_heading` the one that names the row.

    `groups` puts a heading over columns: (label, number of columns) in order, as in the annex's two-row head. A table
    is `folded` where something just above it already says the same, or where its caption is enough to choose by.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()
    row_heading: int | None = None
    groups: tuple[tuple[str, int], ...] = ()
    folded: bool = False
    kind: ClassVar[str] = "tabel"


@dataclass(frozen=True)
class Card:
    """A way in: a link with a sentence and, where it helps, a count."""

    link: Link
    text: str = ""
    count: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Cards:
    """Ways into the portal."""

    items: tuple[Card, ...]
    kind: ClassVar[str] = "kartu"


@dataclass(frozen=True)
class StepItem:
    """One step with its lawful time and citation."""

    title: str
    text: str = ""
    time: str = ""
    citation: str = ""


@dataclass(frozen=True)
class Steps:
    """Numbered steps of a procedure."""

    items: tuple[StepItem, ...]
    kind: ClassVar[str] = "langkah"


@dataclass(frozen=True)
class Notice:
    """A message set apart. `tone`: "info", "sukses", "peringatan", "bahaya", or "kosong" for an empty node's state."""

    title: str
    text: str = ""
    tone: Literal["info", "sukses", "peringatan", "bahaya", "kosong"] = "info"
    links: tuple[Link, ...] = ()
    citation: str = ""
    kind: ClassVar[str] = "pemberitahuan"


@dataclass(frozen=True)
class Figure:
    """One number with what it counts; `note` says what it is part of or compared with."""

    value: str
    label: str
    link: Link | None = None
    note: str = ""


@dataclass(frozen=True)
class Figures:
    """Numbers side by side."""

    items: tuple[Figure, ...]
    kind: ClassVar[str] = "angka"


@dataclass(frozen=True)
class Links:
    """Links as a list; `style`: "daftar" (list), "baris" (one line, e.g. A-Z or years), "unduhan" (downloads)."""

    items: tuple[Link, ...]
    label: str = ""
    style: Literal["daftar", "baris", "unduhan"] = "daftar"
    kind: ClassVar[str] = "tautan"


@dataclass(frozen=True)
class Branch:
    """A node of a tree with what hangs below it; its name leads to its page where it has one.

    What hangs below is folded under the words of `fold`, "" to show it at once.
    """

    name: Cell
    children: tuple["Branch", ...] = ()
    state: str = ""
    fold: str = ""


@dataclass(frozen=True)
class Tree:
    """A tree of names and links: units, site map."""

    branches: tuple[Branch, ...]
    kind: ClassVar[str] = "pohon"


@dataclass(frozen=True)
class Pagination:
    """Where this page stands in a list: `links` holds the pages to show, "" text marks a gap."""

    current: int
    total: int
    previous: Link | None
    next: Link | None
    links: tuple[Link, ...]
    kind: ClassVar[str] = "halaman"


@dataclass(frozen=True)
class SearchBox:
    """A search form that leads to the search page; `large` on the home page."""

    label: str
    hint: str = ""
    large: bool = False
    kind: ClassVar[str] = "kotak-cari"


@dataclass(frozen=True)
class SearchApp:
    """The search page's application: facets by name and label; without script the `fallback` links serve.

    `kinds` names what lies below an address, so that results are grouped; `dictionary` is where the words are; `reach`
    says how much of documents is searched; `ask` leads on whoever has not found it all.
    """

    facets: tuple[tuple[str, str], ...]
    fallback: tuple[Link, ...]
    kinds: tuple[tuple[str, str], ...] = ()
    dictionary: str = ""
    reach: str = ""
    ask: Link | None = None
    kind: ClassVar[str] = "cari"


@dataclass(frozen=True)
class MediaItem:
    """A recording with its companions; nothing is loaded from another host."""

    title: str
    address: str
    sign_language: bool = False
    captions: bool = False
    transcript: str = ""
    audio: str = ""


@dataclass(frozen=True)
class Media:
    """Recordings."""

    items: tuple[MediaItem, ...]
    kind: ClassVar[str] = "rekaman"


AlertTone = Literal["bahaya", "peringatan"]


@dataclass(frozen=True)
class Alert:
    """An announcement in force, in short."""

    title: str
    area: str
    instruction: str
    link: Link
    tone: AlertTone = "bahaya"


@dataclass(frozen=True)
class Section:
    """Blocks under a heading; `anchor` is the fragment of its address.

    One that is `shared` is the same value on many pages and is drawn once; so it holds no Markdown and no chart, which
    name fragments of their page.
    """

    title: str
    anchor: str
    blocks: tuple["Block", ...]
    link: Link | None = None
    shared: bool = False
    kind: ClassVar[str] = "bagian"


Block = (
    Prose | Text | Facts | Documents | Rows | Grid | Chart | Cards | Steps | Notice | Figures | Links | Tree
    | Pagination | SearchBox | SearchApp | Questions | Lookup | Calculator | SteppedForm | BlankSheet | Preferences
    | Media | Share | Section
)  # fmt: skip

# How many words of each document, and of all documents of a page, search takes: each word makes the index heavier.
SEARCHED_OF_DOCUMENT, SEARCHED_OF_PAGE = 1_000, 2_000


@dataclass(frozen=True)
class SearchFields:
    """What search knows of a page: nothing that is not public may stand here."""

    text: str
    synonyms: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    meta: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Page:
    """One page of the portal.

    `type` names the theme's template (`halaman/<type>.html`), one of `page_terms.PAGE_TYPES`. `section` is the address
    of the menu node it belongs to, `crumbs` lead from the home page to the parent. `index` False keeps it out of site
    map and robots. `structured` is JSON-LD as JSON text. `leads_to` is where browsers go on to at once, "" to stay.
    `written_in` is the language of title and lead where it is not that of the page, whose frame speaks `language`.
    `search` is asked only where an index is made: to gather those words takes as long as the rest of a page.
    `source` names the file, from the portal folder, that an officer edits to change the page; "" for lists.
    `picture` stands for the page where it is linked to; without it, the picture of the whole portal does.
    `counterparts` are the same page in each language, its own among them; none in a portal of one language.
    """

    address: str
    type: str
    title: str
    blocks: tuple[Block, ...]
    summary: str = ""
    lead: str = ""
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    eyebrow: str = ""
    updated: str = ""
    index: bool = True
    feeds: tuple[Link, ...] = ()
    structured: str = ""
    search: Callable[[], SearchFields] | None = field(default=None, compare=False)
    language: str = "id"
    written_in: str = ""
    source: str = ""
    picture: Picture | None = None
    counterparts: tuple[Counterpart, ...] = ()
    leads_to: str = ""
