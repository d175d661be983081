"""The tables of formats of one score and of several: each turns its value into the text of one file or stream."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppidgen.model.rubrics.scorecard import Scorecard
from ppidgen.report.scores import (
    html,
    json_format,
    junit,
    markdown_format,
    several_html,
    several_json,
    several_markdown,
    several_text,
    text,
)
from ppidgen.report.setting import Setting
from ppidgen.scoring.several import Several

SCORE_FORMATS: Mapping[str, Callable[[Scorecard, Setting], str]] = MappingProxyType(
    {
        "text": text.render,
        "json": json_format.render,
        "markdown": markdown_format.render,
        "html": html.render,
        "junit": junit.render,
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
