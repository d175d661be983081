"""File names: which of them every computer can hold, and which are the litter of editors."""

import re
import unicodedata

from ppidgen.source.register_text.letters import FORBIDDEN, HARD_SPACE, REPLACEMENT, ZERO_WIDTH

LONGEST = 200

_LITTER = re.compile(
    r"\.|~\$|#.*#$|.*~$|.*\.(?:swp|tmp|bak|orig|rej|part|crdownload)$|(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_UNPRINTABLE = re.compile(rf"[\t\n]|{FORBIDDEN.pattern}")
_FORBIDDEN = re.compile(rf'[<>:"\\|?*]|{_UNPRINTABLE.pattern}|{HARD_SPACE.pattern}|{ZERO_WIDTH.pattern}')


# Nearly every name there is; the costly questions are kept for the others.
_ORDINARY = re.compile(r"[a-z0-9][a-z0-9_-]{6,80}(?:\.(?:yaml|md|pdf|csv|xlsx))?")


def is_ordinary(name: str) -> bool:
    """Tell at once that a name is portable, no litter, and its own likeness."""
    return _ORDINARY.fullmatch(name) is not None


def is_litter(name: str) -> bool:
    """Tell hidden files and what editors and file managers leave behind."""
    return _LITTER.match(name) is not None


def is_portable(name: str) -> bool:
    """Tell whether Windows, macOS and Linux can all hold a file of this name."""
    return (
        len(name.encode("utf-8", "surrogateescape")) <= LONGEST
        and name == name.strip()
        and not name.endswith(".")
        and _DEVICE.match(name) is None
        and _FORBIDDEN.search(name) is None
    )


def is_printable(name: str) -> bool:
    """Tell whether a name can stand in a message and in a list of files as it is."""
    return _UNPRINTABLE.search(name) is None


def portable(name: str) -> str:
    """Give a portable name that resembles `name`."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem:
        stem, dot, ending = name, "", ""
    words = re.findall(r"[\w-]+", unicodedata.normalize("NFKC", stem.encode("ascii", "replace").decode()))
    stem = "-".join(words)[: LONGEST // 2] or "x"
    return f"{stem}-1{dot}{ending}" if _DEVICE.match(stem) else f"{stem}{dot}{ending}".rstrip(". ")


def alike(name: str) -> str:
    """Give what names share that some computers cannot tell apart: case and composition of accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def shown(name: str) -> str:
    """Give a name fit for a message: bytes that are no text and invisible characters become marks."""
    return _UNPRINTABLE.sub(REPLACEMENT, name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
