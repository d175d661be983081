"""EDGE. The browser of this machine: where it lies, and how it is started.

It is asked for by whoever takes pictures and by whoever tells what a machine has, so that both mean the same one.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ppidgen.diagnostics import MachineFault

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXTRA_MISSING = "MSN054"
NO_BROWSER = "MSN053"
# The last has no window, which is enough for pictures on a server.
ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "chromium-headless-shell")
# Where the makers put their browsers; on Windows below one of the folders that `_ROOTS` names.
_INSTALLED = {
    "linux": ("/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"),
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"),
}
_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_QUIET = ("--disable-background-networking", "--disable-component-update", "--font-render-hinting=none")


def program() -> str | None:
    """Give the browser on the path, else one where its maker puts it, None when there is neither."""
    on_the_path = next(filter(None, map(shutil.which, ON_THE_PATH)), None)
    return on_the_path or next((str(place) for place in _places() if place.is_file()), None)


def _places() -> Iterator[Path]:
    named = _INSTALLED.get(sys.platform, ())
    if sys.platform == "win32":
        roots = [Path(folder) for name in _ROOTS if (folder := os.environ.get(name))]
        return (root / name for name in named for root in roots)
    return map(Path, named)


def is_confined() -> bool:
    """Say whether the browser is started in its own sandbox: always, but for root, whom Chromium refuses it."""
    return not (hasattr(os, "geteuid") and os.geteuid() == 0)


@contextmanager
def started() -> Iterator["Browser"]:
    """Start the browser of this machine, else the one that came with Playwright.

    Raises MachineFault without the extra or a browser, and when the browser stops early.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - the extra may not be installed
    except ModuleNotFoundError as missing:
        raise MachineFault(EXTRA_MISSING, {"program": missing.name or "playwright"}) from missing
    try:
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(
                executable_path=program(), args=list(_QUIET), chromium_sandbox=is_confined()
            )
            try:
                yield opened
            finally:
                opened.close()
    except Error as error:
        raise MachineFault(NO_BROWSER, {"reason": _reason(error.message)}) from error


def _reason(message: str) -> str:
    """Give the line that says what is wrong: the one about the sandbox, which stands below the first, else that one."""
    lines = message.splitlines() or [""]
    return next((line for line in lines if "sandbox" in line.casefold()), lines[0]).strip()
