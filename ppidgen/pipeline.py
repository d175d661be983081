"""The sentence that the chapters make: read, bind, assemble, derive, inspect, compose, audit, plan, write.

`study` and everything it calls is pure; `check` reads, `build` also writes. Any error and nothing is
written: what is being built becomes the site only by `publish`, the last step.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from ppidgen import __version__
from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.progress import silent
from ppidgen.duties.known_data import known_data
from ppidgen.machine.processes import in_background
from ppidgen.making import ahead
from ppidgen.making.audit import audit, private
from ppidgen.making.batches import Batch, Order, learnt, page_count
from ppidgen.making.digests import Basis, Digests, digests
from ppidgen.making.finishing import heavy, index_made, put_all, put_index
from ppidgen.making.looking import looked_through
from ppidgen.making.other_files import other_files
from ppidgen.making.rendering import Output, Rendering, rendering_of
from ppidgen.making.theme_faults import theme_faults
from ppidgen.making.workers import whole_pages, work
from ppidgen.model.portal import registers as reg
from ppidgen.options import Options
from ppidgen.pages import shells
from ppidgen.publish.manifest import PACKED
from ppidgen.publish.packing import pack
from ppidgen.publish.staging import PublishResult, Site, publishing
from ppidgen.reading.heads import has_announcement_since, heads
from ppidgen.reading.memory import Readings
from ppidgen.reading.shipped import shipped
from ppidgen.reading.study import Study, further_languages, inspected, read_portal, studied, study
from ppidgen.source import files, package_data
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.caches.page_cache import BUILT, CHECKED, Shortcuts, keep_shortcuts, recall_shortcuts
from ppidgen.source.tree import SourceTree
from ppidgen.theme.load import Theme, load

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
    place = root / CACHE / CHECKED
    look = looked_through(found.context, found.public, _made_of(found, options), recall_shortcuts(place), options)
    if not look.faults:
        _keep_learnt(place, look.basis, look.batches)
    return Outcome(found, (*found.findings, *look.faults), page_count(look.batches))


def _keep_learnt(place: Path, basis: Basis, batches: Iterable[Batch]) -> None:
    keep_shortcuts(place, basis.ground, basis.made_of.texts, learnt(batches))


def _made_of(found: Study, options: Options) -> Digests:
    return digests(found.public, found.digests, (options.as_of, options.draft, options.unit))


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
    maker = rendering.digest + package_data.identity().encode()
    basis, output = Basis(_made_of(found, options), maker, plan.known), Output(rendering, site)
    seen = known_data(found.context.portal)
    order = Order(found.public, options.processes, output, basis, options.search, seen)
    beside = other_files(order, site.made_from)
    if plan.work_ahead is None:
        batches = (beside.kept, *work(order, options.progress, beside.errands))
        return _published(root, site, plan, Made(order, batches), options, is_fatal)
    wholes = whole_pages(order)
    index = partial(index_made, context=found.public, root=root, options=replace(options, progress=silent))
    with ahead.indexing(order, wholes, index) as indexed:
        made_beside = [errand() for errand in beside.errands]
        plan.work_ahead.take(rendering.renderer)
        batches = (beside.kept, *made_beside, *work(order, options.progress, wholes=wholes))
        return _published(root, site, plan, Made(order, batches, indexed), options, is_fatal)


def _published(
    root: Path, site: Site, plan: Plan, made: Made, options: Options, is_fatal: Callable[[Finding], bool]
) -> Outcome:
    """Judge what was made; unless something is fatal, publish it and keep what was learnt."""
    found, rendering, batches = plan.found, plan.rendering, made.batches
    told = tuple(private(found.context, batches))
    faults = tuple(audit(found.context, batches))
    findings = (*plan.findings(), *faults, *told)
    if any(map(is_fatal, findings)):
        return Outcome(found, findings, page_count(batches))
    put_all(site, batches, rendering, found.public, root, options.processes)
    if options.search:
        put_index(site, batches, found.public, root, options, made.indexed)
    findings += tuple(heavy(site, rendering, found.public))  # its editions are made already
    pack(site, options.packed)
    packing = {PACKED: list(options.packed)} if options.packed else {}
    if plan.work_ahead:
        plan.work_ahead.settle()
    published = site.publish(__version__, options.as_of.isoformat(), packing)
    # What is at fault on a page, as may be in a draft, is found only where the page is looked at: none is passed over.
    _keep_learnt(root / CACHE / BUILT, made.order.basis, () if faults or told else batches)
    return Outcome(found, findings, page_count(batches), published)


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
