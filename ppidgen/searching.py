"""From what workers found on the pages to the search index of the site."""

from collections.abc import Iterable, Iterator
from functools import cache, partial

from ppidgen.model.public import PublicContext
from ppidgen.publish.search import Findable, Index, Progress, search_index
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
    language = context.words.language
    return search_index(
        Findable(digests, record, text_of), folder, language=language, processes=processes, progress=progress
    )
