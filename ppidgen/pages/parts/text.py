"""Plain text from what officers write, and the order in which Indonesian readers look titles up."""

import re
import unicodedata
from collections.abc import Iterator

from ppidgen.model.language.tongue import bare, closed
from ppidgen.pages.addresses import urls
from ppidgen.source.commonmark import named, parse, too_long

_LEADING = re.compile(r"^[^0-9a-z]+")
_SHORT = 160
# Without these a text is as plain as it can be; nearly every summary is.
_MARK = re.compile(r"[*`~\[\]#>|\\_&]")
_UNDERLINES = ("--", "==")
# The end of a sentence before another. What stops after one or two letters is an abbreviation: "dr.", "No.", "S.T.".
# What begins with one of a few signs is searched for three times as fast as a space with these before it.
_SENTENCE_END = re.compile(r"[.!?](?<=\w{3}.)(?= [A-Z])")
_WITHIN_WORDS = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})


def sort_key(title: str) -> str:
    """Give the key by which titles are ordered: letters alike in any case, opening punctuation ignored."""
    key = bare(title).casefold()
    if not key.isascii():
        key = "".join(sign for sign in unicodedata.normalize("NFKD", key) if not unicodedata.combining(sign))
    return key if key[:1].isalnum() else _LEADING.sub("", key)


def letter_of(title: str) -> str:
    """Give the list letter of a title: a to z, "0-9", or the rest."""
    first = sort_key(title)[:1]
    if "a" <= first <= "z":
        return first
    return "0-9" if first.isdecimal() else urls.OTHER_LETTERS


def plain(markdown: str) -> str:
    """Give the words that readers see of a Markdown text, without its marks, on one line.

    What is a mark in one place is a word in another ("nilai > Rp200 juta", "[draf]"), which only its parser can tell.
    """
    is_bare = not _MARK.search(markdown) and not any(line in markdown for line in _UNDERLINES)
    if is_bare or too_long(markdown):
        return " ".join(markdown.split())
    return " ".join("".join(_seen(markdown)).split())


def _seen(markdown: str) -> Iterator[str]:
    parsed = parse(markdown)
    numbers: list[int | None] = []  # that of the item to come, for each list around it
    for event, _ in parsed.events:
        step, content = named(event)
        if step not in {"Start", "End"}:
            yield " " if content is None else parsed.restored(content)
            continue
        kind, detail = named(content)
        if kind == "List":
            numbers = [*numbers, detail] if step == "Start" else numbers[:-1]
        elif kind == "Item" and step == "Start":
            yield _item_mark(numbers)
        elif kind not in _WITHIN_WORDS and step == "End":
            yield " "


def _item_mark(numbers: list[int | None]) -> str:
    number = numbers[-1]
    if number is None:
        return " - "
    numbers[-1] = number + 1
    return f" {number}. "


def short(text: str, most: int = _SHORT) -> str:
    """Cut plain text so that it fits: after a sentence where half of it is left, else at a word.

    It fits a search result, unless `most` says otherwise.
    """
    if len(text) <= most:
        return text
    ends = [end.end() for end in _SENTENCE_END.finditer(text, most // 2 - 1, most + 1)]
    if ends:
        return closed(text[: ends[-1]])
    return closed(text[:most].rsplit(" ", 1)[0].rstrip(",;:-") + "…")
