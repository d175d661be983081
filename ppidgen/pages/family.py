"""Families of pages: each says which pages there are, cheaply, and how one of them is composed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ppidgen.model.context import Context
from ppidgen.model.page import Page


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
    """

    name: str
    items: Callable[[Context], Sequence[Spec]]
    compose: Callable[[Context, Spec], Page]
    made_of: Callable[[Context, Spec], bytes] | None = None
