"""A reader that looks at a site over and over while it is published anew."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.publish.sites import build

PAGES = tuple(f"halaman-{number}/index.html" for number in range(25))


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
            build(out, dict.fromkeys(PAGES, b"%d" % generation))
        os._exit(0)
    try:
        whole = 0
        while whole < looks:
            first = (out / PAGES[0]).read_bytes()
            seen = [(out / page).read_bytes() for page in PAGES]
            last = (out / PAGES[-1]).read_bytes()
            if seen != sorted(seen, key=int) or (first == last and set(seen) != {first}):
                yield f"a reader saw {sorted(set(seen))} at once"
                return
            if first == last:
                whole += 1
                yield ""
    finally:
        (folder / "cukup").touch()
        os.waitpid(child, 0)
