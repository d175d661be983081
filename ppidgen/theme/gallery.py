"""All components of a theme on one page, made from their own examples."""

from itertools import groupby
from operator import attrgetter

from ppidgen.model.pages.page import Page, Section
from ppidgen.theme.examples import Example, examples_of
from ppidgen.theme.load import Theme

ADDRESS = "/galeri/"


def gallery(theme: Theme, language: str = "id") -> Page:
    """Give the page that shows every example under the name of its component."""
    groups = groupby(examples_of(theme), key=attrgetter("kind"))
    return Page(
        address=ADDRESS,
        type="naskah",
        title=theme.chrome[language].words["contoh"],
        eyebrow=f"{theme.name} {theme.version}",
        blocks=tuple(_component(kind, tuple(examples)) for kind, examples in groups),
        index=False,
        language=language,
    )


def _component(kind: str, examples: tuple[Example, ...]) -> Section:
    shown = (Section(example.name, f"{kind}-{example.name}", (example.block,)) for example in examples)
    return Section(kind, f"komponen-{kind}", tuple(shown))
