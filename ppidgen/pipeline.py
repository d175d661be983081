"""The sentence that the chapters make: read, bind, assemble, derive, inspect, compose, audit, plan, write.

`study` and everything it calls is pure; `check` reads, `build` also writes. Any error and nothing is
written: what is being built becomes the site only by `publish`, the last step.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from urllib.parse import urlsplit

from ppidgen import __version__
from ppidgen.diagnostics import Finding, MachineFault
from ppidgen.diagnostics.progress import silent
from ppidgen.duties.known_data import known_data
from ppidgen.exchange.score_badge import site_badge
from ppidgen.machine.processes import in_background
from ppidgen.making import ahead
from ppidgen.making.audit import attachments, audit, private
from ppidgen.making.batches import Batch, Order, filed
from ppidgen.making.digests import digests
from ppidgen.making.indexing import index_of
from ppidgen.making.other_files import other_files
from ppidgen.making.rendering import Rendering, path_of, rendering_of
from ppidgen.making.theme_faults import theme_faults
from ppidgen.making.workers import Unmade, draw, whole_pages, work, write_each
from ppidgen.model import registers as reg
from ppidgen.model.data_file import DataFile
from ppidgen.model.public import PublicContext
from ppidgen.options import Options
from ppidgen.pages import data_files, share_pictures, shells, urls
from ppidgen.pages.blanks import print_addresses
from ppidgen.pages.editions import editions as spoken_in
from ppidgen.publish.manifest import PACKED
from ppidgen.publish.packing import pack
from ppidgen.publish.search import Index
from ppidgen.publish.staging import PublishResult, Site, publishing
from ppidgen.publish.weighing import weighed
from ppidgen.reading.heads import has_announcement_since, heads
from ppidgen.reading.memory import Readings
from ppidgen.reading.shipped import shipped
from ppidgen.reading.study import Study, further_languages, inspected, read_portal, studied, study
from ppidgen.rules.weights import too_heavy
from ppidgen.source import files, package_data
from ppidgen.source.cache_file import CACHE
from ppidgen.source.document_cache import text_of
from ppidgen.source.page_cache import BUILT, CHECKED, NOTHING_LEARNT, Shortcuts, keep_shortcuts, recall_shortcuts
from ppidgen.source.tree import SourceTree
from ppidgen.theme.load import Theme, load

SEARCH_FOLDER = "pagefind"
WORKBOOKS = tuple(address.removeprefix("/") for address in (urls.LIST_XLSX, urls.EXEMPT_XLSX))
PRINTS = tuple(address.removeprefix("/") for address in print_addresses())

Findings = Callable[[], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, and what it published (None: nothing)."""

    study: Study
    findings: tuple[Finding, ...]
    pages: int = 0
    published: PublishResult | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build starts from: what was read, what makes pages of it, what the last build knew of its own.

    `findings` gives all that was found in the sources, and may wait for another process that is at it; in `work_ahead`
    others bring quiet pages up to date.
    """

    found: Study
    rendering: Rendering
    known: Shortcuts
    findings: Findings
    work_ahead: ahead.WorkAhead | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What was made by an order; `indexed` waits for another process that is at the search index."""

    order: Order
    batches: tuple[Batch, ...]
    indexed: Callable[[], None] = lambda: None


def check(root: Path, options: Options, memory: Readings | None = None) -> Outcome:
    """Read, study, compose and audit; write nothing."""
    found, theme = read_portal(root, options, memory), load(options.theme_folder)
    return _audited(root, _with_theme(found, theme, options.theme_folder), options)


def _with_theme(found: Study, theme: Theme, folder: Path) -> Study:
    faults = theme_faults(theme, folder, found.context, found.public)
    return replace(found, findings=(*found.findings, *faults))


def _audited(root: Path, found: Study, options: Options) -> Outcome:
    """Compose and look through all pages, those that an earlier check found sound only where others are at fault."""
    place = root / CACHE / CHECKED
    order = _order_to_look(found, options, recall_shortcuts(place))
    batches, faults = _looked_through(found, order, options)
    # A fault may name two pages, and of one that was not composed again nobody knows the source.
    if faults and order.shortcuts != NOTHING_LEARNT:
        batches, faults = _looked_through(found, replace(order, shortcuts=NOTHING_LEARNT), options)
    if not faults:
        _keep_learnt(place, order, batches)
    return Outcome(found, (*found.findings, *faults), _count(batches))


