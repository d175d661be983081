"""The specimen portal: whole, free of real places and of personal data, its documents what they say they are."""

import csv
import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from python_calamine import CalamineWorkbook

from ppidgen.assessment import assess
from ppidgen.exchange.evidence.pack import shown_at
from ppidgen.making.audit import attachments
from ppidgen.making.workers import specs
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import Category, EvidenceState, ExemptionStatus, Ground, Profile, StandardCode
from ppidgen.model.portal.whole import Portal
from ppidgen.options import Options
from ppidgen.reading.rubric_files import shipped
from ppidgen.reading.study import Study, read_portal

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
DOCUMENTS = CONTENT / "berkas"
SEEDS = ROOT / "ppidgen/data/mula"
DAY = date(2026, 11, 23)

# At most this much is left imperfect, so that the checker has something to tell.
RECORDING_ALONE = "DOK020"  # shown once on purpose, as the accessibility page lists it
MOST_SHORTFALLS = 12
LEAST = {
    "unit": 14,
    "informasi": 160,
    "dikecualikan": 12,
    "layanan": 17,
    "perkara": 12,
    "laporan": 5,
    "pengumuman": 4,
    "berita": 10,
    "halaman": 12,
    "pengadaan": 5,
    "bukti": 4,
}

PLACES = """
    Aceh|Sumatera|Riau|Jambi|Bengkulu|Lampung|Bangka|Belitung|Jakarta|Jawa (?:Barat|Tengah|Timur)|Yogyakarta|Banten|Bali
    |Nusa Tenggara|Kalimantan|Sulawesi|Gorontalo|Maluku|Papua|Ambon|Balikpapan|Bandung|Banjarmasin|Banyumas|Bekasi|Belu
    |Bogor|Bojonegoro|Bontang|Cilacap|Cirebon|Denpasar|Depok|Garut|Gresik|Jayapura|Jember|Karawang|Kebumen|Kediri|Kendari
    |Kudus|Kupang|Lebak|Lombok|Madiun|Magelang|Makassar|Manado|Mataram|Medan|Padang|Palembang|Palu|Pati|Pekanbaru
    |Pontianak|Samarinda|Semarang|Serang|Sidoarjo|Sleman|Solo|Sukabumi|Sumedang|Surabaya|Surakarta|Tangerang|Tegal
    |Ternate|Wonosobo
"""  # fmt: skip
REAL_PLACE = re.compile(rf"\b(?:{''.join(line.strip() for line in PLACES.splitlines())})\b")
LONG_NUMBER = re.compile(r"(?<![0-9a-f])\d[\d ]{13,}\d(?![0-9a-f])")
PHONE = re.compile(r"(?<![\d./])\+?0\d{3} \d{3}-\d{4}|\b08\d{8,}")


def text_files(*folders: Path) -> list[Path]:
    """Give every register file and CSV below the folders."""
    return [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in {".yaml", ".md", ".csv"}]


def read(root: Path) -> Study:
    """Read and study a portal on the day of the specimen."""
    return read_portal(root, Options(as_of=DAY))


