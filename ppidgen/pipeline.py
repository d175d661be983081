"""The sentence that the chapters make: read, bind, assemble, derive, inspect, compose, audit, plan, write.

`study` and everything it calls is pure; `check` reads, `build` also writes. Any error and nothing is
written: what is being built becomes the site only by `publish`, the last step.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from ppidgen import __version__, ahead, editions
from ppidgen.audit import attachments, audit, looked_at, private
from ppidgen.batches import Batch, Order
from ppidgen.crew import aside, processors
from ppidgen.diagnostics import Checked, Finding, MachineFault
from ppidgen.diagnostics.quoting import quoting_nobody
from ppidgen.digests import digests
from ppidgen.duties.known_data import known_data
from ppidgen.duties.standing import derive
from ppidgen.exchange.score_badge import site_badge
from ppidgen.extras import Extras, extras
from ppidgen.model import registers as reg
from ppidgen.model.accessibility import ACCESSIBILITY_FILE, AccessibilityTest, parse_accessibility
from ppidgen.model.assembly import NOTHING_SAID, Records, Said, assemble
from ppidgen.model.body import Site as SiteSettings
from ppidgen.model.check import Feature
from ppidgen.model.context import Context, Tongue
from ppidgen.model.exemption import Exemption
from ppidgen.model.law import LAW_FILES, LAW_FOLDERS, Law, parse_law
from ppidgen.model.page import DataFile
from ppidgen.model.public import PublicContext, public_portal
from ppidgen.model.readability import READABILITY_FILE, Readability, parse_readability
from ppidgen.model.rubric import Rubric
from ppidgen.model.thesaurus import THESAURUS_FILE, Thesaurus, parse_thesaurus
from ppidgen.model.vocabulary import SiteLanguage
from ppidgen.model.withheld import quoting_no_secret, withheld_by
from ppidgen.model.words import Words, parse_words
from ppidgen.pages import data_files, share_pictures, shells, urls
from ppidgen.pages.blanks import print_addresses
from ppidgen.pages.editions import editions as spoken_in
from ppidgen.pages.editions import whole_languages
from ppidgen.printing import Press, path_of, press
from ppidgen.publish import last_look
from ppidgen.publish.manifest import PACKED
from ppidgen.publish.packing import pack
from ppidgen.publish.search import Index
from ppidgen.publish.staging import PublishResult, Site, publishing
from ppidgen.publish.weighing import weighed
from ppidgen.reading import ATTACHED, CACHE, Progress, read_facts, read_records, register_count, silent
from ppidgen.remembered import Memory
from ppidgen.report.shipped import score_words
from ppidgen.rules import inspect
from ppidgen.rules.weights import too_heavy
from ppidgen.scoring.published import published
from ppidgen.searching import index_of
from ppidgen.source import files, package_data
from ppidgen.source.documents import DocumentFacts, text_of
from ppidgen.source.shortcuts import Shortcuts, keep_shortcuts, recall_shortcuts
from ppidgen.source.tree import SourceTree
from ppidgen.theme.load import Theme, features_of, load
from ppidgen.theme.location import built_in
from ppidgen.theme.missing import missing_words
from ppidgen.tongues import tongue
from ppidgen.workshop import Unmade, draw, work, write_each

SEARCH_FOLDER = "pagefind"
WORKBOOKS = tuple(address.removeprefix("/") for address in (urls.LIST_XLSX, urls.EXEMPT_XLSX))
PRINTS = tuple(address.removeprefix("/") for address in print_addresses())


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever runs the program chose; `as_of` is the day on which everything is judged.

    `theme` is the folder of the theme in which pages are drawn and by whose features they are scored (None: ours).
    """

    as_of: date
    draft: bool = False
    base_url: str = ""
    language: str = "id"
    search: bool = True
    unit: str = ""
    packed: tuple[str, ...] = ()
    theme: Path | None = None
    processes: int = field(default_factory=processors)
    progress: Progress = silent

    @property
    def theme_folder(self) -> Path:
        """Give the folder of the theme that was chosen, or of the one that ships."""
        return self.theme or built_in()


