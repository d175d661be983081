import csv
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.exchange.annex import dik_annex, dip_annex
from ppidgen.exchange.export import dik_xlsx, dip_xlsx, export_files, export_words
from ppidgen.exchange.flat import flat_row, nested, paths, record_values
from ppidgen.exchange.importing.files import import_files, register_named
from ppidgen.exchange.importing.plan import ImportPlan
from ppidgen.exchange.importing.writing import apply
from ppidgen.machine.whole import put_below
from ppidgen.model.elements.record import Record
from ppidgen.model.law.whole import Law
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.assembly import NAMELESS
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.unit import Unit
from ppidgen.model.text.formula import guarded, unguarded

DAY = date(2026, 3, 16)
Import = Callable[..., ImportPlan]

BODY = PublicBody.model_validate(
    {
        "nama": "Pemerintah Contoh",
        "jenis": "eksekutif",
        "tingkat": "kabupaten-kota",
        "penetapan_dip": {"nomor": "188/50/2024", "tanggal": "2024-08-19"},
    }
)
ENTRY = InformationEntry.model_validate(
    {
        "id": "bpkad/lkpd-2024",
        "judul": "=HYPERLINK(1)",
        "ringkasan_isi": "a. satu\nb. dua",
        "kategori": "setiap-saat",
        "unit": "bpkad",
        "pejabat_penguasa": "'BPKAD",
        "waktu_pembuatan": "2024-08-19",
        "tempat_pembuatan": "Contoh",
        "bentuk": ["softcopy"],
        "dokumen": [{"judul": "LKPD; 2024", "tautan": "https://contoh.go.id/a.pdf"}],
        "memenuhi": ["B04.a", "B04.b"],
        "kata_kunci_lain": ["satu; dua"],
        "sumber": "rahasia.csv baris 2",
        "perlu_diperiksa": ["memenuhi"],
    }
)
PERIODIC = InformationEntry.model_validate({"id": "neraca", "judul": "Neraca", "kategori": "berkala"})
SECRET = Exemption.model_validate(
    {
        "id": "data-pribadi",
        "judul": "Data pribadi",
        "dasar": [{"huruf": "17h", "pasal": "Pasal 17 huruf h"}],
        "uji": {"konsekuensi_dibuka": "Terungkap", "penguji": [{"nama": "Siti Penguji", "jabatan": "Kepala"}]},
        "berkas_ditahan": [{"nama": "rahasia-sekali.pdf", "sha256": "f" * 64}],
        "sumber": "rahasia.csv baris 3",
    }
)
UNIT = Unit.model_validate({"id": "bpkad", "nama": "BPKAD", "kontak": {"telepon": "021 555"}})
PORTAL = Portal(
    body=BODY,
    site=Site.model_validate({"judul": "PPID"}),
    units=(UNIT,),
    information=(ENTRY, PERIODIC),
    exemptions=(SECRET,),
)


def cells(raw: bytes) -> list[list[str]]:
    sheet = openpyxl.load_workbook(BytesIO(raw)).worksheets[0]
    return [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]


def test_the_workbook_has_the_annex_layout_and_is_ready_to_print() -> None:
    raw = dip_xlsx(PORTAL, export_words("id"))
    sheet = openpyxl.load_workbook(BytesIO(raw)).worksheets[0]
    rows = cells(raw)
    assert [row[0] for row in rows[:3]] == [
        "Daftar Informasi Publik",
        "Pemerintah Contoh",
        "Keputusan Nomor 188/50/2024, 19 Agustus 2024",
    ]
    assert rows[4][5] == "Bentuk informasi yang tersedia"
    assert rows[5][5:7] == ["Softcopy", "Hardcopy"]
    assert rows[6][0] == "Informasi Berkala"
    assert rows[7][:2] == ["1", "Neraca"]
    assert rows[9] == ["2", "=HYPERLINK(1)\na. satu\nb. dua", "'BPKAD", "", "19 Agustus 2024, Contoh", "✓", "", ""]
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$5:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    for raw in (dip_xlsx(PORTAL, export_words("id")), dik_xlsx(PORTAL, export_words("id"), DAY)):
        sheet = openpyxl.load_workbook(BytesIO(raw)).worksheets[0]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_the_same_portal_gives_the_same_bytes() -> None:
    words = export_words("id")
    assert dip_xlsx(PORTAL, words) == dip_xlsx(PORTAL, words)
    assert dik_xlsx(PORTAL, words, DAY) == dik_xlsx(PORTAL, words, DAY)


