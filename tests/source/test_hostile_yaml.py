"""Texts made to hang, crash or deceive a reader: each ends quickly, in a value or in findings."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.diagnostics import Finding
from ppidgen.source.register_text import frontmatter, text
from ppidgen.source.register_text import yaml as registers
from ppidgen.source.register_text.nodes import Node, Place, Scalar, Sequence, Table
from tests.pace import ends_soon

PATH = "content/a.yaml"

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(f"k{i}: &k{i} {{<<: [{', '.join(['*a'] * 10)}]}}\n" for i in range(200))

HOSTILE = {
    "brackets": "[" * 200_000,
    "braces": "{" * 200_000,
    "keys in brackets": "[a: " * 50_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "levels": "".join(f"{' ' * i}a:\n" for i in range(1_300)),
    "flow levels": "a: " + "[" * 10_000 + "]" * 10_000,
    "laughs": LAUGHS,
    "merges": MERGES,
    "object": "a: !!python/object/apply:os.system ['echo x']\n",
    "long number": f"a: {'9' * 5_000}\n",
    "impossible day": "a: 2024-02-30\n",
    "bad timestamp": "a: !!timestamp x\n",
    "many items": "- a\n" * 240_000,
    "many keys": "".join(f"k{i}: {i}\n" for i in range(70_000)),
    "many duplicates": "a: 1\n" * 100_000,
    "many mistakes": "judul: a: b\n" * 30_000,
    "many unclosed": 'judul: "a\n' * 30_000,
    "many false spaces": "judul:\u00a0a\u200b\n" * 40_000,
    "one long line": "a" * 900_000,
    "one long mistake": "a: " + "b: " * 300_000,
    "one long quote": "a: '" + "b" * 900_000,
    "quotes": "'" * 500_000,
    "many hashes": "a: b #c\n" * 60_000,
    "many aliases": "- *a\n" * 100_000,
    "anchors": "&a " * 100_000,
    "tags": "!a " * 100_000,
    "surrogates": 'a: "\\ud800"\nb: "\\udc00"\n',
    "large escape": 'a: "\\UFFFFFFFF"\n',
    "directives": "%TAG ! tag:x:\n" * 20_000,
    "colons": ":" * 300_000,
    "spaces": " " * 900_000 + "x",
    "lines": "\n" * 900_000,
    "a mistake below many lines": "a:\n  - {b: c, d::" + "\n" * 899_000 + '::[^1]:: "No"}\n',
    "tabs": "\t\n" * 300_000 + "a: b: c",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_dealt_with_in_two_seconds(name: str) -> None:
    def dealt_with(text: str) -> None:
        checked = registers.parse(PATH, text)
        assert checked.value is not None or checked.findings or not text.strip()

    ends_soon(dealt_with, HOSTILE[name], 2.0)


@pytest.mark.parametrize("name", ["brackets", "flow levels", "levels"])
def test_depth_is_bounded(name: str) -> None:
    assert {finding.code for finding in registers.parse(PATH, HOSTILE[name]).findings} == {"SUM026"}


def test_number_and_size_are_bounded() -> None:
    assert [one.code for one in registers.parse(PATH, HOSTILE["many items"]).findings] == ["SUM027"]
    assert [one.code for one in registers.parse(PATH, "a" * 1_000_001).findings] == ["SUM028"]


def test_laughs_are_told_and_not_expanded() -> None:
    checked = registers.parse(PATH, LAUGHS)
    assert {finding.code for finding in checked.findings} == {"SUM020"}
    assert sum(1 for _ in places(checked.value)) < 120


def test_at_most_a_hundred_faults_of_one_kind_are_told() -> None:
    codes = [finding.code for finding in registers.parse(PATH, HOSTILE["many duplicates"]).findings]
    assert codes.count("SUM012") == 100


def test_a_deep_text_does_not_kill_the_interpreter() -> None:
    """The parser of the library recurses; that a test survives it proves little, so a process of its own is asked."""
    deep = "parse('a', '[' * 200_000 + ']' * 200_000)"
    program = f"from ppidgen.source.register_text.yaml import parse; print({deep}.findings[0].code)"
    path = os.pathsep.join(sys.path)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONPATH": path}
    )
    assert ran.stdout == "SUM026\n"


def places(node: Node | None) -> Iterator[Place]:
    match node:
        case Scalar(place=place):
            yield place
        case Sequence(items=items, place=place):
            yield place
            for item in items:
                yield from places(item)
        case Table(values=values, keys=keys, place=place):
            yield place
            yield from keys.values()
            for value in values.values():
                yield from places(value)


def assert_inside(place: Place | None, finding: Finding | None, lines: list[str]) -> None:
    """Check that a place lies inside a text of these lines, and does not end before it begins."""
    if finding is not None:
        span = finding.span
        if not span.line:
            return
        place = Place(span.line, span.column, span.end_line, span.end_column)
    assert place is not None
    assert 1 <= place.line <= place.end_line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 1
    assert place[:2] <= place[2:]


# Text that is nearly a register finds more than text drawn from all of Unicode.
PIECES = st.sampled_from(
    ["judul", "a", "b", ": ", ":", "\n", "\n  ", "\n    ", "- ", "-", " ", "\t", "'", '"', "#", " #", "[", "]", "{",
     "}", ",", "&a", "*a", "!x ", "|", ">", "|-", "%", "@", "`", "?", "? ", "<<", "---", "\n---\n", "...", "\\",
     "\\u202e", "\u00a0", "\u200b", "\ufeff", "é", "\U0001f600", "~", "null", "0812", "Jum'at", "\u2028", "\x85",
     "\x00"]
)  # fmt: skip
NEARLY_YAML = st.lists(PIECES, max_size=40).map("".join)


@given(NEARLY_YAML | st.text(max_size=60))
def test_any_text_gives_a_value_or_findings_inside_the_text(typed: str) -> None:
    checked = registers.parse(PATH, typed)
    lines = typed.split("\n")
    for place in places(checked.value):
        assert_inside(place, None, lines)
    for finding in checked.findings:
        assert_inside(None, finding, lines)
        assert all(isinstance(word, str) for word in finding.data.values())


@given(st.binary(max_size=200) | NEARLY_YAML.map(lambda typed: typed.encode("utf-8", "replace")))
def test_any_bytes_give_a_value_or_findings_inside_the_file(raw: bytes) -> None:
    for path in ("content/a.yaml", "content/a.md"):
        decoded = text.decode(path, raw)
        if decoded.value is None:
            assert decoded.findings
            continue
        lines = decoded.value.split("\n")
        more = frontmatter.split(path, decoded.value) if path.endswith("md") else registers.parse(path, decoded.value)
        for finding in (*decoded.findings, *more.findings):
            assert_inside(None, finding, lines)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=40))
def test_a_quoted_text_comes_back_as_typed(value: str) -> None:
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    node = registers.parse(PATH, f'judul: "{quoted}"\n').value
    assert isinstance(node, Table)
    scalar = node.values["judul"]
    assert isinstance(scalar, Scalar)
    assert scalar.text == value


@given(NEARLY_YAML)
def test_without_libyaml_the_same_is_read(typed: str) -> None:
    """Where both loaders accept a text they must agree; on faulty ones only the words of the parser differ."""
    fast = registers.parse(PATH, typed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registers, "_Loader", yaml.BaseLoader)
        slow = registers.parse(PATH, typed)
    if not fast.findings and not slow.findings:
        assert slow == fast
