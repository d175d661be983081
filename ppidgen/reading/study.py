"""From the portal folder to all that can be known of it without writing: read, bind, assemble, derive, inspect.

`study` and everything it calls is pure; `read_portal` reads, `inspected` also remembers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ppidgen import __version__
from ppidgen.diagnostics import Checked, Finding
from ppidgen.diagnostics.quoting import quoting_nobody
from ppidgen.duties.claims import unchecked
from ppidgen.duties.standing import derive
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.assembly import NO_REGISTERS, Records, RegisterDigests, assemble
from ppidgen.model.portal.withheld import quoting_no_secret, withheld_by
from ppidgen.model.public.whole import PublicContext, public_portal
from ppidgen.model.records.body import Site as SiteSettings
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.unit import Unit
from ppidgen.model.rubrics.check import Feature
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.options import Options
from ppidgen.reading import rubric_files
from ppidgen.reading.documents import read_facts
from ppidgen.reading.files import ATTACHED, astray, register_count
from ppidgen.reading.memory import Readings
from ppidgen.reading.records import read_records
from ppidgen.reading.shipped import Shipped, shipped
from ppidgen.rules import inspect_again
from ppidgen.source import files, package_data
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.caches.rule_cache import keep_asked, recall_asked
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.tree import SourceTree
from ppidgen.theme.load import features_of


@dataclass(frozen=True, slots=True)
class Study:
    """All that can be known of a portal without writing anything; `public` is all that may be published of it.

    `said` are the digests of what the registers say, `theme` is what the pages of its theme can do; `unit` is the one
    that the portal has been narrowed to.
    """

    context: Context
    public: PublicContext
    tree: SourceTree
    findings: tuple[Finding, ...]
    digests: RegisterDigests = NO_REGISTERS
    theme: frozenset[Feature] = frozenset()
    unit: Unit | None = None

    @property
    def register_files(self) -> int:
        """Count the register files that were read."""
        return register_count(self.tree)


def study(
    tree: SourceTree,
    records: Checked[Records],
    facts: Mapping[str, DocumentFacts],
    given: Shipped,
    options: Options,
    rubrics: Mapping[str, Rubric] | None = None,
) -> Study:
    """Assemble the portal and work out how it stands on the day; pure. `inspected` adds what rules tell of it."""
    attached = frozenset(path.removeprefix(ATTACHED) for path in tree.files if path.startswith(ATTACHED))
    portal = assemble(records.value, attached, facts, frozenset(given.law.duties))
    base_url = (options.base_url or portal.value.site.base_url or "").rstrip("/")
    public = public_portal(portal.value)
    context = Context(
        portal=portal.value,
        # Pages read it, so it is made of what they may know, and of whose duties an officer has yet to check.
        standing=derive(public, given.law, options.as_of, unchecked(portal.value)),
        law=given.law,
        words=given.words,
        base_url=f"{base_url}/" if base_url else "",
        draft=options.draft,
        is_copy=options.is_copy,
        version=__version__,
        accessibility=given.accessibility,
        rubrics=rubrics or {},
        thesaurus=given.thesaurus.with_groups(portal.value.site.synonyms),
        tongues=given.tongues,
        readability=given.readability,
    )
    shown = PublicContext(replace(context, portal=public.of_unit(options.unit) if options.unit else public))
    return Study(context, shown, tree, (*records.findings, *portal.findings), records.value.digests)


def inspected(root: Path, found: Study) -> Study:
    """Add what the rules tell of the portal in the folder `root`; an earlier run may have asked most of it already."""
    known = recall_asked(root / CACHE)
    told = inspect_again(found.context, package_data.identity(), known)
    if told.asked != known:
        keep_asked(root / CACHE, told.asked)
    findings = (*found.findings, *told.findings)
    return replace(found, findings=quoting_nobody(quoting_no_secret(found.context.portal, findings)))


def read_portal(root: Path, options: Options, memory: Readings | None = None) -> Study:
    """Read the portal folder and study it; a process that reads it again and again has a `memory`."""
    return inspected(root, studied(root, files.read_tree(root), options, memory))


def studied(root: Path, tree: Checked[SourceTree], options: Options, memory: Readings | None = None) -> Study:
    """Read what the tree of a portal folder holds and study it; `inspected` adds what rules tell of it."""
    records = read_records(root, tree.value, options.processes, options.progress, memory)
    held_back = withheld_by(records.value.of(reg.EXEMPTIONS, Exemption))
    facts = read_facts(root, tree.value, held_back, options.processes)
    given = shipped(options.language).speaking(further_languages(records.value))
    rubrics = rubric_files.named_by(records.value)
    found = study(tree.value, records, facts, given, options, rubrics)
    found = replace(found, theme=features_of(options.theme_folder))
    return replace(_with_score(found), findings=(*tree.findings, *astray(root), *found.findings))


def further_languages(records: Records) -> tuple[SiteLanguage, ...]:
    """Give the languages that the portal speaks besides its own."""
    return next((site.further_languages for site in records.of(reg.SITE, SiteSettings)), ())


def _with_score(found: Study) -> Study:
    """Add the score that the portal publishes of itself; it is made of registers alone, so never of its own page."""
    context, asked = found.context, found.context.portal.site.score
    edition = rubric_files.shipped(asked.rubric) if asked else None
    if edition is None:
        return found
    from ppidgen.report.shipped import score_words  # noqa: PLC0415 - few portals ask, and all others need not wait
    from ppidgen.scoring.published import published  # noqa: PLC0415 - as above

    score = published(context, edition, found.theme, score_words(context.words.language))
    shown = PublicContext(replace(found.public, score=score))
    return replace(found, context=replace(context, score=score), public=shown)
