"""What the rulebook shows of rubrics: each wrong example yields its code and nothing else, each right one is sound."""

import re

import pytest

from ppidgen.diagnostics import Finding
from ppidgen.reading import rubric_files
from ppidgen.reading.shipped import shipped_law
from ppidgen.report.explain import tell
from ppidgen.report.shipped import Rulebook
from ppidgen.scoring.reading import read_rubric

RULEBOOK = Rulebook()
# From RBK020 on the codes are about evidence, which lies in a portal.
CODES = sorted(code for code in RULEBOOK if code.startswith("RBK0") and code < "RBK020")


def findings(code: str, *, wrong: bool) -> tuple[Finding, ...]:
    page = RULEBOOK[code]
    (example,) = page.wrong if wrong else page.right
    return read_rubric(example.path, example.raw, shipped_law(), rubric_files.text_of).findings


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_yields_its_code_alone_with_line_and_column(code: str) -> None:
    found = findings(code, wrong=True)
    assert {one.code for one in found} == {code}
    assert all(one.span.line and one.span.column for one in found)


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_sound(code: str) -> None:
    assert findings(code, wrong=False) == ()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_message_and_hint_leave_no_place_open(code: str, language: str) -> None:
    for one in findings(code, wrong=True):
        told = tell(one, RULEBOOK[code], language)
        assert not re.search(r"\{[a-z_]+(:[a-z]+)?\}", told.message + told.hint)
        assert told.hint
