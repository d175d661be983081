"""Ids as they stand in addresses: lower-case words joined by hyphens."""

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*\Z")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
MAX_SLUG = 80


def slugify(text: str) -> str:
    """Make an id from any text: ASCII, lower case, at most 80 characters, cut at a word; "" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = _OTHER.sub("-", plain).strip("-")
    if len(slug) <= MAX_SLUG:
        return slug
    return slug[: MAX_SLUG + 1].rpartition("-")[0].strip("-") or slug[:MAX_SLUG]


def is_slug(text: str) -> bool:
    """Say whether `text` may stand in an address as it is."""
    return bool(_SLUG.match(text))


def published_name(path: str) -> str:
    """Give the path under which a file is published: as it is where every system can store it, else made plain."""
    return "/".join(part if _PLAIN_NAME.match(part) else _plain_name(part) for part in path.split("/"))


def _plain_name(part: str) -> str:
    stem, dot, ending = part.rpartition(".")
    return f"{slugify(stem)}.{slugify(ending)}" if dot and stem else slugify(part)
