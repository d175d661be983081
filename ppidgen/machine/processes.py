"""EDGE: several processes for one piece of work. A forked one sees all that its parent knew without a copy.

Where there is no fork, or no second processor, one process does it all; what is made is the same.
"""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from threading import Thread
from traceback import format_exc
from typing import Any, TypeVar

# Below this many pages or files a second process costs more than it brings (measured: start and return 30 ms).
WORTH_SHARING = 400
_PORTION = 100
_A_MOMENT = 0.05  # seconds

T = TypeVar("T")
R = TypeVar("R")

_jobs: Sequence[Callable[[], Any]] = ()


def portions(things: Sequence[T]) -> list[Sequence[T]]:
    """Cut many things into as many as one process takes at a time."""
    return [things[first : first + _PORTION] for first in range(0, len(things), _PORTION)]


def processors() -> int:
    """Give how many processes may work at once: a container or a host often lets us use fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_several(processes: int) -> bool:
    """Say whether so many processes are more than one, and can be forked here."""
    return processes > 1 and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def pool(jobs: Sequence[Callable[[], R]], processes: int) -> Iterator[Callable[[Iterable[int]], Iterator[R]]]:
    """Give what has jobs done, named by their numbers, by some processes; what they make comes in the order asked for.

    The jobs are there before the processes, which inherit them with all that they rest on: only numbers and what was
    made pass between.
    """
    global _jobs  # noqa: PLW0603 - so a forked process inherits them
    if not is_several(processes):
        yield lambda numbers: (jobs[number]() for number in numbers)
        return
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    pipe = os.pipe()
    _jobs = jobs
    try:
        with ProcessPoolExecutor(processes, mp_context=fork, initializer=_follow_parent, initargs=pipe) as executor:
            try:
                yield partial(executor.map, _do_job)
            except BaseException:
                executor.shutdown(cancel_futures=True)
                raise
    finally:
        _jobs = ()
        for end in pipe:
            os.close(end)


def _do_job(number: int) -> Any:  # noqa: ANN401 - what a job makes is known where it is given
    return _jobs[number]()


@contextmanager
def in_background(
    task: Callable[[], Iterable[R]], while_waiting: Callable[[], None] = lambda: None
) -> Iterator[Callable[[], R]]:
    """Let another process do one task while this one goes on; each call of what is given waits for the next it made.

    It has no thread, as a pool would have: this process may fork again, and so may the other. Who leaves without
    waiting ends it, and so does what is done `while_waiting`, again and again, when it raises something.
    """
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    alive, (result, answer) = os.pipe(), fork.Pipe(duplex=False)
    child = fork.Process(target=_do, args=(task, alive, answer))
    child.start()
    os.close(alive[0])
    answer.close()
    try:
        yield lambda: _taken(result, while_waiting)
    finally:
        child.kill()
        child.join()
        result.close()
        os.close(alive[1])


def _do(task: Callable[[], Iterable[object]], alive: tuple[int, int], answer: Connection) -> None:
    """Do the task in the other process, and send what it makes and what it meets."""
    _follow_parent(*alive)
    try:
        for made in task():
            answer.send(made)
    except Exception as met:  # noqa: BLE001 - it is raised where the task was given
        met.add_note(format_exc())
        answer.send(met)


def _taken(result: Connection, while_waiting: Callable[[], None]) -> Any:  # noqa: ANN401 - as with `_do_job`
    while not result.poll(_A_MOMENT):
        while_waiting()
    try:
        made = result.recv()
    except EOFError as end:
        raise BrokenExecutor("another process ended without an answer") from end
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
