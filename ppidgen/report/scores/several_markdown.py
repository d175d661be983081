"""Several scores at once as Markdown, for the summary of a job or a comment on a proposed change."""

from ppidgen.report.markdown_format import plain, table
from ppidgen.report.setting import Setting
from ppidgen.scoring.several import Several, laid


def render(several: Several, setting: Setting) -> str:
    """Write any of them as a heading, what must be known, and a table."""
    told = laid(several, setting.words)
    parts = [
        f"## {plain(told.title)}",
        f"**{plain(setting.words('label'))}**",
        *map(plain, told.above),
        table(told.heads, told.rows) if told.rows else plain(told.empty),
        *map(plain, told.below),
    ]
    return "\n\n".join(parts) + "\n"
