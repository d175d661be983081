"""EDGE: the terminal. Results go to standard output, messages and progress to standard error.

What officers and strangers wrote passes through here on its way out, whichever verb tells it; so here it is kept from
steering a terminal and from commanding the machine whose log this becomes, and personal data are covered: logs are read
by many.
"""

import os
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TextIO

from ppidgen.diagnostics.shown import for_log
from ppidgen.source.personal.signs import may_hold_personal_data

_SECONDS_BETWEEN = 0.1
_WIDTH = 60


def prepare() -> None:
    """Write UTF-8 and ends of lines as they are, whatever the machine is set to; what cannot be written is a number.

    A stream that the process was started without leads nowhere.
    """
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def result(text: str, allowed: Collection[str] = ()) -> None:
    """Write what was asked for; `allowed` are digests of the personal data that may stand in it."""
    shipped(_covered(text, allowed))


def results(parts: Iterator[str]) -> None:
    """Write what was asked for part after part; what one part ends with tells nothing of what begins the next."""
    colour = has_colour(sys.stdout)
    _write(sys.stdout, (for_log(_covered(part), colour=colour) for part in parts))


def put(out: Path, text: str, allowed: Collection[str] = ()) -> None:
    """Write what was asked for to a file: like a log, it is read by many."""
    _put(out, (_covered(text, allowed),))


def put_all(out: Path, parts: Iterator[str]) -> None:
    """Write to a file part after part."""
    _put(out, map(_covered, parts))


def shipped(text: str) -> None:
    """Write words that ship with the program: their examples hold data that nobody has."""
    _write(sys.stdout, (for_log(text, colour=has_colour(sys.stdout)),))


def orders(parts: Iterator[str]) -> None:
    """Write what was asked for, part after part, so that the machine that runs the program obeys it."""
    _write(sys.stdout, map(_covered, parts))


def result_bytes(raw: bytes) -> None:
    """Write what was asked for where it is no text."""
    with _heard(sys.stdout):
        sys.stdout.buffer.write(raw)
        sys.stdout.flush()


def tell(text: str) -> None:
    """Write a message beside the result."""
    _write(sys.stderr, (for_log(f"{_covered(text)}\n", colour=has_colour(sys.stderr)),))


def _covered(text: str, allowed: Collection[str] = ()) -> str:
    """Give a text with its personal data covered; a build that finds nothing changed says one line without any."""
    if not may_hold_personal_data(text):
        return text
    from ppidgen.source.personal.personal_data import covered

    return covered(text, allowed=allowed)


def has_colour(stream: TextIO) -> bool:
    """Say whether whoever reads the stream sees colour and wants it."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class ProgressLine:
    """One line that says how far long work is; silent unless a person watches a terminal."""

    def __init__(self) -> None:
        self._is_watched = sys.stderr.isatty() and not os.environ.get("CI")
        self._last = 0.0
        self._shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell that `done` of `total` pieces of a stage are ready."""
        now = time.monotonic()
        if not self._is_watched or (now - self._last < _SECONDS_BETWEEN and done < total):
            return
        self._last = now
        self._shown = True
        count = f" {done}/{total}" if total > 1 else ""
        _write(sys.stderr, (f"\r{_words(stage) + count:<{_WIDTH}}",))

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = False
            _write(sys.stderr, (f"\r{'':<{_WIDTH}}\r",))


def _words(stage: str) -> str:
    return {
        "read": _("Reading registers"),
        "pages": _("Making pages"),
        "search": _("Making the search index"),
        "sync": _("Publishing"),
        "pictures": _("Taking pictures of pages"),
        "fetch": _("Fetching the published portal"),
    }.get(stage, stage)


def _write(stream: TextIO, parts: Iterable[str]) -> None:
    with _heard(stream):
        stream.writelines(parts)
        stream.flush()


def _put(out: Path, parts: Iterable[str]) -> None:
    from ppidgen.machine import whole

    whole.put(out, (part.encode() for part in parts))


@contextmanager
def _heard(stream: TextIO) -> Iterator[None]:
    """Fall silent when nobody reads any more (`| head`): the work ends with its own code.

    What else keeps words from coming out, such as a full disk, is a MachineFault; nothing more goes there.
    """
    try:
        yield
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            from ppidgen.machine.faults import fault_of

            raise fault_of(error, _("standard output")) from error
