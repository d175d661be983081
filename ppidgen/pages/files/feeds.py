"""Atom feeds (RFC 4287) of what is new: all of it, per category, per unit, news and announcements.

There is no clock here: a feed is as new as its newest entry. An entry without a day is left out, because a
feed can only tell when something came.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages.addresses import urls
from ppidgen.pages.news import news
from ppidgen.pages.parts.index import LATEST, index
from ppidgen.pages.parts.rows import last_day
from ppidgen.pages.parts.text import plain, short
from ppidgen.pages.parts.wording import iso
from ppidgen.source.xml_text import attribute, content

# RFC 4151 wants a day on which the body held its domain; any fixed day serves, as long as it never changes.
TAG_DAY = "2026"
NO_AUTHORITY = "portal.invalid"

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={language}>\n'


class Item(NamedTuple):
    """One entry of a feed."""

    title: str
    address: str
    day: str
    published: str
    summary: str
    category: str


def data_files(context: Context) -> Iterator[DataFile]:
    """Give all feeds but that of announcements."""
    known, words = index(context), context.words
    newest = known.latest
    yield _feed(context, urls.FEED, words("feed.all"), urls.LIST, _items(newest[:LATEST]))
    for category in Category:
        alike = (one for one in newest if one.category is category)
        title = known.feed_links[category.value].text
        yield _feed(context, urls.category_feed(category), title, urls.by_category(category), _items(alike))
    by_unit: dict[str, list[InformationEntry]] = {unit.id: [] for unit in known.told_units}
    for entry in newest:
        if entry.unit in by_unit and len(by_unit[entry.unit]) < LATEST:
            by_unit[entry.unit].append(entry)
    for unit, entries in by_unit.items():
        yield _feed(context, urls.unit_feed(unit), known.feed_links[unit].text, urls.unit(unit), _items(entries))
    yield _feed(context, urls.FEED_NEWS, words("feed.news"), urls.NEWS, _news(context))


def announcements(context: Context) -> Iterator[DataFile]:
    """Give the feed of announcements."""
    title = context.words("feed.announcements")
    yield _feed(context, urls.FEED_ANNOUNCEMENTS, title, urls.IMMEDIATE, _announcements(context))


def _items(entries: Iterable[InformationEntry]) -> Iterator[Item]:
    for entry in entries:
        summary = short(plain(entry.summary or ""))
        yield Item(
            entry.title, urls.entry(entry.id), last_day(entry), iso(entry.published), summary, entry.category.label
        )


def _news(context: Context) -> Iterator[Item]:
    for one in news.newest(context):
        summary = one.summary or short(plain(one.body or ""))
        yield Item(one.title, urls.news(one.id), iso(one.day), iso(one.day), summary, one.kind.label)


def _announcements(context: Context) -> Iterator[Item]:
    newest = sorted(context.portal.announcements, key=lambda one: (-one.starts.toordinal(), one.id))
    for one in newest:
        day = iso(one.starts)
        yield Item(one.title, urls.announcement(one.id), day, day, short(plain(one.instruction)), one.kind.label)


def _feed(context: Context, address: str, title: str, page: str, items: Iterable[Item]) -> DataFile:
    shown = list(islice(items, LATEST))
    updated = max((item.day for item in shown), default="") or iso(context.standing.as_of)
    lines = [
        _HEAD.format(language=attribute(context.words.language)),
        f"<id>{content(tag(context, address))}</id>\n<title>{_text(title)}</title>\n",
        f"<updated>{_moment(updated)}</updated>\n",
        f"<author><name>{_text(context.portal.body.name)}</name></author>\n",
        f"<link rel={attribute('self')} href={attribute(_href(context, address))}/>\n",
        f"<link href={attribute(_href(context, page))}/>\n",
        *(_entry(context, item) for item in shown),
        "</feed>\n",
    ]
    return DataFile(address[1:], "".join(lines).encode())


def _entry(context: Context, item: Item) -> str:
    published = f"<published>{_moment(item.published)}</published>\n" if item.published else ""
    summary = f"<summary>{_text(item.summary)}</summary>\n" if item.summary else ""
    return (
        f"<entry>\n<id>{content(tag(context, item.address))}</id>\n<title>{_text(item.title)}</title>\n"
        f"<updated>{_moment(item.day)}</updated>\n{published}"
        f"<link href={attribute(_href(context, item.address))}/>\n"
        f"<category term={attribute(_clean(item.category))}/>\n{summary}</entry>\n"
    )


def tag(context: Context, address: str) -> str:
    """Give the id of a page that stays the same whatever its words become."""
    host = urlsplit(context.base_url or context.portal.body.website or "").hostname or NO_AUTHORITY
    return f"tag:{host},{TAG_DAY}:{address}"


def _href(context: Context, address: str) -> str:
    return context.base_url + address[1:] if context.base_url else address


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return content(_clean(text))


def _clean(text: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return _NOT_IN_XML.sub("", text)
