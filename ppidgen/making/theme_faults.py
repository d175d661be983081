"""What a theme lacks, and what its templates would put on pages that must not stand there."""

from collections.abc import Iterator
from pathlib import PurePath

from ppidgen.diagnostics import Finding
from ppidgen.duties.known_data import known_data
from ppidgen.making.rendering import rendering_of
from ppidgen.model.context import Context
from ppidgen.model.public.whole import PublicContext
from ppidgen.pages import shells
from ppidgen.pages.editions import whole_languages
from ppidgen.publish import last_look
from ppidgen.theme.load import Theme
from ppidgen.theme.location import built_in
from ppidgen.theme.missing import missing_words


def theme_faults(theme: Theme, folder: PurePath, context: Context, public: PublicContext) -> Iterator[Finding]:
    """Tell the words that the theme in a folder lacks, and personal data that its templates would put on pages.

    Of a theme of others every template is tried, also one that no page needs yet.
    """
    if folder != built_in():
        rendering_of(theme, shells(public)).renderer.compile_all()
    yield from missing_words(theme, folder.as_posix(), whole_languages(public))
    private = last_look.private_templates(theme.files.items(), folder.as_posix(), known_data(context.portal))
    yield from last_look.findings(private, context.portal)
