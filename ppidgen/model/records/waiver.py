"""Waivers: faults that an officer has accepted for a while, with the reason."""

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Line


class Waiver(Record):
    """Quiets one fault in one place until a day (`toleransi.yaml`); it never earns points."""

    code: Line = entry_field("kode", "Kode temuan.", example="DIP004", public=False)
    place: Line = entry_field(
        "tempat", "Berkas, ditulis dari folder portal.", example="content/informasi/bpkad/lkpd-2024.yaml", public=False
    )
    reason: Line = entry_field("alasan", "Alasan.", public=False)
    until: Day = entry_field("hingga", "Hari terakhir toleransi.", public=False)
