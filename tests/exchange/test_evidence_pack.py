"""A Paket Bukti: what lies where in it."""

from ppidgen.exchange.evidence.pack import shot_path


def test_each_page_has_a_picture_of_its_own_however_alike_their_addresses_are() -> None:
    addresses = ("/", "/informasi/a/b-c/", "/informasi/a-b/c/", "/informasi/a-b-c/", "/informasi/a/")
    assert len({shot_path(address) for address in addresses}) == len(addresses)
    assert shot_path("/informasi/bpkad/lra-2025/") == "tangkapan/informasi/bpkad/lra-2025.png"
