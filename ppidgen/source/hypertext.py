"""HTML read as a browser reads it: tags, and the words between them.

The standard library's reader raises at `<![x[`, takes the square of the time for tags that are not closed (an hour for
one cell of an import), and hides behind half a comment what a browser runs. This one goes forward only; each text has a
reading (WHATWG HTML, 13.2.5), whoever wrote it.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple


class Opening(NamedTuple):
    """The tag that begins an element, in lower case, its attributes in their order; of two of one name the first."""

    tag: str
    attributes: dict[str, str]


class Closing(NamedTuple):
    """The tag that ends an element."""

    tag: str


class Words(NamedTuple):
    """What stands between tags; of a script or style sheet its code."""

    text: str


_MARKUP = re.compile(r"<(?=[a-zA-Z!?/])")
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS = re.compile(r"<[!?/][^>]*+(?:>|\Z)")  # a comment too, whatever its author thought it was
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = re.compile(r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?""")
_END = re.compile(r"([\s/]*+)>")
# Within these a browser looks for nothing but their end.
_CODE = frozenset("script style xmp iframe noembed noframes".split())
_TEXTS = frozenset(("title", "textarea"))


def read(html: str) -> Iterator[Opening | Closing | Words]:
    """Give tags and words in their order; a comment that is not closed lasts to the end, a torn tag is words."""
    at, end = 0, len(html)
    while at < end:
        found = _MARKUP.search(html, at)
        start = found.start() if found else end
        if start > at:
            yield Words(unescape(html[at:start]))
        at = start
        if not found:
            return
        if tag := _TAG.match(html, at):
            name, attributes, at, is_empty = _tag(html, tag)
            if at < 0:
                yield Words(unescape(html[start:]))
                return
            yield Closing(name) if tag[1] else Opening(name, attributes)
            if not tag[1] and not is_empty and name in _CODE | _TEXTS:
                start, at = at, _end_of(name, html, at)
                yield Words(html[start:at] if name in _CODE else unescape(html[start:at]))
        else:
            comment = _COMMENT.match(html, at) or _BOGUS.match(html, at)
            at = comment.end() if comment else end


def _tag(html: str, tag: re.Match[str]) -> tuple[str, dict[str, str], int, bool]:
    """Read a tag to its end; gives where it ends, -1 where it does not, and whether it says that it is empty."""
    attributes: dict[str, str] = {}
    at = tag.end()
    while found := _ATTRIBUTE.match(html, at):
        value = next((one for one in found.groups()[1:] if one is not None), "")
        attributes.setdefault(found[1].lower(), unescape(value))
        at = found.end()
    ended = _END.match(html, at)
    return tag[2].lower(), attributes, ended.end() if ended else -1, bool(ended and "/" in ended[1])


def _end_of(name: str, html: str, at: int) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, at)
    return found.start() if found else len(html)
