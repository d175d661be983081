"""Run something that may hang, crash or eat memory in a child process of its own, and say how it ended.

Linux only: the child is a fork of this process, so that a case costs milliseconds, and what it loaded is shared.
"""

import os
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.pace import pace

CPU_SECONDS = 2.0
MEGABYTES = 256
_PATIENCE = 240  # seconds by the clock: the machine is shared, so only a sleeper is ended by it
_SPARE = 6
_PAGE = resource.getpagesize()


class Ending(NamedTuple):
    """How a case ended: what it said against itself ("" when all is well), CPU seconds of a usual machine, memory."""

    fault: str
    seconds: float
    megabytes: float


def bounded(case: Callable[[], str], seconds: float = CPU_SECONDS, megabytes: int = MEGABYTES) -> Ending:
    """Run `case`, which says what is wrong or "", with at most so much time and memory; its children count as well.

    `seconds` are those of a usual machine: a slower one is given more.
    """
    slowness = pace()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _in_child(case, writing, seconds * slowness, megabytes)
    os.close(writing)
    said, late = _heard(reading)
    if late:
        os.killpg(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    took, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    took /= max(slowness, pace()) if took > seconds * slowness else slowness
    return Ending(_verdict(said, status, (took, seconds), (peak, megabytes), late=late), took, peak)


def held_megabytes() -> float:
    """What this process holds in memory; a child begins with the same, so what it held of its own is that much less."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / (1 << 20)


def _verdict(said: str, status: int, time_used: tuple[float, float], memory: tuple[float, int], *, late: bool) -> str:
    if late:
        return f"hangs: nothing for {_PATIENCE} s"
    if os.WIFSIGNALED(status):
        return f"ended by {signal.Signals(os.WTERMSIG(status)).name}"
    if said or os.WEXITSTATUS(status):
        return said or f"left with {os.WEXITSTATUS(status)} and no word"
    if time_used[0] > time_used[1]:
        return f"late: {time_used[0]:.1f} s of CPU"
    return f"large: {memory[0]:.0f} MB" if memory[0] > memory[1] else ""


def _in_child(case: Callable[[], str], writing: int, seconds: float, megabytes: int) -> None:
    status = 1
    try:
        os.setsid()
        # Soft bounds: the program's own children choose theirs, and what they take is measured afterwards. Threads
        # reserve much more address space than they use, so this bound only stops what grows without end.
        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE
        resource.setrlimit(resource.RLIMIT_AS, (held + (_SPARE * megabytes << 20), resource.RLIM_INFINITY))
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.write(writing, case()[-4_000:].encode("utf-8", "backslashreplace"))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever a case raises is what we are here to find
        os.write(writing, traceback.format_exc()[-4_000:].encode("utf-8", "backslashreplace"))
    finally:
        os._exit(status)


def _heard(reading: int) -> tuple[str, bool]:
    """Read what the child says until it ends; the second is true when it outlived our patience."""
    until = time.monotonic() + _PATIENCE
    parts: list[bytes] = []
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while (left := until - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                part = pipe.read(65_536)
                if not part:
                    return b"".join(parts).decode("utf-8", "replace"), False
                parts.append(part)
    return "", True