def _order_to_look(found: Study, options: Options, shortcuts: Shortcuts) -> Order:
    """Give the order for pages of which no file is made; what was sound before is, while the same data is private."""
    known = known_data(found.context.portal)
    made_of = digests(found.public, found.digests, (options.as_of, options.draft, options.unit))
    looker = "\0".join((package_data.identity(), *sorted(known))).encode()
    return Order(found.public, options.processes, made_of=made_of, made_by=looker, shortcuts=shortcuts, known=known)


def _looked_through(found: Study, order: Order, options: Options) -> tuple[tuple[Batch, ...], tuple[Finding, ...]]:
    beside = chain(data_files(found.public), site_badge(found.public))
    batches = work(order, options.progress, [lambda: filed(beside, "", order)])
    prints = PRINTS if found.context.portal.site.print_kit else ()
    faults = audit(found.context, batches, (*WORKBOOKS, *prints))
    return batches, (*faults, *private(found.context, batches))


def _keep_learnt(place: Path, order: Order, batches: Iterable[Batch]) -> None:
    learnt = [shortcut for batch in batches for shortcut in batch.shortcuts]
    keep_shortcuts(place, order.ground, order.made_of.texts, learnt)


def _count(batches: Iterable[Batch]) -> int:
    return sum(len(batch.addresses) for batch in batches)


def build(root: Path, out: Path, options: Options, is_fatal: Callable[[Finding], bool]) -> Outcome:
    """Build the portal into `out`; with a fatal finding nothing is published and the old site stays."""
    theme, tree, known = load(options.theme_folder), files.read_tree(root), recall_shortcuts(root / CACHE / BUILT)
    ours = (root / reg.CONTENT, root / CACHE, options.theme_folder)
    publish = partial(publishing, out, forbidden=ours, progress=options.progress)

    guess = _guess(tree.value, theme, known, options)

    def known_of() -> Study:
        return _with_theme(studied(root, tree, options), theme, options.theme_folder)

    def built(site: Site, found: Study, findings: Findings, work_ahead: ahead.WorkAhead | None = None) -> Outcome:
        plan = Plan(found, rendering_of(theme, shells(found.public), guess), known, findings, work_ahead)
        return _built(root, site, plan, options, is_fatal)

    if guess is not None:
        with publish() as site:
            site.write_over()
            with ahead.working_ahead(site, guess, known.pages) as work_ahead:
                found = known_of()
                with _inspecting(root, found) as findings:
                    return built(site, found, findings, work_ahead)
    found = known_of()
    if ahead.is_mostly_made(known, options.processes) and not any(map(is_fatal, found.findings)):
        with _inspecting(root, found) as findings, publish() as site:
            return built(site, found, findings)
    found = inspected(root, found)
    if any(map(is_fatal, found.findings)):
        return _audited(root, found, options)
    with publish() as site:
        return built(site, found, lambda: found.findings)


def _inspecting(root: Path, found: Study) -> AbstractContextManager[Findings]:
    """Ask the rules in another process: after an edit they take as long as all that is to be made."""
    return in_background(lambda: [inspected(root, found).findings])


def _built(root: Path, site: Site, plan: Plan, options: Options, is_fatal: Callable[[Finding], bool]) -> Outcome:
    """Make what an earlier build has not left, and publish all."""
    found, rendering = plan.found, plan.rendering
    if _is_outdated(rendering, plan.known):
        site.write_over()
    made_of = digests(found.public, found.digests, (options.as_of, options.draft, options.unit))
    maker = rendering.digest + package_data.identity().encode()
    seen = known_data(found.context.portal)
    order = Order(found.public, options.processes, rendering, site, made_of, maker, plan.known, options.search, seen)
    beside = other_files(order, site.made_from)
    if plan.work_ahead is None:
        batches = (beside.kept, *work(order, options.progress, beside.errands))
        return _published(root, site, plan, Made(order, batches), options, is_fatal)
    wholes = whole_pages(order)
    index = partial(_index, found.public, root / CACHE, replace(options, progress=silent))
    with ahead.indexing(order, wholes, index) as indexed:
        made_beside = [errand() for errand in beside.errands]
        plan.work_ahead.take(rendering.renderer)
        batches = (beside.kept, *made_beside, *work(order, options.progress, wholes=wholes))
        return _published(root, site, plan, Made(order, batches, indexed), options, is_fatal)


