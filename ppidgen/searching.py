"""From what workers found on the pages to the search index of the site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from ppidgen.model.public import PublicContext
from ppidgen.pages.editions import editions
from ppidgen.publish.search import Findable, Index, Progress, search_index, together
from ppidgen.publish.search_record import SearchRecord, TextOf, record_of
from ppidgen.workshop import Batch, compose_all, specs


def search_records(context: PublicContext) -> Iterator[SearchRecord]:
    """Give what search knows of each page that can be found."""
    return (record for page in compose_all(context) if (record := record_of(page)))


def index_of(
    context: PublicContext,
    batches: Iterable[Batch],
    text_of: TextOf,
    folder: str,
    *,
    processes: int,
    progress: Progress,
) -> Index:
    """Index what workers found; a page that they took over is composed only if it must be indexed again.

    `folder` keeps what earlier runs indexed.
    """
    found = {address: (digest, record) for batch in batches for address, digest, record in batch.found}
    items = cache(partial(specs, context))

    def record(address: str) -> SearchRecord:
        known = found[address][1]
        if known is None:
            family, spec = items()[address]
            known = record_of(family.compose(context, spec))
        if known is None:
            raise RuntimeError(f"{address} was to be found and is not")
        return known

    digests = {address: digest for address, (digest, _) in found.items()}
    make = partial(search_index, processes=processes, progress=progress)
    return _in_all_languages(context, Findable(digests, record, text_of), folder, make)


def index_among(context: PublicContext, text_of: TextOf, folder: str) -> Index:
    """Index all pages of a portal that nobody has composed yet."""
    return _in_all_languages(context, Findable.among(search_records(context), text_of), folder, search_index)


def _in_all_languages(context: PublicContext, findable: Findable, folder: str, make: Callable[..., Index]) -> Index:
    """Make an index for each language of the portal."""
    spoken = {one.edition.prefix + "/": one.edition.language for one in editions(context)}
    parts: dict[str, dict[str, str]] = {}
    for address, digest in findable.digests.items():
        language = next((own for prefix, own in spoken.items() if address.startswith(prefix)), context.words.language)
        parts.setdefault(language, {})[address] = digest
    return together(
        [make(replace(findable, digests=part), folder, language=language) for language, part in parts.items()], folder
    )
