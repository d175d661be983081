"""Public keys of age: what `age-keygen` writes is taken, and no slip of the pen is."""

import pytest

from ppidgen.model.elements.age_key import LETTERS, is_public_key

# Written by the library of age; nobody keeps the secret half.
KEY = "age16uqh6uv9uwr50jc9wqenk8a73y404dyyvtt2exxdqnwns868hy5qxw397g"


def test_a_key_as_the_program_writes_it_is_taken() -> None:
    assert is_public_key(KEY)


@pytest.mark.parametrize("place", range(4, 62, 7))
def test_one_wrong_letter_is_noticed(place: int) -> None:
    other = LETTERS[(LETTERS.index(KEY[place]) + 1) % len(LETTERS)]
    assert not is_public_key(KEY[:place] + other + KEY[place + 1 :])


@pytest.mark.parametrize("text", ["", "age1", KEY[:-1], KEY + "q", KEY.upper(), KEY.replace("age1", "age2"), "age1é"])
def test_what_has_another_form_is_no_key(text: str) -> None:
    assert not is_public_key(text)
