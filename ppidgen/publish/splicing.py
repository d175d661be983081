"""Put another piece into a file where it lies, if nobody can notice (see `over`).

What stands before the piece is not written again, nor what stands behind it when the new piece is as long as the old:
a page of twenty-five kilobytes then costs the disk four.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress

from ppidgen.machine.faults import told
from ppidgen.machine.writing import write_whole_at
from ppidgen.model.pages.piece import Piece
from ppidgen.publish.over import opened_over
from ppidgen.publish.plan import path_fault
from ppidgen.publish.state import Record, whole_of
from ppidgen.publish.writing import Written, described, finished

PieceFor = Callable[[bytes], Piece | None]


def spliced_over(root: str, path: str, record: Record, key: str, piece_for: PieceFor) -> Written | None:
    """Put the piece into the file below `root` that `record` describes; the key of the whole is then `key`.

    None where the file is another, must be replaced, or gets no piece. One that cannot be written whole is removed.
    """
    place = f"{root}/{path}"
    with told(place, record[2]):
        handle = None if path_fault(path) else opened_over(place, to_read=True)
        if handle is None:
            return None
        try:
            old = whole_of(handle, record)
            piece = piece_for(old) if old is not None else None
            return None if old is None or piece is None else _put(handle, path, key, old, piece)
        except OSError:
            with suppress(OSError):  # the tree is in doubt all the same
                os.unlink(place)
            raise
        finally:
            os.close(handle)


def _put(handle: int, path: str, key: str, old: bytes, piece: Piece) -> Written:
    view = memoryview(old)
    before, behind = view[: piece.start], view[piece.end :]
    is_as_long = len(piece.content) == piece.end - piece.start
    write_whole_at(handle, piece.content if is_as_long else piece.content + behind, piece.start)
    found = finished(handle, len(before) + len(piece.content) + len(behind))
    digest = hashlib.sha256(before)
    digest.update(piece.content)
    digest.update(behind)
    return described(path, key, digest.hexdigest(), found, in_place=True)
