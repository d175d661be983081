"""Pictures that make the first view of a page too heavy for a slow connection."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.shown import shown
from ppidgen.model.context import Context
from ppidgen.model.portal.registers import SITE
from ppidgen.rules.rule import Rule
from ppidgen.rules.weights import FIRST_VIEW, kilobytes

# Bytes of a first view with its images, and what that leaves for them.
WITH_IMAGES = 100_000
IMAGES = WITH_IMAGES - FIRST_VIEW


def image_too_heavy(context: Context) -> Iterator[Finding]:
    """Tell a logo, which stands on every page, or a picture of news that by itself makes a first view too heavy."""
    portal = context.portal
    named = [(portal.site.logo, portal.site, "logo"), *((one.image, one, "image") for one in portal.news)]
    for file, record, attribute in named:
        facts = portal.facts.get(file or "")
        if facts is not None and facts.size > IMAGES:
            data = {"value": shown(file or ""), "size": kilobytes(facts.size), "most": kilobytes(IMAGES)}
            yield Finding("SIT021", record.span(attribute), data)


RULES = (Rule("SIT021", (SITE,), image_too_heavy),)
