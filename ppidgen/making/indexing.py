"""From what workers found on the pages to the search index of the site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from ppidgen.diagnostics.progress import Progress
from ppidgen.making.batches import Batch
from ppidgen.making.workers import compose_all, specs
from ppidgen.model.public.whole import PublicContext
from ppidgen.pages import data_files
from ppidgen.pages.addresses import urls
from ppidgen.pages.editions import editions
from ppidgen.publish import offline
from ppidgen.publish.search import Findable, Index, search_index, together
from ppidgen.publish.search_record import SearchRecord, TextOf, record_of
from ppidgen.source import package_data


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


def index_among(context: PublicContext, text_of: TextOf, folder: str, progress: Progress) -> Index:
    """Index all pages of a portal that nobody has composed yet; each is told as one of the stage "compose"."""

    def composed() -> Iterator[SearchRecord]:
        for number, record in enumerate(search_records(context), start=1):
            progress("compose", number, 0)
            yield record

    make = partial(search_index, progress=progress)
    return _in_all_languages(context, Findable.among(composed(), text_of), folder, make)


def language_of(context: PublicContext, address: str) -> str:
    """Give the language of the edition that an address belongs to."""
    spoken = (one.edition for one in editions(context))
    return next((one.language for one in spoken if address.startswith(f"{one.prefix}/")), context.words.language)


def _in_all_languages(context: PublicContext, findable: Findable, folder: str, make: Callable[..., Index]) -> Index:
    """Make an index for each language of the portal; warnings are indexed apart from all else."""
    parts: dict[str, dict[str, str]] = {}
    for address, digest in findable.digests.items():
        parts.setdefault(language_of(context, address), {})[address] = digest
    prefixes = {one.edition.language: one.edition.prefix for one in editions(context)}
    indexes = [
        make(
            replace(findable, digests=part),
            folder,
            language=language,
            apart=prefixes.get(language, "") + urls.ANNOUNCEMENTS,
        )
        for language, part in parts.items()
    ]
    return together(indexes, folder)


def offline_files(context: PublicContext, text_of: TextOf) -> dict[str, bytes]:
    """Give the files by which a bundle is searched and deadlines are looked up without a server, in each language."""
    words, tables = urls.SEARCH_WORDS.removeprefix("/"), urls.DEADLINES_JSON.removeprefix("/")
    data = {file.path: file.content for file in data_files(context) if file.path.endswith((words, tables))}
    dictionaries = {path: content for path, content in data.items() if path.endswith(words)}
    records: dict[str, list[SearchRecord]] = {}
    for record in search_records(context):
        records.setdefault(language_of(context, record.url), []).append(record)
    found = {
        f"{path.removesuffix(words)}{offline.INDEX}": offline.index_script(
            records.get(language_of(context, f"/{path}"), []), content, text_of
        )
        for path, content in dictionaries.items()
    }
    found |= {
        offline.as_script(path): offline.table_script(path, content, context.base_url)
        for path, content in data.items()
        if path.endswith(tables)
    }
    return found | {name: package_data.read_bytes(name) for name in package_data.names(offline.ENGINE[:-1])}
