"""Numbers that no field can hold, in every field that holds numbers."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from ppidgen.model.elements.record import Part, Record
from ppidgen.model.portal import registers as reg
from tests.portals.laying import check, lay

HUGE = ["9" * 5_000, "-" + "9" * 400, "1e999", ".nan", "0x" + "f" * 300]


def is_number(annotation: object) -> bool:
    return annotation in {int, float} or any(is_number(inner) for inner in get_args(annotation))


def part_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    return next((found for inner in get_args(annotation) if (found := part_in(inner))), None)


def is_many(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is tuple


def numbers(model: type[Part]) -> Iterator[tuple[str, ...]]:
    """Give the keys that lead to each number of a model; "-" stands for an item of a list, "*" for any key."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        part = part_in(field.annotation)
        if part:
            yield from ((key, *(["-"] if is_many(field.annotation) else []), *rest) for rest in numbers(part))
        elif getattr(field.annotation, "__origin__", None) is dict:
            if is_number(field.annotation):
                yield key, "*"
        elif is_number(field.annotation):
            yield (key,)


def written(keys: tuple[str, ...], number: str) -> str:
    text = number
    for key in reversed(keys):
        text = f"[{text}]" if key == "-" else f"{{{'a' if key == '*' else key}: {text}}}"
    return f"{text[1:-1]}\n"


FIELDS = [
    (register, kind, model, keys)
    for register in reg.REGISTERS
    for kind, model in register.variants.items()
    for keys in numbers(model)
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("register", "kind", "keys"),
    [pytest.param(one, kind, keys, id=f"{one.name} {kind} {'.'.join(keys)}") for one, kind, _, keys in FIELDS],
)
def test_a_number_beyond_all_measure_is_told_at_its_line(
    tmp_path: Path, register: reg.Register, kind: str, keys: tuple[str, ...]
) -> None:
    head = f"jenis: {kind}\n" if kind else ""
    names = [register.name] if register.single else [f"{register.name}/x{one}" for one in range(len(HUGE))]
    for number in HUGE if register.single else [""]:
        given = [number] if number else HUGE
        texts = {f"content/{name}.yaml": head + written(keys, one) for name, one in zip(names, given, strict=True)}
        told = check(lay(tmp_path, texts))
        assert told.code == 1, told
        assert {one["path"] for one in told.findings if one["line"] == head.count("\n") + 1} >= texts.keys()


def test_there_are_numbers_to_try() -> None:
    """Hold the search for numbers to a few that are known."""
    found = {(register.name, *keys) for register, _, _, keys in FIELDS}
    assert {("informasi", "tahun"), ("unit", "urutan"), ("laporan", "statistik", "jumlah_permintaan")} <= found
    assert ("dikecualikan", "berkas_ditahan", "-", "ukuran") in found
    assert all(issubclass(model, Record) for _, _, model, _ in FIELDS)
