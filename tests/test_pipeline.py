import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from ppidgen import pipeline
from ppidgen.diagnostics import Finding, MachineFault
from ppidgen.making.audit import attachments
from ppidgen.model.portal.withheld import withheld_by
from ppidgen.options import Options
from ppidgen.pipeline import Outcome
from ppidgen.publish.plan import DocumentCopy, leaks_of
from ppidgen.reading.study import Study, read_portal
from ppidgen.source.caches.cache_file import SUM
from ppidgen.theme import location
from tests.portals.laying import ENTRY, ENTRY_TEXT, SOUND, contents, lay

pytestmark = pytest.mark.slow  # whole portals, one after the other

DAY = date(2026, 1, 31)
CSV = "uraian,nilai\nA,1\n"
DOCUMENT = ENTRY_TEXT + "dokumen:\n  - judul: A\n    berkas: {}\n"
WITHHELD = "judul: Taksiran\nberkas_ditahan:\n  - {}\n"


def options(**changed: object) -> Options:
    settings: dict[str, object] = {"as_of": DAY, "search": False, "processes": 1, **changed}
    return Options(**settings)  # type: ignore[arg-type] # by name, from a table


def is_error(finding: Finding) -> bool:
    return finding.code.startswith(("SKM", "SUM", "RUJ0", "SIT001", "SIT002", "DIK090"))


def build(portal: Path, out: str = "site", **changed: object) -> Outcome:
    return pipeline.build(portal, portal / out, options(**changed), is_error)


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    return lay(tmp_path, SOUND)


def test_a_check_writes_nothing_but_its_memory(portal: Path) -> None:
    before = contents(portal)
    outcome = pipeline.check(portal, options())
    assert outcome.pages > 60
    assert outcome.published is None
    assert {path for path in contents(portal) if not path.startswith(".ppidgen/")} == set(before)


def test_a_check_counts_the_register_files_and_no_documents(portal: Path) -> None:
    lay(portal, {"content/berkas/a.yaml": "x", ENTRY: DOCUMENT.format("a.yaml")})
    assert pipeline.check(portal, options()).study.register_files == 4


LINKED = "content/halaman/tautan.md"
# What is saved after a check that found all pages sound, and a code that only pages show.
LATE_FAULTS: Mapping[str, tuple[Mapping[str, str | None], str]] = {
    "a link to a page that is gone": ({ENTRY: None}, "SIT003"),
    "a link that leads nowhere": ({ENTRY: ENTRY_TEXT + "isi: Lihat [ini](/tidak/ada/).\n"}, "SIT003"),
    "two files at one address": (
        {"content/berkas/A 1.csv": CSV, "content/berkas/a-1.csv": CSV,
         ENTRY: DOCUMENT.format("A 1.csv") + "  - judul: B\n    berkas: a-1.csv\n"}, "SIT001",
    ),
    "a number with an escaped digit": ({ENTRY: ENTRY_TEXT + 'ringkasan_isi: "321101\\x31212850001"\n'}, "PDP009"),
}  # fmt: skip


@pytest.mark.parametrize("name", LATE_FAULTS)
def test_a_check_after_a_sound_one_finds_what_a_check_from_nothing_finds(portal: Path, name: str) -> None:
    lay(portal, {LINKED: "---\njudul: T\nmenu: profil/visi-misi\n---\n[LKPD](/informasi/bpkad/lkpd-2024/)\n"})
    outcome = pipeline.check(portal, options())
    assert not codes(outcome) & {"SIT001", "SIT003", "PDP009"}
    saved, code = LATE_FAULTS[name]
    for path, text in saved.items():
        if text is None:
            (portal / path).unlink()
        else:
            lay(portal, {path: text})
    again = [pipeline.check(portal, options()).findings for _ in range(2)]
    shutil.rmtree(portal / ".ppidgen")
    anew = pipeline.check(portal, options())
    assert again == [anew.findings] * 2
    assert code in codes(anew)


def test_a_fatal_finding_keeps_the_output_folder_from_being_made(portal: Path) -> None:
    lay(portal, {ENTRY: "judul: A\n"})
    outcome = build(portal)
    assert outcome.published is None
    assert "SKM002" in codes(outcome)
    assert not (portal / "site").exists()


