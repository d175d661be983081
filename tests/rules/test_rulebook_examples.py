import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ppidgen.diagnostics import Severity
from ppidgen.report import Diagnostics
from ppidgen.report.wording import unfilled
from tests.rules.examples import RULEBOOK, diagnose

FAMILIES = ("SKM", "RUJ", "DIP", "KWJ", "DIK", "LYN", "PRK", "LAP", "DOK", "HKM", "PDP", "SIT", "TLR", "BHS")
# No form of register text leads here; the code stands for refusals of a later pydantic that nobody has named yet;
# an example of the others would be a file of 50,000 bytes and more, one that its reader dies of, or a theme.
UNREACHABLE = frozenset({"SKM025", "DOK010", "DOK032", "SIT020", "SIT021", "SIT022", "BHS005"})
# Codes about the finished site, which are found only once its pages are composed.
OF_THE_SITE = frozenset({"SIT001", "SIT002", "SIT003", "DIK090", "PDP009", "RUJ016"})
# What comes along where one cause is two faults.
COMPANIONS = {
    "DIK090": {"DIK091"},  # the file that would be published also lies in the tree
    "RUJ013": {"DIK090", "DIK091"},  # the same file stopped again, by the leak gate
    "RUJ015": {"SKM001"},  # a register that could not be read in full is what this code is about
    "SIT001": {"SUM052"},  # two files that only some computers tell apart
}
# Below RBK020 the codes are about rubrics, which lie outside a portal; `tests/scoring` runs their examples.
ABOUT_EVIDENCE = "RBK02"
CODES = sorted(code for code in RULEBOOK if code.startswith((*FAMILIES, ABOUT_EVIDENCE)) and code not in UNREACHABLE)


@cache
def diagnosed(code: str, *, wrong: bool) -> Diagnostics:
    page = RULEBOOK[code]
    with TemporaryDirectory() as folder:
        return diagnose(page.wrong if wrong else page.right, Path(folder), audited=code in OF_THE_SITE)


def test_a_portal_without_faults_has_nothing_told(tmp_path: Path) -> None:
    assert [one.code for one in diagnose((), tmp_path, audited=True).told] == []


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_yields_the_code_of_its_page_and_nothing_as_grave(code: str) -> None:
    grave = RULEBOOK[code].severity.rank
    told = {one.code for one in diagnosed(code, wrong=True).told if one.severity.rank >= grave}
    assert told - COMPANIONS.get(code, set()) == {code}


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_free_of_it_and_of_errors(code: str) -> None:
    told = diagnosed(code, wrong=False).told
    assert [f"{one.code} {one.message}" for one in told if one.code == code or one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", CODES)
def test_message_and_hint_leave_no_place_open(code: str) -> None:
    told = [one for one in diagnosed(code, wrong=True).told if one.code == code]
    assert [one.message + one.hint for one in told if re.search(r"\{[a-z_]+(:[a-z]+)?\}", one.message + one.hint)] == []
    assert all(place.words for one in told for place in one.related)


def test_a_code_without_an_example_is_one_that_no_register_can_yield() -> None:
    assert {code for code in RULEBOOK if code.startswith(FAMILIES)} - set(CODES) == UNREACHABLE


@pytest.mark.parametrize("code", sorted(RULEBOOK))
def test_both_languages_have_as_much_to_say(code: str) -> None:
    page = RULEBOOK[code]
    ours, theirs = page.wording("id"), page.wording("en")
    assert [bool(ours.message), bool(ours.hint)] == [bool(theirs.message), bool(theirs.hint)]
    assert ours.roles.keys() == theirs.roles.keys()
    assert ours.terms.keys() == theirs.terms.keys()
    assert all(unfilled(sentence).strip() for sentence in (*ours.message, *ours.hint, *theirs.message, *theirs.hint))


@pytest.mark.parametrize("code", sorted(RULEBOOK))
def test_the_page_is_named_after_the_fault(code: str) -> None:
    page = RULEBOOK[code]
    assert page.code == code
    assert page.why
    assert page.name.islower()
