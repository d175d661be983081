"""How a page becomes a file of the site: kept, freed of yesterday's warnings and given today's, or rendered.

The warnings in force stand on every page, and nothing else on most pages changes with them. So the key of a file is
made of two parts, of what stands on the page and of the warnings, and a file of which only the second differs is
written anew without composing or rendering its page.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

import orjson

from ppidgen import __version__
from ppidgen.model.pages.page import Page
from ppidgen.model.pages.piece import Piece
from ppidgen.model.pages.shell import Shell
from ppidgen.model.public.data_file import DataFile
from ppidgen.publish.writing import Written
from ppidgen.theme.load import Theme
from ppidgen.theme.render import Renderer

_OWN = 32  # digits of a key that stand for the page without the warnings


@dataclass(frozen=True, slots=True)
class Rendering:
    """What turns a page into bytes; `digest` changes whenever the bytes of any page might, but for the warnings."""

    theme: Theme
    shells: Mapping[str, Shell]
    renderer: Renderer
    digest: bytes
    warnings: str

    @property
    def assets(self) -> tuple[DataFile, ...]:
        """Give the files that the pages load."""
        return self.renderer.assets

    def own_key(self, content: bytes) -> str:
        """Give what changes with what a page says, whatever is warned of."""
        return hashlib.blake2b(content + self.digest, digest_size=_OWN // 2).hexdigest()

    def has_other_warnings(self, key: str) -> bool:
        """Say whether the page of this key was rendered with other warnings, as then all were."""
        return not key.endswith(self.warnings)


def rendering_of(theme: Theme, shells: Mapping[str, Shell], before: Rendering | None = None) -> Rendering:
    """Make ready to render the pages of one portal, with its shell in each of its languages, the main one first.

    One that was made of the same before has its templates compiled already.
    """
    if before and (before.theme.digest, before.shells) == (theme.digest, shells):
        return before
    main = next(iter(shells.values()))
    base_path = urlsplit(main.base_url).path or "/"
    calm = {language: replace(shell, alerts=()) for language, shell in shells.items()}
    renderer = Renderer(theme, main, base_path, shells)
    named = sorted(file.path for file in renderer.assets)  # by their content, and pages name them
    made_with = orjson.dumps((__version__, base_path, calm, named))
    digest = hashlib.blake2b(theme.digest.encode() + made_with, digest_size=16)
    warnings = hashlib.blake2b(orjson.dumps([shell.alerts for shell in shells.values()]), digest_size=8)
    return Rendering(theme, shells, renderer, digest.digest(), warnings.hexdigest())


class Destination(Protocol):
    """Where the files of a site go."""

    @property
    def root_for_workers(self) -> str:
        """Give the folder that workers may write below."""
        ...

    def write(self, path: str, key: str, content: bytes) -> Written:
        """Write a page."""
        ...

    def has(self, path: str, key: str) -> bool:
        """Say whether the page of this key is there already."""
        ...

    def splice(self, path: str, own: str, key: str, piece_for: Callable[[bytes], Piece | None]) -> Written | None:
        """Write a page whose key begins with `own` anew with another piece in it, None where it is not there."""
        ...


class Output(NamedTuple):
    """How pages become files, and where these go."""

    rendering: Rendering
    destination: Destination


class ComposedPage(NamedTuple):
    """A page with all that it says, as `page_json` gives it, and the key that it had in an earlier build, or ""."""

    page: Page
    content: bytes
    before: str


class PageFile(NamedTuple):
    """A file of the site under its key; what was written, None when it is kept."""

    path: str
    key: str
    written: Written | None


def path_of(address: str) -> str:
    """Give the file that answers an address: "/informasi/" is "informasi/index.html"."""
    inside = address.removeprefix("/")
    return inside + "index.html" if inside.endswith("/") or not inside else inside


def left_as_is(path: str, before: str, output: Output) -> PageFile | None:
    """Give the page that had the key `before` in an earlier build if it lies there with today's warnings."""
    key = before[:_OWN] + output.rendering.warnings
    return PageFile(path, key, None) if output.destination.has(path, key) else None


def brought_up_to_date(path: str, before: str, output: Output) -> PageFile | None:
    """Bring the file that an earlier build made under the key `before` up to today's warnings, if it is still there."""
    found = left_as_is(path, before, output)
    if found:
        return found
    # The last build's page is published; the one to write over is of the build before, with the warnings of then.
    own = before[:_OWN]
    key = own + output.rendering.warnings
    written = output.destination.splice(path, own, key, output.rendering.renderer.warnings_for)
    return PageFile(path, key, written) if written else None


def page_json(page: Page) -> bytes:
    """Give all that stands on a page, as JSON; what search knows of it does not stand on it."""
    return orjson.dumps(page, default=_unsaid)


def _unsaid(value: object) -> None:
    """Write nothing for the one function that a page holds: cheaper than a second page without it, page by page."""
    if not callable(value):
        raise TypeError


def page_files(composed: Sequence[ComposedPage], output: Output) -> list[PageFile]:
    """Keep, bring up to date or render each page, one step for all of them before the next (see `batches`)."""
    rendering = output.rendering
    keys = [rendering.own_key(one.content) for one in composed]
    kept = [_kept(one, own, output) for one, own in zip(composed, keys, strict=True)]
    new = [
        (one.page, own + rendering.warnings) for one, own, done in zip(composed, keys, kept, strict=True) if not done
    ]
    rendered = rendering.renderer.render_each([page for page, _ in new])
    files = [(path_of(page.address), key, html) for (page, key), html in zip(new, rendered, strict=True)]
    written = iter([PageFile(path, key, output.destination.write(path, key, html)) for path, key, html in files])
    return [done or next(written) for done in kept]


def _kept(composed: ComposedPage, own: str, output: Output) -> PageFile | None:
    path = path_of(composed.page.address)
    if composed.before.startswith(own) and (found := brought_up_to_date(path, composed.before, output)):
        return found
    return left_as_is(path, own, output)
