"""EDGE: several processes for one piece of work. A forked one sees all that its parent knew without a copy.

Where there is no fork, or no second processor, one process does it all; what is made is the same.
"""

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from threading import Thread
from traceback import format_exc
from typing import Any, Protocol, TypeVar

W = TypeVar("W")
R = TypeVar("R")


class Crew(Protocol):
    """How portions of work are given out: at once, and the results come in their order."""

    def __call__(self, task: Callable[[W], R], portions: Sequence[W], /) -> Iterator[R]:
        """Give out the portions."""
        ...


def processors() -> int:
    """Give how many processes may work at once: a container or a host often lets us use fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_several(processes: int) -> bool:
    """Say whether so many processes are more than one, and can be forked here."""
    return processes > 1 and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def crew(processes: int) -> Iterator[Crew]:
    """Give what shares out portions among some processes."""
    if not is_several(processes):
        yield map
        return
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    pipe = os.pipe()
    try:
        with ProcessPoolExecutor(processes, mp_context=fork, initializer=_follow_parent, initargs=pipe) as pool:
            try:
                yield pool.map
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
    finally:
        for end in pipe:
            os.close(end)


@contextmanager
def aside(task: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Let another process do one task while this one goes on; what is given waits for what it made.

    It has no thread, as a pool would have: this process may fork again. Who leaves without waiting ends it.
    """
    gc.freeze()
    alive, result = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.close(result[0])
        _do_aside(task, alive, result[1])
    os.close(alive[0])
    os.close(result[1])
    try:
        with os.fdopen(result[0], "rb") as made:
            yield lambda: _taken(made.read())
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(alive[1])


def _do_aside(task: Callable[[], object], alive: tuple[int, int], result: int) -> None:
    """Do the task in the other process, send what it made or what it met, and end."""
    try:
        _follow_parent(*alive)
        try:
            made: object = task()
        except Exception as met:  # noqa: BLE001 - it is raised where the task was given
            met.add_note(format_exc())
            made = met
        with os.fdopen(result, "wb") as answer:
            answer.write(pickle.dumps(made))
    finally:
        os._exit(0)


def _taken(answer: bytes) -> Any:  # noqa: ANN401 - what the task gives is known where it is asked for
    if not answer:
        raise BrokenExecutor("another process ended without an answer")
    made = pickle.loads(answer)  # noqa: S301 - sent by a process of our own through a pipe that nobody else has
    if isinstance(made, Exception):
        raise made
    return made


def _follow_parent(ear: int, mouth: int) -> None:
    """Let a worker end with its parent, even with one that is killed: it would wait for ever, and hold the lock.

    Once every worker has closed its copy of `mouth`, only the parent keeps the pipe open. An interrupt from the
    keyboard reaches the workers too; what becomes of it is the parent's to decide.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.close(mouth)

    def wait() -> None:
        os.read(ear, 1)
        os._exit(1)

    Thread(target=wait, daemon=True).start()
