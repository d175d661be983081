"""What a list holds that its decree cannot, being older: it grows on between two decrees (Perki 1/2021 Pasal 45)."""

from collections.abc import Iterable
from datetime import date

from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.parts import Decree


def published_after(listed: Decree | None, entries: Iterable[InformationEntry]) -> int:
    """Count the entries of the DIP that were published after its decree."""
    return sum(1 for one in entries if one.published and one.published > listed.day) if listed else 0


def decided_after(listed: Decree | None, standing: Iterable[Exemption]) -> tuple[tuple[date, str], ...]:
    """Give the day and the number of each decree of an exemption that is later than the one of the DIK, in order."""
    own = (one.decree for one in standing if one.decree)
    found = {(one.day, one.number) for one in own if one.day and one.number and listed and one.day > listed.day}
    return tuple(sorted(found))
