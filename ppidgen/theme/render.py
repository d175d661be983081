"""From a page to the bytes of its HTML document.

What does not depend on the page (head, header, menu, footer) is rendered once per page type, section and language
with three gaps; a page fills the gaps. Each block is drawn by the macro of its own component.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, count
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from jinja2.runtime import Macro

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.model.pages.page import Block, Page, Prose, Section
from ppidgen.model.pages.page_terms import PAGE_TYPES, PROSE_PAGE
from ppidgen.model.pages.piece import Piece
from ppidgen.model.pages.share import Picture, Share
from ppidgen.model.pages.shell import MenuNode, Shell
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.text.slug import slugify
from ppidgen.theme import addresses, chart, filters, qr
from ppidgen.theme.assets import Assets, assets_of
from ppidgen.theme.edges import edges, is_same_on_every_page
from ppidgen.theme.load import MAIN, SETTINGS, Chrome, Theme, as_said_in
from ppidgen.theme.markdown import MarkdownRenderer, MarkdownStyle, joined
from ppidgen.theme.sandbox import Sandbox
from ppidgen.theme.tongues import with_languages
from ppidgen.theme.unusable import blamed

if TYPE_CHECKING:
    from ppidgen.theme.picture import Painter

# No text of a register can hold these (control characters are refused at reading), so a gap is never mistaken.
GAP = "\x00gap\x00"
LAYOUT = "layout.html"
_LANGUAGE = re.compile(rb'<html lang="([A-Za-z-]+)"')
# Of one kind; a kept row takes half a kilobyte.
MOST_KEPT = 1 << 16
# The level of the headings of a page's blocks.
TOP = 2

# In bytes: what is the same on thousands of pages is encoded once, and a letter beyond ASCII in a title does not double
# the memory through which all the rest of its page is copied.
Frame = tuple[bytes, bytes, bytes, bytes]
NO_OTHERS: Mapping[str, Shell] = MappingProxyType({})


class Renderer:
    """Renders the pages of one portal; keeps compiled templates and finished frames, nothing of a page.

    `shells` holds what stands around the pages of each language; those of any other stand in `shell`.
    """

    def __init__(
        self, theme: Theme, shell: Shell, base_path: str = "/", shells: Mapping[str, Shell] = NO_OTHERS
    ) -> None:
        self._theme = theme
        self._shell = shell
        self._shells = shells
        self._base_path = addresses.normal_base(base_path)
        with as_said_in(SETTINGS):
            self._assets = assets_of(theme, shell.colour)
        self._sections = frozenset(chain.from_iterable(map(addresses_in, shell.menu)))
        self._voices: dict[str, Voice] = {}
        self._frames: dict[tuple[str, str, str], Frame] = {}
        self._painter: Painter | None = None

    @property
    def assets(self) -> tuple[DataFile, ...]:
        """Give the files that the pages load."""
        return self._assets.files

    @property
    def fonts(self) -> tuple[str, ...]:
        """Give the published paths of the typefaces that pages preload."""
        return tuple(self._assets.paths[name] for name in self._theme.fonts)

    @property
    def draws(self) -> bool:
        """Say whether the theme makes pictures."""
        return bool(self._theme.picture_font)

    @property
    def picture_digest(self) -> tuple[str, str]:
        """Give what the bytes of every picture depend on beside its words: the theme and the colour."""
        return self._theme.digest, self._assets.theme_colour["light"]

    def draw(self, picture: Picture) -> bytes:
        """Give a picture as PNG."""
        if self._painter is None:
            from ppidgen.theme.picture import Painter  # noqa: PLC0415 - Pillow takes longer to load than most builds have to draw

            self._painter = Painter(self._theme.files[self._theme.picture_font], self._assets.theme_colour["light"])
        return self._painter.draw(picture)

    def compile_all(self) -> None:
        """Compile every template, also those that no page asks for; raises MachineFault for one that cannot be used."""
        self._voice(MAIN).compile_all()

    def render(self, page: Page) -> bytes:
        """Give the whole HTML document of a page; raises MachineFault for a template that cannot be used."""
        with blamed(self._theme, f"halaman/{page.type}.html"):
            return self._rendered(page)

    def render_each(self, pages: Sequence[Page]) -> list[bytes]:
        """Give the document of each page. What takes longest is made first for all of them, one kind in a row.

        A processor is quicker at what it has just done: texts and symbols drawn amid their pages took a fifth more of
        the time of a page.
        """
        blocks = [(page.language, block) for page in pages for block in _every(page.blocks)]
        with blamed(self._theme, LAYOUT):
            for language, block in blocks:
                if isinstance(block, Prose):
                    self._voice(language).prepare(block)
        for _, block in blocks:
            if isinstance(block, Share):
                qr.symbol(block.address)
        return [self.render(page) for page in pages]

    def _rendered(self, page: Page) -> bytes:
        voice = self._voice(page.language)
        before, above, between, after = self._frame(page, voice)
        head, languages, body = map(_sent, voice.own_parts(page))
        structured = _sent(voice.structured(page))
        return voice.finished(b"".join((before, head, structured, above, languages, between, body, after)))

    def warnings_for(self, html: bytes) -> Piece | None:
        """Give the warnings of today, and where they belong on a page that was rendered on another day.

        None for a page of a further language, and for one on which the theme does not mark their place.
        """
        language = _LANGUAGE.search(html)
        voice = self._voice(language[1].decode()) if language else None
        today = voice.warnings if voice else None
        where = edges(html)
        return None if today is None or where is None else Piece(*where, today)

    @property
    def warnings(self) -> Mapping[str, bytes]:
        """Give the warnings of today in each language in which they were asked for."""
        known = ((language, voice.warnings) for language, voice in self._voices.items())
        return {language: said for language, said in known if said is not None}

    def agrees(self, warnings: Mapping[str, bytes]) -> bool:
        """Say whether these are the warnings of today."""
        return all(self._voice(language).warnings == said for language, said in warnings.items())

    def _voice(self, language: str) -> "Voice":
        if language not in self._voices:
            shell = self._shells.get(language, self._shell)
            self._voices[language] = Voice(self._theme, self._assets, self._base_path, shell, language)
        return self._voices[language]

    def _frame(self, page: Page, voice: "Voice") -> Frame:
        section = page.section if page.section in self._sections else ""
        key = (page.type, section, page.language)
        if key not in self._frames:
            self._frames[key] = voice.frame(*key)
        return self._frames[key]


class Drawn:
    """What one macro made of values of pages, by which ones they are: most rows and facts stand on other pages too.

    To compare them by what they say took longer than all the rest. Where a value lies is its own while it is kept.
    """

    def __init__(self, macro: Macro, *further: int) -> None:
        if not isinstance(macro, Macro):  # nothing else that a template can name is sure to give markup
            raise TypeError(macro)
        self._macro, self._further = macro, further
        self._kept: dict[int, tuple[object, str]] = {}

    def of(self, value: object) -> str:
        """Give what was drawn of this value, else draw it."""
        found = self._kept.get(id(value))
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[id(value)] = value, self._macro(value, *self._further)
        return found[1]


class Voice:
    """The templates compiled for one language of one portal."""

    def __init__(self, theme: Theme, assets: Assets, base_path: str, shell: Shell, language: str) -> None:
        chrome = theme.speaking(language)
        self._language = language
        self._theme = theme
        self._room = Sandbox({path: theme.text(path) for path in theme.below("", ".html")}, chrome.words)
        self._shell = shell
        self._taken: set[str] = set()
        # The row of an entry stands on six lists, a fact on thousands of pages: a third of all time spent on pages.
        self._drawn = cache(Drawn)
        self._prose = MarkdownRenderer(base_path, _markdown_style(theme, chrome))
        self._room.globals["shell"] = shell
        # After an edit few kinds of blocks and pages are drawn: to compile all takes 120 ms, those of an entry 35.
        self._draw = cache(lambda kind: self._macro(f"komponen/{kind}/{kind}.html", kind))
        self._body = cache(lambda kind: self._macro(f"halaman/{kind}.html", kind))
        self._room.offer(self._tools(assets, base_path, chrome))

    def compile_all(self) -> None:
        """Compile each template, which is otherwise done when the first page asks for it."""
        for kind in (block.kind for block in get_args(Block)):
            self._draw(kind)
        for kind in PAGE_TYPES:
            self._body(kind)
        _ = self._head, self._languages, self._structured

    @cached_property
    def _head(self) -> Macro:
        return self._macro("head.html", "head")

    @cached_property
    def _languages(self) -> Macro:
        return self._macro("languages.html", "languages")

    @cached_property
    def _structured(self) -> tuple[str, ...]:
        return tuple(self._macro("head.html", "structured")(GAP).split(GAP))

    def prepare(self, block: Prose) -> None:
        """Render the text of a block that is about to be drawn."""
        self._prose.prepare(block.markdown, block.level)

    def own_parts(self, page: Page) -> tuple[str, str, str]:
        """Give what the page says of itself to machines, its other languages, and what it says to people."""
        self._taken.clear()
        languages = self._languages(page) if page.counterparts else ""
        return self._head(page), languages, self._body(page.type)(page)

    def finished(self, html: bytes) -> bytes:
        """Give a whole page as it is sent: one of a further language has `lang` on what is not its own."""
        return html if self._language == MAIN else _sent(with_languages(html.decode("utf-8"), MAIN))

    @cached_property
    def warnings(self) -> bytes | None:
        """Give what the theme makes of the warnings in force; None where they belong to the whole page.

        So they do in a further language, where other hands go over all of it, and in a theme that draws them otherwise
        on some pages.
        """
        if self._shell.edition or not is_same_on_every_page(self._room, self._theme.text(LAYOUT)):
            return None
        frame = b"".join(self.frame(PROSE_PAGE, "", ""))
        where = edges(frame)
        return None if where is None else frame[slice(*where)]

    def structured(self, page: Page) -> str:
        """Give the page's JSON-LD as a data block; "<" is written so that no data can end the block."""
        if not page.structured:
            return ""
        before, after = self._structured
        return "".join((before, page.structured.replace("<", "\\u003c"), after))

    def frame(self, kind: str, section: str, language: str) -> Frame:
        """Give what stands around a page's own three parts."""
        layout = self._room.get_template(LAYOUT)
        whole = layout.render(type=kind, section=section, language=language, gap=GAP)
        before, above, between, after = map(_sent, whole.split(GAP))
        return before, above, between, after

    def _macro(self, path: str, name: str) -> Macro:
        with blamed(self._theme, path):
            found = getattr(self._room.get_template(path).module, name.replace("-", "_"), None)
        if not isinstance(found, Macro):
            raise MachineFault("MSN030", {"path": path, "reason": f"macro {name}"})
        return found

    def _tools(self, assets: Assets, base_path: str, chrome: Chrome) -> Mapping[str, Callable[..., object]]:
        """Name what templates may ask for. Filters, not functions: the sandbox asks no questions about a filter.

        What a macro gave is looked at again wherever it is put: the pieces of a list are put there as one.
        """
        draw, drawn = self._draw, self._drawn
        return {
            "href": lambda _, address: addresses.resolve(self._placed(address), base_path),
            "at": lambda _, address: addresses.resolve(address, base_path),
            "external": lambda _, address: addresses.external(address),
            "canonical": lambda _, address: self._shell.base_url + address[1:],
            "asset": lambda _, name: base_path + assets.paths[name],
            "icon": lambda _, name: base_path + assets.icons[name] if name in assets.icons else "",
            "theme_colour": lambda _, mode: assets.theme_colour[mode],
            "day": lambda _, iso: filters.day(iso, chrome.format),
            "size": lambda _, amount: filters.size(amount, chrome.format),
            "number": lambda _, text: filters.number(text, chrome.format),
            "prose": lambda _, text, level=2: self._prose.render(text, level, self._taken),
            "block": lambda _, block, level=2: draw(block.kind)(block, level),
            "blocks": lambda _, blocks: joined(map(self._block, blocks)),
            "once": lambda _, value, macro: drawn(macro).of(value),
            "each": lambda _, values, macro: joined(map(drawn(macro).of, values)),
            "laid": lambda _, block: chart.laid(block),
            "qr": lambda _, address: qr.symbol(address),
            "mark": lambda _, title: self._mark(title),
            "sections": lambda _, blocks: [block for block in blocks if isinstance(block, Section)],
            "holds": lambda _, node, address: holds(node, address),
            "fill": lambda _, text, **values: filters.fill(text, values),
        }

    def _block(self, block: Block) -> str:
        """Draw a block of a page, one that other pages share with it only once."""
        macro = self._draw(block.kind)
        is_shared = isinstance(block, Section) and block.shared
        return self._drawn(macro, TOP).of(block) if is_shared else macro(block, TOP)

    def _placed(self, address: str) -> str:
        """Give the address in the edition that this voice speaks for."""
        return self._shell.edition.place(address) if self._shell.edition else address

    def _mark(self, title: str) -> str:
        """Give a fragment made of a title that nothing else on the page has."""
        name = slugify(title)
        found = next(
            mark for place in count(1) if (mark := f"{name}-{place}" if place > 1 else name) not in self._taken
        )
        self._taken.add(found)
        return found


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks with those inside sections."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from _every(block.blocks)


def _sent(text: str) -> bytes:
    """Give a text as it is sent; half of a pair of surrogates is nothing that could be."""
    return text.encode("utf-8", "replace")


def addresses_in(node: MenuNode) -> Iterator[str]:
    """Give the address of a menu node and of all below it."""
    yield node.link.address
    for child in node.children:
        yield from addresses_in(child)


def holds(node: MenuNode, address: str) -> bool:
    """Say whether a menu node, or one below it, leads to the address."""
    return address in addresses_in(node)


def _markdown_style(theme: Theme, chrome: Chrome) -> MarkdownStyle:
    words, classes = theme.markdown.words, theme.markdown.classes
    with as_said_in(SETTINGS):
        return MarkdownStyle(
            external_words=chrome.words[words["external"]],
            table_words=chrome.words[words["table"]],
            external=classes["external"],
            hidden=classes["hidden"],
            scroll=classes["scroll"],
            typed=classes["typed"],
            aligned={side: classes[side] for side in ("left", "center", "right")},
        )
