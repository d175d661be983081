"""Time `score` beside `check` on the same portal, in turn, as whole processes: `python -m tests.bench.score`.

Each round runs both once, the caches as the round before left them; ratios are taken inside a round, of seconds by
the clock and of processor seconds. Nothing here asserts anything.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import corpus

DAY = "2026-11-23"


def timed(verb: str, portal: Path) -> tuple[float, float]:
    """Run a verb to its end; give its seconds by the clock and those of processors, its children's too."""
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "ppidgen", verb, str(portal), "--as-of", DAY]
    subprocess.run(command, check=False, capture_output=True)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, spent


def main() -> None:
    """Read the size and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        portal = Path(folder) / "portal"
        corpus.write_portal(portal, chosen.size)
        timed("check", portal)
        rounds = [(timed("check", portal), timed("score", portal)) for _ in range(chosen.rounds)]
    for place, name in enumerate(("wall", "cpu")):
        check, score = (statistics.median(pair[verb][place] for pair in rounds) for verb in range(2))
        ratio = statistics.median(scored[place] / checked[place] for checked, scored in rounds)
        print(f"{name}: check {check:.2f} s, score {score:.2f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
