"""EDGE. Which records the rules of an earlier run were asked of, and which of them told something of one.

Digests and codes alone are kept, never what was told. Safe to delete at any time: whoever finds nothing asks again, and
what was damaged is as good as nothing.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ppidgen.source.caches import cache_file

_NAME = "rules.json"


class Asked(NamedTuple):
    """The fingerprints of the records that were asked about, and by rule those of which it told something.

    `ground` stands for all else that the rules look at, themselves included.
    """

    ground: str = ""
    records: frozenset[str] = frozenset()
    telling: Mapping[str, frozenset[str]] = MappingProxyType({})


NOTHING_ASKED = Asked()


def recall_asked(cache: Path) -> Asked:
    """Give what the last run kept; whatever is not ours, or was damaged, is as good as nothing."""
    match cache_file.recalled(cache / _NAME):
        case {"ground": str(ground), "records": list(records), "telling": dict(telling)}:
            if all(map(_are_texts, (records, *telling.values()))):
                return Asked(ground, frozenset(records), {code: frozenset(own) for code, own in telling.items()})
    return NOTHING_ASKED


def keep_asked(cache: Path, asked: Asked) -> None:
    """Write what a run learnt; where it cannot be written, the next run is slower and nothing else."""
    telling = {code: sorted(own) for code, own in asked.telling.items()}
    cache_file.keep(cache / _NAME, {"ground": asked.ground, "records": sorted(asked.records), "telling": telling})


def _are_texts(held: object) -> bool:
    return isinstance(held, list) and {*map(type, held)} <= {str}
