"""The key pages in large print, in plain language, as text and as braille."""

from collections.abc import Iterator
from dataclasses import replace

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Page, Text
from ppidgen.model.pages.page_terms import LARGE_PAGE, NOTE, PROSE_PAGE
from ppidgen.model.public.data_file import DataFile
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import TRAILS
from ppidgen.pages.body import nodes
from ppidgen.pages.parts.frame import Place, page
from ppidgen.pages.parts.other_forms import KEY_PAGES, other_forms, plain_language
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.parts.wording import day_words
from ppidgen.pages.renderings.as_text import text_of
from ppidgen.pages.renderings.braille import braille_of


def items(context: Context) -> tuple[Spec, ...]:
    """Give the large-print page of each key page, and the plain-language page where officers wrote one."""
    large = (Spec(urls.large_print(at), at, 0, listed=False) for at in KEY_PAGES)
    plain = (Spec(urls.plain_language(at), at, 1) for at in KEY_PAGES if plain_language(context, at))
    return (*large, *plain)


def compose(context: Context, spec: Spec) -> Page:
    """Compose one of them."""
    if spec.number:
        return _plain(context, spec)
    source = _source(context, spec.key)
    return replace(
        source,
        address=spec.address,
        title=context.words("blank.in_large", form=source.title),
        type=LARGE_PAGE,
        crumbs=(),
        index=False,
        search=None,
    )


def _plain(context: Context, spec: Spec) -> Page:
    words = context.words
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, spec.key),
        words("forms.plain_title", title=_title(context, spec.key)),
        (*plain_language(context, spec.key), Text(words("forms.plain_note"), NOTE)),
        lead=words("forms.plain_lead"),
    )


def _title(context: Context, address: str) -> str:
    return context.words(f"menu.{TRAILS[address][-1].key}")


def _source(context: Context, address: str) -> Page:
    return nodes.compose(context, next(spec for spec in nodes.items(context) if spec.address == address))


def _alone(context: Context, address: str) -> Page:
    """Give a key page without the ways to its other forms: in a file they lead nowhere."""
    source, others = _source(context, address), tuple(other_forms(context, address))
    return replace(source, blocks=tuple(block for block in source.blocks if block not in others))


def data_files(context: Context) -> Iterator[DataFile]:
    """Give each key page as text and as a braille-ready file, with whose it is and of which day."""
    words = context.words
    head, made = f"{context.portal.body.name}\n\n", words("forms.made", day=day_words(words, context.standing.as_of))
    for address in KEY_PAGES:
        foot = "\n" + "\n".join(part for part in (made, absolute(context, address)) if part) + "\n"
        source = _alone(context, address)
        yield DataFile(urls.as_text(address)[1:], ("\ufeff" + head + text_of(source) + foot).encode())
        whole = head + text_of(source, 0) + foot + "\n" + words("forms.braille_note")
        yield DataFile(urls.as_braille(address)[1:], braille_of(whole).encode("ascii"))


FAMILY = Family("alternatives", items, compose)
