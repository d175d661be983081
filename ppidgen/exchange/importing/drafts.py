"""What one row will be in the portal, before it has a name and before it is checked."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ppidgen.exchange.emitter import Value
from ppidgen.exchange.importing.proposals import Proposer
from ppidgen.exchange.importing.reading import RowReading
from ppidgen.exchange.importing.units import UnitBook
from ppidgen.model.elements.record import Record
from ppidgen.model.import_table import ImportWords
from ppidgen.model.law.whole import Law
from ppidgen.model.portal import registers as reg

Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Tools:
    """What every row is read with."""

    words: ImportWords
    law: Law
    proposer: Proposer
    units: UnitBook


@dataclass(slots=True)
class Draft:
    """The values of one entry by Indonesian key, the register it belongs to and its unit ("" for none)."""

    register: reg.Register
    title: str
    values: Values
    unit: str = ""
    guessed_category: bool = False
    to_check: list[str] = field(default_factory=list)

    @property
    def record_type(self) -> type[Record]:
        """Give the type that the values must fit."""
        return self.register.record_types[0]


def unit_of(row: RowReading, tools: Tools, keys: Sequence[str]) -> str:
    """Give the unit that a row names: in its own column, else as the holder if that is a unit's name."""
    own, *others = keys
    if name := row.line(own):
        return tools.units.find(name)
    for key in others:
        name = row.line(key)
        if name and (tools.units.is_unit_name(name) or tools.units.matching(name)):
            return tools.units.find(name)
    return ""
