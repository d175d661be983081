"""What the search page knows of words: stop words, phrases that mean the same, and the words of titles for spelling."""

from collections import Counter
from collections.abc import Mapping

import orjson

from ppidgen.model.context import Context
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.text.thesaurus import words_of
from ppidgen.pages.addresses import urls
from ppidgen.pages.dik.exemptions import in_force
from ppidgen.pages.parts.index import index

# Enough for a province; 6,000 words weigh about 20 KB on the wire and are loaded only where someone searches.
MOST_WORDS = 6_000
SHORTEST = 3


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Give the one file of the dictionary."""
    return (DataFile(urls.SEARCH_WORDS.removeprefix("/"), orjson.dumps(dictionary(context))),)


def dictionary(context: Context) -> Mapping[str, object]:
    """Give stop words, groups of like phrases, and the words of titles and summaries with how common each is.

    The weight of a word is one digit, the number of binary places of its count, at most 9.
    """
    counted = _counted(context)
    kept = sorted(sorted(counted, key=lambda word: (-counted[word], word))[:MOST_WORDS])
    return {
        "stop": context.thesaurus.stop,
        "alike": context.thesaurus.alike,
        "words": " ".join(kept),
        "weights": "".join(str(min(counted[word].bit_length(), 9)) for word in kept),
    }


def _counted(context: Context) -> Counter[str]:
    counted: Counter[str] = Counter()
    known = index(context)
    for entry in known.listed:
        counted.update(set(words_of(f"{entry.title} {known.gist(entry)}")))
    for texts in (
        (one.title for one in in_force(context)),
        (unit.name for unit in context.portal.units),
        (one.title for one in context.portal.news),
        (one.title for one in context.portal.articles),
        context.words.texts.values(),
        context.thesaurus.vocabulary,
    ):
        counted.update(word for text in texts for word in words_of(text))
    return Counter({word: n for word, n in counted.items() if len(word) >= SHORTEST and word.isalpha()})
