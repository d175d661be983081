"""The other forms in which the key pages are offered (Perki 1/2021 Pasal 48(4)-(5): audio, visual and/or braille)."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import ServiceKind
from ppidgen.model.pages.page import Block, Facts, Link, Links, Prose, Text
from ppidgen.model.pages.page_terms import DOWNLOADS
from ppidgen.model.records.parts import Contact
from ppidgen.model.records.service import Procedure, ServiceCharter
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.contact import contact_facts, hours_blocks
from ppidgen.pages.parts.frame import section

# The pages without which nobody can use the service.
KEY_PAGES = (urls.CHARTER, urls.REQUEST, urls.OBJECTION, urls.CONTACT)
_KIND_OF = {
    urls.CHARTER: ServiceKind.CHARTER, urls.REQUEST: ServiceKind.REQUEST, urls.OBJECTION: ServiceKind.OBJECTION,
}  # fmt: skip


def plain_language(context: Context, address: str) -> tuple[Block, ...]:
    """Give a key page in plain language: what officers wrote, or the ways to reach them; nothing where nobody wrote."""
    if address == urls.CONTACT:
        return tuple(_ways(context))
    written = _written(context, address)
    return (Prose(written),) if written else ()


def _ways(context: Context) -> Iterator[Block]:
    words, body = context.words, context.portal.body
    contact = body.contact
    for key, address, some in (
        ("come", body.address, Contact()),
        ("call", None, Contact(phone=contact.phone, whatsapp=contact.whatsapp)),
        ("write", None, Contact(email=contact.email)),
    ):
        if facts := contact_facts(context, address, some):
            yield Text(words(f"forms.contact_{key}"))
            yield Facts(facts)
            if address:
                yield from hours_blocks(context)


def _written(context: Context, address: str) -> str:
    kind = _KIND_OF.get(address)
    found = (
        one.plain
        for one in context.portal.services
        if isinstance(one, Procedure | ServiceCharter) and kind is not None and one.kind == kind.value
    )
    return next((text for text in found if text), "")


def other_forms(context: Context, address: str) -> Iterator[Block]:
    """Lead to the large-print, plain-language, text and braille forms of a key page; nothing for other pages."""
    if address not in KEY_PAGES:
        return
    words = context.words
    links = [Link(words("forms.large"), urls.large_print(address))]
    if plain_language(context, address):
        links.append(Link(words("forms.plain"), urls.plain_language(address)))
    links += [
        Link(words("forms.text"), urls.as_text(address), file_note(context, "TXT")),
        Link(words("forms.braille"), urls.as_braille(address), file_note(context, "BRF")),
    ]
    if context.portal.site.print_kit:
        note = file_note(context, "PDF")
        links += [Link(words("forms.leaflet"), urls.LEAFLET, note), Link(words("forms.poster"), urls.POSTER, note)]
    yield section(words("forms.title"), (Links(tuple(links), style=DOWNLOADS),))


def file_note(context: Context, kind: str) -> str:
    """Say what kind of file a form is, and in a further language that it speaks the main one: it is made only once."""
    return context.words("forms.file", kind=kind)
