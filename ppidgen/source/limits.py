"""EDGE. What a child process that opens hostile files may take: memory, time, and no file of its own.

Called in the child only. Windows has no such limits; there the parent's patience alone must do.
"""

import sys


def limit(memory: int) -> None:
    """Bound the memory of this process, in bytes, and forbid it to write any file."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: int) -> None:
    """Allow this process some more seconds of work, counted from now; past them the system ends it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - as above

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))
