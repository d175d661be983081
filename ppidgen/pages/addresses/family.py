"""Families of pages: each says which pages there are, cheaply, and how one of them is composed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from ppidgen.model.context import Context, Same
from ppidgen.model.pages.page import Page
from ppidgen.pages.addresses.quiet import quiet


class Spec(NamedTuple):
    """One page to come: where it stands and of what it speaks.

    `updated` (ISO day, "" unknown) goes into the site map; a page that is not `listed` stays out of it.
    """

    address: str
    key: str = ""
    number: int = 0
    updated: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Family:
    """Pages made alike: `items` are cheap and picklable, `compose` makes one page of one item.

    `made_of`, where a family has it, gives quickly what a page is made of besides what all pages share (units,
    services, law, words, the set of addresses …): while it is unchanged the page need not even be composed. The pages
    of a family without it stand until anything changes but the long text of an entry, of which they show nothing.
    `text_of` gives what stands for the record whose long text a page does show; a family without it shows none.

    Its pages are composed from the quiet half of the portal (`quiet`), unless it is a family that speaks of
    announcements or of how duties stand: one that `is_whole`.
    """

    name: str
    items: Callable[[Context], Sequence[Spec]]
    compose: Callable[[Context, Spec], Page]
    made_of: Callable[[Context, Spec], bytes] | None = None
    text_of: Callable[[Context, Spec], str] | None = None
    is_whole: bool = False


def quietly(family: Family) -> Family:
    """Let the pages of a family be composed from the quiet half of whatever portal they are of.

    Which pages there are is asked for the pages themselves, the site map and the folders above them: it is found once.
    """
    made_of, text_of = family.made_of, family.text_of

    @lru_cache(maxsize=4)  # as many as a portal has languages
    def items(same: Same) -> Sequence[Spec]:
        return tuple(family.items(same.context))

    return replace(
        family,
        items=lambda context: items(Same(quiet(context))),
        compose=lambda context, spec: family.compose(quiet(context), spec),
        made_of=(lambda context, spec: made_of(quiet(context), spec)) if made_of else None,
        text_of=(lambda context, spec: text_of(quiet(context), spec)) if text_of else None,
    )
