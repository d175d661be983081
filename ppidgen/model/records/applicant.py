"""Who a letter goes to: read from a file outside the portal, written into the letter, and kept nowhere.

Nothing that makes pages, indexes or exports may import this module (import contract).
"""

from ppidgen.model.elements.record import Part, entry_field
from ppidgen.model.elements.types import Line, Prose


class Applicant(Part):
    """The private half of a letter; what is left out becomes dots to fill in by hand."""

    name: Line | None = entry_field("nama", "Nama pemohon.", default=None, public=False)
    address: Line | None = entry_field("alamat", "Alamat pemohon.", default=None, public=False)
    contact: Line | None = entry_field("kontak", "Telepon atau surel pemohon.", default=None, public=False)
    request: Prose | None = entry_field("rincian", "Rincian informasi yang diminta.", default=None, public=False)
    purpose: Prose | None = entry_field("tujuan", "Tujuan penggunaan informasi.", default=None, public=False)
    letter_number: Line | None = entry_field("nomor_surat", "Nomor surat.", default=None, public=False)
    place: Line | None = entry_field("tempat", "Tempat surat dibuat.", default=None, public=False)
