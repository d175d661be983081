"""Whatever stands in a register, a check ends with findings: never with a traceback, never late.

How many examples are tried is the profile's to say: `--hypothesis-profile thorough` tries two thousand each.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppidgen.model.elements.record import Part
from ppidgen.model.portal import registers as reg
from tests.pace import within
from tests.portals.laying import SOUND, Told, check, lay

LONGEST = 2.0
FEW = 40
CHOSEN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

PLACES = [
    f"content/{register.name}{'' if register.single else '/x'}{ending}"
    for register in reg.REGISTERS
    for ending in (".yaml", *(() if register.single else (".md",)))
]


def examples(few: int) -> settings:
    """Give the settings of a test: few examples in the gate, as many as a profile asks for outside of it."""
    asked = settings.default.max_examples if settings.default else few
    return settings(CHOSEN, max_examples=few if asked <= 100 else asked)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("portal"), SOUND)


def assert_told(portal: Path, path: str, raw: bytes) -> Told:
    """Lay one file over a portal, check it, and take the file away again."""
    lay(portal, {path: raw})
    try:
        with within(LONGEST):
            told = check(portal)
        assert told.code in {0, 1}, told.err
        assert told.err == ""
        for one in told.findings:
            assert one["path"], one
            assert one["message"], one
            assert 0 <= one["line"] <= raw.count(b"\n") + raw.count(b"\r") + 2 or one["path"] != path, one
        return told
    finally:
        (portal / path).unlink()
        lay(portal, SOUND)


@pytest.mark.slow
@examples(FEW)
@given(st.sampled_from(PLACES), st.binary(max_size=300))
def test_any_bytes_are_told(sound: Path, path: str, raw: bytes) -> None:
    assert_told(sound, path, raw)


@pytest.mark.slow
@examples(FEW)
@given(st.sampled_from(PLACES), st.text(max_size=200))
def test_any_text_is_told(sound: Path, path: str, text: str) -> None:
    assert_told(sound, path, text.encode("utf-8", "surrogatepass"))


SCALARS = (
    st.sampled_from(
        [*"A/~", "", "ya", "tidak", "berkala", "2024", "2024-02-30", "31-12-2024", "Maret 2025", "a/b", "../x", "a b",
         "https://contoh.go.id/", "x.pdf", "bpkad", "permohonan", "0812 3456 7890", "a@b.go.id", "#0a489f", "B04.a",
         "17a", "9" * 400, "1e999", "-1", "<script>", "a\nb", "[x](y)", "\u202e", "\u00a0", "c" * 1_001, "08.00", ".."]
    )
    | st.text(max_size=8)
    | st.integers()
    | st.none()
)  # fmt: skip
LOOSE: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS.map(str), inner, max_size=3),
    max_leaves=6,
)


def part_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    return next((found for inner in get_args(annotation) if (found := part_in(inner))), None)


def choices(annotation: object) -> Iterator[str]:
    """Give the words that a closed field takes."""
    if isinstance(annotation, type) and hasattr(annotation, "__members__"):
        yield from (str(member.value) for member in annotation)  # type: ignore[attr-defined] # an enumeration
    for inner in get_args(annotation):
        yield from [inner] if isinstance(inner, str) else choices(inner)


def shaped(model: type[Part], depth: int = 0) -> st.SearchStrategy[Any]:
    """Give mappings with the keys of a model, their values right, nearly right or of another kind altogether."""
    keys: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        part = part_in(field.annotation)
        words = list(choices(field.annotation))
        held: st.SearchStrategy[Any] = st.sampled_from(words) if words else SCALARS
        if part and depth < 2:
            held = shaped(part, depth + 1)
        if "tuple" in str(field.annotation):
            held = st.lists(held, max_size=2)
        keys[field.alias or name] = held if depth else held | LOOSE
    required = {key for key, field in zip(keys, model.model_fields.values(), strict=True) if field.is_required()}
    return st.fixed_dictionaries(
        {key: keys[key] for key in required}, optional={key: keys[key] for key in keys.keys() - required}
    )


MODELS = [
    (register, kind, model)
    for register in reg.REGISTERS
    for kind, model in register.variants.items()
]  # fmt: skip


def entries() -> st.SearchStrategy[tuple[str, object]]:
    def of(choice: tuple[reg.Register, str, type[Part]]) -> st.SearchStrategy[tuple[str, object]]:
        register, kind, model = choice
        kinds: dict[str, object] = {reg.KIND_KEY: kind} if kind else {}
        one = shaped(model).map(lambda values: {**values, **kinds})
        path = f"content/{register.name}.yaml" if register.single else f"content/{register.name}/x.yaml"
        return st.tuples(st.just(path), one | st.lists(one, max_size=2) | LOOSE)

    return st.sampled_from(MODELS).flatmap(of)


@pytest.mark.slow
def test_any_structure_under_the_keys_of_a_register_is_told(sound: Path) -> None:
    refused: Counter[bool] = Counter()

    @examples(FEW)
    @given(entries())
    def is_told(entry: tuple[str, object]) -> None:
        path, held = entry
        text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False)
        told = assert_told(sound, path, text.encode("utf-8", "surrogatepass"))
        refused[any(one["path"] == path and one["severity"] == "galat" for one in told.findings)] += 1

    is_told()
    assert min(refused[True], refused[False]) > FEW // 20  # if all fared alike, the structures would prove little
