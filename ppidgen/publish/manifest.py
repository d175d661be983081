"""The list of everything published, at the root of the site; it is also the mark that the folder is ours."""

import os
import re
from collections.abc import Mapping
from datetime import date

import orjson

from ppidgen.publish.names import FORMS, MANIFEST
from ppidgen.source.files import never_linked

_MARK = re.compile(rb'\{\s*"dibuat_oleh":\s*"ppidgen"')
_DAY = re.compile(rb'"tanggal":\s*"(\d{4}-\d\d-\d\d)"')
_ENOUGH = 200
_VERSION = "versi"
PACKED = "padat"


def encode(files: Mapping[str, tuple[str, int]], version: str, day: str, extra: Mapping[str, object]) -> bytes:
    """Write the manifest, the same bytes for the same site; `files` gives digest and size for each address."""
    head = {"dibuat_oleh": "ppidgen", _VERSION: version, "tanggal": day}
    listed = {path: files[path] for path in sorted(files)}
    return orjson.dumps({**head, **{name: extra[name] for name in sorted(extra)}, "berkas": listed}) + b"\n"


def day_of(folder: str) -> date | None:
    """Read on which day the site in a folder was judged; None where its manifest does not say."""
    try:
        with open(f"{folder}/{MANIFEST}", "rb", opener=never_linked) as file:
            found = _DAY.search(file.read(_ENOUGH))
        return date.fromisoformat(found[1].decode()) if found else None
    except (OSError, ValueError):
        return None


def listed_in(folder: str) -> tuple[str, ...]:
    """Name what the manifest of a folder lists."""
    files = _told_in(folder).get("berkas")
    return tuple(files) if isinstance(files, dict) else ()


def version_in(folder: str) -> str:
    """Say which version of the program made the site in a folder, as its manifest says; "" unknown."""
    version = _told_in(folder).get(_VERSION)
    return version if isinstance(version, str) else ""


def packed_in(folder: str) -> tuple[str, ...]:
    """Name the forms of the packed copies that stand beside the files of a folder, as its manifest says."""
    forms = _told_in(folder).get(PACKED)
    return tuple(form for form in FORMS if form in forms) if isinstance(forms, list) else ()


def _told_in(folder: str) -> dict[str, object]:
    """Read a manifest that may be anybody's; one that cannot be read says nothing."""
    try:
        with open(f"{folder}/{MANIFEST}", "rb", opener=never_linked) as file:
            told = orjson.loads(file.read())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return told if isinstance(told, dict) else {}


def is_ours(folder: str) -> bool:
    """Say whether a folder carries our mark."""
    try:
        handle = os.open(f"{folder}/{MANIFEST}", os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except (FileNotFoundError, NotADirectoryError):
        return False
    try:
        return _MARK.match(os.read(handle, _ENOUGH)) is not None
    finally:
        os.close(handle)
