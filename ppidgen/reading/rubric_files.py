"""EDGE: the rubric editions that ship, and a rubric in a file that whoever runs the program names."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ppidgen.diagnostics import Checked, MachineFault
from ppidgen.machine.faults import reason_of
from ppidgen.model.portal.assembly import Records
from ppidgen.model.portal.registers import EVIDENCE, SITE
from ppidgen.model.records.body import Site
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.reading.shipped import shipped_law
from ppidgen.scoring.reading import Read, read_rubric
from ppidgen.source import package_data

FOLDER = "rubrik"
ENDING = ".yaml"
STANDARD = "perki-1-2021"


@cache
def _paths() -> dict[str, str]:
    found = (name for name in package_data.names(FOLDER) if name.endswith(ENDING))
    return {name.rpartition("/")[2].removesuffix(ENDING): name for name in found}


def known() -> tuple[str, ...]:
    """Name the editions that ship, the standard one first."""
    return tuple(sorted(_paths(), key=lambda name: (name != STANDARD, name)))


def text_of(edition: str) -> tuple[str, bytes] | None:
    """Give the path and text of a shipped edition, None when there is none of that name."""
    path = _paths().get(edition)
    return (path, package_data.read_text(path).encode()) if path else None


def shipped(edition: str) -> Read | None:
    """Read a shipped edition once, None when there is none of that name; ValueError when it is broken, our bug."""
    return _read(edition) if edition in _paths() else None


@cache
def _read(edition: str) -> Read:
    path = _paths()[edition]
    made = read_rubric(path, package_data.read_text(path).encode(), shipped_law(), text_of)
    if made.value is None:
        raise ValueError(f"{path}: {[(one.code, str(one.span), dict(one.data)) for one in made.findings]}")
    return made.value


def named_by(records: Records) -> Mapping[str, Rubric]:
    """Read the shipped editions in whose folders evidence lies, and that of the score which a portal publishes."""
    scores = [site.score for site in records.of(SITE, Site) if site.score]
    wanted = {one.edition for one in records.of(EVIDENCE, Attestation)} | {one.rubric for one in scores}
    names = sorted(wanted & _paths().keys())
    return {name: found.rubric for name in names if (found := shipped(name))}


def from_file(path: Path) -> Checked[Read | None]:
    """Read the rubric in a file that an officer or auditor names, with every fault in it."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise MachineFault("MSN004", {"path": str(path), "reason": reason_of(error)}) from error
    return read_rubric(path.as_posix(), raw, shipped_law(), text_of)
