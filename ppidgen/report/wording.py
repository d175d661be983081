"""Sentences of the rulebook with their places filled from a finding.

A place is `{name}`; a word after a colon says how the value is written: `{keys:dan}` joins a list (its items
stand between ", ") with that word, `{fault:kata}` looks up the page's own term, `{help:utuh}` is not cut short.
What officers wrote passes through `shown`, wherever it comes from.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ppidgen.diagnostics.shown import shown
from ppidgen.model.rulebook import Wording

BETWEEN = ", "
LONGEST_WHOLE = 600
MOST_ITEMS = 40

_PLACE = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}")


def say(alternatives: Iterable[str], data: Mapping[str, str], wording: Wording) -> str:
    """Fill the first alternative whose places all have a value, else the last one."""
    sentence = ""
    for sentence in alternatives:
        if all(data.get(name) for name, _ in _places(sentence)):
            break
    return _PLACE.sub(lambda place: _filled(place, data, wording), sentence) if _places(sentence) else sentence


@cache  # the sentences are those of the rulebook
def _places(sentence: str) -> Sequence[tuple[str, str]]:
    """Give name and manner of each place of a sentence."""
    return tuple(_PLACE.findall(sentence))


def unfilled(sentence: str) -> str:
    """Give a sentence as the rulebook's reader sees it, with an ellipsis in each place."""
    return _PLACE.sub("…", sentence)


def listed(items: Iterable[str], word: str) -> str:
    """Join items as prose does: "a", "a dan b", "a, b, dan c"."""
    parts = [shown(item) for item in items]
    if len(parts) > MOST_ITEMS:
        parts = [*parts[:MOST_ITEMS], "…"]
    if len(parts) <= 2:  # noqa: PLR2004 - two items take no comma
        return f" {word} ".join(parts)
    return f"{BETWEEN.join(parts[:-1])}{BETWEEN}{word} {parts[-1]}"


def _filled(place: re.Match[str], data: Mapping[str, str], wording: Wording) -> str:
    name, how = place[1], place[2]
    if name not in data:
        return place[0]
    value = data[name]
    match how:
        case None:
            return shown(value)
        case "kata":
            return wording.terms.get(value) or shown(value)
        case "utuh":
            return shown(value, LONGEST_WHOLE)
        case _:
            items = (wording.terms.get(item, item) for item in value.split(BETWEEN))
            return listed(items, how)