@dataclass(frozen=True, slots=True)
class Study:
    """All that can be known of a portal without writing anything; `public` is all that may be published of it.

    `said` are the digests of what the registers say, `theme` is what the pages of its theme can do.
    """

    context: Context
    public: PublicContext
    tree: SourceTree
    findings: tuple[Finding, ...]
    said: Said = NOTHING_SAID
    theme: frozenset[Feature] = frozenset()

    @property
    def register_files(self) -> int:
        """Count the register files that were read."""
        return register_count(self.tree)


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

    `findings` gives all that was found in the sources, and may wait for another process that is at it.
    """

    found: Study
    machine: Press
    known: Shortcuts
    findings: Callable[[], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Shipped:
    """What ships with the program and every portal is judged by and worded in."""

    law: Law
    words: Words
    accessibility: AccessibilityTest
    thesaurus: Thesaurus
    readability: Readability
    tongues: tuple[Tongue, ...] = ()

    def speaking(self, languages: Iterable[SiteLanguage]) -> "Shipped":
        """Give the same with the words of further languages."""
        own = (tongue(one.value, self.words, self.law, self.accessibility) for one in languages)
        return replace(self, tongues=tuple(own))


@cache
def shipped_law() -> Law:
    """Read the law that ships with the program."""
    names = [*LAW_FILES, *(name for folder in LAW_FOLDERS for name in package_data.names(folder))]
    return parse_law({name: package_data.read_text(name) for name in names})


@cache
def shipped(language: str) -> Shipped:
    """Read all that ships, with the words of the portal in one language."""
    return Shipped(
        law=shipped_law(),
        words=parse_words(package_data.read_text(f"kata/{language}.yaml"), language),
        accessibility=parse_accessibility(package_data.read_text(ACCESSIBILITY_FILE)),
        thesaurus=parse_thesaurus(package_data.read_text(THESAURUS_FILE)),
        readability=parse_readability(package_data.read_text(READABILITY_FILE)),
    )


def study(
    tree: SourceTree,
    records: Checked[Records],
    facts: Mapping[str, DocumentFacts],
    given: Shipped,
    options: Options,
    rubrics: Mapping[str, Rubric] | None = None,
) -> Study:
    """Assemble the portal and work out how it stands on the day; pure. What rules tell of it, `inspected` adds."""
    attached = frozenset(path.removeprefix(ATTACHED) for path in tree.files if path.startswith(ATTACHED))
    portal = assemble(records.value, attached, facts, frozenset(given.law.duties))
    base_url = (options.base_url or portal.value.site.base_url or "").rstrip("/")
    public = public_portal(portal.value)
    context = Context(
        portal=portal.value,
        standing=derive(public, given.law, options.as_of),  # pages read it, so it is made of what they may know
        law=given.law,
        words=given.words,
        base_url=f"{base_url}/" if base_url else "",
        draft=options.draft,
        version=__version__,
        accessibility=given.accessibility,
        rubrics=rubrics or {},
        thesaurus=given.thesaurus.with_groups(portal.value.site.synonyms),
        tongues=given.tongues,
        readability=given.readability,
    )
    shown = PublicContext(replace(context, portal=public.of_unit(options.unit) if options.unit else public))
    return Study(context, shown, tree, (*records.findings, *portal.findings), records.value.said)


def inspected(found: Study, memory: Memory | None = None) -> Study:
    """Add what the rules tell of a portal; pure."""
    told = (*found.findings, *inspect(found.context, memory.inspections if memory else None))
    return replace(found, findings=quoting_nobody(quoting_no_secret(found.context.portal, told)))


def read(root: Path, options: Options, memory: Memory | None = None) -> Study:
    """Read the portal folder and study it; a process that reads it again and again has a `memory`."""
    return inspected(_read(root, files.read_tree(root), options, memory), memory)


def _read(root: Path, tree: Checked[SourceTree], options: Options, memory: Memory | None = None) -> Study:
    records = read_records(root, tree.value, options.processes, options.progress, memory.readings if memory else None)
    held_back = withheld_by(records.value.of(reg.EXEMPTIONS, Exemption))
    facts = read_facts(root, tree.value, held_back, options.processes)
    given = shipped(options.language).speaking(_further_languages(records.value))
    rubrics = editions.named_by(records.value, given.law)
    found = study(tree.value, records, facts, given, options, rubrics)
    found = replace(found, theme=features_of(options.theme_folder))
    return replace(_with_score(found), findings=(*tree.findings, *found.findings))


def _further_languages(records: Records) -> tuple[SiteLanguage, ...]:
    return next((site.further_languages for site in records.of(reg.SITE, SiteSettings)), ())


def _with_score(found: Study) -> Study:
    """Add the score that the portal publishes of itself; it is made of registers alone, so never of its own page."""
    context, asked = found.context, found.context.portal.site.score
    edition = editions.shipped(asked.rubric, context.law) if asked else None
    if edition is None:
        return found
    score = published(context, edition, found.theme, score_words(context.words.language))
    shown = PublicContext(replace(found.public, score=score))
    return replace(found, context=replace(context, score=score), public=shown)


def check(root: Path, options: Options, memory: Memory | None = None) -> Outcome:
    """Read, study, compose and audit; write nothing."""
    found, theme = read(root, options, memory), load(options.theme_folder)
    return _audited(_with_theme(found, theme, options.theme_folder), options)


def _audited(found: Study, options: Options) -> Outcome:
    order = Order(found.public, options.processes, known=known_data(found.context.portal))
    batches, others = work(order, options.progress, lambda: data_files(found.public))
    prints = PRINTS if found.context.portal.site.print_kit else ()
    others = (*others, *site_badge(found.public))
    paths = (*(extra.path for extra in others), *WORKBOOKS, *prints)
    told = private(found.context, batches, looked_at(found.context, others))
    findings = (*found.findings, *audit(found.context, batches, paths), *told)
    return Outcome(found, findings, _count(batches))


def _count(batches: Iterable[Batch]) -> int:
    return sum(len(batch.addresses) for batch in batches)


def build(root: Path, out: Path, options: Options, is_fatal: Callable[[Finding], bool]) -> Outcome:
    """Build the portal into `out`; with a fatal finding nothing is published and the old site stays."""
    theme, tree, known = load(options.theme_folder), files.read_tree(root), recall_shortcuts(root / CACHE)
    publish = partial(publishing, out, forbidden=(root / reg.CONTENT, options.theme_folder), progress=options.progress)

    guess = _guess(tree.value, theme, known, options)
    if guess is None:
        found = _with_theme(inspected(_read(root, tree, options)), theme, options.theme_folder)
        if any(map(is_fatal, found.findings)):
            return _audited(found, options)
        with publish() as site:
            plan = Plan(found, press(theme, shells(found.public)), known, lambda: found.findings)
            return _built(root, site, plan, options, is_fatal)
    with publish() as site:
        site.write_over()
        with aside(lambda: ahead.lay(site, guess, known.pages)) as laying:
            found = _with_theme(_read(root, tree, options), theme, options.theme_folder)
            with aside(lambda: [inspected(found).findings]) as inspecting:
                machine = press(theme, shells(found.public))
                laid = laying()
                site.take_ahead(laid.records, as_wanted=machine.renderer.agrees(laid.warnings))
                plan = Plan(found, machine, known, lambda: (laying(), inspecting())[1])
                return _built(root, site, plan, options, is_fatal)


def _built(root: Path, site: Site, plan: Plan, options: Options, is_fatal: Callable[[Finding], bool]) -> Outcome:
    """Make what an earlier build has not left, and publish all."""
    found, machine = plan.found, plan.machine
    if _is_outdated(machine, plan.known):
        site.write_over()
    made_of = digests(found.public, found.said, (options.as_of, options.draft, options.unit))
    maker = machine.digest + package_data.identity().encode()
    seen = known_data(found.context.portal)
    order = Order(found.public, options.processes, machine, site, made_of, maker, plan.known, options.search, seen)
    batches, (others, beside) = work(order, options.progress, lambda: _beside(found, order, site))
    told = tuple(private(found.context, batches, beside))
    faults = tuple(audit(found.context, batches, others.paths))
    findings = (*plan.findings(), *faults, *told)
    if any(map(is_fatal, findings)):
        return Outcome(found, findings, _count(batches))
    _keep(site, [*others.kept, *(pair for batch in batches for pair in batch.kept)])
    _put(site, batches, machine.assets, others.made)
    drawn = draw(machine, site, share_pictures(found.public), options.processes)
    _keep(site, drawn.kept)
    site.add(drawn.written)
    for document in attachments(found.public, root):
        site.copy(document)
    if options.search:
        index = _index(found.public, batches, root / CACHE, options)
        site.add(write_each(_unkept(site, index), site, options.processes))
    findings += tuple(_heavy(site, machine, found.public))  # its editions are made already
    pack(site, options.packed)
    packing = {PACKED: list(options.packed)} if options.packed else {}
    published = site.publish(__version__, options.as_of.isoformat(), packing)
    # What is at fault on a page, as may be in a draft, is found only where the page is looked at: none is passed over.
    sound = () if faults or told else batches
    learnt = [shortcut for batch in sound for shortcut in batch.shortcuts]
    keep_shortcuts(root / CACHE, order.ground, made_of.texts, learnt)
    return Outcome(found, findings, _count(batches), published)


def _guess(tree: SourceTree, theme: Theme, known: Shortcuts, options: Options) -> Press | None:
    """Give what puts today's warnings on pages before all is read; None where they are likely to be there already."""
    if not ahead.is_called_for(tree, known, options.processes):
        return None
    heads = ahead.heads(tree)
    given = shipped(options.language).speaking(_further_languages(heads.value))
    guess = press(theme, shells(study(tree, heads, {}, given, options).public))
    return guess if _is_outdated(guess, known) else None