def test_what_is_not_public_is_in_no_annex() -> None:
    files = export_files(PORTAL, DAY)
    annexes = [str(cells(files[name])) for name in ("dip.xlsx", "dik.xlsx")]
    annexes += [files[name].decode() for name in ("dip.csv", "dik.csv")]
    for secret in ("Siti Penguji", "rahasia-sekali", "f" * 64, "rahasia.csv"):
        assert secret not in "".join(annexes)
    assert "Terungkap" in annexes[1]


def test_a_text_table_never_begins_a_cell_as_a_formula_does() -> None:
    for name, raw in export_files(PORTAL, DAY).items():
        if name.endswith(".csv"):
            rows = csv.reader(StringIO(raw.decode("utf-8-sig")))
            assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@"}], name


def test_the_exempt_list_tells_basis_and_consequences() -> None:
    rows = cells(dik_xlsx(PORTAL, export_words("en"), DAY))
    assert rows[3][3] == "Consequences and considerations for the public"
    assert rows[5] == ["1", "Data pribadi", "Pasal 17 huruf h", "Terungkap", "", ""]


def test_the_exempt_list_keeps_the_letter_beside_the_act_and_the_words_of_the_decree() -> None:
    basis = [{"huruf": "17h", "undang_undang": "UU 27/2022", "pasal": "Pasal 36"}, {"huruf": "17j"}]
    told = Exemption.model_validate({"id": "a", "judul": "A", "dasar": basis, "dasar_hukum": "Keputusan 1/2024"})
    brief = Exemption.model_validate({"id": "b", "judul": "B", "dasar": basis[1:], "dasar_hukum": "Pasal 17 huruf j."})
    portal = Portal(body=BODY, site=PORTAL.site, exemptions=(told, brief))
    rows = cells(dik_xlsx(portal, export_words("id"), DAY))
    assert [row[2] for row in rows[5:7]] == [
        "Pasal 17 huruf h, UU 27/2022, Pasal 36\nPasal 17 huruf j\nKeputusan 1/2024",
        "Pasal 17 huruf j.",
    ]


def test_the_decree_of_the_list_is_not_said_to_hold_what_was_published_after_it() -> None:
    days = ("2024-08-19", "2024-08-20", None)
    found = tuple(
        InformationEntry.model_validate({"id": f"e{place}", "judul": "E", "kategori": "berkala", "tanggal_terbit": day})
        for place, day in enumerate(days)
    )
    words = export_words("id")
    titles = [dip_annex(Portal(BODY, PORTAL.site, information=some), words).titles[2] for some in (found[::2], found)]
    listed = "Keputusan Nomor 188/50/2024, 19 Agustus 2024"
    assert titles == [listed, f"{listed}; 1 di antaranya terbit sesudahnya"]


def test_the_decree_of_the_exempt_list_is_not_said_to_hold_what_was_decided_after_it() -> None:
    listed = {"nomor": "480/1/2026", "tanggal": "2026-01-15"}
    body = PublicBody.model_validate({
        "nama": "Pemerintah Contoh", "jenis": "eksekutif", "tingkat": "kabupaten-kota", "penetapan_dik": listed,
    })  # fmt: skip
    decrees = {"a": listed, "b": {"nomor": "480/9/2025", "tanggal": "2025-12-01"},
               "c": {"nomor": "480/7/2026", "tanggal": "2026-02-02"}}  # fmt: skip
    held = tuple(
        Exemption.model_validate({"id": name, "judul": name, "penetapan": one}) for name, one in decrees.items()
    )
    words = export_words("id")
    titles = {count: dik_annex(Portal(body, Site(title="PPID"), exemptions=held[:count]), words, DAY).titles[2]
              for count in (2, 3)}  # fmt: skip
    assert titles == {
        2: "Keputusan Nomor 480/1/2026, 15 Januari 2026",
        3: "Keputusan Nomor 480/1/2026, 15 Januari 2026, ditambah yang ditetapkan sesudahnya: "
           "Keputusan Nomor 480/7/2026, 2 Februari 2026",
    }  # fmt: skip


