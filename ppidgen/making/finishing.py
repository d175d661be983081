"""From the pages that were made to all that a site holds: what else it shows, its search index, how much it weighs."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from ppidgen.diagnostics import Finding, MachineFault
from ppidgen.making.audit import attachments
from ppidgen.making.batches import Batch
from ppidgen.making.indexing import index_of
from ppidgen.making.rendering import Output, Rendering, path_of
from ppidgen.making.workers import Unmade, draw, write_each
from ppidgen.model.public.whole import PublicContext
from ppidgen.options import Options
from ppidgen.pages import share_pictures
from ppidgen.pages.addresses import urls
from ppidgen.pages.editions import editions
from ppidgen.publish.search import Index
from ppidgen.publish.staging import Site
from ppidgen.publish.weighing import weighed
from ppidgen.rules.weights import too_heavy
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.caches.document_cache import text_of

SEARCH_FOLDER = "pagefind"


def put_all(
    site: Site, batches: Iterable[Batch], rendering: Rendering, context: PublicContext, root: Path, processes: int
) -> None:
    """Put into the site what was made and kept, what its pages load, its pictures, and the documents of `root`.

    Raises MachineFault (MSN016) if a file that was kept is there no more.
    """
    for batch in batches:
        _keep(site, batch.kept)
        site.add(batch.written)
    for asset in rendering.assets:
        site.put(asset.path, blake2b(asset.content, digest_size=16).hexdigest(), asset.content)
    drawn = draw(Output(rendering, site), share_pictures(context), processes)
    _keep(site, drawn.kept)
    site.add(drawn.written)
    for document in attachments(context, root):
        site.copy(document)


def _keep(site: Site, files_kept: Iterable[tuple[str, str]]) -> None:
    for path, key in files_kept:
        if not site.keep(path, key):
            raise MachineFault("MSN016", {"path": path})


def put_index(
    site: Site, batches: Iterable[Batch], context: PublicContext, root: Path, options: Options, wait: Callable[[], None]
) -> None:
    """Put the search index into the site, once `wait` says that nobody else is at it."""
    site.look_below(f"{SEARCH_FOLDER}/")
    wait()
    index = index_made(batches, context, root, options)
    site.add(write_each(_unkept(site, index), site, options.processes))


def index_made(batches: Iterable[Batch], context: PublicContext, root: Path, options: Options) -> Index:
    """Index what was found on pages; what an earlier run indexed of a portal is kept in its folder `root`."""
    cache = root / CACHE
    reader = partial(text_of, cache)
    return index_of(context, batches, reader, str(cache), processes=options.processes, progress=options.progress)


def _unkept(site: Site, index: Index) -> list[Unmade]:
    """Keep what an earlier build left of the index, and name the rest."""
    files = ((f"{SEARCH_FOLDER}/{path}", key, partial(index.read, path)) for path, key in index.keys.items())
    return [(path, key, make) for path, key, make in files if not site.keep(path, key)]


def heavy(site: Site, rendering: Rendering, context: PublicContext) -> Iterator[Finding]:
    """Tell what of the staged site is too heavy for a slow connection."""
    base_path = urlsplit(context.base_url).path or "/"
    prefixes = ("", *(f"{one.edition.prefix[1:]}/" for one in editions(context)))
    files_below = tuple(own + urls.FILES[1:] for own in prefixes)
    fonts, root = rendering.renderer.fonts, site.root_for_workers
    scripted = tuple(own + path_of(at) for own in prefixes for at in urls.SCRIPTED)
    weights = weighed(root, site.held, base_path, fonts, lambda path: path.startswith(files_below), scripted)
    return too_heavy(weights, context.portal, urls.INFORMATION.removeprefix("/"))