def test_a_fault_that_only_the_pages_show_keeps_the_old_site(portal: Path) -> None:
    build(portal)
    before = contents(portal / "site")
    lay(portal, {"content/berkas/A 1.csv": CSV, "content/berkas/a-1.csv": CSV})
    lay(portal, {ENTRY: DOCUMENT.format("A 1.csv") + "  - judul: B\n    berkas: a-1.csv\n"})
    outcome = build(portal)
    assert outcome.published is None
    assert "SIT001" in codes(outcome)
    assert contents(portal / "site") == before


def test_what_is_not_fatal_is_published_and_told(portal: Path) -> None:
    outcome = build(portal)
    assert outcome.published is not None
    assert "DIP001" in codes(outcome)
    assert outcome.pages == len([path for path in contents(portal / "site") if path.endswith(".html")])


def test_the_same_sources_on_the_same_day_give_the_same_bytes_in_any_folder(portal: Path) -> None:
    build(portal, "satu")
    build(portal, "dua")
    assert contents(portal / "satu") == contents(portal / "dua")


def test_an_edit_taken_back_gives_the_first_bytes_again(portal: Path) -> None:
    build(portal)
    first = contents(portal / "site")
    lay(portal, {ENTRY: ENTRY_TEXT.replace("2024", "2023") + "isi: Lain.\n"})
    build(portal)
    assert contents(portal / "site") != first
    lay(portal, {ENTRY: ENTRY_TEXT})
    build(portal)
    assert contents(portal / "site") == first


EDITS = {
    "title": {ENTRY: ENTRY_TEXT.replace("2024", "2023")},
    "long text": {ENTRY: ENTRY_TEXT + "isi: Kata baru.\n"},
    "unit": {"content/unit/bpkad.yaml": "nama: Badan Aset\n"},
    "site": {"content/situs.yaml": "judul: PPID Lain\nalamat: https://contoh.go.id/ppid/\n"},
    "category": {ENTRY: ENTRY_TEXT.replace("berkala", "serta-merta")},
    "another entry": {"content/informasi/bpkad/dua.yaml": ENTRY_TEXT + "memenuhi: [B04.a]\n"},
    "document": {"content/berkas/a.csv": CSV, ENTRY: DOCUMENT.format("a.csv")},
    "article": {"content/halaman/visi.md": "---\njudul: Visi\nmenu: profil/visi-misi\n---\nIsi.\n"},
}  # fmt: skip


FAST = {"long text", "another entry"}


@pytest.mark.parametrize(
    "edit", [pytest.param(edit, marks=[] if edit in FAST else [pytest.mark.slow]) for edit in EDITS]
)
def test_a_build_after_an_edit_is_a_build_from_nothing(portal: Path, edit: str) -> None:
    build(portal)
    lay(portal, EDITS[edit])
    build(portal)
    (portal / ".ppidgen").rename(portal / "memory")
    build(portal, "baru")
    assert contents(portal / "site") == contents(portal / "baru")


def test_pages_that_the_memory_no_longer_names_are_not_lost(portal: Path) -> None:
    """What was learnt also says which pages there are; whoever cuts it short takes none away."""
    lay(portal, {ENTRY: ENTRY_TEXT})
    build(portal)
    first, memory = contents(portal / "site"), portal / ".ppidgen/pages.json"
    raw = memory.read_bytes()
    held = json.loads(raw[SUM:])
    memory.write_bytes(raw[:SUM] + json.dumps({**held, "pages": [column[1:] for column in held["pages"]]}).encode())
    build(portal)
    assert contents(portal / "site") == first


@pytest.mark.parametrize("change", ["", "dirusak"], ids=["gone", "changed"])
@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "data/dip.csv",
        *(pytest.param(one) for one in ("data/dip.xlsx", "sitemap-terkini.xml")),
    ],
)
def test_a_published_file_that_somebody_touched_is_made_again(portal: Path, path: str, change: str) -> None:
    lay(portal, {"content/situs.yaml": "judul: A\nalamat: https://ppid.contoh.go.id/\n"})
    build(portal)
    first = contents(portal / "site")
    (portal / "site" / path).unlink()
    if change:
        lay(portal / "site", {path: change})
    build(portal)
    assert contents(portal / "site") == first


def test_the_site_may_not_lie_among_its_sources(portal: Path) -> None:
    with pytest.raises(MachineFault) as caught:
        build(portal, "content/site")
    assert caught.value.code == "MSN014"


def study(portal: Path) -> Study:
    return read_portal(portal, options())


