"""EDGE: what `ppidgen doctor` asks of a machine, one question each; nothing is left behind."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from gettext import gettext as _
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

from ppidgen.cli.installing import command_for
from ppidgen.diagnostics import MachineFault
from ppidgen.exchange import browser

OLDEST_PYTHON = (3, 11)
ROOM = 500_000_000  # bytes: two generations of a portal of 10,000 entries with room to spare
# What each extra of pyproject.toml brings, by the module that shows it is there.
EXTRAS = {
    "serve": ("starlette", "uvicorn", "watchfiles"),
    "documents": ("typst", "docx"),
    "evidence": ("playwright", "pikepdf"),
    "precompress": ("brotli",),
}


class Verdict(StrEnum):
    """How much an answer matters."""

    FINE = "fine"
    OPTIONAL = "optional"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, how it is, and what helps where it is not fine."""

    subject: str
    verdict: Verdict
    found: str
    help: str = ""


def examine(folder: Path) -> Iterator[Answer]:
    """Ask every question about this machine and the folder of a portal."""
    yield _python()
    yield _packages()
    yield from map(_extra, EXTRAS)
    yield _search_program()
    yield _program("git", shutil.which("git"), _("Needed for the history of the registers and for the web editor."))
    yield _program(
        _("Chrome or Chromium"), browser.program(), _("Needed for the web editor and for screenshots as evidence.")
    )
    yield from _place(folder)


def _python() -> Answer:
    told = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Answer("Python", Verdict.FINE, told)
    return Answer("Python", Verdict.MISSING, told, _("Install Python 3.11 or newer."))


def _packages() -> Answer:
    """Look for every package that the program cannot do without."""
    try:
        wanted = requires("ppidgen") or ()
    except PackageNotFoundError:
        return Answer(_("Required packages"), Verdict.FINE, _("run from a folder of sources"))
    needed = [line.partition(";")[0] for line in wanted if "extra ==" not in line]
    names = [line.split(">")[0].split("=")[0].strip() for line in needed]
    lacking = [name for name in names if not _version(name)]
    if not lacking:
        return Answer(_("Required packages"), Verdict.FINE, str(len(names)))
    found = _("missing: {names}").format(names=", ".join(lacking))
    return Answer(_("Required packages"), Verdict.MISSING, found, _install_anew())


def _install_anew() -> str:
    return _("Install ppidgen anew, for instance: pipx reinstall ppidgen")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _extra(name: str) -> Answer:
    subject = _("Extra {name}").format(name=name)
    lacking = [module for module in EXTRAS[name] if find_spec(module) is None]
    if not lacking:
        return Answer(subject, Verdict.FINE, _("installed"))
    found = _("missing: {names}").format(names=", ".join(lacking))
    return Answer(
        subject, Verdict.OPTIONAL, found, _("From the folder of ppidgen: {command}").format(command=command_for(name))
    )


def _search_program() -> Answer:
    from ppidgen.publish import pagefind

    subject = _("Search indexer (Pagefind)")
    try:
        return Answer(subject, Verdict.FINE, pagefind.version(pagefind.binary()))
    except (MachineFault, OSError, subprocess.SubprocessError):
        return Answer(subject, Verdict.MISSING, _("cannot be started"), _install_anew())


def _program(subject: str, place: str | None, purpose: str) -> Answer:
    if place:
        return Answer(subject, Verdict.FINE, place)
    return Answer(subject, Verdict.OPTIONAL, _("not found"), purpose)


def _place(folder: Path) -> Iterator[Answer]:
    """Try on the disk itself what publishing needs of it."""
    room = shutil.disk_usage(folder).free
    enough = room >= ROOM
    yield Answer(
        _("Free space"),
        Verdict.FINE if enough else Verdict.MISSING,
        f"{room // 1_000_000} MB",
        "" if enough else _("Make room: publishing keeps the old site until the new one is whole."),
    )
    try:
        with tempfile.TemporaryDirectory(prefix=".ppidgen-", dir=folder) as scratch:
            yield from _tried(Path(scratch))
    except OSError:
        help_ = _("Choose a folder in which you may write, or ask for the right to.")
        yield Answer(_("Writing"), Verdict.MISSING, _("not possible"), help_)


def _tried(scratch: Path) -> Iterator[Answer]:
    yield Answer(_("Writing"), Verdict.FINE, _("allowed"))
    yield Answer(*_asked(scratch, _exchanges, _("Swap in one step"), _("There is a gap of less than a millisecond.")))
    yield Answer(*_asked(scratch, _tells_case, _("Upper and lower case apart"), _("Use lower case in all file names.")))


def _asked(
    scratch: Path, question: Callable[[Path], bool], subject: str, otherwise: str
) -> tuple[str, Verdict, str, str]:
    if question(scratch):
        return subject, Verdict.FINE, _("yes"), ""
    return subject, Verdict.OPTIONAL, _("no"), otherwise


def _exchanges(scratch: Path) -> bool:
    from ppidgen.publish.exchange_dirs import exchanged

    one, other = scratch / "one", scratch / "other"
    one.mkdir()
    other.mkdir()
    return exchanged(os.fspath(one), os.fspath(other))


def _tells_case(scratch: Path) -> bool:
    (scratch / "case").touch()
    return not (scratch / "CASE").exists()
