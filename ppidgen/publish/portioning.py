"""Share an ordered list of addresses out into portions whose bounds follow from the addresses alone (pure)."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

_LEAST, _MOST, _ONE_IN = 96, 1_024, 256


def portions(addresses: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give runs of some 350 addresses; one that comes or goes moves the bounds of its own run and of few others.

    A run ends after an address that its digest chooses, so bounds do not depend on how many stand before them.
    """
    held: list[str] = []
    for address in addresses:
        held.append(address)
        if len(held) >= _MOST or (len(held) >= _LEAST and _chosen(address)):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _chosen(address: str) -> bool:
    return int.from_bytes(blake2b(address.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % _ONE_IN == 0
