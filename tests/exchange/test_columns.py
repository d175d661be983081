import pytest

from ppidgen.exchange.flat import paths
from ppidgen.exchange.importing.columns import Vocabulary, guess
from ppidgen.exchange.importing.head import HeadCell
from ppidgen.exchange.tables import column_table
from ppidgen.model.import_table import ColumnRole, ImportWords
from ppidgen.model.portal.registers import EXEMPTIONS, INFORMATION, UNITS, Register


def targets(
    heads: list[str], words: ImportWords, *, register: str = "informasi", values: list[str] | None = None
) -> list[str]:
    cells = [HeadCell(index, (head,)) for index, head in enumerate(heads)]
    found = guess(cells, [values or ["x"]] * len(heads), Vocabulary(column_table(register), words, register), None)
    return ["!" if column.personal else column.target for column in found]


def test_heads_are_known_whatever_their_case_marks_and_line_breaks(words: ImportWords) -> None:
    heads = ["NO.", "RINGKASAN ISI\nINFORMASI", "Pejabat/Unit/Satker yg. menguasai informasi", "waktu_pembuatan"]
    assert targets(heads, words) == ["nomor", "ringkasan_isi", "pejabat_penguasa", "waktu_pembuatan"]


@pytest.mark.parametrize(
    ("head", "target"),
    [
        ("Ringkasan Isi Infomasi", "ringkasan_isi"),
        ("Penanggungjawab Pembuatan Informasi", "penanggung_jawab"),
        ("Jangka Waktu Penyimpanan Arsip", "jangka_waktu_simpan"),
        ("Judul Informasi Publik", "judul"),
    ],
)
def test_near_misses_are_understood(head: str, target: str, words: ImportWords) -> None:
    assert targets([head], words) == [target]


def test_abbreviated_heads_are_read_in_full_those_about_persons_too(words: ImportWords) -> None:
    heads = ["Tgl Permohonan", "Tgl. Jawaban", "No. Telp"]
    assert targets(heads, words, register="perkara") == ["diterima", "diberitahukan", "!"]
    assert targets(["Tgl Lahir", "No. Tlp. Pemohon"], words) == ["!", "!"]


def test_a_column_called_category_that_holds_none_is_a_group(words: ImportWords) -> None:
    assert targets(["Jenis Informasi"], words, values=["Laporan Keuangan"]) == ["kelompok"]
    assert targets(["Jenis Informasi"], words, values=["Berkala", "Setiap Saat"]) == ["kategori"]


def test_one_key_has_one_column(words: ImportWords) -> None:
    heads = ["esensi_informasi", "esensi_seperti_terbit"]
    assert targets(heads, words, register="dikecualikan") == ["judul", ""]


def test_a_bare_name_is_personal_only_beside_other_personal_columns(words: ImportWords) -> None:
    assert targets(["Nama", "Kategori"], words, values=["Berkala"]) == ["judul", "kategori"]
    assert targets(["Nama", "NIK"], words) == ["!", "!"]
    assert targets(["Nama", "Telepon"], words, register="unit") == ["nama", "kontak.telepon"]


@pytest.mark.parametrize("register", [INFORMATION, EXEMPTIONS, UNITS], ids=lambda register: str(register.name))
def test_every_key_of_the_tables_of_words_is_a_key_of_the_register(register: Register) -> None:
    known = {*paths(register.record_types[0]), *(role.value for role in ColumnRole)}
    extra = {"kategori"} if register is EXEMPTIONS else set()
    assert set(column_table(register.name).columns) <= known | extra
