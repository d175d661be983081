"""How to ask, to object and to dispute, with the periods of the law; and the charter, fees, standards and SOPs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from ppidgen.duties.case_course import stage_of
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import OfficerRole, ServiceKind, StandardCode
from ppidgen.model.law.deadline_rule import DeadlineRule, DeadlineStage, DeadlineUnit
from ppidgen.model.pages.page import Block, Facts, Grid, Link, Notice, Page, Prose, StepItem, Steps, Text
from ppidgen.model.pages.page_terms import EMPTY, NOTE, PROSE_PAGE, WARNING
from ppidgen.model.records.cases import DisputeCase
from ppidgen.model.records.service import (
    CHARTER_POINTS,
    FeeSchedule,
    OperatingProcedure,
    Procedure,
    ServiceCharter,
    ServiceStandard,
    Step,
)
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.parts import glance
from ppidgen.pages.parts.contact import contact_facts, email, phone
from ppidgen.pages.parts.documents import decree_documents, document_blocks
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.text import plain, sort_key
from ppidgen.pages.parts.wording import cited, day_words, decree_text, fact, known

S = TypeVar("S", bound=Procedure | ServiceCharter | FeeSchedule | ServiceStandard | OperatingProcedure)


def of_type(context: Context, record: type[S]) -> tuple[S, ...]:
    """Give the services of one record type in order of their titles."""
    found = (one for one in context.portal.services if isinstance(one, record))
    return tuple(sorted(found, key=lambda one: (sort_key(one.title), one.id)))


def request_blocks(context: Context) -> Iterator[Block]:
    """Tell how to ask for information."""
    words = context.words
    yield _online(context, "request", urls.REQUEST_FORM)
    yield glance.of_request(context)
    yield from _procedure(context, ServiceKind.REQUEST)
    yield section(words("request.who"), (Prose(words("request.who_text"), 3),))
    yield section(words("request.contents"), (Prose(words("request.contents_text"), 3),))
    yield _deadlines(context, DeadlineStage.REQUEST)
    yield section(words("request.answer"), (Prose(words("request.answer_text"), 3),))
    links = (Link(words("menu.objection"), urls.OBJECTION), Link(words("menu.fees"), urls.FEES))
    yield Notice(words("request.then"), words("request.then_text"), links=links)


def objection_blocks(context: Context) -> Iterator[Block]:
    """Tell how to object, on which grounds and to whom."""
    words = context.words
    yield _online(context, "objection", urls.OBJECTION_FORM)
    yield glance.of_objection(context)
    yield from _procedure(context, ServiceKind.OBJECTION)
    head = tuple(words(f"objection.{column}") for column in ("ground", "amicable", "basis"))
    rows = tuple(
        (
            words("apply.reason", letter=one.letter, text=one.text),
            words("yes") if one.amicable else words("no"),
            cited(context, one.basis),
        )
        for one in context.law.objection_reasons.values()
    )
    yield section(words("objection.grounds"), (Grid(words("objection.caption"), head, rows, row_heading=0),))
    yield _superior(context)
    yield _deadlines(context, DeadlineStage.OBJECTION)
    yield Notice(
        words("objection.then"), words("objection.then_text"), links=(Link(words("menu.dispute"), urls.DISPUTE),)
    )


def _online(context: Context, key: str, form: str) -> Notice:
    words = context.words
    link = Link(words(f"menu.{key}_form"), form)
    return Notice(words(f"{key}.online"), words(f"{key}.online_text"), links=(link,))


def dispute_blocks(context: Context) -> Iterator[Block]:
    """Tell how to bring a dispute, before which commission and with what."""
    words = context.words
    yield from _procedure(context, ServiceKind.DISPUTE)
    yield _commission(context)
    yield section(words("dispute.needs"), (Prose(words("dispute.needs_text"), 3),))
    yield _deadlines(context, DeadlineStage.DISPUTE)
    yield section(words("dispute.after"), (Prose(words("dispute.after_text"), 3),))
    yield section(words("dispute.register"), (_disputes(context),))


def _disputes(context: Context) -> Block:
    words = context.words
    disputes = [one for one in context.portal.cases if isinstance(one, DisputeCase)]
    if not disputes:
        return Text(words("dispute.none"))
    disputes.sort(key=lambda one: (one.received or date.min, one.id), reverse=True)
    head = tuple(words(f"dispute.{column}") for column in ("number", "unit", "received", "stage", "closed", "outcome"))
    return Grid(words("dispute.caption"), head, tuple(_dispute(context, one) for one in disputes), row_heading=0)


def _dispute(context: Context, one: DisputeCase) -> tuple[str, ...]:
    words, stage = context.words, stage_of(one)
    known_of_it = (
        context.portal.unit_name(one.unit), day_words(words, one.received), words.label(stage) if stage else "",
        day_words(words, one.closed or one.agreed or one.withdrawn), one.outcome,
    )  # fmt: skip
    return (one.register_number or words("dispute.unnumbered"), *(value or words("none") for value in known_of_it))


def _procedure(context: Context, kind: ServiceKind) -> Iterator[Block]:
    words = context.words
    procedures = [one for one in of_type(context, Procedure) if one.kind == kind.value]
    if not procedures:
        yield Notice(words("empty.title", node=words.label(kind)), words("empty.procedure"), EMPTY)
    for one in procedures:
        yield section(one.title, _procedure_blocks(context, one))


def _procedure_blocks(context: Context, one: Procedure) -> Iterator[Block]:
    words = context.words
    if one.summary:
        yield Text(one.summary)
    if one.steps:
        yield steps(one.steps)
    if one.requirements:
        yield section(words("service.requirements"), (Prose(bullets(one.requirements), 3),))
    if one.body:
        yield Prose(one.body, 3)
    if one.legal_basis:
        yield Facts((fact(context, "legal_basis", one.legal_basis),))
    yield from document_blocks(context, one.documents)


def steps(written: Iterable[Step]) -> Steps:
    """Give the steps that an officer wrote, as numbered steps."""
    return Steps(tuple(StepItem(step.title, plain(step.text or ""), step.time or "") for step in written))


def bullets(lines: Iterable[str]) -> str:
    """Write lines as a Markdown list."""
    return "\n".join(f"- {line}" for line in lines)


def _deadlines(context: Context, stage: DeadlineStage) -> Block:
    words = context.words
    rules = [rule for rule in context.law.deadlines.values() if rule.stage is stage]
    head = tuple(words(f"deadline.{column}") for column in ("name", "trigger", "time", "basis"))
    rows = tuple((rule.name, rule.trigger, deadline_time(context, rule), cited(context, rule.basis)) for rule in rules)
    notes = tuple(Text(rule.note, NOTE) for rule in rules if rule.note)
    table = Grid(words("deadline.caption"), head, rows, row_heading=0)
    lead = (Text(words("deadline.lead")), *(election_notices(context) if stage is DeadlineStage.REQUEST else ()))
    return section(words("deadline.title"), (*lead, table, *notes))


def election_notices(context: Context) -> Iterator[Notice]:
    """Tell each time in which periods of an election run, which periods these are, and what they rest on."""
    words, rules = context.words, [one for one in context.law.deadlines.values() if one.election]
    for time in context.portal.body.elections:
        title = words("deadline.election", first=day_words(words, time.starts), last=day_words(words, time.ends))
        for rule in map(DeadlineRule.in_election, rules):
            period = words("deadline.election_period", name=rule.name, time=deadline_time(context, rule))
            source = words("deadline.election_source", source=time.source)
            yield Notice(title, f"{period} {source} {rule.note}", WARNING)


def deadline_time(context: Context, rule: DeadlineRule) -> str:
    """Write how long a period is; working days are always called so."""
    if rule.unit is DeadlineUnit.AT_ONCE:
        return context.words("deadline.at_once")
    return context.words(f"deadline.{rule.unit.name.lower()}", n=rule.amount)


def _superior(context: Context) -> Block:
    words = context.words
    officers = [one for one in context.portal.body.officers if one.role is OfficerRole.SUPERIOR]
    if not officers:
        return section(words("objection.to_whom"), (Notice(words("objection.no_superior"), tone=EMPTY),))
    rows = [fact(context, "officer", ", ".join(part for part in (one.name, one.post) if part)) for one in officers]
    contacts = [row for one in officers if one.contact for row in contact_facts(context, None, one.contact)]
    return section(words("objection.to_whom"), (Facts((*rows, *contacts)),))


def _commission(context: Context) -> Block:
    words, commission = context.words, context.portal.body.commission
    if commission is None:
        text = words(f"dispute.commission_{context.portal.body.level.name.lower()}")
        return section(words("dispute.commission"), (Text(text), Notice(words("dispute.no_commission"), tone=EMPTY)))
    rows = known((
        fact(context, "commission", Link(commission.name, commission.link) if commission.link else commission.name),
        fact(context, "address", commission.address),
        fact(context, "phone", phone(commission.phone) if commission.phone else None),
        fact(context, "email", email(commission.email) if commission.email else None),
    ))  # fmt: skip
    return section(words("dispute.commission"), (Facts(rows),))


def charter_blocks(context: Context) -> Iterator[Block]:
    """Give the charter with its six points, each present or said to be missing."""
    words = context.words
    for one in of_type(context, ServiceCharter):
        if one.statement:
            yield Prose(one.statement)
        rows = (
            fact(context, f"charter_{name}", plain(getattr(one, name) or ""), (ServiceCharter, name))
            for name in CHARTER_POINTS
        )
        yield section(words("charter.points"), (Facts(tuple(rows)),))
        signed = known(
            (fact(context, "signed_on", day_words(words, one.day)), fact(context, "signed_by", one.signed_by))
        )
        if signed:
            yield Facts(signed)
        yield from document_blocks(context, one.documents)


def fee_blocks(context: Context) -> Iterator[Block]:
    """Give the costs of copies and how to pay them."""
    words = context.words
    for one in of_type(context, FeeSchedule):
        if one.copying:
            head = tuple(words(f"fees.{column}") for column in ("item", "unit", "price"))
            rows = tuple((item.name, item.unit or words("none"), item.price) for item in one.copying)
            yield Grid(words("fees.caption"), head, rows, numeric=(2,), row_heading=0)
        yield Facts((
            *known(fact(context, name, plain(getattr(one, name) or "")) for name in ("free_for", "delivery")),
            fact(context, "payment", one.payment, (FeeSchedule, "payment")),
            fact(context, "fee_decree", decree_text(context, one.decree)),
        ))  # fmt: skip
        yield from decree_documents(context, (one.decree,))


def standard_blocks(context: Context) -> Iterator[Block]:
    """Give the seven standards, each with its page or said to be missing."""
    words, written = context.words, {one.code: one for one in of_type(context, ServiceStandard)}
    head = tuple(words(f"standard.{column}") for column in ("name", "state", "decree"))
    rows = []
    for code in StandardCode:
        one = written.get(code)
        name = Link(words.label(code), urls.standard(code.value)) if one else words.label(code)
        decree = decree_text(context, one.decree if one else None) or words("none")
        rows.append((name, words("state.published") if one else words("state.unpublished"), decree))
    yield Grid(words("standard.caption"), head, tuple(rows), row_heading=0)


def procedure_list(context: Context) -> Iterator[Block]:
    """Give the list of SOPs."""
    words, written = context.words, of_type(context, OperatingProcedure)
    if written:
        head = (words("sop.name"), words("sop.decree"))
        rows = tuple(
            (
                Link(one.title, urls.operating_procedure(one.id)),
                decree_text(context, one.decree) or words("none"),
            )
            for one in written
        )
        yield Grid(words("sop.caption"), head, rows, row_heading=0)


def items(context: Context) -> tuple[Spec, ...]:
    """Give one page for each standard and each SOP."""
    standards = {one.code: one for one in of_type(context, ServiceStandard)}
    return (
        *(Spec(urls.standard(code.value), code.value) for code in sorted(standards)),
        *(Spec(urls.operating_procedure(one.id), one.id, 1) for one in of_type(context, OperatingProcedure)),
    )


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of a standard or of an SOP."""
    standards = [one for one in of_type(context, ServiceStandard) if one.code.value == spec.key and not spec.number]
    procedures = [one for one in of_type(context, OperatingProcedure) if one.id == spec.key and spec.number]
    written: tuple[ServiceStandard | OperatingProcedure, ...] = (*standards, *procedures)
    return page(
        context,
        PROSE_PAGE,
        Place(spec.address, urls.STANDARDS if standards else urls.SOPS),
        written[0].title,
        _document_blocks(context, written),
        eyebrow=context.words.label(standards[0].code) if standards else "",
        source=written[0].origin.path,
    )


def _document_blocks(context: Context, written: Sequence[ServiceStandard | OperatingProcedure]) -> Iterator[Block]:
    for one in written:
        if one.decree:
            yield Facts((fact(context, "decree", decree_text(context, one.decree)),))
        if isinstance(one, OperatingProcedure) and one.steps:
            yield steps(one.steps)
        if one.body:
            yield Prose(one.body)
        yield from document_blocks(context, one.documents)
        yield from decree_documents(context, (one.decree,))


FAMILY = Family("services", items, compose)
