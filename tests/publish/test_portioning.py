from hypothesis import given
from hypothesis import strategies as st

from ppidgen.publish.portioning import portions

ADDRESSES = [f"/informasi/dinas-{number % 37}/entri-{number:05}/" for number in range(6_000)]


@given(st.lists(st.text(max_size=6), unique=True, max_size=400))
def test_every_address_stands_in_one_portion_and_in_its_order(addresses: list[str]) -> None:
    assert [one for run in portions(addresses) for one in run] == addresses


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


def test_a_new_warning_has_no_entry_indexed_again() -> None:
    before = sorted([*ADDRESSES, *(f"/pengumuman/{number}/" for number in range(9))])
    changed = set(portions(sorted([*before, "/pengumuman/banjir/"]))) - set(portions(before))
    assert [address for run in changed for address in run if address.startswith("/informasi/")] == []
