"""How accessible the portal is: what was tested, how the reader may change its look, which recordings lack what."""

from collections.abc import Iterator

from ppidgen.model.accessibility import AccessibilityTest
from ppidgen.model.context import Context
from ppidgen.model.pages.page import Badge, Block, Cell, Fact, Facts, Grid, Link, Text
from ppidgen.model.pages.page_terms import DISPLAY_SETTINGS, NOTE, RADIO, SUCCESS, WARNING
from ppidgen.model.pages.questions import Preferences, Question
from ppidgen.model.records.parts import Media
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.frame import section
from ppidgen.pages.parts.wording import day_words


def added(context: Context) -> Iterator[Block]:
    """Give what the accessibility page holds whoever wrote its statement."""
    words = context.words
    yield section(words("display.title"), (Text(words("display.about")), _preferences(context)))
    yield section(words("tested.title"), (Text(words("tested.about")), _tested(context, context.accessibility)))
    if rows := tuple(_recordings(context)):
        head = tuple(words(f"recordings.{column}") for column in ("name", "sign", "captions", "transcript", "audio"))
        table = Grid(words("recordings.caption"), head, rows, row_heading=0)
        yield section(words("recordings.title"), (table, Text(words("recordings.ask"), NOTE)))


def _preferences(context: Context) -> Preferences:
    words = context.words
    return Preferences(
        tuple(
            Question(
                name,
                words(f"display.{name}"),
                RADIO,
                options=tuple((value, words(f"display.{name}_{value.replace('-', '_') or 'own'}")) for value in values),
            )
            for name, values in DISPLAY_SETTINGS
        )
    )


def _tested(context: Context, test: AccessibilityTest) -> Facts:
    words = context.words
    return Facts((
        Fact(words("tested.standard"), (test.standard,)),
        Fact(words("tested.version"), (words("tested.version_text", version=context.version),)),
        *((Fact(words("tested.day"), (day_words(words, test.day),)),) if test.day else ()),
        Fact(words("tested.tools"), test.tools),
        Fact(words("tested.widths"), (words("tested.widths_text", widths=", ".join(map(str, test.widths))),)),
        Fact(words("tested.done"), test.automatic),
        Fact(words("tested.not_done"), test.not_done),
    ))  # fmt: skip


def _recordings(context: Context) -> Iterator[tuple[Cell, ...]]:
    for entry in context.portal.published_information:
        for one in entry.media:
            yield (Link(one.title, urls.entry(entry.id)), *(_badge(context, there) for there in companions(one)))


def companions(recording: Media) -> tuple[bool, ...]:
    """Say whether a recording has a sign-language interpreter, captions, a transcript, a sound version."""
    return recording.sign_language, recording.captions, bool(recording.transcript), bool(recording.audio)


def _badge(context: Context, there: bool) -> Badge:  # noqa: FBT001 - a value of a table cell
    return Badge(context.words("yes"), SUCCESS) if there else Badge(context.words("recordings.not_yet"), WARNING)
