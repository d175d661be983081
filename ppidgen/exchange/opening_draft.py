"""The entry of the DIP that an exemption proposes when it is over (Perki 1/2021 Pasal 52(4)), as a register file."""

from datetime import date

from ppidgen.exchange.emitter import Value, emit
from ppidgen.model.elements.keys import key_of
from ppidgen.model.elements.vocabulary import Category
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry

PROPOSED = ("category", "summary")  # an officer looks at these before the entry counts as checked


def draft_path(record_id: str) -> str:
    """Give the place of the draft, from the folder of the portal."""
    return f"{reg.CONTENT}/{reg.INFORMATION.name}/{record_id}.yaml"


def draft_entry(item: Exemption, as_of: date) -> str:
    """Write the entry: what the exemption says of the information, and the fields that an officer has to look at."""
    proposed = {
        "title": item.title,
        "summary": item.content,
        "category": Category.ON_DEMAND.value,
        "unit": item.unit,
        "holder": item.holder,
        "published": as_of.isoformat(),
        "updated": as_of.isoformat(),
        "source": f"{reg.EXEMPTIONS.name}/{item.id}",
    }
    values: dict[str, Value] = {
        key_of(InformationEntry, name): value for name, value in proposed.items() if value is not None
    }
    checks = [key_of(InformationEntry, name) for name in PROPOSED if proposed[name] is not None]
    return emit({**values, key_of(InformationEntry, "to_check"): checks})
