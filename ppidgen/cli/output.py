"""Where what was made of a portal goes: to a file, which is then named, or to the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

from ppidgen.cli import console

if TYPE_CHECKING:
    from ppidgen.model.portal.whole import Portal

# The forms of documents, which want a file.
PAPERS = ("pdf", "docx")


def put(content: str | bytes, out: Path | None, portal: "Portal") -> None:
    """Write what was made of a portal, a text or a document, to a file and name it; without one show the text."""
    from ppidgen.duties.known_data import official
    from ppidgen.machine import whole

    if out is None:
        console.result(str(content), official(portal))
        return
    if isinstance(content, str):
        console.put(out, content, official(portal))
    else:
        whole.put(out, (content,))
    console.result(f"{out}\n")
