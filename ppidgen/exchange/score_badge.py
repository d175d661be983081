"""The badge of the score that a portal publishes of itself: a plain card that nobody can take for an award.

It has no seal, no ribbon, no colour of a class and no name of one; its first words say whose estimate it is. A copy
of it on another site still says of which edition and day it is.
"""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from ppidgen.model.context import Context
from ppidgen.model.language.words import Words
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.standing.public_score import PublicScore
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.wording import day_words

# The card in its own units, about pixels. Lines are broken so that even capitals of a wide face stay within it.
WIDTH, EDGE = 500, 20
_TITLE_SIZE, _SIZE, _STEP = 22, 14, 21
_LONGEST_LINE = 46
_FIRST_LINE = 66


def site_badge(context: Context) -> Iterator[DataFile]:
    """Give the badge for the portal itself, where its owner wants it there."""
    asked, score = context.portal.site.score, context.score
    if asked and asked.badge and score:
        yield DataFile(urls.SCORE_BADGE.removeprefix("/"), drawn(badge_lines(context, score), context.words).encode())


def badge_lines(context: Context, score: PublicScore) -> tuple[str, ...]:
    """Say whose score it is not, what was recorded and what is possible, by which edition, of whom and on which day."""
    words = context.words
    recorded, *_, possible = score.totals
    span = words("score.badge_range", recorded=recorded.value, possible=possible.value, whole=score.scale)
    day = words("score.badge_day", day=day_words(words, context.standing.as_of))
    return (words("score.badge_label"), span, score.edition, context.portal.body.name, day)


def drawn(lines: Sequence[str], words: Words) -> str:
    """Draw the card; its name and description say to those who do not see it all that stands on it."""
    title = words("score.badge_title")
    shown = [line for text in lines for line in wrap(text, _LONGEST_LINE)]
    height = _FIRST_LINE + len(shown) * _STEP
    rows = "".join(
        f'<text x="{EDGE}" y="{_FIRST_LINE + place * _STEP}" font-size="{_SIZE}">{escape(line)}</text>\n'
        for place, line in enumerate(shown)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="{words.language}" role="img" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" aria-labelledby="name text" font-family="sans-serif" fill="#1b1f24">\n'
        f'<title id="name">{escape(title)}</title>\n<desc id="text">{escape(". ".join(lines))}</desc>\n'
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" fill="#ffffff" stroke="#414750" '
        'stroke-width="2" stroke-dasharray="6 4"/>\n'
        f'<text x="{EDGE}" y="38" font-size="{_TITLE_SIZE}" font-weight="bold">{escape(title)}</text>\n{rows}</svg>\n'
    )
