"""What a gzip file or a tar archive holds: one file, or many (in the child)."""

import hashlib
import io
import tarfile
import zlib
from collections.abc import Callable

from ppidgen.source.kinds import SAMPLE, kind_of
from ppidgen.source.probe.hidden_words import runs
from ppidgen.source.probe.opened import Inside, Opened
from ppidgen.source.probe.packed import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, SMALL

_GZIP = 31  # zlib's number for a stream with the header of gzip (RFC 1952)
_HEAD = 512  # bytes: the name of the file and a remark stand before what is packed

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
    if kind_of(content[:SAMPLE]) == "tar":
        open_tar(content, found, nested)
    else:
        _keep("", content, found, nested)


def open_tar(content: bytes, found: Opened, nested: OpenNested) -> None:
    """Read a tar archive: what it notes of its files, and these as `nested` reads them."""
    found.readable = True
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for number, member in enumerate(archive):
                if number >= MOST_MEMBERS:
                    found.unread += 1
                    return
                noted = (member.name, member.linkname, member.uname, member.gname, *member.pax_headers.values())
                found.say("inside", f"#{number + 1}", "\n".join(map(str, noted)))
                held = archive.extractfile(member) if member.isreg() else None
                if held is not None:
                    _keep(member.name, held.read(), found, nested)
    except (tarfile.TarError, OSError, ValueError, EOFError):
        found.unread += 1


def _keep(name: str, content: bytes, found: Opened, nested: OpenNested) -> None:
    found.inside.append(Inside(name, len(content), hashlib.sha256(content).hexdigest()))
    nested(content, name, found)
