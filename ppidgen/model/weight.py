"""How heavy pages are on their way to a reader."""

from dataclasses import dataclass

PAGE, STYLE, SCRIPT, FONT = "page", "style", "script", "font"


@dataclass(frozen=True, slots=True)
class Weight:
    """What a reader fetches to see a page for the first time, images apart: (kind, name, bytes on the wire) each."""

    path: str
    parts: tuple[tuple[str, str, int], ...]

    @property
    def whole(self) -> int:
        """Give the bytes of all parts."""
        return sum(size for _, _, size in self.parts)

    @property
    def without_fonts(self) -> int:
        """Give the bytes of all parts but the fonts."""
        return sum(size for kind, _, size in self.parts if kind != FONT)

    @property
    def heaviest(self) -> tuple[str, str, int]:
        """Give the heaviest part."""
        return max(self.parts, key=lambda part: part[2])
