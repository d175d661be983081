"""Structured data (schema.org) for the pages, as JSON-LD."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Link


def json_text(value: Mapping[str, Any]) -> str:
    """Encode JSON-LD so that no text in it can end the element it stands in."""
    return orjson.dumps(value).decode().replace("<", "\\u003c")


def absolute(context: Context, address: str) -> str:
    """Give the whole address of a page, "" where the portal's own is not known."""
    placed = context.edition.place(address) if context.edition else address
    return context.base_url + placed[1:] if context.base_url else ""


def steps_of(context: Context, trail: Iterable[Link]) -> tuple[Mapping[str, object], ...]:
    """Give the links of a trail as schema.org names them."""
    steps = []
    for position, link in enumerate(trail, start=1):
        step: dict[str, object] = {"@type": "ListItem", "position": position, "name": link.text}
        if context.base_url:
            step["item"] = absolute(context, link.address)
        steps.append(step)
    return tuple(steps)


def breadcrumb_list(steps: tuple[Mapping[str, object], ...], title: str) -> Mapping[str, Any]:
    """Give the crumbs of a page: the steps that lead to it, and the page itself."""
    last = {"@type": "ListItem", "position": len(steps) + 1, "name": title}
    return {"@type": "BreadcrumbList", "itemListElement": [*steps, last]}