def test_the_exempt_list_says_what_is_exempt_in_part_only() -> None:
    written: list[dict[str, object]] = [
        {"judul": "A, seluruhnya"},
        {"judul": "B, sebagian", "sifat": "sebagian", "bagian_dihitamkan": "nama pelapor"},
        {"judul": "C, sebagian", "sifat": "sebagian"},
    ]
    items = tuple(Exemption.model_validate({"id": f"i{place}"} | one) for place, one in enumerate(written))
    portal = Portal(body=BODY, site=PORTAL.site, exemptions=items)
    assert [row[1] for row in cells(dik_xlsx(portal, export_words("id"), DAY))[5:]] == [
        "A, seluruhnya",
        "B, sebagian\nDikecualikan hanya sebagian, yaitu: nama pelapor",
        "C, sebagian\nDikecualikan hanya sebagian.",
    ]


def test_the_exempt_list_comes_back_with_title_content_and_exempt_part(
    root: Path, take: Import, tmp_path: Path
) -> None:
    written: list[dict[str, object]] = [
        {"judul": "A, seluruhnya", "uraian": "Isi A. Jumlahnya tetap terbuka."},
        {"judul": "B, sebagian", "uraian": "Isi B.", "sifat": "sebagian", "bagian_dihitamkan": "Nama."},
        {"judul": "C, sebagian", "sifat": "sebagian"},
        {"judul": "D, seluruhnya"},
    ]
    items = tuple(Exemption.model_validate({"id": f"i{place}"} | one) for place, one in enumerate(written))
    portal = Portal(body=BODY, site=PORTAL.site, exemptions=items)
    (tmp_path / "dik.xlsx").write_bytes(dik_xlsx(portal, export_words("id"), DAY))
    take(tmp_path / "dik.xlsx", "dikecualikan")
    for before, after in zip(items, _read(root), strict=True):
        assert (after.title, after.content, after.extent, after.blackened) == (
            before.title, before.content, before.extent, before.blackened
        )  # fmt: skip


def test_the_public_list_comes_back_with_title_and_summary(root: Path, take: Import, tmp_path: Path) -> None:
    told = {"judul": "Agenda PPID", "kategori": "berkala", "ringkasan_isi": "Jadwal pelatihan dan laporan PPID."}
    entry = InformationEntry.model_validate({"id": "a"} | told)
    portal = Portal(body=BODY, site=PORTAL.site, information=(entry,))
    (tmp_path / "dip.xlsx").write_bytes(dip_xlsx(portal, export_words("id")))
    take(tmp_path / "dip.xlsx")
    (written,) = (root / "content/informasi").rglob("*.yaml")
    lines = written.read_text(encoding="utf-8").splitlines()
    assert {f"{key}: {value}" for key, value in told.items()} <= set(lines)


def test_what_has_been_opened_is_on_the_exempt_list_no_longer() -> None:
    decree = {"nomor": "5/2026", "tanggal": "2026-03-01"}
    written: list[dict[str, object]] = [
        {"judul": "Telah terbuka", "status": "dibuka"},
        {"judul": "Dibuka penetapan", "pembukaan": decree},
        {"judul": "Jangka waktunya lewat", "berakhir": {"tanggal": "2026-03-15"}},
        {"judul": "Masih berlaku", "berakhir": {"tanggal": "2026-03-16"}},
    ]
    items = tuple(Exemption.model_validate({"id": f"i{place}"} | one) for place, one in enumerate(written))
    portal = Portal(body=BODY, site=PORTAL.site, exemptions=items)
    assert [row[1] for row in cells(dik_xlsx(portal, export_words("id"), DAY))[5:]] == ["Masih berlaku"]


