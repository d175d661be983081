"""Letters from a case: who asked is written by hand or read from a file outside, days come from the deadline engine.

Receipt: UU 14/2008 Pasal 22(4). Incompleteness: Perki 1/2021 Pasal 33. Extension: Pasal 36. Notice: Pasal 31(4).
Refusal: Pasal 34. Reply to an objection: Pasal 44.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ppidgen.duties.case_standing import EXTENSION, NOTICE, REPAIR
from ppidgen.duties.deadlines import Deadline, chained, deadline, following
from ppidgen.exchange.papers.exemption_papers import basis_text, duration_text
from ppidgen.exchange.papers.paper import Block, Fields, Options, Paper, Paragraph, Section, Signatures
from ppidgen.exchange.papers.paper_words import blank, day_text, deciding, letterhead, paper_words, signature
from ppidgen.model.context import Context
from ppidgen.model.days.dates import long_date
from ppidgen.model.elements.vocabulary import (
    Decision,
    ExtensionReason,
    Extent,
    ObjectionGround,
    OfficerRole,
    RefusalReason,
)
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.records.applicant import Applicant
from ppidgen.model.records.cases import Case, ObjectionCase, RequestCase
from ppidgen.model.standing.case_state import LetterKind
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.parts.text import plain

OBJECT, DISPUTE = "R09", "R11"
_ROOM = 2
_NOT_THERE = frozenset({RefusalReason.NOT_HELD, RefusalReason.NOT_DOCUMENTED})


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter is made of: the portal, the case, the private half and the day of the letter."""

    context: Context
    case: Case
    applicant: Applicant
    day: date


class Unfit(Exception):
    """A letter that the case does not call for; `needed` names the attribute that would."""

    def __init__(self, kind: LetterKind, needed: str) -> None:
        super().__init__(kind.value, needed)
        self.kind, self.needed = kind, needed


def letter(kind: LetterKind, context: Context, case: Case, applicant: Applicant) -> Paper:
    """Compose a letter of one kind; raises Unfit for a case that does not call for it."""
    maker = MAKERS[kind]
    day = case.received if maker.event is None else getattr(case, maker.event, None)
    if not isinstance(case, maker.about) or (maker.event and day is None):
        raise Unfit(kind, maker.event or "")
    if isinstance(case, RequestCase) and kind in _DECIDED and (case.decision is Decision.REFUSED) != _DECIDED[kind]:
        raise Unfit(kind, "decision")
    if maker.ground and getattr(case, maker.ground) is None:
        raise Unfit(kind, maker.ground)
    known = Letter(context, case, applicant, day or context.standing.as_of)
    blocks = (*_addressee(known, maker), *maker.make(known), _signed(known, maker))
    return Paper(
        title=kind.label.upper(),
        day=known.day,
        blocks=blocks,
        subtitles=(paper_words()("number", number=blank(applicant.letter_number)),),
        letterhead=letterhead(context.portal.body),
        author=context.portal.body.name,
        footer=paper_words()("footer"),
    )


def _addressee(known: Letter, maker: "Maker") -> tuple[Block, ...]:
    words, who = paper_words(), known.applicant
    if maker.signed_by is OfficerRole.CLERK:
        return ()
    day = words("mail.place_day", place=blank(who.place), day=long_date(known.day))
    to = (words("mail.to", name=blank(who.name)), words("mail.where", address=blank(who.address)))
    return (Paragraph("\n".join((day, "", *to))),)


def _signed(known: Letter, maker: "Maker") -> Signatures:
    words = paper_words()
    if maker.signed_by is OfficerRole.CLERK:
        return Signatures((signature(None, words("mail.clerk")),))
    is_superior = maker.signed_by is OfficerRole.SUPERIOR
    role = words("mail.superior" if is_superior else "mail.ppid")
    officer = deciding(known.context.portal.body, maker.signed_by, role)
    return Signatures((signature(officer, role if is_superior else words("ppid")),))


def _case_fields(known: Letter) -> Fields:
    """Give what the register knows of a request, and room for what it must not know."""
    words, case, who = paper_words(), known.case, known.applicant
    subject = getattr(case, "subject", None)
    rows = (
        (words("mail.case"), case.id),
        (words("mail.received"), day_text(case.received)),
        (words("mail.request"), plain(who.request or "") or subject or ""),
    )
    return Fields(rows)


def _receipt(known: Letter) -> tuple[Block, ...]:
    words, case, who = paper_words(), known.case, known.applicant
    rows = (
        (words("mail.case"), case.id),
        (words("mail.received"), day_text(case.received)),
        (words("mail.name"), who.name or ""),
        (words("mail.address"), who.address or ""),
        (words("mail.contact"), who.contact or ""),
        (words("mail.request"), plain(who.request or "") or getattr(case, "subject", None) or ""),
        (words("mail.purpose"), plain(who.purpose or "")),
    )
    found = following(DeadlineEvent.REQUEST, known.day, known.context.law, known.context.standing.calendar)
    code = getattr(case, "receipt", None)
    return (
        Paragraph(words("mail.receipt.text")),
        Fields(rows),
        Section(words("mail.receipt.next")),
        *(Paragraph(_told(known, one)) for one in found),
        *_provisional(found),
        *((Paragraph(words("mail.receipt.code", code=code)),) if code else ()),
        Paragraph(words("mail.receipt.basis"), "note"),
    )


