"""Share an ordered list of addresses out into portions whose bounds follow from the addresses alone (pure)."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

# An edit has its whole run indexed again (0.5 ms for each page); each run more makes every joining dearer (5 ms).
_LEAST, _MOST, _ONE_IN = 64, 512, 160


def portions(addresses: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give runs of some 200 addresses; one that comes or goes moves the bounds of its own run and of few others.

    A run ends after an address that its digest chooses, so bounds do not depend on how many stand before them, and
    before another part of the site: a warning that is new has no run of entries indexed again.
    """
    held: list[str] = []
    for address in addresses:
        if len(held) >= _LEAST and _part(address) != _part(held[-1]):
            yield tuple(held)
            held = []
        held.append(address)
        if len(held) >= _MOST or (len(held) >= _LEAST and _chosen(address)):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _part(address: str) -> str:
    """Give the first step of an address: "informasi" of "/informasi/bpkad/lkpd-2024/"."""
    return address.partition("/")[2].partition("/")[0]


def _chosen(address: str) -> bool:
    return int.from_bytes(blake2b(address.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % _ONE_IN == 0
