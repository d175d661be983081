"""The program that opens documents which may be hostile, in a process of its own that may die of them.

It reads lines of JSON `[path, kind]` and answers each with a line `{"readable": …, "pages": …, "kind": …}`.
Nothing of ppidgen is imported: the process is started by the path of this file, so that no folder it is
started in can put itself in the place of a module.
"""

import json
import os
import sys
import zipfile
from contextlib import closing
from typing import BinaryIO

import pypdfium2

MEMORY = 1 << 30
SECONDS = 20
MOST_MEMBERS = 5000

_FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_EDITORS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}

Answer = dict[str, str | int | bool | None]


def limit_memory() -> None:
    """Bound what this process may take, where the system can."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- Windows has no such module

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """Allow this process some more seconds of work, counted from now."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- Windows has no such module

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


def look_at_pdf(file: BinaryIO) -> Answer:
    """Count the pages of a PDF."""
    try:
        with closing(pypdfium2.PdfDocument(file)) as document:  # type: ignore[no-untyped-call]  # it ships no types
            pages = len(document)
    except (pypdfium2.PdfiumError, OSError, ValueError, MemoryError):
        return {"readable": False}
    return {"readable": pages > 0, "pages": pages}


def look_at_zip(file: BinaryIO) -> Answer:
    """Tell which office format a packed file is, from its table of contents alone."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if len(names) > MOST_MEMBERS:
                return {"readable": False}
            if "mimetype" in names:
                return {"readable": True, "kind": _open_document(archive)}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, MemoryError):
        return {"readable": False}
    folders = (kind for folder, kind in _FOLDERS.items() if any(name.startswith(folder) for name in names))
    return {"readable": True, "kind": next(folders, "zip")}


def _open_document(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        word = member.read(100).decode("ascii", "replace").rpartition(".")[2]
    return _EDITORS.get(word, "zip")


def look_at(path: str, kind: str) -> Answer:
    """Say what can be said of one file; it is opened only if it is a regular file and no link."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            return look_at_pdf(file) if kind == "pdf" else look_at_zip(file)
    except OSError:
        return {"readable": False}


def main() -> None:
    """Answer line by line until nobody asks any more."""
    limit_memory()
    for line in sys.stdin:
        path, kind = json.loads(line)
        limit_time()
        sys.stdout.write(json.dumps(look_at(path, kind)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