def _incomplete(known: Letter) -> tuple[Block, ...]:
    words = paper_words()
    repair = _deadline(known, REPAIR)
    return (
        _case_fields(known),
        Paragraph(words("mail.incomplete.text", received=day_text(known.case.received))),
        _boxes("", "mail.incomplete.options"),
        Paragraph(words("mail.incomplete.repair", day=long_date(repair.due), basis=_basis(known, repair))),
        *_provisional((repair,)),
    )


def _extension(known: Letter) -> tuple[Block, ...]:
    words, case = paper_words(), known.case
    law, calendar = known.context.law, known.context.standing.calendar
    first = deadline(law.deadlines[NOTICE], case.received or known.day, calendar)
    last = chained(law.deadlines[EXTENSION], first, calendar)
    days = {"first": long_date(first.due), "last": long_date(last.due)}
    reason = getattr(case, "extension_reason", None)
    return (
        _case_fields(known),
        Paragraph(words("mail.extension.text", received=day_text(case.received), **days)),
        Options(words("mail.extension.reason"), tuple((one.label, one is reason) for one in ExtensionReason)),
        Paragraph(words("mail.extension.basis", basis=_basis(known, last)), "note"),
        *_provisional((first, last)),
    )


def _notification(known: Letter) -> tuple[Block, ...]:
    words, case = paper_words(), known.case
    if not isinstance(case, RequestCase):
        raise TypeError(type(case))
    portal = known.context.portal
    entry = None if portal.is_withdrawn(case.answered_by) else portal.information_by_id.get(case.answered_by or "")
    given = words("mail.notification.given", day=long_date(case.given)) if case.given else ""
    fields = (
        (words("mail.notification.decision"), case.decision.label if case.decision else ""),
        (words("mail.notification.time"), given),
        (words("mail.notification.cost"), ""),
        (words("mail.notification.blackened"), _blackened(known, case.exemption)),
        *(((words("mail.notification.lacking"), ""),) if case.decision is not Decision.GRANTED else ()),
    )
    where = absolute(known.context, urls.entry(entry.id)) or urls.entry(entry.id) if entry else ""
    published = words("mail.notification.entry", title=entry.title, address=where) if entry else ""
    return (
        Paragraph(words("mail.notification.text", received=day_text(case.received))),
        _case_fields(known),
        _boxes("mail.notification.held", "mail.notification.held_by"),
        _boxes("mail.notification.form", "mail.notification.forms"),
        Fields(fields, _ROOM),
        *((Paragraph(published),) if published else ()),
        *_exemption(known, case.exemption, "mail.refusal.attached"),
        *_right_to_object(known),
        Paragraph(words("mail.notification.basis"), "note"),
    )


def _refusal(known: Letter) -> tuple[Block, ...]:
    words, case = paper_words(), known.case
    if not isinstance(case, RequestCase):
        raise TypeError(type(case))
    reasons = tuple((one.label, one is case.refusal) for one in RefusalReason if one is not RefusalReason.INCOMPLETE)
    return (
        _case_fields(known),
        Paragraph(words("mail.refusal.text", received=day_text(case.received))),
        Options(words("mail.refusal.reason"), reasons),
        *_elsewhere(case),
        *_exemption(known, case.exemption, "mail.refusal.attached"),
        *_right_to_object(known),
    )


def _elsewhere(case: RequestCase) -> tuple[Block, ...]:
    """Give room for what a refusal of information that is not there owes: who has it, and why it is not there.

    UU 14/2008 Pasal 22(7) huruf b; Perki 1/2021 Pasal 31(4) huruf b and i, Lampiran VII.
    """
    words = paper_words()
    if case.refusal not in _NOT_THERE:
        return ()
    held = ((words("mail.refusal.held_by"), ""),) if case.refusal is RefusalReason.NOT_HELD else ()
    return (Fields((*held, (words("mail.notification.lacking"), "")), _ROOM),)


def _exemption(known: Letter, exemption_id: str | None, attached: str) -> tuple[Block, ...]:
    """Tell the exemption that an answer rests on; `attached` names the sentence that encloses its decree."""
    words = paper_words()
    item = known.context.portal.exemption_by_id.get(exemption_id or "")
    if item is None:
        return ()
    # The decree of the whole list decides where an exemption has none of its own (finding DIK009).
    decree = item.decree or known.context.portal.body.exemption_decree
    told = words("mail.refusal.decree_text", number=blank(decree.number), day=day_text(decree.day)) if decree else ""
    harm = plain(item.test.harm_if_opened or "") if item.test else ""
    rows = (
        (words("mail.refusal.exemption"), item.title),
        (words("mail.refusal.basis"), basis_text(item)),
        (words("mail.refusal.decree"), told),
        (words("mail.refusal.duration"), duration_text(item)),
        (words("mail.refusal.harm"), harm),
    )
    return (Fields(rows), Paragraph(words(attached)))


