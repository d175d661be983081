"""Which addresses a site can have beside one another, and which documents it must not hold (pure).

Three faults are told here: one address claimed twice (SIT001), an address that some computer cannot
store or that leads out of the site (SIT002), and a document that an exemption withholds (DIK090).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from ppidgen.diagnostics import Finding, Related, Span
from ppidgen.model.portal.withheld import Withheld
from ppidgen.publish.names import MANIFEST

LONGEST_PATH = 200

_SAFE_PART = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*")
_HIDDEN_PARTS = frozenset({".well-known", ".nojekyll", ".htaccess"})
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


class Claim(Protocol):
    """Anything that wants an address in the site and can say which source it comes from."""

    @property
    def path(self) -> str:
        """Give the address inside the site, with forward slashes."""
        ...

    @property
    def origin(self) -> str:
        """Give the source file behind it, relative to the portal folder."""
        ...

    @property
    def named(self) -> str:
        """Give how that source names the file to be published; "" for a page."""
        ...


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a page or a file of the program's own takes."""

    path: str
    origin: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class DocumentCopy:
    """A file that goes into the site as it is; `source` is absolute, digest and size are those that were checked."""

    path: str
    source: str
    sha256: str
    size: int
    origin: str = ""
    named: str = ""


def clashes(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Tell every claim to an address that cannot be stored, or that an earlier claim has taken."""
    held: dict[str, Claim] = {comparable(MANIFEST): Address(MANIFEST, MANIFEST)}
    folders: dict[str, Claim] = {}
    for claim in claims:
        address = comparable(claim.path)
        above = _new_folders(address, folders)
        rival = held.get(address) or folders.get(address) or next((held[one] for one in above if one in held), None)
        if fault := path_fault(claim.path):
            yield _unsafe(claim, fault)
        elif rival is not None:
            yield _clash(claim, rival)
        else:
            held[address] = claim
            folders.update(dict.fromkeys(above, claim))


def leaks_of(document: DocumentCopy, withheld: Withheld) -> tuple[Finding, ...]:
    """Tell when a document is withheld, whether by what it contains or by what it is called."""
    by_name = withheld.by_name(document.path) or withheld.by_name(document.source)
    if not by_name and not withheld.by_digest(document.sha256):
        return ()
    return (Finding("DIK090", Span(document.origin), {"address": document.path, "named": document.named}),)


def path_fault(path: str) -> str:
    """Name what keeps an address from being stored everywhere, or give nothing when it can be."""
    if not path or len(path) > LONGEST_PATH:
        return "length"
    folder, slash, name = path.rpartition("/")
    return (_folder_fault(folder) if slash else "") or _part_fault(name)


def comparable(path: str) -> str:
    """Write an address the way a computer that ignores case and accents' encoding compares it."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


@lru_cache(maxsize=1024)  # few folders hold ten thousand pages, each looked at three times
def _folder_fault(folder: str) -> str:
    above, slash, name = folder.rpartition("/")
    return (_folder_fault(above) if slash else "") or _part_fault(name)


@lru_cache(maxsize=1024)
def _part_fault(part: str) -> str:
    """Name what is wrong with one name."""
    if part in _HIDDEN_PARTS:
        return ""
    if part in {"", ".", ".."}:
        return "structure"
    if not _SAFE_PART.fullmatch(part) or part.endswith("."):
        return "character"
    return "reserved" if part.partition(".")[0].lower() in _DEVICES else ""


def _new_folders(address: str, known: Mapping[str, Claim]) -> list[str]:
    """Give the folders above an address that are not known; above a known one all are."""
    found = []
    while (address := address.rpartition("/")[0]) and address not in known:
        found.append(address)
    return found


def _unsafe(claim: Claim, fault: str) -> Finding:
    return Finding("SIT002", Span(claim.origin), {"address": claim.path, "named": claim.named, "fault": fault})


def _clash(claim: Claim, rival: Claim) -> Finding:
    data = {
        "address": claim.path, "origin": claim.origin, "named": claim.named,
        "other": rival.origin, "other_address": rival.path, "other_named": rival.named,
    }  # fmt: skip
    return Finding("SIT001", Span(claim.origin), data, (Related(Span(rival.origin), "other"),))
