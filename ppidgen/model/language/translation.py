"""Translations: beside `x.md` lies `x.en.md` with the same keys, and in it those texts that are said in English too.

A translation becomes a record of the same type: the original with its translated texts. What the file leaves out stays
in the main language; only words of a language can be translated, never a code, a day or a file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from ppidgen.diagnostics import Checked, Finding, Related
from ppidgen.model.elements.record import Part, Record
from ppidgen.model.language.translated import parts_in, spoken_fields
from ppidgen.model.portal.binding import bind_line, variant
from ppidgen.model.portal.registers import ID_KEY, KIND_KEY, UNIT_KEY, Register
from ppidgen.model.portal.sheet import Line, Sheet

Keys = tuple[str | int, ...]

# Keys that say which record is meant, or of which kind it is; they may stand in a translation as they are.
_ALIKE = frozenset({ID_KEY, KIND_KEY, UNIT_KEY})


def translated(
    translations: Iterable[tuple[str, Register, Sheet]],
    originals: Iterable[tuple[Register, Sheet]],
    rejected: Mapping[str, frozenset[str]],
    units: frozenset[str],
) -> Checked[tuple[tuple[str, Record], ...]]:
    """Make the records of translations, each with its language; one whose original could not be read is left alone."""
    wanted = tuple(translations)
    lines = {(of.name, line.id): line for of, sheet in originals for line in sheet.lines} if wanted else {}
    made: list[tuple[str, Record]] = []
    findings: list[Finding] = []
    first: dict[tuple[str, str, str], Line] = {}
    for language, register, sheet in wanted:
        for line in sheet.lines:
            original = lines.get((register.name, line.id))
            if line.id in rejected.get(register.name, ()):
                continue
            known = first.setdefault((language, register.name, line.id), line)
            if original is not None and known is not line:
                findings.append(_twin(line, known, language))
            elif original is not None:
                record = translate(original, line, register, units)
                findings += record.findings
                made += [(language, record.value)] if record.value else []
            else:
                findings.append(Finding("BHS001", line.origin.start, {"id": line.id, "language": language}))
    return Checked(tuple(made), tuple(findings))


def _twin(line: Line, first: Line, language: str) -> Finding:
    data = {"id": line.id, "language": language, "other": str(first.origin.start)}
    return Finding("BHS006", line.origin.start, data, (Related(first.origin.start, "first"),))


def translate(original: Line, own: Line, register: Register, units: frozenset[str]) -> Checked[Record | None]:
    """Give the record that `original` is in the language of `own`; `units` as for `bind_sheet`."""
    record = variant(original.values.get(KIND_KEY), register)
    faults = tuple(_faults(record, own.values, original.values, own, ())) if record else ()
    if faults or record is None:
        return Checked(None, faults)
    merged = _merged(original.values, own.values)
    return bind_line(Line(original.id, {**merged, ID_KEY: original.id}, own.origin), register, units)


def _faults(
    model: type[Part], own: Mapping[str, object], original: object, line: Line, above: Keys
) -> Iterator[Finding]:
    """Tell what cannot be translated: keys that hold no words, and items that the original does not have."""
    inner, known = spoken_keys(model), original if isinstance(original, Mapping) else {}
    for key, value in own.items():
        keys = (*above, key)
        if key not in inner:
            if above or key not in _ALIKE:
                yield Finding("BHS002", line.origin.key(*keys), {"key": key, "keys": ", ".join(inner)})
            continue
        part = inner[key]
        if part is not None and isinstance(value, Sequence) and not isinstance(value, str):
            items = known.get(key, ())
            yield from _faults_in_list(part, value, items if isinstance(items, Sequence) else (), line, keys)
        elif part is not None and isinstance(value, Mapping):
            yield from _faults(part, value, known.get(key), line, keys)


def _faults_in_list(
    part: type[Part], own: Sequence[object], original: Sequence[object], line: Line, above: Keys
) -> Iterator[Finding]:
    if len(own) > len(original):
        data = {"key": str(above[-1]), "count": str(len(own)), "original": str(len(original))}
        yield Finding("BHS003", line.origin.at(*above, len(original)), data)
    for place, (value, known) in enumerate(zip(own, original, strict=False)):
        if isinstance(value, Mapping):
            yield from _faults(part, value, known, line, (*above, place))


def _merged(original: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    return {**original, **{key: _joined(original.get(key), value) for key, value in own.items()}}


def _joined(original: object, own: object) -> object:
    """Put a translated value over the original one; parts of a list by their place, texts of a list all at once."""
    match original, own:
        case dict(), dict():
            return _merged(original, own)
        case list() | tuple(), list() | tuple() if any(isinstance(one, Mapping) for one in own):
            told = (_joined(known, value) for known, value in zip(original, own, strict=False))
            return (*told, *original[len(own) :])
        case _:
            return own


@cache
def spoken_keys(model: type[Part]) -> Mapping[str, Any]:
    """Give the keys of a type that hold words, each with the type of the parts in it, None for words themselves."""
    known: dict[str, Any] = {}
    for name in spoken_fields(model):
        field = model.model_fields[name]
        known[field.alias or name] = next(iter(parts_in(field.annotation)), None)
    return known
