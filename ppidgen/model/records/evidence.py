"""Evidence that officers attach for what no build can see (`bukti/<edition>/`); never published."""

from ppidgen.model.days.dates import Day
from ppidgen.model.elements.exact import Exact
from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import FilePath, Line, Prose, Reference, Url
from ppidgen.model.elements.vocabulary import EvidenceKind, EvidenceState


class Attestation(Record):
    """One claim with its evidence, for a criterion or a whole stage of the edition whose folder it lies in."""

    criterion: Line | None = entry_field(
        "kriteria", "Pengenal kriteria dalam rubrik.", default=None, example="sarpras.ruang", public=False
    )
    stage: Line | None = entry_field(
        "tahap", "Pengenal tahap, bila bukti menyangkut satu tahap.", default=None, example="visitasi", public=False
    )
    claim: Exact | None = entry_field(
        "klaim", "Bagian nilai yang diklaim, 0 sampai 1.", default=None, example="0.75", public=False
    )
    value: Exact | None = entry_field(
        "nilai", "Nilai tahap, 0 sampai 100, bila bukti menyangkut satu tahap.", default=None, public=False
    )
    kind: EvidenceKind = entry_field("jenis", "Jenis bukti.", public=False)
    file: FilePath | None = entry_field("berkas", "Berkas bukti di folder berkas.", default=None, public=False)
    link: Url | None = entry_field("tautan", "Alamat bukti.", default=None, public=False)
    day: Day = entry_field("tanggal", "Tanggal bukti dibuat.", example="2025-06-02", public=False)
    by: Line = entry_field("oleh", "Jabatan yang menyatakan, bukan nama.", example="PPID", public=False)
    unit: Reference | None = entry_field("unit", "Pengenal unit.", default=None, public=False)
    state: EvidenceState = entry_field("status", "Keadaan bukti.", default=EvidenceState.CLAIMED, public=False)
    verified_by: Line | None = entry_field(
        "diverifikasi_oleh", "Lembaga yang memverifikasi, seperti ditulis rubrik.", default=None, public=False
    )
    verified_on: Day | None = entry_field("tanggal_verifikasi", "Tanggal verifikasi.", default=None, public=False)
    letter: FilePath | None = entry_field(
        "surat_verifikasi", "Surat hasil verifikasi (PDF) di folder berkas.", default=None, public=False
    )
    inapplicable: Line | None = entry_field(
        "tidak_berlaku", "Alasan bila butir tidak dipersyaratkan bagi badan ini.", default=None, public=False
    )
    note: Prose | None = entry_field("keterangan", "Keterangan singkat.", default=None, public=False)

    @property
    def edition(self) -> str:
        """Give the edition whose folder the evidence lies in."""
        return self.id.partition("/")[0]