def test_an_exported_register_comes_back_as_the_same_entries(tmp_path: Path, law: Law) -> None:
    out, fresh = tmp_path / "out", tmp_path / "baru"
    (fresh / "content").mkdir(parents=True)
    put_below(out, export_files(PORTAL, DAY).items())
    for register, before in (
        (reg.INFORMATION, PORTAL.information),
        (reg.EXEMPTIONS, PORTAL.exemptions),
        (reg.UNITS, PORTAL.units),
    ):
        plan = import_files([out / f"register/{register.name}.csv"], register_named(register.name), fresh, law)
        assert (plan.report.written, plan.report.skipped) == (len(before), 0)
        apply(plan, fresh)
        again = import_files([out / f"register/{register.name}.csv"], register_named(register.name), fresh, law)
        assert (again.report.present, again.writes) == (len(before), ())
        found: list[Record] = []
        for file in sorted((fresh / "content" / register.name).rglob("*.yaml")):
            bound = bind_file(file.relative_to(fresh).as_posix(), file.read_bytes(), register)
            assert bound.findings == ()
            found += bound.value.records
        assert tuple(found) == before


def test_a_real_list_survives_export_and_import(real: Path, root: Path, take: Import, tmp_path: Path, law: Law) -> None:
    take(real / "messy/dik-sumedang-2022-seperti-terbit.xlsx", "dikecualikan")
    before = _read(root)
    out, fresh = tmp_path / "out", tmp_path / "baru"
    (fresh / "content").mkdir(parents=True)
    put_below(out, export_files(Portal(body=BODY, site=PORTAL.site, exemptions=before), DAY).items())
    apply(import_files([out / "register/dikecualikan.csv"], reg.EXEMPTIONS, fresh, law), fresh)
    assert _read(fresh) == before


def _read(root: Path) -> tuple[Exemption, ...]:
    found: list[Record] = []
    for file in sorted((root / "content/dikecualikan").rglob("*.yaml")):
        found += bind_file(file.relative_to(root).as_posix(), file.read_bytes(), reg.EXEMPTIONS).value.records
    return tuple(record for record in found if isinstance(record, Exemption))


@pytest.mark.parametrize("record", [ENTRY, PERIODIC, SECRET, UNIT], ids=lambda record: str(record.id))
def test_a_record_is_the_same_after_it_was_flat(record: Record) -> None:
    row = flat_row(record)
    assert set(row) <= set(paths(type(record)))
    values = nested(type(record), {key: text for key, text in row.items() if key != "id"})
    assert values == record_values(record)
    assert type(record).model_validate({"id": record.id, **values}) == record


@pytest.mark.slow
@given(st.lists(st.text(max_size=20).map(str.strip).filter(bool), min_size=1, max_size=4))
def test_any_list_of_words_survives_its_cell(items: list[str]) -> None:
    entry = PERIODIC.model_copy(update={"tags": tuple(items)})
    assert nested(InformationEntry, {"tag": flat_row(entry)["tag"]}) == {"tag": items}


@given(st.text(max_size=20) | st.text(alphabet="a'=-;\t,1\r\n(|", max_size=12))
def test_the_guard_of_a_cell_can_be_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="a'=+@;\t,1\r\n(|", max_size=12))
def test_opened_with_any_separator_no_piece_of_a_cell_is_run(text: str) -> None:
    pieces = re.split("[;\t,\r\n]", guarded(text))
    signs = {"=", "@", "+"} if "|" in text or "a(" in text else {"=", "@"}
    assert [piece for piece in pieces if piece[:1] in signs and piece != text] == []
    assert [piece for piece in re.split("[;\t]", guarded(text)) if piece[:1] == "+" and piece != text] == []


def test_a_sum_of_money_and_the_items_of_a_list_stay_as_they_are_written() -> None:
    for text in ("Rp5.000,- per lembar", "Syarat:\n- KTP\n- surat kuasa"):
        assert guarded(text) == text


def test_plain_numbers_need_no_guard() -> None:
    assert [guarded(text) for text in ("-5", "+62", "=1+1", "-dua", "@a", "\ta", "＝1")] == [
        "-5",
        "+62",
        "'=1+1",
        "'-dua",
        "'@a",
        "'\ta",
        "'＝1",
    ]


def test_the_portal_without_a_body_of_its_own_can_be_exported() -> None:
    nameless = PublicBody.model_validate({"nama": NAMELESS, "jenis": "eksekutif", "tingkat": "desa"})
    empty = Portal(body=nameless, site=PORTAL.site)
    assert cells(dik_xlsx(empty, export_words("id"), DAY))[0][0] == "Daftar Informasi yang Dikecualikan"
