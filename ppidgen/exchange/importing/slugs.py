"""Names for new files: from a title, numbered where it is taken."""

from collections.abc import Iterable

from ppidgen.model.text.slug import MAX_SLUG, slugify

_NAMELESS = "x"


class Names:
    """Names that are taken, whatever the case; gives new ones in the order they are asked for."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.lower() for name in taken}
        self._last: dict[str, int] = {}

    def __contains__(self, name: object) -> bool:
        """Tell whether a name is taken."""
        return str(name).lower() in self._taken

    def take(self, name: str) -> None:
        """Take a name as it is."""
        self._taken.add(name.lower())

    def new(self, text: str, folder: str = "") -> str:
        """Give and take the first free one of `slug`, `slug-2`, `slug-3` ... in a folder ("" or with its slash)."""
        slug = slugify(text) or _NAMELESS
        number = self._last.get(f"{folder}{slug}", 0)
        while True:
            number += 1
            name = slug if number == 1 else f"{slug[: MAX_SLUG - len(str(number)) - 1].rstrip('-')}-{number}"
            if f"{folder}{name}" not in self._taken:
                break
        self._last[f"{folder}{slug}"] = number
        self._taken.add(f"{folder}{name}")
        return f"{folder}{name}"
