"""What helps a page to be passed on: its permanent address, a message, the picture that messengers show.

Without slots, as all that pages hold.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Share:
    """A page's permanent address, whole; `message` is the address that hands it to a messenger ("" for none).

    The theme adds a QR symbol of the address.
    """

    address: str
    message: str = ""
    kind: ClassVar[str] = "bagikan"


@dataclass(frozen=True)
class Picture:
    """The picture that stands for a page where it is linked to: its address in the portal and the words on it."""

    address: str
    title: str
    eyebrow: str = ""
    foot: str = ""

    @property
    def text(self) -> str:
        """Say in words what the picture shows."""
        return ". ".join(part for part in (self.title, self.eyebrow, self.foot) if part)
