"""Whether a check asks something that can be answered: one question, of registers, fields and duties that exist."""

from collections.abc import Iterable, Iterator, Mapping

from ppidgen.diagnostics import Finding
from ppidgen.diagnostics.nearest import nearest
from ppidgen.diagnostics.shown import shown
from ppidgen.model.elements.record import Part
from ppidgen.model.law.whole import Law
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.registers import Register
from ppidgen.model.records.service import Procedure, ServiceCharter
from ppidgen.model.records.service_report import ServiceStatistics
from ppidgen.model.rubrics.check import (
    CharterTest,
    Check,
    DutyTest,
    FieldsTest,
    PackageTest,
    ProcedureTest,
    RegisterTest,
    ReportTest,
    SeriesTest,
)
from ppidgen.scoring.places import Path, Places

REGISTERS: Mapping[str, Register] = {
    register.name: register for register in reg.REGISTERS if register not in (reg.WAIVERS, reg.EVIDENCE)
}


def faults_of_check(check: Check, path: Path, law: Law, places: Places) -> Iterator[Finding]:
    """Tell what is wrong with a check and with those inside it."""
    if len(check.asked) != 1:
        yield Finding("RBK002", places.at(path), {"count": str(len(check.asked))})
    joined = (("all_of", check.all_of), ("any_of", check.any_of))
    for key, inner in joined:
        for position, one in enumerate(inner):
            yield from faults_of_check(one, (*path, key, position), law, places)
    if check.none_of:
        yield from faults_of_check(check.none_of, (*path, "none_of"), law, places)
    for name in check.asked:
        question = getattr(check, name)
        if isinstance(question, Part) and not isinstance(question, Check):
            yield from _faults_of(question, (*path, name), law, places)


def _faults_of(question: Part, path: Path, law: Law, places: Places) -> Iterator[Finding]:
    match question:
        case RegisterTest():
            yield from _register(question.name, path, places)
            keys = _keys_of(question.name)
            yield from _keys(question.where, keys, (*path, "where"), places, named=True)
            yield from _keys(question.filled, keys, (*path, "filled"), places)
        case FieldsTest():
            yield from _register(question.name, path, places)
            yield from _keys(question.keys, _keys_of(question.name), (*path, "keys"), places)
        case ProcedureTest():
            yield from _keys(question.keys, _aliases((Procedure,)), (*path, "keys"), places)
        case CharterTest():
            yield from _keys(question.keys, _aliases((ServiceCharter,)), (*path, "keys"), places)
        case ReportTest():
            yield from _keys(question.statistics, _aliases((ServiceStatistics,)), (*path, "statistics"), places)
        case DutyTest() | PackageTest():
            yield from _codes(question.codes, law, (*path, "codes"), places)
        case SeriesTest():
            yield from _codes((question.code,), law, (*path, "code"), places, alone=True)


def _register(name: str, path: Path, places: Places) -> Iterator[Finding]:
    if name not in REGISTERS:
        data = {"value": shown(name), "guess": nearest(name, REGISTERS), "choices": ", ".join(REGISTERS)}
        yield Finding("RBK003", places.at((*path, "name")), data)


def _keys_of(register: str) -> frozenset[str] | None:
    return _aliases(REGISTERS[register].record_types) if register in REGISTERS else None


def _aliases(kinds: Iterable[type[Part]]) -> frozenset[str]:
    return frozenset(field.alias or name for kind in kinds for name, field in kind.model_fields.items())


def _keys(
    asked: Iterable[str], known: frozenset[str] | None, path: Path, places: Places, *, named: bool = False
) -> Iterator[Finding]:
    for position, key in enumerate(asked):
        if known is not None and key not in known:
            span = places.key((*path, key)) if named else places.at((*path, position))
            yield Finding("RBK004", span, {"value": shown(key), "guess": nearest(key, known)})


def _codes(codes: Iterable[str], law: Law, path: Path, places: Places, *, alone: bool = False) -> Iterator[Finding]:
    for position, code in enumerate(codes):
        if code not in law.duties and not any(known.startswith(f"{code}.") for known in law.duties):
            span = places.at(path) if alone else places.at((*path, position))
            yield Finding("RBK010", span, {"value": shown(code), "guess": nearest(code, law.duties)})
