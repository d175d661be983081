"""The program as a process that has loaded itself already: it forks for each call.

Two thirds of the time of a short run are spent on loading modules, the law and the catalogue of words, which are the
same for each run. Whatever a call does, it does in a process of its own, with its own folder, settings, outputs and
exit code. Run as a program: `python -m tests.cli.loaded READ_END WRITE_END`.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Self

from ppidgen.cli import VERBS, language, main
from tests.portals.laying import SOUND, build, lay

_SECONDS = 120


class LoadedProgram:
    """The loaded program, seen from the test that calls it."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Start it, with nothing of this machine but what `settings` names."""
        (calls, self._calls), (self._codes, codes) = os.pipe(), os.pipe()
        command = [sys.executable, "-m", __spec__.name, str(calls), str(codes)]
        self._process = subprocess.Popen(command, env=settings, pass_fds=(calls, codes), stdin=subprocess.DEVNULL)
        os.close(calls)
        os.close(codes)

    def __enter__(self) -> Self:
        """Give it to those who call."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        os.close(self._calls)
        os.close(self._codes)
        self._process.wait()

    def call(
        self, arguments: Sequence[str], cwd: Path, settings: Mapping[str, str], outputs: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run one call to its end; what it writes passes through two files in the folder `outputs`."""
        files = [outputs / "stdout", outputs / "stderr"]
        order = {"arguments": arguments, "cwd": str(cwd), "settings": settings, "outputs": list(map(str, files))}
        os.write(self._calls, json.dumps(order).encode() + b"\n")
        answer = os.read(self._codes, 16)
        assert answer, "the loaded program is gone"
        out, err = (file.read_text(encoding="utf-8") for file in files)
        return subprocess.CompletedProcess(arguments, int(answer), out, err)


def _load() -> None:
    """Load all that a run may need and no call can change."""
    language.use("id")
    for module in ("ppidgen.cli.program", *VERBS.values()):
        import_module(module)
    import_module("ppidgen.reading.shipped").shipped("id")
    import_module("ppidgen.report.shipped").score_words("id")
    with tempfile.TemporaryDirectory() as folder:
        build(lay(Path(folder), SOUND))  # compiles the templates
    gc.freeze()


def _serve(calls: int, codes: int) -> None:
    """Fork for each call, and return in the forked process."""
    with os.fdopen(calls) as lines:
        for line in lines:
            child = os.fork()
            if not child:
                return _become(json.loads(line))
            os.write(codes, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    os._exit(0)


def _become(order: Mapping[str, object]) -> None:
    match order:
        case {"arguments": [*arguments], "cwd": str(cwd), "settings": {**settings}, "outputs": [*outputs]}:
            for number, path in enumerate(outputs, start=1):
                os.dup2(os.open(str(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            os.chdir(cwd)
            os.environ.clear()
            os.environ.update({str(name): str(value) for name, value in settings.items()})
            sys.argv = ["ppidgen", *map(str, arguments)]
            signal.alarm(_SECONDS)


if __name__ == "__main__":
    _load()
    _serve(*map(int, sys.argv[1:]))
    main()
