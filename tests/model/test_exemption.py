"""The legal basis of an exemption in one line."""

import pytest

from ppidgen.model.records.exemption import LegalBasis


@pytest.mark.parametrize(
    ("act", "article", "told"),
    [
        (None, None, "Pasal 17 huruf e UU 14/2008"),
        ("UU 17/2023", "Pasal 177", "Pasal 17 huruf e UU 14/2008, UU 17/2023, Pasal 177"),
        (None, "Pasal 17 huruf e angka 4", "UU 14/2008, Pasal 17 huruf e angka 4"),
        ("UU KIP", "Pasal 17 huruf e angka 4", "UU KIP, Pasal 17 huruf e angka 4"),
    ],
)
def test_a_basis_names_its_letter_and_its_act_once(act: str | None, article: str | None, told: str) -> None:
    basis = LegalBasis.model_validate({"huruf": "17e", "undang_undang": act, "pasal": article})
    assert basis.named("Pasal 17 huruf e", "UU 14/2008") == told
