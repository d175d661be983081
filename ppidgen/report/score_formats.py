"""The table of formats of a score: each turns a scorecard into the text of one file or stream."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppidgen.model.scorecard import Scorecard
from ppidgen.report import score_html, score_json, score_junit, score_markdown, score_text
from ppidgen.report.setting import Setting

SCORE_FORMATS: Mapping[str, Callable[[Scorecard, Setting], str]] = MappingProxyType(
    {
        "text": score_text.render,
        "json": score_json.render,
        "markdown": score_markdown.render,
        "html": score_html.render,
        "junit": score_junit.render,
    }
)
