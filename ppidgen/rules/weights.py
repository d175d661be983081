"""Pages that are too heavy for a slow connection, and the part of each that weighs most."""

from collections.abc import Iterable, Iterator

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.shown import shown
from ppidgen.model.body import Site
from ppidgen.model.context import Context
from ppidgen.model.keys import key_of
from ppidgen.model.portal import Portal
from ppidgen.model.registers import SITE
from ppidgen.model.weight import STYLE, Weight
from ppidgen.rules.rule import Rule

# Bytes on the wire: of a first view without its images and with them, of an entry without fonts, of the style sheet.
FIRST_VIEW, WITH_IMAGES, ENTRY, STYLES = 50_000, 100_000, 25_000, 12_000
IMAGES = WITH_IMAGES - FIRST_VIEW


def too_heavy(weights: Iterable[Weight], portal: Portal, entries: str) -> Iterator[Finding]:
    """Tell pages over their budget, entries being those below the path `entries`; and a style sheet over its own."""
    told: set[str] = set()
    for one in weights:
        entry = one.path.startswith(entries)
        whole, most = (one.without_fonts, ENTRY) if entry and one.without_fonts > ENTRY else (one.whole, FIRST_VIEW)
        if whole > most:
            kind, name, size = one.heaviest
            key = {} if entry else {"key": key_of(Site, "per_page")}
            data = {"size": _kilobytes(whole), "most": _kilobytes(most), "part": kind, "part_size": _kilobytes(size)}
            place = _source(portal, one.path.removeprefix(entries).removesuffix("/index.html")) if entry else None
            yield Finding(
                "SIT020", place or Span(f"/{one.path}"), {**data, **key, "page": f"/{one.path}", "name": name}
            )
        for kind, name, size in one.parts:
            if kind == STYLE and size > STYLES and name not in told:
                told.add(name)
                yield Finding("SIT022", Span(f"/{name}"), {"size": _kilobytes(size), "most": _kilobytes(STYLES)})


def _source(portal: Portal, entry_id: str) -> Span | None:
    return next((one.origin.start for one in portal.information if one.id.lower() == entry_id), None)


def image_too_heavy(context: Context) -> Iterator[Finding]:
    """Tell a logo, which stands on every page, or a picture of news that by itself makes a first view too heavy."""
    portal = context.portal
    named = [(portal.site.logo, portal.site, "logo"), *((one.image, one, "image") for one in portal.news)]
    for file, record, attribute in named:
        facts = portal.facts.get(file or "")
        if facts is not None and facts.size > IMAGES:
            data = {"value": shown(file or ""), "size": _kilobytes(facts.size), "most": _kilobytes(IMAGES)}
            yield Finding("SIT021", record.span(attribute), data)


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1000)} kB"


RULES = (Rule("SIT021", (SITE,), image_too_heavy),)