def test_only_files_that_public_records_name_are_attached(portal: Path) -> None:
    lay(
        portal,
        {
            "content/berkas/terbit.csv": CSV,
            "content/berkas/perkara.csv": CSV,
            "content/berkas/tak-disebut.csv": CSV,
            "content/berkas/ditarik.csv": CSV,
            ENTRY: DOCUMENT.format("terbit.csv"),
            "content/informasi/bpkad/lama.yaml": DOCUMENT.format("ditarik.csv")
            + "ditarik:\n  tanggal: 2025-01-01\n  alasan: Keliru.\n",
        },
    )
    copies = attachments(study(portal).context, portal)
    assert [(copy.path, copy.origin) for copy in copies] == [("berkas/terbit.csv", ENTRY)]


@pytest.mark.parametrize("hold", ["nama: Taksiran.CSV", "nama: arsip/taksiran.csv", "nama: arsip\\taksiran.csv"])
def test_a_withheld_name_is_recognised_in_any_folder_and_case(portal: Path, hold: str) -> None:
    lay(portal, {"content/dikecualikan/t.yaml": WITHHELD.format(hold)})
    kept_back = withheld_by(study(portal).context.portal.exemptions)
    assert leaks_of(DocumentCopy("berkas/lain/taksiran.csv", "/x/taksiran.csv", "0" * 64, 1), kept_back)
    assert not leaks_of(DocumentCopy("berkas/lain/harga.csv", "/x/harga.csv", "0" * 64, 1), kept_back)


def test_a_withheld_document_is_recognised_under_another_name(portal: Path) -> None:
    lay(portal, {"content/berkas/harga.csv": CSV, ENTRY: DOCUMENT.format("harga.csv")})
    (copy,) = attachments(study(portal).context, portal)
    lay(portal, {"content/dikecualikan/t.yaml": WITHHELD.format(f"sha256: {copy.sha256.upper()}")})
    outcome = build(portal)
    assert "DIK090" in codes(outcome)
    assert outcome.published is None
    assert not (portal / "site").exists()


def test_a_portal_judged_on_another_day_differs_where_days_count(portal: Path) -> None:
    notice = "judul: Awas\njenis: bencana-alam\nmulai: 2026-01-01\nselesai: 2026-01-31\nwilayah: A\ninstruksi: B\n"
    lay(portal, {"content/pengumuman/awas.yaml": notice})
    build(portal)
    first = contents(portal / "site")["index.html"]
    build(portal, as_of=date(2026, 2, 1))
    assert b"Awas" in first
    assert contents(portal / "site")["index.html"] != first


def test_a_picture_is_drawn_anew_only_when_its_words_change(portal: Path) -> None:
    lay(portal, {"content/situs.yaml": "judul: PPID\nalamat: https://ppid.contoh.go.id/\ngambar_bagikan: semua\n"})

    def pictures() -> dict[str, int]:
        build(portal)
        return {path.name: path.stat().st_mtime_ns for path in (portal / "site/gambar").rglob("*.png")}

    before = pictures()
    lay(portal, {ENTRY: ENTRY_TEXT.replace("2024", "2025")})
    after = pictures()
    kinds = {f"{name}.png" for name in ("portal", "berita", "berkala", "serta-merta", "setiap-saat")}
    assert before.keys() == after.keys() == {*kinds, "lkpd-2024.png"}
    assert {name for name in before if before[name] != after[name]} == {"lkpd-2024.png"}


def test_a_page_too_heavy_for_a_phone_is_published_and_named(portal: Path) -> None:
    noise = " ".join(f"{number * 7919 % 99991:x}" for number in range(12_000))
    lay(portal, {ENTRY.replace(".yaml", ".md"): f"---\n{ENTRY_TEXT}---\n{noise}\n"})
    (portal / ENTRY).unlink()
    for outcome in (build(portal), build(portal)):  # the second time the page itself is not made again
        (heavy,) = [one for one in outcome.findings if one.code == "SIT020"]
        assert (heavy.span.path, heavy.data["part"]) == (ENTRY.replace(".yaml", ".md"), "page")
        assert outcome.published is not None


def test_a_theme_of_others_is_tried_whole_before_anything_is_made_of_it(portal: Path, tmp_path: Path) -> None:
    theme = tmp_path / "tema"
    shutil.copytree(location.built_in(), theme)
    (theme / "komponen/hitung/hitung.html").write_text("{% if %}", encoding="utf-8")
    for task in (pipeline.check, lambda folder, chosen: pipeline.build(folder, folder / "site", chosen, is_error)):
        with pytest.raises(MachineFault) as caught:
            task(portal, options(theme=theme))
        assert caught.value.data["path"] == "komponen/hitung/hitung.html:1"
