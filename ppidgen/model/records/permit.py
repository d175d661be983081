"""Permits: personal data that may stand in a public file for a while, with the reason (`izin-data-pribadi.yaml`).

A permit names one datum by the file it stands in and the masked form that the finding shows, so that the register of
permits gives nothing away. No permit covers two different data that look alike once masked.
"""

from datetime import date

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Line
from ppidgen.model.elements.vocabulary import PersonalKind

# Data that only the written consent of the person opens (UU 14/2008 Pasal 18(2) huruf a).
NEEDS_CONSENT = frozenset({PersonalKind.IDENTITY, PersonalKind.FAMILY_CARD, PersonalKind.ACCOUNT})


class PersonalDataPermit(Record):
    """Lets one personal datum stand in one file until a day."""

    place: Line = entry_field(
        "berkas",
        "Berkas tempat data itu, ditulis dari folder portal.",
        example="content/berkas/setda/penyedia-2026.pdf",
        public=False,
    )
    kind: PersonalKind = entry_field("jenis", "Jenis data pribadi.", public=False)
    shown: Line = entry_field(
        "terlihat",
        "Data dalam bentuk tersamar, persis seperti disebut temuan.",
        example="0812••••••90",
        public=False,
    )
    reason: Line = entry_field("alasan", "Mengapa boleh terbit.", public=False)
    until: Day = entry_field("hingga", "Hari terakhir izin.", public=False)
    consent: Line | None = entry_field(
        "persetujuan_tertulis",
        "Nomor dan tanggal persetujuan tertulis orangnya; wajib untuk NIK, nomor KK, dan rekening.",
        default=None,
        citation="UU 14/2008 Pasal 18(2) huruf a",
        public=False,
    )

    @property
    def datum(self) -> tuple[str, str, str]:
        """Give what the permit is for: the file, the kind by its name, the masked form."""
        return self.place, self.kind.name, self.shown

    @property
    def lacks_consent(self) -> bool:
        """Tell whether the person's consent is needed and not named."""
        return self.kind in NEEDS_CONSENT and not self.consent

    def holds(self, day: date) -> bool:
        """Tell whether the permit holds on a day."""
        return not self.lacks_consent and day <= self.until
