"""The table of formats: each turns diagnostics into the text of one file or stream."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppidgen.report import github, json_format, junit, markdown_format, sarif, text
from ppidgen.report.diagnostic import Diagnostics
from ppidgen.report.setting import Setting

FORMATS: Mapping[str, Callable[[Diagnostics, Setting], str]] = MappingProxyType(
    {
        "text": text.render,
        "json": json_format.render,
        "github": github.render,
        "sarif": sarif.render,
        "junit": junit.render,
        "markdown": markdown_format.render,
    }
)
