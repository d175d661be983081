"""What a site holds beside its pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DataFile:
    """A file that is not a page: feeds, open data, robots.txt; `path` is relative to the site."""

    path: str
    content: bytes
