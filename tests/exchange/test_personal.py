import pytest

from ppidgen.exchange.personal import without_identities
from ppidgen.model.import_table import ImportWords


@pytest.mark.parametrize(
    "number",
    [
        "3211011212850001",
        "3211015212850001",
        "317101 170845 0001",
        "9601014101000001",
        "9501011505050001",
        "３２１１０１１２１２８５０００１",
    ],
)
def test_identity_numbers_are_covered(number: str, words: ImportWords) -> None:
    covered = without_identities(f"Warga {number}.", words)
    assert number not in covered
    assert covered.startswith(f"Warga {number[:4]}")


@pytest.mark.parametrize(
    "text",
    [
        "3211013212850001",
        "3011011212850001",
        "1234567890123456",
        "3211013002850001",
        "0123456789012345",
        "2000011212850001",
        "3211017212850001",
        "Rp3.211.011.212.850.001",
        "321101121285000112",
    ],
)
def test_other_long_numbers_stay(text: str, words: ImportWords) -> None:
    assert without_identities(text, words) == text


def test_a_label_makes_any_sixteen_digits_an_identity(words: ImportWords) -> None:
    assert "1234567890123456" not in without_identities("NIK: 1234567890123456", words)
