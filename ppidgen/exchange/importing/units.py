"""Units found by the names that tables give them: as the portal has them, nearly so, or new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ppidgen.exchange.importing.slugs import Names
from ppidgen.exchange.wording import normal, one_line
from ppidgen.model.import_table import ImportWords
from ppidgen.model.records.unit import Unit
from ppidgen.model.text.slug import MAX_SLUG, slugify

_ALIKE = 0.85
_LONG_ENOUGH = 5
_CORE = 2
_LONGEST_AREA = 4


@dataclass(slots=True)
class NewUnit:
    """A unit that the portal does not have yet, with the other spellings met."""

    id: str
    name: str
    code: str = ""
    others: list[str] = field(default_factory=list)
    parent: str = ""


@dataclass(slots=True)
class _Known:
    id: str
    words: tuple[str, ...]
    area: tuple[str, ...]
    code: str
    parent: str
    new: NewUnit | None


class UnitBook:
    """The units of the portal and those that this import adds."""

    def __init__(self, units: Iterable[Unit], taken: Iterable[str], words: ImportWords) -> None:
        self.words = words
        self.names = Names(taken)
        self.new: list[NewUnit] = []
        self._known: list[_Known] = []
        self._by_name: dict[str, list[_Known]] = {}
        self._found: dict[tuple[str, str, str], str] = {}
        for unit in units:
            for name in filter(None, (unit.name, unit.short_name, *unit.other_names, unit.id)):
                self._learn(unit.id, name, unit.region_code or "", unit.parent or "", None)

    def is_unit_name(self, text: str) -> bool:
        """Tell a text that begins as names of units do."""
        words = f"{normal(text)} "
        return any(words.startswith(f"{start} ") for start in self.words.unit_starts)

    def matching(self, name: str) -> str:
        """Give the id of the unit with this name or nearly so, "" for none."""
        found = self._exact(name, "", "") or self._near(name)
        return found.id if found else ""

    def known(self, name: str) -> str:
        """Give the id of the unit that has exactly this name, "" for none."""
        found = self._by_name.get(normal(name))
        return found[0].id if found else ""

    def has(self, name: str, code: str = "", parent: str = "") -> bool:
        """Tell whether there is a unit with exactly this name, code and parent's name."""
        return self._exact(name, code, parent) is not None

    def find(self, name: str, code: str = "", parent: str = "", *, near: bool = True) -> str:
        """Give the id of a unit by its name, code and parent's name; one nobody has heard of becomes a new unit.

        Long names may differ by slips of the keyboard when `near`; in a list of villages one letter is a village.
        """
        key = (normal(name), code, parent)
        if key not in self._found:
            known = self._exact(name, code, parent) or (self._near(name) if near else None)
            if known is None:
                known = self._add(name, code, parent)
            elif known.new is not None and normal(known.new.name) != key[0]:
                known.new.others.append(one_line(name))
            self._found[key] = known.id
        return self._found[key]

    def _exact(self, name: str, code: str, parent: str) -> _Known | None:
        for known in self._by_name.get(normal(name), ()):
            if code and known.code:
                if code == known.code:
                    return known
            elif not (parent and known.parent and slugify(parent) != slugify(known.parent)):
                return known
        return None

    def _near(self, name: str) -> _Known | None:
        words, area = self._parts(name)
        for known in self._known:
            if (not area or not known.area or _alike(area, known.area)) and _alike(words, known.words):
                return known
        return None

    def _add(self, name: str, code: str, parent: str) -> _Known:
        words, area = self._parts(name)
        unit_id = self.names.new(" ".join(words) if area and len(normal(name)) > MAX_SLUG else name)
        new = NewUnit(unit_id, one_line(name), code, parent=parent)
        self.new.append(new)
        return self._learn(unit_id, name, code, parent, new)

    def _learn(self, unit_id: str, name: str, code: str, parent: str, new: NewUnit | None) -> _Known:
        words, area = self._parts(name)
        known = _Known(unit_id, words, area, code, parent, new)
        self._known.append(known)
        self._by_name.setdefault(normal(name), []).append(known)
        return known

    def _parts(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Part "Dinas Kesehatan Kota Contoh" into what it is and where."""
        words = [word for word in normal(name).split() if word not in self.words.stop_words]
        for index in range(len(words) - 1, _CORE - 1, -1):
            if words[index] in self.words.areas and index + _LONGEST_AREA > len(words) > index + 1:
                return tuple(words[:index]), tuple(words[index + 1 :])
        return tuple(words), ()


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell two names that differ only by slips of the keyboard: the same words, long ones nearly so."""
    if len(ours) != len(theirs):
        return "".join(ours) == "".join(theirs)
    return all(mine == other or _slip(mine, other) for mine, other in zip(ours, theirs, strict=True))


def _slip(mine: str, other: str) -> bool:
    if min(len(mine), len(other)) < _LONG_ENOUGH or not (mine.isalpha() and other.isalpha()) or mine[0] != other[0]:
        return False
    return SequenceMatcher(None, mine, other, autojunk=False).ratio() >= _ALIKE
