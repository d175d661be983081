"""EDGE. Which versions of others' work stand behind what is made: another may read or write other bytes.

So what an earlier run kept is believed only under the same versions.
"""

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

# What reads sources or makes files of the site; the indexer of the search has its version in its own keys.
NAMES = (
    "brotli", "jinja2", "orjson", "pillow", "pydantic", "pypdfium2", "pyromark", "python-calamine", "python-docx",
    "pyyaml", "typst", "xlsxwriter", "zxing-cpp",
)  # fmt: skip


@cache
def libraries() -> str:
    """Give what changes with any of these versions, and with that of Python."""
    return " ".join((sys.version, *(f"{name} {_version(name)}" for name in NAMES)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
