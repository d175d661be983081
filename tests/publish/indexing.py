"""What tests need to make a search index of a few records."""

from collections.abc import Iterable
from pathlib import Path

from ppidgen.publish.search import Findable, Index, search_index
from ppidgen.publish.search_record import SearchRecord, TextOf, no_text


def index_of(
    records: Iterable[SearchRecord], cache: Path, text_of: TextOf = no_text, *, apart: str = "/pengumuman/"
) -> Index:
    """Index records as they are, two portions at once."""
    return search_index(Findable.among(records, text_of), str(cache), apart=apart, processes=2)


def files_of(index: Index) -> dict[str, bytes]:
    """Give every file of an index."""
    return {path: index.read(path) for path in index.places}
