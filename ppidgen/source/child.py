"""EDGE. Processes of our own that open files which may be hostile: whatever they die of, their parent lives.

A child runs the `main()` of one of our modules, isolated from the environment and from the folder it is started in.
It speaks JSON; a child that dies, hangs or talks nonsense gives no answer, which is an answer too.
"""

import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import reason_of

AS_CHILD = "--as-child"

_PACKAGES = Path(__file__).resolve().parents[2]
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"


def command(module: str) -> list[str]:
    """Give the command that runs the `main()` of one of our modules in an interpreter of its own.

    The one-folder program has no interpreter beside it: there it is itself, called in a way that only it knows.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, AS_CHILD, module]
    return [sys.executable, "-I", "-c", _BOOT.format(module=module), str(_PACKAGES)]


def answer_to(module: str, raw: bytes, patience: int, *arguments: str) -> object:
    """Start a child, give it some bytes, and take its one answer; None when none comes.

    Raises TimeoutError when it takes longer than `patience` seconds.
    """
    try:
        child = subprocess.run(  # noqa: S603 - our own program; what is hostile comes as bytes
            [*command(module), *arguments],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    return _read(child.stdout)


class Child:
    """A child that answers one line with one line; when it dies of a question, the next one starts another."""

    def __init__(self, arguments: list[str], patience: int) -> None:
        self._command = arguments
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()

    def ask(self, question: object) -> object:
        """Give the child's answer, None when none comes in time."""
        child = self._child or self._start()
        if child.stdin is None:
            return None
        answer = None
        with suppress(queue.Empty, OSError):
            child.stdin.write(json.dumps(question).encode() + b"\n")
            child.stdin.flush()
            answer = _read(self._answers.get(timeout=self._patience))
        if answer is None:
            self.stop()
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            child = subprocess.Popen(  # noqa: S603 - our own program; names of files go by its standard input
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            raise MachineFault("MSN022", {"reason": reason_of(error)}) from error
        answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=_listen, args=(child, answers), daemon=True).start()
        self._child, self._answers = child, answers
        return child

    def stop(self) -> None:
        """End the child, if one is running."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _listen(child: subprocess.Popen[bytes], answers: "queue.Queue[bytes]") -> None:
    """Pass on the child's lines; an empty one when it has no more to say."""
    with suppress(OSError, ValueError):
        for line in child.stdout or ():
            answers.put(line)
    answers.put(b"")


def _read(line: bytes) -> object:
    try:
        answer: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return answer
