"""Every page about source text shows a wrong and a right file; both must behave as the page says."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from ppidgen.diagnostics import Finding
from ppidgen.model.rulebook import parse_page
from ppidgen.report.wording import say
from ppidgen.source.register_text import frontmatter, text, yaml

RULEBOOK = Path(__file__).resolve().parents[2] / "ppidgen/data/rulebook"
FENCE = re.compile(r"^```\w+ (?P<path>\S+)(?P<escaped> escaped)?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")


class Example(NamedTuple):
    code: str
    path: str
    raw: bytes


def as_bytes(body: str) -> bytes:
    """Turn `\\xNN` into a byte and `\\uNNNN` into a letter."""
    parts: list[bytes] = []
    end = 0
    for found in ESCAPE.finditer(body):
        parts.append(body[end : found.start()].encode())
        parts.append(bytes.fromhex(found[1]) if found[1] else chr(int(found[2], 16)).encode())
        end = found.end()
    return b"".join([*parts, body[end:].encode()])


def examples(title: str) -> list[Example]:
    found: list[Example] = []
    for page in sorted(RULEBOOK.glob("SUM*.md")):
        section = page.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
        for fence in FENCE.finditer(section):
            raw = as_bytes(fence["text"]) if fence["escaped"] else fence["text"].encode()
            found.append(Example(page.stem, fence["path"], raw))
    return found


def findings(example: Example) -> tuple[Finding, ...]:
    decoded = text.decode(example.path, example.raw)
    if decoded.value is None:
        return decoded.findings
    if example.path.endswith(".md"):
        return decoded.findings + frontmatter.split(example.path, decoded.value).findings
    return decoded.findings + yaml.parse(example.path, decoded.value).findings


def name(example: Example) -> str:
    return example.code


@pytest.mark.parametrize("example", examples("Salah"), ids=name)
def test_the_wrong_example_yields_the_code_of_its_page_and_no_other(example: Example) -> None:
    assert {finding.code for finding in findings(example)} == {example.code}


@pytest.mark.parametrize("example", examples("Benar"), ids=name)
def test_the_right_example_yields_nothing(example: Example) -> None:
    assert findings(example) == ()


@pytest.mark.parametrize("example", examples("Salah"), ids=name)
@pytest.mark.parametrize("language", ["id", "en"])
def test_message_and_hint_leave_no_place_open(example: Example, language: str) -> None:
    page = parse_page((RULEBOOK / f"{example.code}.md").read_text(encoding="utf-8"))
    wording = page.wording(language)
    for finding in findings(example):
        told = [say(wording.message, finding.data, wording), say(wording.hint, finding.data, wording)]
        assert [sentence for sentence in told if not sentence or re.search(r"\{[a-z]", sentence)] == []
        assert {related.role for related in finding.related} <= wording.roles.keys()


@pytest.mark.parametrize("example", [one for one in examples("Salah") if one.path.endswith(".yaml")], ids=name)
def test_the_corrected_line_that_a_finding_offers_is_free_of_faults(example: Example) -> None:
    for finding in findings(example):
        if fixed := finding.data.get("fixed"):
            assert yaml.parse(example.path, fixed + "\n").findings == ()


def test_most_pages_show_a_file() -> None:
    assert len({example.code for example in examples("Salah")}) >= 34
