"""Time a save until an open browser shows it, in a portal of N entries: `python -m tests.bench.serve`.

Nothing here asserts anything. A Chromium has the page of the entry open, as the officer who writes it has; what is told
is the time by the clock from the save of a title until the heading on the screen says it. An officer reads what came of
a save before the next one: so between two the preview is left alone for as long as `--pause` says, in which it looks
through all pages.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench import corpus
from tests.bench.run import EDITED
from tests.portals.laying import serving

ADDRESS = EDITED.removeprefix("content/").removesuffix(".md")
LONGEST_MS = 120_000


def saves(page: Page, place: Path, rounds: int, pause: float) -> Iterator[float]:
    """Save the entry again and again; give the seconds until its page shows each title."""
    for number in range(rounds):
        time.sleep(pause)
        text = place.read_text(encoding="utf-8")
        title = f"Simpanan ke-{number + 1}"
        head, _, rest = text.partition("judul: ")
        began = time.perf_counter()
        place.write_text(f"{head}judul: {title}\n{rest.partition(chr(10))[2]}", encoding="utf-8")
        page.locator("h1", has_text=title).wait_for(timeout=LONGEST_MS)
        yield time.perf_counter() - began


def measure(portal: Path, chromium: str, rounds: int, pause: float) -> list[float]:
    """Serve a portal and give the seconds of every save, the first of them left out: it loads what others find."""
    with serving(portal, "serve") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}{ADDRESS}/", timeout=LONGEST_MS)
        found = list(saves(page, portal / EDITED, rounds + 1, pause))
        browser.close()
    return found[1:]


def main() -> None:
    """Read the sizes and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[2_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pause", type=float, default=10.0, help="seconds between two saves")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is needed and was not found")
    print("entries | median s | best s | worst s\n---|---|---|---")
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            corpus.write_portal(Path(folder), size)
            found = measure(Path(folder), chromium, chosen.rounds, chosen.pause)
        print(f"{size} | {statistics.median(found):.2f} | {min(found):.2f} | {max(found):.2f}", flush=True)


if __name__ == "__main__":
    main()