def _published(
    root: Path, site: Site, plan: Plan, made: Made, options: Options, is_fatal: Callable[[Finding], bool]
) -> Outcome:
    """Judge what was made; unless something is fatal, publish it and keep what was learnt."""
    found, batches = plan.found, made.batches
    told = tuple(private(found.context, batches))
    faults = tuple(audit(found.context, batches))
    findings = (*plan.findings(), *faults, *told)
    if any(map(is_fatal, findings)):
        return Outcome(found, findings, _count(batches))
    _keep(site, (pair for batch in batches for pair in batch.kept))
    _put(site, batches, plan.rendering.assets)
    drawn = draw(plan.rendering, site, share_pictures(found.public), options.processes)
    _keep(site, drawn.kept)
    site.add(drawn.written)
    for document in attachments(found.public, root):
        site.copy(document)
    if options.search:
        site.look_below(f"{SEARCH_FOLDER}/")
        made.indexed()
        index = _index(found.public, root / CACHE, options, batches)
        site.add(write_each(_unkept(site, index), site, options.processes))
    findings += tuple(_heavy(site, plan.rendering, found.public))  # its editions are made already
    pack(site, options.packed)
    packing = {PACKED: list(options.packed)} if options.packed else {}
    if plan.work_ahead:
        plan.work_ahead.settle()
    published = site.publish(__version__, options.as_of.isoformat(), packing)
    # What is at fault on a page, as may be in a draft, is found only where the page is looked at: none is passed over.
    _keep_learnt(root / CACHE / BUILT, made.order, () if faults or told else batches)
    return Outcome(found, findings, _count(batches), published)


def _guess(tree: SourceTree, theme: Theme, known: Shortcuts, options: Options) -> Rendering | None:
    """Give what puts today's warnings on pages before all is read; None where they are likely to be there already."""
    if not (ahead.is_mostly_made(known, options.processes) and has_announcement_since(tree, known.kept_ns)):
        return None
    read_first = heads(tree)
    given = shipped(options.language).speaking(further_languages(read_first.value))
    guess = rendering_of(theme, shells(study(tree, read_first, {}, given, options).public))
    return guess if _is_outdated(guess, known) else None


def _is_outdated(rendering: Rendering, known: Shortcuts) -> bool:
    """Say whether the pages of the last build bear other warnings."""
    return any(rendering.has_other_warnings(one.key) for one in islice(known.pages.values(), 1))


def _heavy(site: Site, rendering: Rendering, context: PublicContext) -> Iterator[Finding]:
    """Tell what of the staged site is too heavy for a slow connection."""
    base_path = urlsplit(context.base_url).path or "/"
    prefixes = ("", *(f"{one.edition.prefix[1:]}/" for one in spoken_in(context)))
    files_below = tuple(own + urls.FILES[1:] for own in prefixes)
    fonts, root = rendering.renderer.fonts, site.root_for_workers
    scripted = tuple(own + path_of(at) for own in prefixes for at in urls.SCRIPTED)
    weights = weighed(root, site.held, base_path, fonts, lambda path: path.startswith(files_below), scripted)
    return too_heavy(weights, context.portal, urls.INFORMATION.removeprefix("/"))


def _keep(site: Site, files_kept: Iterable[tuple[str, str]]) -> None:
    for path, key in files_kept:
        if not site.keep(path, key):
            raise MachineFault("MSN016", {"path": path})


def _put(site: Site, batches: Iterable[Batch], assets: Iterable[DataFile]) -> None:
    for batch in batches:
        site.add(batch.written)
    for asset in assets:
        site.put(asset.path, blake2b(asset.content, digest_size=16).hexdigest(), asset.content)


def _index(context: PublicContext, cache: Path, options: Options, batches: Iterable[Batch]) -> Index:
    reader = partial(text_of, cache)
    return index_of(context, batches, reader, str(cache), processes=options.processes, progress=options.progress)


def _unkept(site: Site, index: Index) -> list[Unmade]:
    """Keep what an earlier build left of the index, and name the rest."""
    files = ((f"{SEARCH_FOLDER}/{path}", key, partial(index.read, path)) for path, key in index.keys.items())
    return [(path, key, make) for path, key, make in files if not site.keep(path, key)]
