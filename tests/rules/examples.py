"""Small portals: what the examples of the rulebook show, upon a portal without faults."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from ppidgen import pipeline
from ppidgen.diagnostics import Finding
from ppidgen.model.records.waiver import Waiver
from ppidgen.model.rulebook import ExampleFile
from ppidgen.options import Options
from ppidgen.reading.study import read_portal
from ppidgen.report import Diagnostics, explain
from ppidgen.report.shipped import Rulebook

AS_OF = date(2026, 2, 16)
SOUND = Path(__file__).with_name("sound")
RULEBOOK = Rulebook()


@cache
def sound_files() -> dict[str, bytes]:
    """Give the files of a portal in which nothing is at fault on the day AS_OF."""
    return {
        file.relative_to(SOUND).as_posix(): file.read_bytes() for file in sorted(SOUND.rglob("*")) if file.is_file()
    }


def lay_out(files: Iterable[ExampleFile], root: Path) -> None:
    """Write the sound portal with the example's files over it; a file that is all comment is one that is missing."""
    contents = sound_files() | {file.path: file.raw for file in files}
    for path, raw in contents.items():
        lines = [line for line in raw.decode("utf-8", "replace").splitlines() if line.strip()]
        if lines and all(line.startswith("# ") for line in lines):
            continue
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)


def diagnose(files: Iterable[ExampleFile], root: Path, *, audited: bool = False) -> Diagnostics:
    """Read the example as `ppidgen check` would, and tell what is found; `audited` also composes its pages."""
    lay_out(files, root)
    options = Options(as_of=AS_OF, processes=1)
    if audited:
        outcome = pipeline.check(root, options)
        return told(outcome.findings, outcome.study.context.portal.waivers)
    study = read_portal(root, options)
    return told(study.findings, study.context.portal.waivers)


def told(findings: Iterable[Finding], waivers: tuple[Waiver, ...] = (), language: str = "id") -> Diagnostics:
    """Put findings into words on the day AS_OF."""
    return explain(findings, RULEBOOK, waivers, as_of=AS_OF, language=language)
