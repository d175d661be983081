"""The portal in its further languages: the same families of pages below `/en/`, and what leads from one to another.

An edition is composed from a context of its own (its words, its law, the registers as translated). Its pages lead to
the addresses of the main language; the theme puts the edition's own in their place, wherever there is one. A language
of which only the key pages are worded has those, and whatever the officers have translated into it.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ppidgen.model.context import Context, Same, Tongue
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.language.tongue import STEP_IN, STEP_OUT, bare, bare_json
from ppidgen.model.language.translated import portal_in, score_in, standing_in
from ppidgen.model.language.words import Words
from ppidgen.model.pages.edition import Counterpart, Edition
from ppidgen.model.pages.page import Block, Page, Prose, Section
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.records.publication import Article, NewsItem
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.quiet import quiet, whole
from ppidgen.pages.files import data, dictionary
from ppidgen.pages.service import status

# The pages without which nobody finds the service or uses it; a language in `IN_PART` is worded for these alone.
KEY_PAGES = (urls.HOME, urls.SERVICES, urls.REQUEST, urls.OBJECTION, urls.CONTACT, urls.ACCESSIBILITY)
IN_PART = frozenset({SiteLanguage.JAVANESE})
FILES = (urls.SEARCH_WORDS, urls.DEADLINES_JSON)


class Spoken(NamedTuple):
    """An edition with the context that its pages are composed from."""

    edition: Edition
    context: Context


def editions(context: Context) -> tuple[Spoken, ...]:
    """Give the editions of a portal besides the one in its main language, the same ones each time."""
    return _editions(Same(whole(context))) if context.tongues else ()


def whole_languages(context: Context) -> tuple[str, ...]:
    """Name the further languages in which every page is said."""
    return tuple(edition.language for edition, _ in editions(context) if edition.whole)


def families(context: Context, main: tuple[Family, ...]) -> tuple[Family, ...]:
    """Give the families of all pages: those of the main language as they are, unless there are others to lead to."""
    spoken = editions(context)
    if not spoken:
        return main
    further = (_in_edition(family, one, spoken) for one in spoken for family in main)
    return (*(_leading(family, spoken) for family in main), *further)


def data_files(context: Context) -> Iterator[DataFile]:
    """Give what the pages of whole editions look up: words of the search, the calculator's table, states of cases."""
    for edition, spoken in editions(context):
        if edition.whole:
            own = quiet(spoken)
            found = (*dictionary.data_files(own), data.deadlines(own), *status.data_files(own))
            for file in found:
                yield DataFile(f"{edition.prefix[1:]}/{file.path}", bare_json(file.content))


def counterparts(main: Words, spoken: tuple[Spoken, ...], address: str, speaking: str) -> tuple[Counterpart, ...]:
    """Give where a page, by its address in the main language and the language it speaks, is found in each language."""
    first = SiteLanguage.INDONESIAN
    own = Counterpart(first.value, first.label, address, urls.HOME, main("menu.home"))
    found = (own, *(_counterpart(one, address) for one in spoken))
    return tuple(_under_its_letter(one, speaking) for one in found) if _is_of_a_letter(address) else found


def _is_of_a_letter(address: str) -> bool:
    return address.startswith(urls.LIST_LETTERS) and address != urls.LIST_LETTERS


def _under_its_letter(one: Counterpart, speaking: str) -> Counterpart:
    """Titles begin with other letters in another language: the list of one has no counterpart there."""
    return one if one.language == speaking else replace(one, address="")


def counterparts_of(context: Context, address: str) -> tuple[Counterpart, ...]:
    """Give where the page at an address, in whichever language, is found in each; none in a portal of one language."""
    spoken = editions(context)
    if not spoken:
        return ()
    for one, _ in spoken:
        if one.holds(address):
            return counterparts(context.words, spoken, address.removeprefix(one.prefix), one.language)
    return counterparts(context.words, spoken, address, context.words.language)


def _counterpart(one: Spoken, address: str) -> Counterpart:
    edition, name = one.edition, next(known.label for known in SiteLanguage if known.value == one.edition.language)
    there = edition.place(address) if edition.has(address) else ""
    return Counterpart(edition.language, name, there, edition.place(urls.HOME), one.context.words("menu.home"))


def _leading(family: Family, spoken: tuple[Spoken, ...]) -> Family:
    """Let the pages of a family lead to their counterparts."""

    def compose(context: Context, spec: Spec) -> Page:
        found = counterparts(context.words, spoken, spec.address, context.words.language)
        return replace(family.compose(context, spec), counterparts=found)

    return replace(family, compose=compose)


def _in_edition(family: Family, one: Spoken, spoken: tuple[Spoken, ...]) -> Family:
    """Give a family of an edition."""
    edition, own = one

    def items(_context: Context) -> tuple[Spec, ...]:
        found = family.items(own)
        return tuple(spec._replace(address=edition.place(spec.address)) for spec in found if edition.has(spec.address))

    def at_home(spec: Spec) -> Spec:
        return spec._replace(address=spec.address.removeprefix(edition.prefix))

    def compose(context: Context, spec: Spec) -> Page:
        home = at_home(spec)
        made = family.compose(own, home)
        return replace(
            made,
            address=spec.address,
            blocks=tuple(map(_worded, made.blocks)),
            structured=bare_json(made.structured.encode()).decode(),
            counterparts=counterparts(context.words, spoken, home.address, edition.language),
        )

    def made_of(_context: Context, spec: Spec) -> bytes:
        return family.made_of(own, at_home(spec)) if family.made_of else b""

    def text_of(_context: Context, spec: Spec) -> str:
        return family.text_of(own, at_home(spec)) if family.text_of else ""

    return replace(
        family,
        name=f"{family.name}:{edition.language}",
        items=items,
        compose=compose,
        made_of=made_of if family.made_of else None,
        text_of=text_of if family.text_of else None,
    )


def _worded(block: Block) -> Block:
    """Say of a whole text in the main language that it is, so that its every paragraph is marked at once."""
    if isinstance(block, Section):
        return replace(block, blocks=tuple(map(_worded, block.blocks)))
    if isinstance(block, Prose) and block.markdown.startswith(STEP_IN) and block.markdown.endswith(STEP_OUT):
        return replace(block, markdown=bare(block.markdown), language=SiteLanguage.INDONESIAN.value)
    return block


def _spoken(context: Context, tongue: Tongue) -> Spoken:
    language = tongue.words.language
    portal = portal_in(context.portal, language)
    whole = language not in IN_PART
    edition = Edition(
        language, f"/{language}", whole, () if whole else tuple(_in_part(context, language)), FILES if whole else ()
    )
    own = replace(
        context,
        portal=portal,
        standing=standing_in(context.standing, portal, tongue.law),
        law=tongue.law,
        accessibility=tongue.accessibility,
        data_words=tongue.data_words,
        words=tongue.words,
        score=score_in(context.score) if context.score else None,
        edition=edition,
        tongues=(),
        main=context,
    )
    return Spoken(edition, own)


def _in_part(context: Context, language: str) -> Iterator[str]:
    yield from KEY_PAGES
    yield from (at for spoken, one in context.portal.translations if spoken == language if (at := _address_of(one)))


def _address_of(record: Record) -> str:
    if isinstance(record, Article):
        return urls.node(record.menu) if record.menu else urls.article(record.id)
    return urls.news(record.id) if isinstance(record, NewsItem) else ""


@lru_cache(maxsize=1)
def _editions(same: Same) -> tuple[Spoken, ...]:
    return tuple(_spoken(same.context, tongue) for tongue in same.context.tongues)
