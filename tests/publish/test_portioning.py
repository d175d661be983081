from hypothesis import given
from hypothesis import strategies as st

from ppidgen.publish.portioning import portions

ADDRESSES = [f"/informasi/dinas-{number % 37}/entri-{number:05}/" for number in range(6_000)]


@given(st.lists(st.text(max_size=6), unique=True, max_size=400), st.text(max_size=2))
def test_every_address_stands_in_one_portion_and_in_its_order(addresses: list[str], apart: str) -> None:
    assert [one for run in portions(addresses, apart) for one in run] == addresses


def test_portions_are_neither_tiny_nor_huge() -> None:
    sizes = [len(run) for run in portions(sorted(ADDRESSES))]
    assert max(sizes) <= 512
    assert min(sizes[:-1]) >= 64
    assert 10 <= len(sizes) <= 50


def test_an_address_that_comes_or_goes_changes_few_portions() -> None:
    before = set(portions(sorted(ADDRESSES)))
    for number in range(0, len(ADDRESSES), 997):
        without = sorted(ADDRESSES[:number] + ADDRESSES[number + 1 :])
        assert len(set(portions(without)) - before) <= 3


def test_a_warning_has_nothing_else_indexed_again() -> None:
    before = sorted([*ADDRESSES, "/penghargaan/", "/profil/", "/pengumuman/", "/statistik/", "/unit/"])
    after = sorted([*before, "/pengumuman/banjir/"])
    changed = set(portions(after, apart="/pengumuman/")) - set(portions(before, apart="/pengumuman/"))
    assert changed == {("/pengumuman/", "/pengumuman/banjir/")}
