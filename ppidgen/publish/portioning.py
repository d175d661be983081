"""Share an ordered list of addresses out into portions whose bounds follow from the addresses alone (pure)."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

# An edit has its whole run indexed again (0.5 ms for each page); each run more makes every joining dearer (5 ms).
_LEAST, _MOST, _ONE_IN = 64, 512, 160


def portions(addresses: Sequence[str], apart: str = "") -> Iterator[tuple[str, ...]]:
    """Give runs of some 200 addresses; one that comes or goes moves the bounds of its own run and of few others.

    A run ends after an address that its digest chooses, so bounds do not depend on how many stand before them, and
    before another part of the site. Addresses that begin with `apart` share a run with no others: what is warned of has
    nothing else indexed again.
    """
    held: list[str] = []
    for address in addresses:
        if held and _is_bound(held[-1], address, len(held), apart):
            yield tuple(held)
            held = []
        held.append(address)
        if len(held) >= _MOST or (len(held) >= _LEAST and _chosen(address)):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _is_bound(last: str, following: str, size: int, apart: str) -> bool:
    """Say whether a run of this size ends between two addresses."""
    if apart and last.startswith(apart) != following.startswith(apart):
        return True
    return size >= _LEAST and _part(last) != _part(following)


def _part(address: str) -> str:
    """Give the first step of an address: "informasi" of "/informasi/bpkad/lkpd-2024/"."""
    return address.partition("/")[2].partition("/")[0]


def _chosen(address: str) -> bool:
    return int.from_bytes(blake2b(address.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % _ONE_IN == 0
