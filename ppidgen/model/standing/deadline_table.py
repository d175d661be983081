"""The table behind the public calculator: computed deadlines for every day of some years."""

from datetime import date

from ppidgen.model.elements.record import Part, entry_field


class TableRule(Part):
    """What the calculator says of a rule besides its days."""

    name: str = entry_field("nama", "Nama tenggat.")
    period: str = entry_field("lama", "Lamanya menurut hukum.")
    after: str = entry_field("mulai_dari", "Kode aturan yang pada batasnya hitungan dimulai.", default="")
    condition: str = entry_field("keadaan", "Dalam keadaan apa tenggat ini berlaku.", default="")
    basis: str = entry_field("dasar", "Dasar hukum, atau sandaran yang tidak berupa pasal.")
    all_days: bool = entry_field("semua_hari", "Apakah hari libur ikut dihitung.")
    moved: bool = entry_field("digeser", "Apakah yang diterima pada hari libur dihitung sejak hari kerja berikutnya.")


class TableElection(Part):
    """A time in which the periods of an election run."""

    starts: date = entry_field("mulai", "Hari pertama.")
    ends: date = entry_field("selesai", "Hari terakhir.")


class TableEvent(Part):
    """The deadlines of one event for every day of the table, as days from the event."""

    rules: tuple[str, ...] = entry_field("aturan", "Kode aturan menurut urutan.")
    days: tuple[tuple[int, ...], ...] = entry_field("hari", "Untuk tiap hari: selisih hari sampai batas tiap aturan.")


class DeadlineTable(Part):
    """All deadlines for every day from `first` to `last`, made by the same engine as the command."""

    first: date = entry_field("dari", "Hari pertama tabel.")
    last: date = entry_field("sampai", "Hari terakhir tabel.")
    week: int = entry_field("pekan_kerja", "Banyak hari kerja sepekan.")
    decided: tuple[int, ...] = entry_field("tahun_pasti", "Tahun yang hari liburnya sudah pasti.")
    holidays: dict[date, str] = entry_field("libur", "Hari libur dan cuti bersama.")
    rules: dict[str, TableRule] = entry_field("aturan", "Aturan menurut kode.")
    elections: tuple[TableElection, ...] = entry_field("masa_pemilu", "Masa berlakunya tenggat pemilu.", default=())
    special: dict[str, TableRule] = entry_field(
        "aturan_pemilu", "Aturan yang lain bunyinya bagi peristiwa dalam masa pemilu.", default={}
    )
    events: dict[str, TableEvent] = entry_field("peristiwa", "Peristiwa menurut nama.")
