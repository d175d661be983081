"""The closed choices in the life of an exemption."""

from enum import StrEnum

from ppidgen.model.elements.vocabulary import Choice


class ExemptionState(StrEnum):
    """Where an exemption stands on one day; follows from its record, never typed (Perki 1/2021 Pasal 49-53)."""

    IDENTIFIED = "identified"
    TESTED = "tested"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    CHANGED = "changed"
    EXPIRED = "expired"
    OPENED = "opened"

    @property
    def is_over(self) -> bool:
        """Tell whether the information is exempt no longer."""
        return self in {ExemptionState.EXPIRED, ExemptionState.OPENED}


class ChangeResult(Choice):
    """What a change of the classification came to (Perki 1/2021 Pasal 53)."""

    STILL_EXEMPT = "tetap-dikecualikan", "Tetap dikecualikan"
    PARTLY_EXEMPT = "dikecualikan-sebagian", "Dikecualikan sebagian"
    OPENED = "dibuka", "Dibuka"


class OpeningCause(Choice):
    """Why exempt information was opened."""

    TERM = "masa-berakhir", "Jangka waktu pengecualian berakhir"
    CONSENT = "persetujuan-tertulis", "Orang yang bersangkutan menyetujui secara tertulis"
    PUBLIC_OFFICE = "jabatan-publik", "Berkaitan dengan posisi seseorang dalam jabatan publik"
    COURT = "sidang-terbuka", "Telah dibuka dalam sidang pengadilan yang terbuka untuk umum"
    RULING = "putusan", "Putusan Komisi Informasi atau pengadilan"
    CHANGE = "pengubahan", "Pengubahan klasifikasi"
