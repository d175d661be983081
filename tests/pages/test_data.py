"""Open data opens where people open it, and says what the pages say."""

import csv
import io
import json

import jsonschema
import pytest

from ppidgen.model.text.formula import guarded
from tests.pages.portals import context, entry, files, rich


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_csv_opens_in_an_indonesian_spreadsheet() -> None:
    content = files(rich())["data/dip.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    head, *body = rows(content)
    assert head[:9] == [
        "No.", "Ringkasan isi informasi", "Pejabat/Unit/Satker yang menguasai informasi",
        "Penanggungjawab pembuatan atau penerbitan informasi", "Waktu pembuatan informasi",
        "Tempat pembuatan informasi", "Softcopy", "Hardcopy", "Jangka waktu penyimpanan atau retensi arsip",
    ]  # fmt: skip
    assert [len(row) for row in body] == [len(head)] * 4
    first = dict(zip(head, body[0], strict=True))
    assert (first["No."], first["Softcopy"], first["Hardcopy"], first["Tanggal terbit"]) == (
        "1",
        "ya",
        "ya",
        "2025-06-01",
    )
    assert first["Dokumen"].split() == [
        "https://ppid.contoh.go.id/berkas/bpkad/lkpd-2024.pdf", "https://contoh.go.id/ringkasan.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "\0x", "＝1", "＋1a", "－x", "＠x"])
def test_a_cell_that_looks_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+62", "1.500", "-1.234,5", "Laporan", "", "a=b"])
def test_a_plain_number_or_word_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_a_formula_in_a_register_is_harmless_in_csv_and_whole_in_json() -> None:
    made = files(context(information=(entry("a", "=HYPERLINK(1)"),)))
    assert "'=HYPERLINK(1)" in rows(made["data/dip.csv"])[1]
    assert json.loads(made["data/dip.json"])["informasi"][0]["judul"] == "=HYPERLINK(1)"


@pytest.mark.parametrize("name", ["dip", "dik"])
def test_the_json_fits_its_schema(name: str) -> None:
    made = files(rich())
    schema = json.loads(made[f"data/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(made[f"data/{name}.json"]), schema)


def test_the_json_speaks_the_keys_of_the_registers() -> None:
    told = json.loads(files(rich())["data/dip.json"])
    assert (told["badan_publik"], told["per_tanggal"]) == ("Pemerintah Kabupaten Contoh", "2026-03-16")
    first = told["informasi"][0]
    assert (first["nomor"], first["kategori"], first["unit"]) == (1, "berkala", "BPKAD")
    assert first["alamat"] == "https://ppid.contoh.go.id/informasi/bpkad/lkpd-2024/"
    assert first["dokumen"][0]["sha256"] == "a" * 64


def test_the_data_tell_the_source_the_way_to_get_it_and_the_year_that_the_page_tells() -> None:
    source = "https://jdih.contoh.go.id/lkpd"
    told = entry("a", "Peta", made_on="Maret 2025", link=source, how_to_get="Datang ke meja layanan.")
    made = files(context(information=(told, entry("b", "Sapi", year=2024, made_on="2025"))))
    first, second = json.loads(made["data/dip.json"])["informasi"]
    assert (first["tahun"], second["tahun"]) == (2025, 2024)
    assert (first["tautan"], first["cara_memperoleh"]) == (source, "Datang ke meja layanan.")
    head, row, _ = rows(made["data/dip.csv"])
    assert [row[head.index(one)] for one in ("Tahun", "Laman sumber di situs lain", "Cara memperoleh")] == [
        "2025", source, "Datang ke meja layanan.",
    ]  # fmt: skip


def test_the_data_tell_duties_that_an_officer_checked_from_those_that_an_import_proposed() -> None:
    portal = context(
        information=(
            entry("lra", "LRA", duties=("B04.a",)),
            entry("neraca", "Neraca", duties=("B04.b",), to_check=("memenuhi",)),
        )
    )
    made = files(portal)
    told = json.loads(made["data/dip.json"])["informasi"]
    assert [(one["memenuhi"], one["memenuhi_diusulkan"]) for one in told] == [(["B04.a"], []), ([], ["B04.b"])]
    head, *body = rows(made["data/dip.csv"])
    met, proposed = map(
        head.index, ("Kewajiban yang dinyatakan dipenuhi", "Kewajiban yang mungkin dipenuhi, belum diperiksa petugas")
    )
    assert [(row[met], row[proposed]) for row in body] == [("B04.a", ""), ("", "B04.b")]


def test_csv_and_json_hold_the_same_entries() -> None:
    made = files(rich())
    for name, key in (("dip", "informasi"), ("dik", "dikecualikan")):
        head, *body = rows(made[f"data/{name}.csv"])
        ids = [row[head.index("Pengenal")] for row in body]
        assert ids == [one["id"] for one in json.loads(made[f"data/{name}.json"])[key]]


def test_each_entry_takes_a_line_of_the_json() -> None:
    content = files(rich())["data/dip.json"]
    _, *lines, last = content.splitlines()
    assert [json.loads(line.removesuffix(b",")) for line in lines] == json.loads(content)["informasi"]
    assert last == b"]}"
    assert json.loads(files(context())["data/dip.json"])["informasi"] == []


def test_withdrawn_entries_are_not_in_the_data() -> None:
    made = files(rich())
    assert b"Keliru" not in made["data/dip.csv"] + made["data/dip.json"]


def test_without_an_address_of_the_portal_addresses_stay_inside_it() -> None:
    told = json.loads(files(rich(base_url=""))["data/dip.json"])
    assert told["informasi"][0]["alamat"] == "/informasi/bpkad/lkpd-2024/"
