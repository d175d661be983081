"""What `ppidgen suggest` tells: one row for each duty that is proposed for an entry."""

from ppidgen.model.elements.record import Part, entry_field


class SuggestedDuty(Part):
    """One proposal; nothing is written into the register by it."""

    path: str = entry_field("berkas", "Berkas entri.")
    line: int = entry_field("baris", "Baris entri.")
    entry: str = entry_field("entri", "Pengenal entri.")
    title: str = entry_field("judul", "Judul entri.")
    code: str = entry_field("kode", "Kode kewajiban yang diusulkan; kosong bila tidak ada.")
    label: str = entry_field("kewajiban", "Sebutan kewajiban.")
    words: tuple[str, ...] = entry_field("kata", "Kata dalam judul yang menjadi alasan.")


class SuggestedDuties(Part):
    """All proposals of one run."""

    entries: int = entry_field("entri_tanpa_kewajiban", "Banyak entri yang belum menyebut kewajiban.")
    rows: tuple[SuggestedDuty, ...] = entry_field("usulan", "Usulan.")
