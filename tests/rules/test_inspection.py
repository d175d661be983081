from collections import Counter

import pytest

from ppidgen.model.portal.assembly import NAMELESS
from ppidgen.model.rulebook import parse_page
from ppidgen.rules import ALL, inspect
from tests.rules.examples import RULEBOOK
from tests.rules.portals import body, codes, context


def test_every_rule_has_its_page() -> None:
    assert [rule.code for rule in ALL if rule.code not in RULEBOOK] == []


def test_no_code_stands_in_two_tables() -> None:
    assert [code for code, count in Counter(rule.code for rule in ALL).items() if count > 1] == []


def test_a_rule_whose_ground_has_fallen_is_skipped_and_says_so() -> None:
    found = inspect(context(rejected={"layanan": frozenset({"maklumat"})}))
    assert not {"LYN004", "LYN006", "LYN009", "LYN011"}.intersection(codes(found))
    (postponed,) = [finding for finding in found if finding.code == "RUJ015"]
    assert postponed.data == {"codes": "DOK009, LYN004, LYN006, LYN009, LYN011", "registers": "layanan"}


def test_a_body_that_was_never_written_is_not_asked_for_its_decrees() -> None:
    found = codes(inspect(context(body=body(name=NAMELESS))))
    assert not {"LYN001", "LYN002", "LYN013", "DIP003"}.intersection(found)
    assert "RUJ015" not in found


def test_a_page_of_the_rulebook_that_is_broken_names_itself() -> None:
    text = "---\nkode: DIP001\nnama: Dua Kata\nkeparahan: galat\npesan: a\npesan_en: a\n---\n## Mengapa\n\nb\n"
    with pytest.raises(ValueError, match="DIP001"):
        parse_page(text)
