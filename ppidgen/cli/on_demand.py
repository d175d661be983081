"""The site of one moment with nothing written: each page is made when it is asked for, the same bytes as by a build.

A save is so shown after one page, not after all of them.
"""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ppidgen.diagnostics.progress import Progress
from ppidgen.making.audit import attachments
from ppidgen.making.finishing import SEARCH_FOLDER
from ppidgen.making.indexing import index_among
from ppidgen.making.other_files import all_other_files
from ppidgen.making.rendering import Rendering, path_of, rendering_of
from ppidgen.model.public.whole import PublicContext
from ppidgen.pages import Family, Spec, families, shells
from ppidgen.publish.search import EMPTY, Index
from ppidgen.source.caches.document_cache import text_of
from ppidgen.theme.gallery import ADDRESS, gallery
from ppidgen.theme.load import Theme

LOST = "404.html"
# For whoever makes a theme: every component in its examples. Only the preview has this page.
GALLERY = path_of(ADDRESS)


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site: its bytes, or the document on disk that is handed out as it is.

    What is `lasting` is named after its content: a browser need never ask for it again.
    """

    content: bytes
    media_type: str = ""
    document: str = ""
    lasting: bool = False


class Site:
    """All pages, documents and data of one portal, made on demand."""

    def __init__(self, root: Path, context: PublicContext, theme: Theme, before: "Site | None" = None) -> None:
        self.context = context
        self.theme = theme
        self.rendering: Rendering = rendering_of(theme, shells(context), before.rendering if before else None)
        self.index: Index = before.index if before else EMPTY
        self._root = root
        self._pages: dict[str, tuple[Family, Spec]] = {}
        self._coming = iter(families(context))

    def make(self, path: str) -> Made | None:
        """Give the file at a path of the site, None where there is none."""
        if self._is_page(path):
            family, spec = self._pages[path]
            page = self.rendering.renderer.render(family.compose(self.context, spec))
            return Made(page, "text/html")
        if path == GALLERY:
            return Made(self.rendering.renderer.render(gallery(self.theme)), "text/html")
        if path in self._documents:
            return Made(b"", document=self._documents[path])
        content = self._other(path)
        if content is None:
            return None
        media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Made(content, media_type, lasting=path in self._assets)

    def lost(self) -> bytes:
        """Give the page for an address where nothing is."""
        made = self.make(LOST)
        return made.content if made else b""

    def is_folder(self, path: str) -> bool:
        """Say whether an address lacks nothing but its last slash."""
        return (folder := f"{path}/index.html") == GALLERY or self._is_page(folder)

    def make_index(self, cache: Path, progress: Progress) -> None:
        """Make the search index; until then a search finds what the one before holds."""
        self.index = index_among(self.context, partial(text_of, cache), str(cache), progress)

    def _is_page(self, path: str) -> bool:
        """Look for a page family by family, no further than needed: after a save one page is asked for, not all."""
        while path not in self._pages and (family := next(self._coming, None)):
            self._pages |= {path_of(spec.address): (family, spec) for spec in family.items(self.context)}
        return path in self._pages

    def _other(self, path: str) -> bytes | None:
        folder, _, name = path.partition("/")
        if folder == SEARCH_FOLDER:
            return self.index.read(name) if name in self.index.places else None
        return self._assets[path] if path in self._assets else self._data.get(path)

    @cached_property
    def _documents(self) -> Mapping[str, str]:
        return {copy.path: copy.source for copy in attachments(self.context, self._root)}

    @cached_property
    def _assets(self) -> Mapping[str, bytes]:
        return {asset.path: asset.content for asset in self.rendering.assets}

    @cached_property
    def _data(self) -> Mapping[str, bytes]:
        return {data.path: data.content for data in all_other_files(self.context)}
