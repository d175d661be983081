"""What any test may ask for: the checkout, and the outside programs of the slow tests."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# As the program has it; these tests call its verbs in this process.
gc.disable()
# Derandomised: a red gate means that the change is wrong, not that the dice fell badly today.
# No deadline: the machines that run this are shared and slow.
settings.register_profile("house", deadline=None, derandomize=True)
# For an evening rather than the gate: pytest --hypothesis-profile thorough
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile("house")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def swift_path() -> Iterator[Path]:
    """Give an empty folder, in memory where that can be: there a sync costs nothing, for tests that sync a lot."""
    memory = "/dev/shm"  # noqa: S108 - a folder of this test's own is made in it
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def nu_checker(repository: Path) -> Path:
    """Give the jar of the Nu HTML checker, to be run with `java -jar`."""
    jar = repository / ".gate/node/node_modules/vnu-jar/build/dist/vnu.jar"
    assert jar.exists(), "The HTML checker is not installed; `bash tests/gate.sh` installs it."
    return jar


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of Debian's Chromium without windows: its engine, and a page opens in a quarter of the time."""
    program = shutil.which("chromium-headless-shell")
    assert program, "Chromium is not installed; `bash tests/gate.sh` installs it."
    return program


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Give a headless browser that talks to nobody on its own account."""
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield opened
        opened.close()
