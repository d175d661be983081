from ppidgen.exchange.importing.units import UnitBook
from ppidgen.model.import_table import ImportWords
from ppidgen.model.records.unit import Unit

UNITS = (
    Unit.model_validate(
        {"id": "diskominfo", "nama": "Dinas Komunikasi dan Informatika Kabupaten Contoh", "nama_singkat": "Diskominfo"}
    ),
    Unit.model_validate({"id": "karang", "nama": "Desa Karang", "kode_wilayah": "33.05.01.2001"}),
)


def book(words: ImportWords) -> UnitBook:
    return UnitBook(UNITS, ("diskominfo", "karang"), words)


def test_a_unit_is_found_by_name_short_name_and_id_whatever_the_case(words: ImportWords) -> None:
    names = ("dinas komunikasi dan informatika kabupaten contoh", "DISKOMINFO", "diskominfo")
    assert {book(words).find(name) for name in names} == {"diskominfo"}


def test_a_unit_is_found_without_the_name_of_its_region_and_with_a_slip(words: ImportWords) -> None:
    assert book(words).find("Dinas Komunikasi dan Informaitka") == "diskominfo"
    assert book(words).find("Dinas Komunikasi dan Informatika Kabupaten Lain") != "diskominfo"


def test_units_that_differ_by_one_word_or_number_stay_apart(words: ImportWords) -> None:
    units = book(words)
    names = ("Kecamatan Bekasi Barat", "Kecamatan Bekasi Utara", "Kecamatan Bekasi Timur", "SMPN 1", "SMPN 4")
    assert len({units.find(name) for name in names}) == len(names)


def test_other_spellings_of_a_new_unit_are_kept_with_it(words: ImportWords) -> None:
    units = book(words)
    assert units.find("Badan Keuangan Daerah") == units.find("Badan Keungan Daerah")
    assert [(unit.name, unit.others) for unit in units.new] == [("Badan Keuangan Daerah", ["Badan Keungan Daerah"])]


def test_villages_of_one_name_are_told_apart_by_code_and_district(words: ImportWords) -> None:
    units = book(words)
    assert units.find("Desa Karang", "33.05.01.2001", near=False) == "karang"
    assert units.find("Desa Karang", "33.05.09.2001", near=False) == "desa-karang"
    assert units.find("Desa Suka", "", "Kecamatan A", near=False) != units.find(
        "Desa Suka", "", "Kecamatan B", near=False
    )
