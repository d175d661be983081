"""Ctrl-C and SIGTERM: a run that is asked to stop stops, whatever code it happens to be in.

Python raises an exception where it stands. Compiled code that cannot pass it on drops it with a remark on the
terminal; then it is raised once more a moment later, until it comes through.
"""

import os
import signal
import sys
from types import FrameType

ENDED = 143

_MOMENT = 0.01
_NO_TIMER = not hasattr(signal, "setitimer")  # Windows


def listen() -> None:
    """From now on let SIGTERM end the run with its exit code, and let no request to stop be lost."""
    signal.signal(signal.SIGTERM, _end)
    sys.unraisablehook = _dropped


def _end(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(ENDED)


def _dropped(what: "sys.UnraisableHookArgs") -> None:
    if isinstance(what.exc_value, KeyboardInterrupt):
        _again(signal.default_int_handler)
    elif isinstance(what.exc_value, SystemExit):
        _again(_end)
    else:
        sys.__unraisablehook__(what)


def _again(handler: "signal._HANDLER") -> None:
    if _NO_TIMER:
        os._exit(ENDED)  # the published site is whole at any moment
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, _MOMENT)
