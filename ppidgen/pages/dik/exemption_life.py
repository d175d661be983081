"""What became of an exemption, and what a citizen can do about it: its changes, its opening, the way to object."""

from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Documents, Facts, Link, Notice, StepItem, Steps
from ppidgen.model.pages.page_terms import SUCCESS, WARNING
from ppidgen.model.records.exemption import ClassificationChange, Exemption, OpeningDecree
from ppidgen.model.records.exemption_terms import ExemptionState
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.documents import file_item
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.text import plain
from ppidgen.pages.parts.wording import cited, day_words, fact, known, number

# What follows a refusal: to object, to be answered, to go to the commission (rules of the deadline table, all of
# them in working days).
WAY_OUT = ("R09", "R10", "R11")


def state_text(context: Context, one: Exemption) -> str:
    """Say in a few words where an exemption stands."""
    return context.words(f"exempt.state_{context.standing.exemption_states[one.id]}")


def standing(context: Context, one: Exemption) -> Iterator[Block]:
    """Say first what is unlike the usual: that it is over, changed, or not decided yet."""
    words, state = context.words, context.standing.exemption_states[one.id]
    told = state_text(context, one)
    if state.is_over:
        listed, ask = entry_link(context, one), Link(words("menu.request"), urls.REQUEST)
        text = words("exempt.over_listed" if listed else "exempt.over_text")
        yield Notice(told, text, SUCCESS, (listed or ask,))
    elif state is ExemptionState.CHANGED:
        yield Notice(told, words("exempt.changed_text"), WARNING, tuple(_replacement(context, one)))
    elif state is not ExemptionState.IN_FORCE:
        yield Notice(told, words(f"exempt.{state}_text"), WARNING)


def entry_link(context: Context, one: Exemption) -> Link | None:
    """Lead to the entry of the DIP that holds what was exempt, None where there is none."""
    entry = context.portal.information_by_id.get(one.opening.entry or "") if one.opening else None
    return Link(entry.title, urls.entry(entry.id)) if entry is not None and entry.withdrawn is None else None


def _replacement(context: Context, one: Exemption) -> Iterator[Link]:
    after = context.portal.exemption_by_id.get(one.replaced_by or "")
    if after is not None:
        yield Link(after.title, urls.exemption(after.id))


def history(context: Context, one: Exemption) -> Iterator[Block]:
    """Tell the changes, the last first, and the opening."""
    words = context.words
    if one.opening is not None:
        yield section(words("exempt.opening"), tuple(_opening(context, one.opening)))
    for change in reversed(one.changes):
        title = words("exempt.change", number=change.number or words("fact.not_filled"))
        yield section(title, tuple(_change(context, change)))


def _opening(context: Context, opening: OpeningDecree) -> Iterator[Block]:
    yield Facts((
        fact(context, "opening_number", opening.number, (OpeningDecree, "day")),
        fact(context, "opening_day", day_words(context.words, opening.day)),
        *known((
            fact(context, "opening_effective", day_words(context.words, opening.effective)),
            fact(context, "opening_cause", context.words.label(opening.cause) if opening.cause else None),
        )),
    ))  # fmt: skip
    yield from _copy(context, opening.file, opening.number)


def _change(context: Context, change: ClassificationChange) -> Iterator[Block]:
    result = context.words.label(change.result) if change.result else None
    yield Facts((
        fact(context, "change_day", day_words(context.words, change.day)),
        fact(context, "change_earlier", change.earlier_decree, (ClassificationChange, "earlier_decree")),
        fact(context, "change_test", change.new_test, (ClassificationChange, "new_test")),
        *known((
            fact(context, "change_tested", day_words(context.words, change.tested_on)),
            fact(context, "change_before", plain(change.basis_before or "")),
            fact(context, "change_after", plain(change.basis_after or "")),
            fact(context, "change_considered", plain(change.considered or "")),
            fact(context, "change_duration", change.duration),
            fact(context, "change_result", result),
            fact(context, "approved_by_head", change.approved_by_head),
        )),
    ))  # fmt: skip
    yield from _copy(context, change.file, change.number)


def _copy(context: Context, file: str | None, decree: str | None) -> Iterator[Block]:
    if file in context.portal.files:
        title = context.words("decree.copy", number=decree or context.words("fact.not_filled"))
        yield Documents((file_item(context, file or "", title),))


def objecting(context: Context) -> Iterator[Block]:
    """Tell step by step what to do against a refusal, with the time that the law gives for each step."""
    words, rules = context.words, [context.law.deadlines[code] for code in WAY_OUT]
    first = StepItem(words("exempt.ask_first"), words("exempt.ask_first_text"))
    times = (words("deadline.working_days", n=number(words, rule.amount)) for rule in rules)
    steps = (
        StepItem(rule.name, rule.explanation, time, cited(context, rule.basis))
        for rule, time in zip(rules, times, strict=True)
    )
    yield Steps((first, *steps))
    yield Notice(
        words("exempt.challenge"),
        words("exempt.challenge_text"),
        links=(Link(words("menu.request"), urls.REQUEST), Link(words("menu.objection"), urls.OBJECTION)),
    )