def _is_outdated(machine: Press, known: Shortcuts) -> bool:
    """Say whether the pages of the last build bear other warnings."""
    return any(machine.has_other_warnings(one.key) for one in islice(known.pages.values(), 1))


def _with_theme(found: Study, theme: Theme, folder: Path) -> Study:
    """Tell also the words that the theme lacks, and personal data that its templates would put on pages.

    Of a theme of others every template is tried, also one that no page needs yet.
    """
    if folder != built_in():
        press(theme, shells(found.public)).renderer.compile_all()
    portal = found.context.portal
    unsaid = missing_words(theme, folder.as_posix(), whole_languages(found.public))
    private = last_look.private_templates(theme.files.items(), folder.as_posix(), known_data(portal))
    return replace(found, findings=(*found.findings, *unsaid, *last_look.findings(private, portal)))


def _heavy(site: Site, machine: Press, context: PublicContext) -> Iterator[Finding]:
    """Tell what of the staged site is too heavy for a slow connection."""
    base_path = urlsplit(context.base_url).path or "/"
    prefixes = ("", *(f"{one.edition.prefix[1:]}/" for one in spoken_in(context)))
    files_below = tuple(own + urls.FILES[1:] for own in prefixes)
    fonts, root = machine.renderer.fonts, site.root_for_workers
    scripted = tuple(own + path_of(at) for own in prefixes for at in urls.SCRIPTED)
    weights = weighed(root, site.held, base_path, fonts, lambda path: path.startswith(files_below), scripted)
    return too_heavy(weights, context.portal, urls.INFORMATION.removeprefix("/"))


