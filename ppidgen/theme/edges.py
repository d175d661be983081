"""Where the warnings stand on a page, and whether a theme lets them be changed without drawing the page again."""

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

# What stands between two of these is the same on every page of one language: the warnings in force.
MARK = "<!--!-->"
_EDGE = MARK.encode()
_PARTS = 3  # before, between and behind two marks


def edges(html: bytes) -> tuple[int, int] | None:
    """Give where the warnings stand on a page; a search for bytes takes a fifth of what an expression does."""
    first = html.find(_EDGE)
    start = first + len(_EDGE)
    end = html.find(_EDGE, start)
    return (start, end) if first >= 0 and end >= 0 else None


def is_same_on_every_page(room: Environment, layout: str) -> bool:
    """Say whether nothing between the marks of a layout asks which page it stands on, as a theme of others might."""
    parts = layout.split(MARK)
    if len(parts) != _PARTS:
        return False
    try:
        between = room.parse(parts[1])
    except TemplateSyntaxError:  # a mark stands within a block
        return False
    asked = find_undeclared_variables(between) - room.globals.keys() - _imported(room.parse(layout))
    return not asked and not _lets_others_see(between)


def _lets_others_see(between: nodes.Template) -> bool:
    """Say whether another file is brought in that sees what the layout sees."""
    included = any(one.with_context for one in between.find_all(nodes.Include))
    imported = any(one.with_context for one in between.find_all(nodes.Import))
    return included or imported or any(one.with_context for one in between.find_all(nodes.FromImport))


def _imported(layout: nodes.Template) -> set[str]:
    """Name the macros of other files that a layout uses and that do not see what it sees."""
    found = (one for one in layout.find_all(nodes.FromImport) if not one.with_context)
    return {name if isinstance(name, str) else name[1] for one in found for name in one.names}
