"""Units of the body: PPID Utama, PPID Pelaksana, villages."""

from ppidgen.model.elements.record import Record, entry_field
from ppidgen.model.elements.types import Code, Line, Prose, Reference, Url
from ppidgen.model.elements.vocabulary import UnitKind
from ppidgen.model.records.parts import Contact, Decree, Person


class Unit(Record):
    """One unit of the PPID network (`unit/`; Perki 1/2021 Pasal 6(4), Pasal 12)."""

    name: Line = entry_field("nama", "Nama unit.", example="Badan Pengelolaan Keuangan dan Aset Daerah")
    short_name: Line | None = entry_field("nama_singkat", "Singkatan.", default=None, example="BPKAD")
    kind: UnitKind = entry_field("jenis", "Kedudukan dalam jaringan PPID.", default=UnitKind.DEPUTY)
    parent: Reference | None = entry_field("induk", "Pengenal unit induk.", default=None)
    address: Line | None = entry_field("alamat", "Alamat kantor.", default=None)
    contact: Contact = entry_field("kontak", "Kontak kantor.", default=Contact())
    website: Url | None = entry_field("situs", "Situs unit.", default=None)
    head: Person | None = entry_field(
        "pimpinan", "Pimpinan unit.", default=None, citation="Perki 1/2021 Pasal 15(1) huruf c"
    )
    tasks: Prose | None = entry_field("tugas_fungsi", "Tugas dan fungsi unit.", default=None)
    overview: Prose | None = entry_field("gambaran_umum", "Gambaran umum unit.", default=None)
    decree: Decree | None = entry_field("sk", "Keputusan penunjukan PPID Pelaksana.", default=None)
    region_code: Code | None = entry_field("kode_wilayah", "Kode wilayah Kemendagri.", default=None)
    duties: tuple[Code, ...] = entry_field(
        "bertanggung_jawab_atas", "Kode kewajiban yang menjadi tugas unit; B04 mencakup B04.a sampai B04.d.",
        default=(), example="[B04, S07]",
    )  # fmt: skip
    other_names: tuple[Line, ...] = entry_field("nama_lain", "Nama lain atau nama lama unit.", default=())
    order: int = entry_field("urutan", "Urutan dalam daftar.", default=0)