@pytest.fixture(scope="module")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Study a copy, so that no cache is left beside the specimen."""
    root = tmp_path_factory.mktemp("specimen")
    shutil.copytree(CONTENT, root / "content")
    return read(root)


def records_of(portal: Portal) -> Mapping[str, Sequence[Record]]:
    """Give the records of the portal by register."""
    return {
        "badan-publik": (portal.body,),
        "situs": (portal.site,),
        "unit": portal.units,
        "informasi": portal.information,
        "dikecualikan": portal.exemptions,
        "layanan": portal.services,
        "perkara": portal.cases,
        "laporan": portal.reports,
        "pengumuman": portal.announcements,
        "berita": portal.news,
        "halaman": portal.articles,
        "pengadaan": portal.procurement,
        "hari-libur": portal.holidays,
        "nihil": portal.nil,
        "seri": portal.series,
        "bukti": portal.evidence,
    }


def test_every_register_file_of_the_specimen_becomes_records(specimen: Study) -> None:
    written = {f"content/{path.relative_to(CONTENT).as_posix()}" for path in text_files(CONTENT)}
    portal = specimen.context.portal
    read_ones = {record.origin.path for found in records_of(portal).values() for record in found}
    read_ones |= {record.origin.path for _, record in portal.translations}
    assert {path for path in written if not path.startswith("content/berkas/")} == read_ones


@pytest.mark.parametrize(("register", "least"), LEAST.items(), ids=list(LEAST))
def test_each_register_of_the_specimen_is_well_filled(specimen: Study, register: str, least: int) -> None:
    assert len(records_of(specimen.context.portal)[register]) >= least


def test_every_reference_of_the_specimen_leads_somewhere(specimen: Study) -> None:
    told = [found for found in specimen.findings if found.code.startswith(("RUJ", "SUM", "SKM", "DOK"))]
    assert [str(found.span) for found in told if found.code != RECORDING_ALONE] == []


def test_the_specimen_leaves_something_for_the_checker_to_tell_but_not_much(specimen: Study) -> None:
    assert 3 <= len(specimen.findings) <= MOST_SHORTFALLS


def test_every_category_and_both_layouts_of_files_are_shown(specimen: Study) -> None:
    portal = specimen.context.portal
    assert {entry.category for entry in portal.information} == set(Category)
    assert {entry.origin.path.count("/") for entry in portal.information} == {2, 3}
    assert any(entry.body for entry in portal.information)
    assert any(entry.withdrawn and entry.withdrawn.replacement for entry in portal.information)
    assert any(entry.old_ids for entry in portal.information)
    assert sum(media.sign_language for entry in portal.information for media in entry.media) >= 2


def test_the_withdrawn_entry_names_an_entry_that_stands(specimen: Study) -> None:
    portal = specimen.context.portal
    for entry in portal.information:
        if entry.withdrawn:
            replacement = portal.information_by_id[entry.withdrawn.replacement or ""]
            assert replacement.withdrawn is None


def test_the_series_have_all_five_years(specimen: Study) -> None:
    ids = specimen.context.portal.information_by_id.keys()
    for series in ("bpkad/lra", "bpkad/lkpd", "bappeda/lkjip", "setda/lhkpn", "diskominfo/laporan-layanan-informasi"):
        assert {f"{series}-{year}" for year in range(2021, 2026)} <= ids


def test_every_duty_that_binds_a_regency_is_met_by_some_entry(specimen: Study) -> None:
    kinds = {"semua", "badan_publik_negara", "lhkpn", "pendidikan", "pengadaan", "perizinan", "penelitian"}
    due = {
        duty.code
        for duty in specimen.context.law.duties.values()
        if duty.is_leaf and duty.weight and duty.scopes & kinds
    }
    claimed = {code for entry in specimen.context.portal.published_information for code in entry.duties}
    assert due - claimed <= {"S01", "S10", "S19", "W10"}  # the list and the reports stand for these


def test_the_exemptions_are_complete_and_end(specimen: Study) -> None:
    exemptions = specimen.context.portal.exemptions
    grounds = {basis.ground for item in exemptions for basis in item.basis}
    assert {Ground.A, Ground.B, Ground.C, Ground.E, Ground.G, Ground.H, Ground.I, Ground.J} <= grounds
    for item in exemptions:
        assert item.basis, item.id
        assert item.test, item.id
        assert item.decree, item.id
        assert item.expires, item.id
        assert item.expires.day or item.review, item.id
    assert any(item.status is ExemptionStatus.OPENED for item in exemptions)


def test_the_seven_standards_are_published(specimen: Study) -> None:
    codes = {getattr(service, "code", None) for service in specimen.context.portal.services}
    assert set(StandardCode) <= codes


def test_the_evidence_is_in_every_state_and_none_of_it_is_published(specimen: Study) -> None:
    evidence = specimen.context.portal.evidence
    assert {one.state for one in evidence} == set(EvidenceState)
    attached = {path for one in evidence for path in (one.file, one.letter) if path}
    assert attached <= specimen.context.portal.facts.keys()
    assert specimen.public.portal.evidence == ()
    assert attached & (specimen.public.portal.files | specimen.public.portal.facts.keys()) == set()
    assert attached & {one.named for one in attachments(specimen.context, ROOT)} == set()
    assert [code for code in (found.code for found in specimen.findings) if code.startswith("RBK")] == []


def test_a_warning_holds_on_the_day_and_two_are_past(specimen: Study) -> None:
    standing = specimen.context.standing
    assert (len(standing.active), len(standing.upcoming), len(standing.archived)) == (1, 1, 2)


@pytest.mark.parametrize("pattern", [REAL_PLACE, LONG_NUMBER], ids=["place", "number"])
def test_no_text_names_a_real_place_or_holds_a_long_number(pattern: re.Pattern[str]) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in text_files(CONTENT, SEEDS, Path(__file__).parent)}
    assert {path.name: pattern.findall(text) for path, text in texts.items() if pattern.search(text)} == {}


@pytest.mark.parametrize(
    "name", ["Kabupaten Bojonegoro", "di Jawa Tengah", "Nusa Tenggara Barat", "DKI Jakarta", "Bali."]
)
def test_the_search_for_real_places_finds_them(name: str) -> None:
    assert REAL_PLACE.search(name)


def test_all_telephone_numbers_are_of_the_fictitious_range() -> None:
    numbers = {
        number for path in text_files(CONTENT, SEEDS) for number in PHONE.findall(path.read_text(encoding="utf-8"))
    }
    assert numbers
    assert [number for number in numbers if not re.fullmatch(r"021[01] 555-01\d\d", number)] == []


def described() -> Mapping[str, Mapping[str, Any]]:
    """Give what the maker script is told of each document."""
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / "documents.yaml").read_text(encoding="utf-8")
    )
    return found


def test_the_maker_script_knows_every_document() -> None:
    found = {path.relative_to(DOCUMENTS).as_posix() for path in DOCUMENTS.rglob("*") if path.is_file()}
    assert found - {"logo/lambang-contoh.svg"} == described().keys()


def test_the_documents_are_small() -> None:
    sizes = {path: path.stat().st_size for path in CONTENT.rglob("*") if path.is_file()}
    assert max(sizes.values()) <= 60 * 1024
    assert sum(sizes.values()) <= 4 * 1024 * 1024


@pytest.mark.parametrize("name", [name for name in described() if name.endswith(".pdf")])
def test_each_pdf_is_tagged(name: str) -> None:
    raw = (DOCUMENTS / name).read_bytes()
    assert raw.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in raw
    assert b"<pdfuaid:part>1</pdfuaid:part>" in raw
    assert b"/Lang" in raw


@pytest.mark.parametrize("name", [name for name in described() if name.endswith(".csv")])
def test_each_csv_holds_what_it_is_said_to(name: str) -> None:
    sheet = described()[name]
    with (DOCUMENTS / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert rows == [[str(cell) for cell in row] for row in (sheet["kolom"], *sheet["baris"])]


@pytest.mark.parametrize("name", [name for name in described() if name.endswith(".xlsx")])
def test_each_workbook_holds_what_it_is_said_to(name: str) -> None:
    sheet = described()[name]
    rows = CalamineWorkbook.from_path(DOCUMENTS / name).get_sheet_by_index(0).to_python()
    assert rows == [sheet["kolom"], *sheet["baris"]]


@pytest.mark.parametrize("name", [name for name in described() if name.endswith(".png")])
def test_each_picture_is_a_png(name: str) -> None:
    assert (DOCUMENTS / name).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("profile", list(Profile), ids=lambda profile: profile.value)
def test_each_profile_begins_a_portal_that_reads_cleanly(profile: Profile, tmp_path: Path) -> None:
    for seed in (SEEDS / "umum", SEEDS / profile.value):
        for path in (path for path in seed.rglob("*") if path.is_file()):
            target = tmp_path / path.relative_to(seed)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    study = read(tmp_path)
    broken = ("SUM", "SKM", "RUJ", "SIT", "DOK")
    assert [str(found.span) for found in study.findings if found.code.startswith(broken)] == []
    portal = study.context.portal
    assert 2 <= len(portal.units) <= 4
    assert 6 <= len(portal.information) <= 10
    assert portal.articles
    assert (tmp_path / "README.md").is_file()


@pytest.mark.parametrize("edition", ["banjarnegara-opd-2026", "kkp-2024", "perki-1-2021"])
def test_every_address_that_stands_as_evidence_is_a_page_of_the_portal(specimen: Study, edition: str) -> None:
    read_edition = shipped(edition)
    assert read_edition
    shown = shown_at(assess(specimen, read_edition))
    assert shown
    assert [address for address in shown if address not in specs(specimen.public)] == []
