"""Ctrl-C and SIGTERM: a run that is asked to stop stops, whatever code it happens to be in, and says so once.

Python raises an exception where it stands. Compiled code that cannot pass it on drops it with a remark on the
terminal; then it is raised once more a moment later, until it comes through. What breaks on the way out, in a pool of
processes that was just being set up, say, is no fault and is not told.
"""

import os
import signal
import sys
import threading
from types import FrameType

INTERRUPTED, ENDED = 130, 143

_MOMENT = 0.01
_HAS_TIMER = hasattr(signal, "setitimer")  # not on Windows

_asked: list[int] = []


def listen() -> None:
    """From now on let Ctrl-C and SIGTERM end the run with their exit codes, and let no request be lost."""
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _end)
    sys.unraisablehook = _dropped
    threading.excepthook = _in_a_thread


def code() -> int:
    """Give the exit code of a run that was asked to stop, 0 for one that was not."""
    return _asked[0] if _asked else 0


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    _asked.append(INTERRUPTED)
    raise KeyboardInterrupt


def _end(_signal: int, _frame: FrameType | None) -> None:
    _asked.append(ENDED)
    sys.exit(ENDED)


def _dropped(what: "sys.UnraisableHookArgs") -> None:
    if not _asked:
        sys.__unraisablehook__(what)
    elif _HAS_TIMER:
        signal.signal(signal.SIGALRM, _interrupt if _asked[0] == INTERRUPTED else _end)
        signal.setitimer(signal.ITIMER_REAL, _MOMENT)
    else:
        os._exit(_asked[0])  # the published site is whole at any moment


def _in_a_thread(what: threading.ExceptHookArgs) -> None:
    if not _asked:
        threading.__excepthook__(what)
