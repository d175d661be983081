"""HTML reduced to what CommonMark says of it, so that our markup can be held against another renderer's."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import html5lib

from ppidgen.theme.markdown import MarkdownRenderer, MarkdownStyle

STYLE = MarkdownStyle(
    external_words="situs lain",
    table_words="Tabel",
    external="luar",
    hidden="tersembunyi",
    scroll="gulir",
    typed="mentah",
    aligned={"left": "kiri", "center": "tengah", "right": "kanan"},
)
KEPT = ("href", "src", "alt", "title", "start")
INLINE = frozenset("a em strong s code img br span".split())
# Levels are shifted, an empty heading cell heads nothing, and others write <del>.
SAME = {**{f"h{level}": "h" for level in range(1, 7)}, "th": "td", "del": "s"}


def ours(text: str) -> str:
    return str(MarkdownRenderer("/", STYLE).render(text, 1, set()))


def plain(html: str) -> list[str]:
    """Give the tags and texts, without what only our theme adds and without white space that nobody sees."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    tokens: list[str] = []
    for token in _tokens(tree, preformatted=False):
        if not token.startswith("<") and tokens and not tokens[-1].startswith("<"):
            tokens[-1] += token
        else:
            tokens.append(token)
    return list(_without_unseen_space(tokens))


def _tokens(node: ET.Element, *, preformatted: bool) -> Iterator[str]:
    name = SAME.get(node.tag, node.tag)
    added = node.tag == "DOCUMENT_FRAGMENT" or node.get("class") in {STYLE.scroll, STYLE.hidden}
    if not added:
        kept_attributes = (f" {key}={node.attrib[key]!r}" for key in KEPT if key in node.attrib)
        yield f"<{name}{''.join(kept_attributes)}{_language(node)}>"
    if node.get("class") != STYLE.hidden:
        kept = preformatted or node.tag == "pre"
        yield from _text(node.text, preformatted=kept)
        for child in node:
            yield from _tokens(child, preformatted=kept)
            yield from _text(child.tail, preformatted=kept)
    if not added:
        yield f"</{name}>"


def _language(node: ET.Element) -> str:
    name = node.get("class", "")
    return f" class={name!r}" if name.startswith("language-") else ""


def _text(text: str | None, *, preformatted: bool) -> Iterator[str]:
    if text:  # "<" opens a tag in our list alone, so a text's own is written otherwise
        shown = text.replace("<", "‹")
        yield shown.rstrip("\n").replace("\n", "⏎").replace(" ", "·") if preformatted else shown


def _without_unseen_space(tokens: list[str]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token.startswith("<"):
            yield token
            continue
        text = " ".join(f"x{token}x".split())[1:-1]
        if at == 0 or _block(tokens[at - 1]):
            text = text.lstrip()
        if at == len(tokens) - 1 or _block(tokens[at + 1]):
            text = text.rstrip()
        if text:
            yield text


def _block(token: str) -> bool:
    return token.strip("</>").split()[0] not in INLINE or token.startswith("<br")
