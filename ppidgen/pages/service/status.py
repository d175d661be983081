"""How far a request has come, for whoever holds its receipt code: a file named by the digest of the code.

The file holds the state and days, nothing else: no code, no unit, no subject. No page leads to it, and without the code
nobody can tell whose it is; the manifest lists its name as it lists every file.
"""

import hashlib
from collections.abc import Iterator

import orjson

from ppidgen.duties.case_course import day_of, events_of
from ppidgen.model.context import Context
from ppidgen.model.language.tongue import bare
from ppidgen.model.pages.lookup import Lookup
from ppidgen.model.pages.page import Block, Facts, Page, Text
from ppidgen.model.pages.page_terms import STATUS_PAGE
from ppidgen.model.pages.questions import Question
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.records.cases import DisputeCase, plain_receipt
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts.contact import contact_facts
from ppidgen.pages.parts.frame import Place, page, section


def data_files(context: Context) -> Iterator[DataFile]:
    """Give the file of every case that has a receipt code; that two share one is told of the cases themselves."""
    holders: dict[str, CaseStanding] = {}
    for one in context.standing.cases:
        if not isinstance(one.case, DisputeCase) and one.case.receipt:
            holders.setdefault(digest(salt(context), one.case.receipt), one)
    for name, one in holders.items():
        yield DataFile(f"{urls.STATUS_FOLDER[1:]}{name}.json", _told(context, one))


def salt(context: Context) -> str:
    """Give what keeps the digests of two portals apart."""
    return context.base_url or bare(context.portal.site.title)


def digest(salt: str, code: str) -> str:
    """Give the name of the file of a code: case and hyphens do not count."""
    return hashlib.sha256(f"{salt}:{plain_receipt(code)}".encode()).hexdigest()


def _told(context: Context, one: CaseStanding) -> bytes:
    words = context.words
    days = [(words(f"status.{event}"), day) for event in events_of(one.case) if (day := day_of(one.case, event))]
    if one.lawful:
        days.append((words("status.lawful"), one.lawful))
    table = {"state": words.label(one.state), "days": days, "as_of": context.standing.as_of}
    return orjson.dumps(table, option=orjson.OPT_APPEND_NEWLINE)


def items(_context: Context) -> tuple[Spec, ...]:
    """Give the one page of the look-up."""
    return (Spec(urls.STATUS),)


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page that asks for the code."""
    words = context.words
    place = Place(spec.address, spec.address)
    lead = words("lead.status")
    return page(context, STATUS_PAGE, place, words("menu.status"), _blocks(context), lead=lead)


def _blocks(context: Context) -> Iterator[Block]:
    words, body = context.words, context.portal.body
    question = Question("code", words("status.code"), hint=words("status.hint"))
    yield Lookup(urls.STATUS_FOLDER, salt(context), question, words("status.submit"), words("status.without_script"))
    yield Text(words("status.promise"))
    contact = tuple(contact_facts(context, body.address, body.contact))
    if contact:
        yield section(words("status.ask"), (Facts(contact),))


FAMILY = Family("status", items, compose)
