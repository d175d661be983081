"""Ctrl-C and SIGTERM: a run that is asked to stop stops, whatever code it happens to be in, and says so once.

Python raises an exception where it stands. Compiled code that cannot pass it on drops it with a remark on the
terminal; then it is raised once more a moment later, until it comes through. What breaks on the way out, in a pool of
processes that was just being set up, say, is no fault and is not told. A module that is being loaded is loaded to its
end first: half of a compiled one can bring the interpreter down. And once the run has wound itself up, the process ends
at once: threads that still wait for something would be cut off in the interpreter's own end, and to free millions of
values one by one takes a fifth of a second.
"""

import os
import signal
import sys
import threading
from types import FrameType
from typing import NoReturn

INTERRUPTED, ENDED = 130, 143

_MOMENT = 0.01
_LOADER = "<frozen importlib"
_HAS_TIMER = hasattr(signal, "setitimer")  # not on Windows

_asked: list[int] = []


def listen() -> None:
    """From now on let Ctrl-C and SIGTERM end the run with their exit codes, and let no request be lost."""
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _end)
    sys.unraisablehook = _dropped
    threading.excepthook = _in_a_thread


def leave(code: int) -> NoReturn:
    """End the process at once; where what was said cannot be brought out, as Python ends, which says so."""
    was_stopped = bool(_asked) and code == _asked[0]
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):  # None where the process was started without it
            stream.flush()
    except OSError:
        if not was_stopped:
            sys.exit(code)
    os._exit(code)


def code() -> int:
    """Give the exit code of a run that was asked to stop, 0 for one that was not."""
    return _asked[0] if _asked else 0


def _interrupt(_signal: int, frame: FrameType | None) -> None:
    _asked.append(INTERRUPTED)
    if not _is_put_off(frame):
        raise KeyboardInterrupt


def _end(_signal: int, frame: FrameType | None) -> None:
    _asked.append(ENDED)
    if not _is_put_off(frame):
        sys.exit(ENDED)


def _is_put_off(frame: FrameType | None) -> bool:
    """Say whether a module is being loaded; then the run is asked again a moment later."""
    while frame and not frame.f_code.co_filename.startswith(_LOADER):
        frame = frame.f_back
    if frame and _HAS_TIMER:
        _ask_again()
    return bool(frame) and _HAS_TIMER


def _dropped(what: "sys.UnraisableHookArgs") -> None:
    if not _asked:
        sys.__unraisablehook__(what)
    elif _HAS_TIMER:
        _ask_again()
    else:
        os._exit(_asked[0])  # the published site is whole at any moment


def _ask_again() -> None:
    signal.signal(signal.SIGALRM, _interrupt if _asked[0] == INTERRUPTED else _end)
    signal.setitimer(signal.ITIMER_REAL, _MOMENT)


def _in_a_thread(what: threading.ExceptHookArgs) -> None:
    if not _asked:
        threading.__excepthook__(what)
