"""Look-ups over the whole portal, made once per context, so that no page walks through all entries."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from ppidgen.model.context import Context, Same
from ppidgen.model.elements.fields import citation_of
from ppidgen.model.elements.vocabulary import BodyKind, Category
from ppidgen.model.law.duty import Duty, Scope
from ppidgen.model.pages.page import Fact, Link, Row
from ppidgen.model.pages.share import Picture
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.publication import Article
from ppidgen.model.records.unit import Unit
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.menu import TRAILS
from ppidgen.pages.addresses.quiet import quiet
from ppidgen.pages.parts.pictures import of_category
from ppidgen.pages.parts.rows import entry_row, last_day, year_of
from ppidgen.pages.parts.structured import steps_of
from ppidgen.pages.parts.text import letter_of, plain, sort_key
from ppidgen.pages.parts.wording import cited, glossed

RELATED = 5
LATEST = 50

Groups = Mapping[str, tuple[InformationEntry, ...]]


# The columns of Perki 1/2021 Pasal 21(2) and the day of Pasal 45(7), by attribute of an entry.
LEGAL_COLUMNS = ("summary", "holder", "responsible", "made_on", "made_at", "forms", "retention", "updated")


class LegalFact(NamedTuple):
    """A fact that the law wants: its label, its legal basis, and how it looks when nobody has filled it in."""

    label: str
    citation: str
    missing: Fact


class View(StrEnum):
    """The ways in which the list of information is divided."""

    ALL = "all"
    CATEGORY = "category"
    UNIT = "unit"
    YEAR = "year"
    LETTER = "letter"
    DUTY = "duty"


@dataclass(frozen=True, eq=False)
class Index:
    """Everything that pages look up, each computed when it is first asked for; `context` is a quiet one."""

    context: Context

    @cached_property
    def listed(self) -> tuple[InformationEntry, ...]:
        """Give the published entries in order of their titles."""
        return _by_title(self.context.portal.published_information)

    @cached_property
    def scopes(self) -> frozenset[Scope]:
        """Give the scope that every body of this kind has; villages have a catalogue of their own."""
        village = self.context.portal.body.kind is BodyKind.VILLAGE
        return frozenset((Scope.VILLAGE if village else Scope.EVERY_BODY,))

    @cached_property
    def annex_order(self) -> tuple[InformationEntry, ...]:
        """Give the published entries as the DIP numbers them: by category, then by title."""
        return tuple(chain.from_iterable(self.by_category[category.value] for category in Category))

    @cached_property
    def groups(self) -> Mapping[View, Groups]:
        """Give the entries of each view by key, in order of their titles."""
        return {
            View.ALL: {"": self.listed},
            View.CATEGORY: self.by_category,
            View.UNIT: self.by_unit,
            View.YEAR: self.by_year,
            View.LETTER: self.by_letter,
            View.DUTY: self.by_duty,
        }

    @cached_property
    def by_category(self) -> Groups:
        """Give the entries of each category."""
        return self._all_of([one.value for one in Category], lambda one: (one.category.value,))

    def in_category(self, category: Category) -> tuple[InformationEntry, ...]:
        """Give the entries of one category; for a warning's page alone the others need not be put in order."""
        return _by_title(one for one in self.context.portal.published_information if one.category is category)

    @cached_property
    def by_unit(self) -> Groups:
        """Give the entries of each unit."""
        told = [unit.id for unit in self.told_units]
        return self._all_of(told, lambda one: (one.unit,) if one.unit and one.unit in self.unit_of else ())

    @cached_property
    def by_year(self) -> Groups:
        """Give the entries of each year that there are any of."""
        return self._grouped(lambda one: filter(None, (year_of(one),)))

    @cached_property
    def by_letter(self) -> Groups:
        """Give the entries by the letter with which their titles begin."""
        return self._grouped(lambda one: (letter_of(one.title),))

    @cached_property
    def by_duty(self) -> Groups:
        """Give the entries by the group of duties that they meet."""
        return self._grouped(self._duty_groups)

    def _all_of(self, keys: Iterable[str], of: Callable[[InformationEntry], Iterable[str]]) -> Groups:
        """Group the entries, with an empty group for every key that none of them has."""
        empty: dict[str, tuple[InformationEntry, ...]] = dict.fromkeys(keys, ())
        return empty | self._grouped(of)

    def _grouped(self, keys: Callable[[InformationEntry], Iterable[str]]) -> dict[str, tuple[InformationEntry, ...]]:
        found: defaultdict[str, list[InformationEntry]] = defaultdict(list)
        for entry in self.listed:
            for key in keys(entry):
                found[key].append(entry)
        return {key: tuple(found[key]) for key in sorted(found)}

    def _duty_groups(self, entry: InformationEntry) -> Iterable[str]:
        return dict.fromkeys(self.group_code(code) for code in entry.duties if code in self.context.law.duties)

    def group_code(self, code: str) -> str:
        """Give the code of the heading over a duty, or its own code where it stands alone."""
        group = self.context.law.group_of(code)
        return group.code if group else code

    def row(self, entry: InformationEntry) -> Row:
        """Give the list row of an entry, the same one wherever it is listed."""
        row = self._rows.get(entry.id)
        if row is None:
            row = self._rows[entry.id] = entry_row(self.context, entry, self.gist(entry))
        return row

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {}

    def gist(self, entry: InformationEntry) -> str:
        """Give the summary of an entry as plain text; pages, rows, feeds and the dictionary ask for it in turn."""
        gist = self._gists.get(entry.id)
        if gist is None:
            gist = self._gists[entry.id] = plain(entry.summary) if entry.summary else ""
        return gist

    @cached_property
    def _gists(self) -> dict[str, str]:
        return {}

    @cached_property
    def latest(self) -> tuple[InformationEntry, ...]:
        """Give the dated entries, the newest first."""
        return tuple(
            sorted((one for one in self.listed if last_day(one)), key=lambda one: (last_day(one), one.id), reverse=True)
        )

    @cached_property
    def unit_of(self) -> Mapping[str, str]:
        """Give the name of every unit by its id."""
        return {unit.id: unit.name for unit in self.units}

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Give the units in the order of the network: by their own order, then by name."""
        return tuple(sorted(self.context.portal.units, key=lambda unit: (unit.order, sort_key(unit.name), unit.id)))

    @cached_property
    def told_units(self) -> tuple[Unit, ...]:
        """Give the units that have pages, in the same order: in the copy of a unit the others have none."""
        return tuple(unit for unit in self.units if unit.id in self.context.portal.told_units)

    @cached_property
    def units_below(self) -> Mapping[str, tuple[Unit, ...]]:
        """Give the units below each unit; "" holds those that stand at the top."""
        below: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            parent = unit.parent if unit.parent in self.unit_of and unit.parent != unit.id else ""
            below[parent or ""].append(unit)
        return {parent: tuple(units) for parent, units in below.items()}

    @cached_property
    def articles_at(self) -> Mapping[str, tuple[Article, ...]]:
        """Give the articles by the menu node that they fill, in their order; "" holds those that fill none."""
        at: defaultdict[str, list[Article]] = defaultdict(list)
        for article in sorted(self.context.portal.articles, key=lambda one: (one.order, sort_key(one.title), one.id)):
            at[urls.node(article.menu) if article.menu else ""].append(article)
        return {address: tuple(articles) for address, articles in at.items()}

    @cached_property
    def crumb_steps(self) -> Mapping[str, tuple[Mapping[str, object], ...]]:
        """Give the crumbs down to each menu node as schema.org names them."""
        return {address: steps_of(self.context, links) for address, links in self.crumbs_below.items()}

    @cached_property
    def legal_facts(self) -> Mapping[str, LegalFact]:
        """Give label, citation and the fact of absence for every column that the law wants of an entry."""
        words, absent = self.context.words, (self.context.words("fact.not_filled"),)
        found = {}
        for name in LEGAL_COLUMNS:
            label, citation = words(f"fact.{name}"), glossed(self.context, citation_of(InformationEntry, name))
            found[name] = LegalFact(label, citation, Fact(label, absent, citation, missing=True))
        return found

    def legal_fact(self, name: str, *values: str | None) -> Fact:
        """Give the fact of a column, the same one wherever it says the same; without a value, that it is missing."""
        fact = self._legal_facts.get((name, values))
        if fact is None:
            column, shown = self.legal_facts[name], tuple(value for value in values if value)
            fact = Fact(column.label, shown, column.citation) if shown else column.missing
            self._legal_facts[name, values] = fact
        return fact

    @cached_property
    def _legal_facts(self) -> dict[tuple[str, tuple[str | None, ...]], Fact]:
        return {}

    @cached_property
    def category_facts(self) -> Mapping[Category, Fact]:
        """Give the fact that names each category."""
        words = self.context.words
        label = words("fact.category")
        return {one: Fact(label, (Link(words.label(one), urls.by_category(one)),)) for one in Category}

    @cached_property
    def unit_facts(self) -> Mapping[str, Fact]:
        """Give the fact that names each unit, by id."""
        label, units = self.context.words("fact.unit"), self.context.portal.unit_by_id.values()
        return {one.id: Fact(label, (Link(one.name, urls.unit(one.id)),)) for one in units}

    def year_fact(self, year: str) -> Fact:
        """Give the fact that names a year that an entry is about, the same one for all entries of that year."""
        fact = self._year_facts.get(year)
        if fact is None:
            fact = self._year_facts[year] = Fact(self.context.words("fact.year"), (Link(year, urls.by_year(year)),))
        return fact

    @cached_property
    def _year_facts(self) -> dict[str, Fact]:
        return {}

    @cached_property
    def duty_facts(self) -> Mapping[str, Fact]:
        """Give, for every duty, the fact that says which duty it is and where it is written."""
        return {
            code: _duty_fact(duty, cited(self.context, duty.basis)) for code, duty in self.context.law.duties.items()
        }

    @cached_property
    def crumbs_below(self) -> Mapping[str, tuple[Link, ...]]:
        """Give the links from the home page down to each menu node, the node itself included."""
        words = self.context.words
        home = Link(words("menu.home"), urls.HOME)
        return {
            address: (home, *(Link(words(f"menu.{node.key}"), node.address) for node in trail))
            for address, trail in TRAILS.items()
        }

    @cached_property
    def feed_links(self) -> Mapping[str, Link]:
        """Give the link to the feed of every category and every unit, by value and by id."""
        words = self.context.words
        of_units = {one.id: Link(words("feed.unit", unit=one.name), urls.unit_feed(one.id)) for one in self.told_units}
        return of_units | {
            one.value: Link(words("feed.category", category=words.label(one)), urls.category_feed(one))
            for one in Category
        }

    def feeds(self, category: Category, unit: str | None) -> tuple[Link, ...]:
        """Give the links to the feeds in which an entry appears, the same ones for all entries of the same."""
        feeds = self._feeds.get((category, unit))
        if feeds is None:
            links = self.feed_links
            of_unit = (links[unit],) if unit and unit in links else ()
            feeds = self._feeds[category, unit] = (links[category.value], *of_unit)
        return feeds

    @cached_property
    def _feeds(self) -> dict[tuple[Category, str | None], tuple[Link, ...]]:
        return {}

    @cached_property
    def pictures(self) -> Mapping[Category, Picture | None]:
        """Give the picture of each category."""
        return {one: of_category(self.context, one) for one in Category}

    def synonyms(self, entry: InformationEntry) -> tuple[str, ...]:
        """Give the other words by which search finds an entry: its own, and those of phrases in its title and unit."""
        unit = self.context.portal.unit_name(entry.unit) if entry.unit else ""
        return tuple(dict.fromkeys((*entry.other_words, *self.context.thesaurus.kin(f"{entry.title}, {unit}"))))

    @cached_property
    def _by_leaf(self) -> Groups:
        return self._grouped(lambda one: dict.fromkeys(one.duties))

    def meeting(self, code: str) -> tuple[InformationEntry, ...]:
        """Give the entries that meet a duty, or a duty of the group that `code` names."""
        return self.by_duty.get(code) or self._by_leaf.get(code, ())

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {one.id: place for place, one in enumerate(self.listed)}

    def related(self, entry: InformationEntry) -> tuple[Row, ...]:
        """Give up to five entries that meet the same duty or come from the same unit, its neighbours in the list."""
        return tuple(map(self.row, self._kin_of(entry)))

    def print_of(self, entry: InformationEntry) -> bytes:
        """Give what stands for an entry wherever it is shown: what was written of it, and whether it has grown old."""
        return self._prints[entry.id]

    @cached_property
    def _prints(self) -> Mapping[str, bytes]:
        stale = self.context.standing.stale
        said = ((one.id, f"{one.origin.fingerprint}{one.id}{'!' if one.id in stale else ''}\0") for one in self.listed)
        return {entry: told.encode("utf-8", "surrogatepass") for entry, told in said}  # each is asked for on 14 pages

    @cached_property
    def print_of_ways(self) -> Mapping[View, bytes]:
        """Give what stands for the ways from the lists of each view to others; of duties also how much each holds."""
        letters, years = map("\0".join, (self.by_letter, self.by_year))
        duties = "".join(f"{code} {len(found)}\0" for code, found in self.by_duty.items())
        shown = {View.ALL: f"{letters} {years}", View.CATEGORY: duties, View.YEAR: years, View.LETTER: letters}
        return {view: shown.get(view, "").encode("utf-8", "surrogatepass") for view in View}

    def prints_of_related(self, entry: InformationEntry) -> bytes:
        """Give what stands for the rows of `related`."""
        return b"".join(map(self.print_of, self._kin_of(entry)))

    def _kin_of(self, entry: InformationEntry) -> tuple[InformationEntry, ...]:
        kin = self._kin.get(entry.id)
        if kin is None:
            kin = self._kin[entry.id] = self._nearest(entry)
        return kin

    @cached_property
    def _kin(self) -> dict[str, tuple[InformationEntry, ...]]:
        return {}

    def _nearest(self, entry: InformationEntry) -> tuple[InformationEntry, ...]:
        found: dict[str, InformationEntry] = {}
        for group, place in self._standing_in(entry):
            for one in chain(group[place + 1 : place + 1 + RELATED], group[max(0, place - RELATED) : place]):
                found[one.id] = one
                if len(found) == RELATED:
                    return tuple(found.values())
        return tuple(found.values())

    def _standing_in(self, entry: InformationEntry) -> Iterator[tuple[Sequence[InformationEntry], int]]:
        for code in entry.duties:
            yield self._placed(entry, self._by_leaf[code])
        if entry.unit and entry.unit in self.unit_of:
            yield self._placed(entry, self.by_unit[entry.unit])

    def _placed(
        self, entry: InformationEntry, group: Sequence[InformationEntry]
    ) -> tuple[Sequence[InformationEntry], int]:
        """Give a group with the place of an entry in it: every group is in the order of all entries."""
        order = self._order
        return group, bisect_left(group, order[entry.id], key=lambda one: order[one.id])


def _by_title(entries: Iterable[InformationEntry]) -> tuple[InformationEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (sort_key(entry.title), entry.id)))


def _duty_fact(duty: Duty, citation: str) -> Fact:
    """Name a duty, say its item in full where that says more than its name, and where it is written."""
    same = citation and duty.text.casefold() == duty.label.casefold()
    return Fact(duty.label, (citation,)) if same else Fact(duty.label, (duty.text,), citation)


def index(context: Context) -> Index:
    """Give the look-ups of a context, the same ones each time it is asked for."""
    return _index(Same(quiet(context)))


# As many as a portal has languages.
@lru_cache(maxsize=4)
def _index(same: Same) -> Index:
    return Index(same.context)
