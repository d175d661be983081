"""Several scores at once as one HTML page that stands alone; a series in time has a chart above its table."""

from html import escape

from ppidgen.report.scores.html import table
from ppidgen.report.scores.trend_chart import drawn
from ppidgen.report.setting import Setting
from ppidgen.scoring.several import Series, Several, laid
from ppidgen.theme.standalone import page


def render(several: Several, setting: Setting) -> str:
    """Write the page."""
    words, told = setting.words, laid(several, setting.words)
    body = [
        f"<h1>{escape(told.title)}</h1>",
        f'<p class="label">{escape(words("label"))}</p>',
        *(f"<p>{escape(line)}</p>" for line in told.above),
        drawn(several, words) if isinstance(several, Series) and several.in_time and told.rows else "",
        table(told.title, told.heads, told.rows) if told.rows else "",
        f"<p>{escape(told.empty)}</p>" if told.empty and not told.rows else "",
        *(f"<p>{escape(line)}</p>" for line in told.below),
    ]
    return page(told.title, "\n".join(filter(None, body)), words.language)