def _keep(site: Site, files_kept: Iterable[tuple[str, str]]) -> None:
    for path, key in files_kept:
        if not site.keep(path, key):
            raise MachineFault("MSN016", {"path": path})


def _put(
    site: Site, batches: Iterable[Batch], assets: Iterable[DataFile], others: Iterable[tuple[DataFile, str]]
) -> None:
    for batch in batches:
        site.add(batch.written)
    for asset in assets:
        site.put(asset.path, blake2b(asset.content, digest_size=16).hexdigest(), asset.content)
    for other, key in others:
        site.put(other.path, key, other.content)


def _beside(found: Study, order: Order, site: Site) -> tuple[Extras, tuple[last_look.Private, ...]]:
    """Make what is no page, and take the last look at it, while others are at the pages."""
    made = extras(found.public, order.made_of, order.machine, site.made_from)
    return made, looked_at(found.context, (file for file, _ in made.made))


def _index(context: PublicContext, batches: Iterable[Batch], cache: Path, options: Options) -> Index:
    reader = partial(text_of, cache)
    return index_of(context, batches, reader, str(cache), processes=options.processes, progress=options.progress)


def _unkept(site: Site, index: Index) -> list[Unmade]:
    """Keep what an earlier build left of the index, and name the rest."""
    files = ((f"{SEARCH_FOLDER}/{path}", key, partial(index.read, path)) for path, key in index.keys.items())
    return [(path, key, make) for path, key, make in files if not site.keep(path, key)]
