"""A portal built by the program itself, as whoever publishes it would build it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

DAY = "2026-11-20"
ORIGIN = "https://ppid.contoh.example"


@dataclass(frozen=True)
class Site:
    """A published site: its folder and the path of its host below which it lies."""

    folder: Path
    base: str = "/"

    @property
    def base_url(self) -> str:
        """Give the address that the site knows as its own."""
        return ORIGIN + self.base

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Read every file, by its path from the folder."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    @cached_property
    def served(self) -> Mapping[str, bytes]:
        """Give every file by the path that a browser asks its host for."""
        return {self.base + path: content for path, content in self.files.items()}

    @property
    def pages(self) -> Mapping[str, bytes]:
        """Give the HTML of every page by its path from the folder; published documents are no pages."""
        return {path: content for path, content in self.files.items() if is_page(path)}


def is_page(path: str) -> bool:
    """Say whether a file of the site is a page."""
    return path.endswith(".html") and not path.startswith("berkas/")


def build(
    portal: Path,
    out: Path,
    *,
    base: str = "/",
    environment: Mapping[str, str] | None = None,
    mask: int = 0o022,
    processors: int = 0,
    day: Sequence[str] = ("--as-of", DAY),
    before: Sequence[str] = (),
) -> Site:
    """Build a portal in a process of its own, on so many processors (0: on all), started by the words `before`."""
    allowed = set(sorted(os.sched_getaffinity(0))[: processors or None])
    verb = [*before, sys.executable, "-m", "ppidgen", "build", ".", "--out", str(out), *day]
    done = subprocess.run(
        [*verb, "--base-url", ORIGIN + base],
        cwd=portal,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(environment or {})},
        umask=mask,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(out, base)
