"""What a citizen asks first of a procedure, at a glance: how long, how much, which way, and what if they refuse."""

from collections.abc import Sequence

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Cell, Fact, Facts, Link
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.menu import node_link
from ppidgen.pages.parts.wording import cited

# Rules of the deadline table: the answer and its extension; objecting and the reply to it.
ANSWER, EXTENSION, OBJECT, REPLY = "R07", "R08", "R09", "R10"


def of_request(context: Context) -> Facts:
    """Tell when a request is answered, what it costs, where it is made and what can be done against a refusal."""
    cost = (context.words("glance.cost_text"), node_link(context, urls.FEES))
    ways = (urls.REQUEST_FORM, urls.CHANNELS, urls.HOURS)
    return Facts((
        _period(context, "answer", (ANSWER, EXTENSION)),
        _fact(context, "cost", cost),
        _fact(context, "way", tuple(node_link(context, at) for at in ways)),
        _fact(context, "refused", (Link(context.words("home.objection"), urls.OBJECTION),)),
        _fact(context, "asked", (node_link(context, urls.STATUS),)),
    ))  # fmt: skip


def of_objection(context: Context) -> Facts:
    """Tell until when to object, when the superior replies, and what can be done against the reply."""
    return Facts((
        _period(context, "until", (OBJECT,)),
        _period(context, "reply", (REPLY,)),
        _fact(context, "unsatisfied", (node_link(context, urls.DISPUTE),)),
    ))  # fmt: skip


def _period(context: Context, key: str, codes: Sequence[str]) -> Fact:
    rules = [context.law.deadlines[code] for code in codes]
    told = tuple(rule.explanation for rule in rules)
    return _fact(context, key, told, cited(context, (rule.basis[0] for rule in rules)))


def _fact(context: Context, key: str, values: tuple[Cell, ...], citation: str = "") -> Fact:
    return Fact(context.words(f"glance.{key}"), values, citation)
