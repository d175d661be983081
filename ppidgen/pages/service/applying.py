"""The online forms for requests and objections: which questions, how a finished form is sent, where else to turn."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ppidgen.model.context import Context
from ppidgen.model.days.today import HOURS
from ppidgen.model.elements.vocabulary import ApplicantKind, ChannelKind
from ppidgen.model.law.application_form import ApplicationForm, FormEnclosure, FormField, FormPart
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.pages.page import Block, Grid, Link, Notice, Page, Prose
from ppidgen.model.pages.page_terms import FORM_PAGE
from ppidgen.model.pages.questions import Asked, Delivery, Enclosure, FormStep, Letter, Question, SteppedForm
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.addresses.menu import node_link
from ppidgen.pages.parts.contact import international
from ppidgen.pages.parts.frame import Place, page, section
from ppidgen.pages.parts.wording import cited

# By event: the form's own address, and the page of the procedure that it belongs to.
FORMS: Mapping[DeadlineEvent, tuple[str, str]] = MappingProxyType({
    DeadlineEvent.REQUEST: (urls.REQUEST_FORM, urls.REQUEST),
    DeadlineEvent.OBJECTION: (urls.OBJECTION_FORM, urls.OBJECTION),
})  # fmt: skip
# What may already hold what somebody is about to ask for, or say why it is withheld.
SUGGESTED = (urls.INFORMATION, urls.EXEMPT, urls.PROCUREMENT)
ELSEWHERE = (ChannelKind.LAPOR, ChannelKind.WHISTLEBLOWING, ChannelKind.EMERGENCY)


def items(_context: Context) -> tuple[Spec, ...]:
    """Give one page for each form."""
    return tuple(Spec(address, event.value) for event, (address, _) in FORMS.items())


def compose(context: Context, spec: Spec) -> Page:
    """Compose the page of a form."""
    words, form = context.words, context.law.forms[spec.key]
    node = node_link(context, spec.address)
    return page(
        context,
        FORM_PAGE,
        Place(spec.address, spec.address),
        node.text,
        _blocks(context, form),
        lead=words(f"apply.lead_{form.event.name.lower()}"),
    )


def _blocks(context: Context, form: ApplicationForm) -> Iterator[Block]:
    words = context.words
    yield section(words("apply.before"), (_routes(context, form), *_privacy(context)))
    yield stepped(context, form)
    link = node_link(context, FORMS[form.event][1])
    yield Notice(words("apply.help"), words("apply.help_text"), links=(link, node_link(context, urls.CHANNELS)))


def _privacy(context: Context) -> Iterator[Block]:
    yield Prose(context.words("apply.privacy"), 3)
    if delivery(context).key:
        yield Prose(context.words("apply.encrypted"), 3)


def _routes(context: Context, form: ApplicationForm) -> Grid:
    """Tell which matter goes which way, so that a complaint does not wait in the queue of requests."""
    words = context.words
    head = (words("routing.need"), words("routing.way"))
    rows = (
        *(
            (words(f"apply.to_{event.name.lower()}"), node_link(context, address))
            for event, (address, _) in FORMS.items()
            if event is not form.event
        ),
        *((words(f"apply.channel_{kind.name.lower()}"), _channel(context, kind)) for kind in ELSEWHERE),
    )
    return Grid(words("routing.caption"), head, rows, row_heading=0)


def _channel(context: Context, kind: ChannelKind) -> Link:
    found = next((one for one in context.portal.body.channels if one.kind is kind), None)
    if kind is ChannelKind.EMERGENCY:
        return Link(found.name if found else context.words.label(kind), "tel:112")
    if found is not None and found.link:
        return Link(found.name, found.link)
    return Link(found.name, urls.COMPLAINTS) if found else node_link(context, urls.COMPLAINTS)


def stepped(context: Context, form: ApplicationForm) -> SteppedForm:
    """Give a form as the portal asks it."""
    body, office = context.portal.body, context.main or context
    official = office.law.forms[form.id]
    steps = zip(form.parts, official.parts, strict=True)
    enclosures = zip(form.enclosures, official.enclosures, strict=True)
    return SteppedForm(
        name=form.id,
        steps=tuple(_step(context, part, known) for part, known in steps),
        enclosures=tuple(_enclosure(context, one, known) for one, known in enclosures),
        delivery=delivery(context),
        letter=_letter(context, form),
        deadlines=urls.DEADLINES_JSON,
        event=form.event.value,
        zone=HOURS[body.time_zone],
        due=_due(context, "due"),
        due_provisional=_due(context, "due_provisional"),
        desk=body.address or "",
        dictionary=urls.SEARCH_WORDS,
        entries=SUGGESTED,
    )


def _letter(context: Context, form: ApplicationForm) -> Letter:
    """Give the words of what is sent: those of the office, in whichever language the questions are asked."""
    main = context.main or context
    words, body = main.words, main.portal.body
    return Letter(
        subject=words("apply.subject", title=main.law.forms[form.id].title, body=body.name),
        recipient=words("apply.recipient", body=body.name),
        code=words("apply.letter_code"),
        made_on=words("apply.letter_made_on"),
        enclosed=words("apply.letter_enclosed"),
        signature=words("apply.letter_signature"),
        due=_due(main, "due"),
        due_provisional=_due(main, "due_provisional"),
        foreign=context.main is not None,
    )


def _due(context: Context, name: str) -> str:
    return context.words(f"apply.{name}", day="{day}", time="{time}", basis="{basis}")


def _enclosure(context: Context, one: FormEnclosure, official: FormEnclosure) -> Enclosure:
    written = f"{official.text} ({context.law.cite(one.basis)})"
    return Enclosure(one.applicant.value, one.text, cited(context, (one.basis,)), written)


def _step(context: Context, part: FormPart, official: FormPart) -> FormStep:
    asked = tuple(_asked(context, *pair) for pair in zip(part.fields, official.fields, strict=True))
    return FormStep(part.name, part.title, asked, part.lead, part.suggest)


def _asked(context: Context, field: FormField, official: FormField) -> Asked:
    kinds = tuple(field.applicants)
    only = ", ".join(context.words.label(kind).lower() for kind in kinds) if len(kinds) < len(ApplicantKind) else ""
    question = Question(
        field.name,
        field.label,
        field.control,
        field.hint,
        _options(context, field),
        optional=not field.missing,
        autocomplete=field.autocomplete,
    )
    return Asked(
        question,
        missing=field.missing,
        applicants=tuple(kind.value for kind in kinds),
        unless=field.unless,
        when=field.when,
        instead=field.instead,
        pattern=field.pattern,
        malformed=field.malformed,
        only_for=context.words("apply.only_for", kinds=only) if only else "",
        written=official.label,
        choices=_options(context.main or context, official),
    )


def _options(context: Context, field: FormField) -> tuple[tuple[str, str], ...]:
    if field.options_from:
        reasons = context.law.objection_reasons.values()
        return tuple((one.letter, context.words("apply.reason", letter=one.letter, text=one.text)) for one in reasons)
    return tuple((option.value, option.label) for option in field.options)


def delivery(context: Context) -> Delivery:
    """Give the ways of sending that the portal offers."""
    chosen, contact = context.portal.site.submission, context.portal.body.contact
    return Delivery(
        endpoint=chosen.endpoint or "",
        encoding=chosen.encoding.value,
        email=chosen.email or contact.email or "",
        whatsapp=international(chosen.whatsapp) if chosen.whatsapp else "",
        key=chosen.key or "",
    )


FAMILY = Family("applying", items, compose)
