"""Documents opened in this process, by the very functions that the child runs."""

import io
import zipfile
from collections.abc import Mapping

from ppidgen.source.kinds import SAMPLE, kind_of
from ppidgen.source.personal.personal_data import Kind
from ppidgen.source.probe.opened import Opened
from ppidgen.source.probe.program import open_bytes

NUMBER = "3211011212850001"


def opened(raw: bytes) -> Opened:
    found = Opened()
    open_bytes(raw, kind_of(raw[:SAMPLE]), found)
    return found


def traced(raw: bytes) -> list[tuple[Kind, str, str]]:
    return [(one.kind, one.part, one.place) for one in opened(raw).traces()]


def packed(members: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()
