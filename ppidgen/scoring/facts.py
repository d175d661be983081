"""What predicates are given: the portal, how it stands, the year of the edition, links as the network found them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from urllib.parse import urlsplit

from ppidgen.duties.carrying import of_another_year
from ppidgen.model.context import Context
from ppidgen.model.days.dates import Period
from ppidgen.model.days.year_part import says_one_part
from ppidgen.model.elements.exact import Years, years_said
from ppidgen.model.elements.record import Record
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.unit import Unit
from ppidgen.model.rubrics.check import OF_EVERY_PORTAL, Feature
from ppidgen.model.rubrics.rubric import Rubric, StateValues
from ppidgen.model.rubrics.scorecard import LinkState, Proof
from ppidgen.model.standing.coverage import Evidence
from ppidgen.model.text.official_hosts import is_official

_WORD = re.compile(r"\w+")
NO_LINKS: Mapping[str, LinkState] = MappingProxyType({})


@dataclass(frozen=True)
class Facts:
    """Everything that an answer may rest on.

    `links` holds what came of the addresses that were tried; `theme` what its pages can do; `unit` is the one that is
    scored, None where the body is.
    """

    context: Context
    rubric: Rubric
    links: Mapping[str, LinkState] = field(default_factory=lambda: NO_LINKS)
    theme: frozenset[Feature] = field(default_factory=frozenset)
    unit: Unit | None = None

    @property
    def features(self) -> frozenset[Feature]:
        """Give what the pages of the portal can do."""
        return self.theme | OF_EVERY_PORTAL

    @property
    def portal(self) -> Portal:
        """Give the portal."""
        return self.context.portal

    @property
    def as_of(self) -> date:
        """Give the day of judgement."""
        return self.context.standing.as_of

    @property
    def values(self) -> StateValues:
        """Give what the states of duties are worth."""
        return self.rubric.state_values

    def years(self, years: Years | None) -> frozenset[int] | None:
        """Give the years that are meant, None for any."""
        return frozenset(years.of(self.rubric.year_on(self.as_of))) if years else None

    @cached_property
    def registers(self) -> Mapping[str, tuple[Record, ...]]:
        """Give the public records of each register by its name."""
        portal = self.portal
        return MappingProxyType(
            {
                reg.PUBLIC_BODY.name: (portal.body,),
                reg.SITE.name: (portal.site,),
                reg.UNITS.name: portal.units,
                reg.INFORMATION.name: portal.published_information,
                reg.EXEMPTIONS.name: portal.exemptions,
                reg.SERVICES.name: portal.services,
                reg.CASES.name: portal.cases,
                reg.REPORTS.name: portal.reports,
                reg.ANNOUNCEMENTS.name: portal.announcements,
                reg.NEWS.name: portal.news,
                reg.ARTICLES.name: portal.articles,
                reg.PROCUREMENT.name: portal.procurement,
            }
        )

    @cached_property
    def package_evidence(self) -> Mapping[tuple[str, str], tuple[Evidence, ...]]:
        """Give what speaks for each duty in each procurement package, by the code and the package's id."""
        found: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for code, covered in self.context.standing.coverage.items():
            for one in covered.evidence:
                if one.register == reg.PROCUREMENT.name:
                    found[code, one.record.id].append(one)
        return MappingProxyType({key: tuple(made) for key, made in found.items()})

    @cached_property
    def borrowed(self) -> frozenset[str]:
        """Name the entries whose files are those of an earlier year."""
        return frozenset(of_another_year(self.portal))

    def is_borrowed(self, record: Record) -> bool:
        """Tell an entry whose files are those of an earlier year, so that they are not of the year that it says."""
        return isinstance(record, InformationEntry) and record.id in self.borrowed

    def is_only_proposed(self, record: Record, *keys: str) -> bool:
        """Tell a record in which the program proposed a value under one of the keys, and no officer has checked it."""
        # The standing holds records as the public may know them, which do not say what is still to be checked.
        own = self.portal.information_by_id.get(record.id) if isinstance(record, InformationEntry) else record
        return not set(keys).isdisjoint(getattr(own, "to_check", ()))

    @cached_property
    def own_hosts(self) -> frozenset[str]:
        """Name the hosts that belong to the body: its portal, its site and the sites of its units."""
        portal = self.portal
        addresses = (
            self.context.base_url,
            portal.site.base_url,
            portal.body.website,
            *(u.website for u in portal.units),
        )
        return frozenset(host_of(address) for address in addresses if address)

    @cached_property
    def _spoken(self) -> dict[int, tuple[str, ...]]:
        return {}

    def says_any(self, record: Record, phrases: tuple[str, ...]) -> bool:
        """Tell whether the title or a tag, which a reader of the record sees, holds one of the phrases, word for word.

        Words for search alone prove nothing: nobody sees them, and one document could bear the names of all others.
        """
        texts = self._spoken.get(id(record))
        if texts is None:
            spoken = (title_of(record), *getattr(record, "tags", ()))
            texts = self._spoken[id(record)] = tuple(f" {' '.join(words_of(text))} " for text in spoken)
        wanted = [f" {' '.join(words_of(phrase))} " for phrase in phrases]
        return any(phrase in text for phrase in wanted for text in texts)

    def is_own(self, address: str) -> bool:
        """Tell whether an address lies on a host of the body or below one."""
        host = host_of(address)
        return any(host == own or host.endswith(f".{own}") for own in self.own_hosts)

    def is_official(self, address: str) -> bool:
        """Tell whether an address lies on a host of the body, or on one that only public institutions are given."""
        return self.is_own(address) or is_official(host_of(address))


def host_of(address: str) -> str:
    """Give the host of an address without www."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def title_of(record: Record) -> str:
    """Give what a record is called."""
    return str(getattr(record, "title", None) or getattr(record, "name", None) or record.id)


def day_of(record: Record) -> date | None:
    """Give the newest day that a record states of itself."""
    stated = (getattr(record, name, None) for name in ("updated", "published", "day", "starts", "received"))
    return max((day for day in stated if isinstance(day, date)), default=None)


def years_of(record: Record) -> frozenset[int]:
    """Give the years a record is about: the stated one, unless its title speaks of others only."""
    said = years_said(title_of(record))
    stated = getattr(record, "year", None)
    if isinstance(stated, int):
        return frozenset() if said and stated not in said else said | {stated}
    if said:
        return said
    made = getattr(record, "made_on", None)
    return frozenset({made.year}) if isinstance(made, Period) and made.year else frozenset()


def whole_years_of(record: Record) -> frozenset[int]:
    """Give the years that a record is about as a whole; a report of one half or quarter is about none."""
    is_part = getattr(record, "part", None) is not None or says_one_part(title_of(record))
    return frozenset() if is_part else years_of(record)


def year_of(record: Record) -> int | None:
    """Give the year a record is about, the last of several."""
    return max(years_of(record), default=None)


def words_of(text: str) -> Iterator[str]:
    """Give the words of a text in lower case."""
    return (word.casefold() for word in _WORD.findall(text))


def proof_of(record: Record, register: str, *, file: str = "", link: str = "") -> Proof:
    """Make a proof of a record."""
    return Proof(
        source=record,
        title=title_of(record),
        register=register,
        day=day_of(record),
        year=year_of(record),
        unit=getattr(record, "unit", None) or "",
        file=file,
        link=link,
    )
