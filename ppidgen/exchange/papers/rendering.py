"""From a document to the bytes of one format; what a format is made with is loaded only when it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.papers.paper import Paper, in_large_print

EXTRA_MISSING = "MSN040"

# By format: the module that writes it and, under the format's own name, the function in it.
WRITERS: Mapping[str, str] = MappingProxyType(
    {"pdf": "ppidgen.exchange.papers.typeset", "docx": "ppidgen.exchange.papers.word"}
)
# What the name of a format ends in where the same is wanted in large print.
LARGE = "-large"


def rendered(paper: Paper, form: str) -> bytes:
    """Give a document as a file of a format of `WRITERS`, in large print where the name says so.

    Raises MachineFault when the extra is not installed.
    """
    if form.endswith(LARGE):
        return rendered(in_large_print(paper), form.removesuffix(LARGE))
    try:
        module = import_module(WRITERS[form])
    except ModuleNotFoundError as missing:
        raise MachineFault(EXTRA_MISSING, {"program": missing.name or form}) from missing
    write: Callable[[Paper], bytes] = getattr(module, form)
    return write(paper)
