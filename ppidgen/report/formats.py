"""The table of formats: each turns diagnostics into the text of one file or stream.

It is given in parts, so that no more than one needs to be held: a table of thousands of rows that was imported may
bring as many findings. A part ends where no word of an officer goes on.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ppidgen.report import github, json_format, junit, markdown_format, sarif, text
from ppidgen.report.diagnostic import Diagnostics
from ppidgen.report.setting import Setting

FORMATS: Mapping[str, Callable[[Diagnostics, Setting], Iterator[str]]] = MappingProxyType(
    {
        "text": text.render,
        "json": json_format.render,
        "github": github.render,
        "sarif": sarif.render,
        "junit": junit.render,
        "markdown": markdown_format.render,
    }
)
