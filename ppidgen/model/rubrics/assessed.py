"""For which bodies a rubric edition was made, as its head names them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from ppidgen.model.elements.vocabulary import BodyKind, Level

EVERY_BODY = "semua"
_REGIONAL = frozenset({Level.PROVINCE, Level.REGENCY})


class _Assessed(NamedTuple):
    """Which bodies a word means; `within` says that it means an office within a larger body."""

    kinds: frozenset[BodyKind]
    levels: frozenset[Level]
    within: bool = False


_EXECUTIVE = frozenset({BodyKind.EXECUTIVE})
_MEANT: Mapping[str, _Assessed] = MappingProxyType(
    {
        "provinsi": _Assessed(_EXECUTIVE, frozenset({Level.PROVINCE})),
        "kabupaten-kota": _Assessed(_EXECUTIVE, frozenset({Level.REGENCY})),
        "opd": _Assessed(_EXECUTIVE, _REGIONAL, within=True),
        "kelurahan": _Assessed(_EXECUTIVE, frozenset({Level.REGENCY}), within=True),
        "kapanewon": _Assessed(_EXECUTIVE, frozenset({Level.REGENCY}), within=True),
        "kalurahan": _Assessed(frozenset({BodyKind.VILLAGE}), frozenset(Level)),
        "desa": _Assessed(frozenset({BodyKind.VILLAGE}), frozenset(Level)),
        "bumd": _Assessed(frozenset({BodyKind.STATE_ENTERPRISE}), _REGIONAL),
        "blud": _Assessed(frozenset({BodyKind.EXECUTIVE, BodyKind.OTHER_STATE}), _REGIONAL, within=True),
        "vertikal": _Assessed(frozenset(BodyKind) - {BodyKind.VILLAGE}, frozenset({Level.NATIONAL})),
        "eselon-i": _Assessed(_EXECUTIVE, frozenset({Level.NATIONAL}), within=True),
        "upt": _Assessed(_EXECUTIVE, frozenset({Level.NATIONAL}), within=True),
    }
)


class Fit(StrEnum):
    """How an edition fits what is scored by it."""

    FITS = "fits"
    OTHER_BODIES = "other_bodies"
    OFFICES_ONLY = "offices_only"
    WHOLE_BODIES_ONLY = "whole_bodies_only"


def fit(words: Iterable[str], kind: BodyKind, level: Level, *, of_unit: bool, has_units: bool) -> Fit:
    """Tell whether an edition is for a body of this kind, or for one unit of it; words of others' rubrics may fit."""
    named = tuple(words)
    if not named or EVERY_BODY in named or not all(word in _MEANT for word in named):
        return Fit.FITS
    meant = [one for one in map(_MEANT.__getitem__, named) if kind in one.kinds and level in one.levels]
    if not meant:
        return Fit.OTHER_BODIES
    if of_unit:
        return Fit.FITS if any(one.within for one in meant) else Fit.WHOLE_BODIES_ONLY
    # A body without units may itself be an office: a regional agency with a portal of its own.
    return Fit.OFFICES_ONLY if has_units and all(one.within for one in meant) else Fit.FITS
