"""Faults in what is said in further languages."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.portal.registers import SITE
from ppidgen.rules.rule import Rule


def translation_unpublished(context: Context) -> Iterator[Finding]:
    """Tell a translation into a language in which the portal does not speak."""
    spoken = {one.value for one in context.portal.site.further_languages}
    for language, record in context.portal.translations:
        if language not in spoken:
            yield Finding("BHS004", record.origin.start, {"language": language})


RULES = (Rule("BHS004", (SITE,), translation_unpublished),)
