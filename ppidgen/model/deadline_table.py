"""Computed deadlines as programs read them: the answer of the command, and the table behind the public calculator."""

from datetime import date

from ppidgen.model.record import Part, entry_field


class CountedDayOut(Part):
    """One day of a count."""

    day: date = entry_field("tanggal", "Hari.")
    number: int = entry_field("hari_ke", "Hari kerja keberapa; 0 bila tidak dihitung.")
    reason: str = entry_field("alasan", "Mengapa tidak dihitung.", default="")


class DeadlineOut(Part):
    """One deadline with its legal basis."""

    code: str = entry_field("kode", "Kode aturan.")
    name: str = entry_field("nama", "Nama tenggat.")
    condition: str = entry_field("keadaan", "Dalam keadaan apa tenggat ini berlaku.", default="")
    starts: date = entry_field("mulai", "Hari yang memulai hitungan; hari itu sendiri tidak dihitung.")
    due: date = entry_field("batas", "Hari terakhir.")
    period: str = entry_field("lama", "Lamanya menurut hukum.")
    basis: tuple[str, ...] = entry_field("dasar", "Dasar hukum.")
    note: str = entry_field("catatan", "Sandaran yang tidak berupa pasal.", default="")
    provisional: tuple[int, ...] = entry_field("sementara", "Tahun yang hari liburnya belum pasti.", default=())
    counted: tuple[CountedDayOut, ...] = entry_field("hitungan", "Hitungan hari demi hari.", default=())


class DeadlinesOut(Part):
    """Everything that follows from one event."""

    event: str = entry_field("peristiwa", "Peristiwa.")
    day: date = entry_field("tanggal", "Hari peristiwa.")
    note: str = entry_field("catatan", "Apa yang berubah dalam masa pemilu.", default="")
    deadlines: tuple[DeadlineOut, ...] = entry_field("tenggat", "Tenggat yang mengikuti.")


class TableRule(Part):
    """What the calculator says of a rule besides its days."""

    name: str = entry_field("nama", "Nama tenggat.")
    period: str = entry_field("lama", "Lamanya menurut hukum.")
    after: str = entry_field("mulai_dari", "Kode aturan yang pada batasnya hitungan dimulai.", default="")
    condition: str = entry_field("keadaan", "Dalam keadaan apa tenggat ini berlaku.", default="")
    basis: str = entry_field("dasar", "Dasar hukum, atau sandaran yang tidak berupa pasal.")


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
