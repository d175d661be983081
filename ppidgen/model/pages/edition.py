"""An edition: the portal in one of its further languages, and where its pages stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages of one further language below `prefix` ("/en").

    A `whole` edition has a counterpart of every page; else `addresses` names the pages that have one. `files` are
    those that are no page (the table of the calculator, the words of the search).
    """

    language: str
    prefix: str
    whole: bool = True
    addresses: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def has(self, address: str) -> bool:
        """Say whether the edition has a counterpart of an address of the main language, without its fragment."""
        if address in self.files:
            return True
        return address.endswith("/") if self.whole else address in self.addresses

    def holds(self, address: str) -> bool:
        """Say whether an address is one of this edition."""
        return address.startswith(f"{self.prefix}/")

    def place(self, address: str) -> str:
        """Give the counterpart of an address, or the address itself where there is none or it leads elsewhere."""
        path, sign, rest = _parted(address)
        return f"{self.prefix}{path}{sign}{rest}" if path.startswith("/") and self.has(path) else address


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The same page in a language, which has its own `name`.

    Without an address there ("") the `home` page of the language stands in for it, called `home_name` in its words.
    """

    language: str
    name: str
    address: str
    home: str
    home_name: str


def _parted(address: str) -> tuple[str, str, str]:
    """Part an address from its query or its fragment."""
    ends = [place for sign in "?#" if (place := address.find(sign)) >= 0]
    if not ends:
        return address, "", ""
    end = min(ends)
    return address[:end], address[end], address[end + 1 :]