def _blackened(known: Letter, exemption_id: str | None) -> str:
    """Tell the part that an exemption keeps back, which the notice explains (Perki 1/2021 Pasal 31(4) huruf g)."""
    item = known.context.portal.exemption_by_id.get(exemption_id or "")
    return plain(item.blackened or "") if item is not None and item.extent is Extent.PART else ""


def _reply(known: Letter) -> tuple[Block, ...]:
    words, case, body = paper_words(), known.case, known.context.portal.body
    if not isinstance(case, ObjectionCase):
        raise TypeError(type(case))
    dispute = _deadline(known, DISPUTE)
    # What is not announced can be objected to without a request (Perki 1/2021 Lampiran XI).
    has_origin = case.request is not None or case.ground is not ObjectionGround.NOT_PERIODIC
    fields = (
        (words("mail.objection"), case.id),
        *(((words("mail.origin"), case.request or ""),) if has_origin else ()),
        (words("mail.reply.ground"), case.ground.label),
        (words("mail.reply.outcome"), case.outcome or ""),
    )
    commission = body.commission.name if body.commission else words("mail.reply.commission")
    right = {"commission": commission, "day": long_date(dispute.due), "basis": _basis(known, dispute)}
    return (
        Paragraph(words("mail.reply.text", received=day_text(case.received))),
        Fields(fields, _ROOM),
        *_exemption(known, case.exemption, "mail.reply.attached"),
        Paragraph(words("mail.reply.right", **right)),
        *_provisional((dispute,)),
    )


def _right_to_object(known: Letter) -> tuple[Block, ...]:
    objection = _deadline(known, OBJECT)
    told = paper_words()("mail.objection_right", day=long_date(objection.due), basis=_basis(known, objection))
    return (Paragraph(told), *_provisional((objection,)))


def _boxes(name: str, options: str) -> Options:
    """Give boxes to tick by hand, one for each line of a sentence."""
    words = paper_words()
    return Options(words(name) if name else "", tuple((text, False) for text in words(options).split("\n")))


def _deadline(known: Letter, code: str) -> Deadline:
    return deadline(known.context.law.deadlines[code], known.day, known.context.standing.calendar)


def _basis(known: Letter, found: Deadline) -> str:
    return known.context.law.grounds(found.rule)


def _told(known: Letter, found: Deadline) -> str:
    parts = {"name": found.rule.name, "day": long_date(found.due), "basis": _basis(known, found)}
    if found.conditional:
        return paper_words()("mail.deadline_if", condition=found.rule.condition, **parts)
    return paper_words()("mail.deadline", **parts)


def _provisional(found: tuple[Deadline, ...]) -> tuple[Block, ...]:
    years = sorted({year for one in found for year in one.provisional})
    if not years:
        return ()
    return (Paragraph(paper_words()("mail.provisional", years=", ".join(map(str, years))), "note"),)


@dataclass(frozen=True, slots=True)
class Maker:
    """How a kind of letter is made: about which case, on the day of which event, signed by whom, on what ground.

    The ground is the attribute without which the law knows no such letter (UU 14/2008 Pasal 22(7), (8)).
    """

    make: Callable[[Letter], tuple[Block, ...]]
    about: type[Case]
    event: str | None
    signed_by: OfficerRole
    ground: str = ""


# Whether a letter tells a refusal, for those that tell a decision.
_DECIDED: Mapping[LetterKind, bool] = MappingProxyType({LetterKind.NOTIFICATION: False, LetterKind.REFUSAL: True})

MAKERS: Mapping[LetterKind, Maker] = MappingProxyType({
    LetterKind.RECEIPT: Maker(_receipt, RequestCase, None, OfficerRole.CLERK),
    LetterKind.INCOMPLETE: Maker(_incomplete, RequestCase, "incomplete", OfficerRole.PRINCIPAL),
    LetterKind.EXTENSION: Maker(_extension, RequestCase, "extended", OfficerRole.PRINCIPAL, "extension_reason"),
    LetterKind.NOTIFICATION: Maker(_notification, RequestCase, "notified", OfficerRole.PRINCIPAL),
    LetterKind.REFUSAL: Maker(_refusal, RequestCase, "notified", OfficerRole.PRINCIPAL, "refusal"),
    LetterKind.OBJECTION_REPLY: Maker(_reply, ObjectionCase, "answered", OfficerRole.SUPERIOR),
})  # fmt: skip
