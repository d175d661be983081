"""Pages that are too heavy for a slow connection, and the part of each that weighs most."""

from collections.abc import Iterable, Iterator

from ppidgen.diagnostics import Finding, Span
from ppidgen.model.elements.keys import key_of
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import Site
from ppidgen.model.weight import STYLE, Weight

# Bytes on the wire: of a first view without its images, of an entry without fonts, of the style sheet.
FIRST_VIEW, ENTRY, STYLES = 50_000, 25_000, 12_000


def too_heavy(weights: Iterable[Weight], portal: Portal, entries: str) -> Iterator[Finding]:
    """Tell pages over their budget, entries being those below the path `entries`; and a style sheet over its own."""
    told: set[str] = set()
    for one in weights:
        entry = one.path.startswith(entries)
        whole, most = (one.without_fonts, ENTRY) if entry and one.without_fonts > ENTRY else (one.whole, FIRST_VIEW)
        if whole > most:
            kind, name, size = one.heaviest
            key = {} if entry else {"key": key_of(Site, "per_page")}
            data = {"size": kilobytes(whole), "most": kilobytes(most), "part": kind, "part_size": kilobytes(size)}
            place = _source(portal, one.path.removeprefix(entries).removesuffix("/index.html")) if entry else None
            yield Finding(
                "SIT020", place or Span(f"/{one.path}"), {**data, **key, "page": f"/{one.path}", "name": name}
            )
        for kind, name, size in one.parts:
            if kind == STYLE and size > STYLES and name not in told:
                told.add(name)
                yield Finding("SIT022", Span(f"/{name}"), {"size": kilobytes(size), "most": kilobytes(STYLES)})


def _source(portal: Portal, entry_id: str) -> Span | None:
    return next((one.origin.start for one in portal.information if one.id.lower() == entry_id), None)


def kilobytes(size: int) -> str:
    """Write a weight as readers of a budget do; a budget that is broken by a byte is seen to be broken."""
    return f"{-(-size // 1000)} kB"
