"""What a gzip file holds: one file, or the many of a tar archive (in the child)."""

import hashlib
import io
import tarfile
import zlib
from collections.abc import Callable

from ppidgen.source.opened import Inside, Opened
from ppidgen.source.probe_packed import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, SMALL
from ppidgen.source.quiet_words import runs

_GZIP = 31  # zlib's number for a stream with the header of gzip (RFC 1952)
_HEAD = 512  # bytes: the name of the file and a remark stand before what is packed
_TAR_MARK = slice(257, 262)

OpenNested = Callable[[bytes, str, Opened], None]


def open_gzip(raw: bytes, found: Opened, nested: OpenNested) -> None:
    """Read a gzip file; `nested` reads the files within it."""
    stream = zlib.decompressobj(_GZIP)
    try:
        content = stream.decompress(raw, min(MOST_UNPACKED, max(SMALL, len(raw) * MOST_RATIO)))
    except zlib.error:
        return
    found.say("metadata", "gzip", runs(raw[:_HEAD]))
    if stream.unconsumed_tail:
        found.active.append("bomb")
        return
    found.readable = stream.eof
    found.unread += bool(stream.unused_data)  # a second file behind the first
    if content[_TAR_MARK] == b"ustar":
        _members(content, found, nested)
    else:
        _keep("", content, found, nested)


def _members(content: bytes, found: Opened, nested: OpenNested) -> None:
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for number, member in enumerate(archive):
                if number >= MOST_MEMBERS:
                    found.unread += 1
                    return
                held = archive.extractfile(member) if member.isreg() else None
                if held is not None:
                    _keep(member.name, held.read(), found, nested)
    except (tarfile.TarError, OSError, ValueError, EOFError):
        found.unread += 1


def _keep(name: str, content: bytes, found: Opened, nested: OpenNested) -> None:
    found.inside.append(Inside(name, len(content), hashlib.sha256(content).hexdigest()))
    nested(content, name, found)
