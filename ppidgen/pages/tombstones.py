"""Addresses that once held an entry: why it is gone, or where it has moved; no address ever falls silent."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Facts, Link, Links, Notice, Page
from ppidgen.model.pages.page_terms import PROSE_PAGE, WARNING
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.frame import Place, page
from ppidgen.pages.parts.wording import day_words, fact, iso

MOVED = 1


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each withdrawn entry and one for each old address."""
    withdrawn = (
        Spec(urls.entry(one.id), one.id, updated=iso(one.withdrawn.day), listed=False)
        for one in context.portal.information
        if one.withdrawn
    )
    return (*withdrawn, *(Spec(urls.entry(old), new, MOVED, listed=False) for old, new in moves(context)))


def moves(context: Context) -> list[tuple[str, str]]:
    """Give each old identifier that no entry has now, with that of the entry which took its place, in order."""
    taken = {one.id for one in context.portal.information}
    moved = {old: one.id for one in context.portal.information for old in one.old_ids if old not in taken}
    return sorted(moved.items())


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page that stands where an entry stood."""
    entry = context.portal.information_by_id[spec.key]
    has_moved = spec.number == MOVED and not entry.withdrawn
    blocks = _moved(context, entry) if has_moved else _withdrawn(context, entry)
    title = "entry.moved_title" if has_moved else "entry.withdrawn_title"
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.LIST),
        context.words(title, title=entry.title),
        blocks,
        updated=spec.updated,
        index=False,
        source=entry.origin.path,
    )


def _moved(context: Context, entry: InformationEntry) -> Iterator[Block]:
    words = context.words
    yield Notice(words("entry.moved"), words("entry.moved_text"), links=(Link(entry.title, urls.entry(entry.id)),))


def _withdrawn(context: Context, entry: InformationEntry) -> Iterator[Block]:
    words, withdrawn = context.words, entry.withdrawn
    if withdrawn is None:
        return
    yield Notice(words("entry.withdrawn"), withdrawn.reason, WARNING)
    yield Facts((
        fact(context, "withdrawn_on", day_words(words, withdrawn.day)),
        fact(context, "replaced_by", _replacement(context, withdrawn.replacement)),
        fact(context, "identifier", entry.id),
    ))  # fmt: skip
    yield Links((Link(words("menu.list"), urls.LIST), Link(words("entry.request_it"), urls.REQUEST)))


def _replacement(context: Context, replacement: str | None) -> str | Link:
    if replacement is None:
        return context.words("entry.no_replacement")
    entry = context.portal.information_by_id.get(replacement)
    return Link(entry.title, urls.entry(entry.id)) if entry else replacement


FAMILY = Family("tombstones", items, compose)
