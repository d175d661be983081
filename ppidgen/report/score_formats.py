"""The tables of formats of one score and of several: each turns its value into the text of one file or stream."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppidgen.model.rubrics.scorecard import Scorecard
from ppidgen.report import (
    score_html,
    score_json,
    score_junit,
    score_markdown,
    score_text,
    several_html,
    several_json,
    several_markdown,
    several_text,
)
from ppidgen.report.setting import Setting
from ppidgen.scoring.several import Several

SCORE_FORMATS: Mapping[str, Callable[[Scorecard, Setting], str]] = MappingProxyType(
    {
        "text": score_text.render,
        "json": score_json.render,
        "markdown": score_markdown.render,
        "html": score_html.render,
        "junit": score_junit.render,
    }
)
SEVERAL_FORMATS: Mapping[str, Callable[[Several, Setting], str]] = MappingProxyType(
    {
        "text": several_text.render,
        "json": several_json.render,
        "markdown": several_markdown.render,
        "html": several_html.render,
    }
)
