"""A reader that looks at a site over and over while it is published anew."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.crash.striking import REST
from tests.publish.sites import build

PAGES = tuple(f"halaman-{number}/index.html" for number in range(25))
_PAUSE = 0.1  # two generations follow meanwhile, and the second writes over the pages of the first
_SLOW_OF = 25


def torn_looks(folder: Path, looks: int) -> Iterator[str]:
    """Look so often at a site of which one generation follows another; "" for each look that saw one of them whole.

    A look takes time, and a generation may follow within it; then what was read may only go forward.
    """
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "situs"
    build(out, dict.fromkeys(PAGES, b"0"))
    child = os.fork()
    if not child:
        generation = 0
        while not (folder / "cukup").exists():
            generation += 1
            if is_over := generation % 8 > 3:
                time.sleep(REST)
            build(out, dict.fromkeys(PAGES, b"%d" % generation), over=is_over)
        os._exit(0)
    try:
        whole = 0
        while whole < looks:
            first = (out / PAGES[0]).read_bytes()
            seen, last = _slowly(out) if whole % _SLOW_OF == 0 else _quickly(out)
            if seen != sorted(seen, key=int) or (first == last and set(seen) != {first}):
                yield f"a reader saw {sorted(set(seen))} at once"
                return
            if first == last:
                whole += 1
                yield ""
    finally:
        (folder / "cukup").touch()
        os.waitpid(child, 0)


def _quickly(out: Path) -> tuple[list[bytes], bytes]:
    """Read all pages, one after the other; give what they say, and what the last one says then."""
    return [(out / page).read_bytes() for page in PAGES], (out / PAGES[-1]).read_bytes()


def _slowly(out: Path) -> tuple[list[bytes], bytes]:
    """Open all pages and read them long after; give what they say, and what the last one said when all were open."""
    with ExitStack() as held:
        opened = [held.enter_context((out / page).open("rb")) for page in PAGES]
        last = (out / PAGES[-1]).read_bytes()
        time.sleep(_PAUSE)
        return [file.read() for file in opened], last
