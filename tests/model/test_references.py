import pytest

from tests.model.registered import ENTRY, LIST, only, portal_of, told

UNIT = "content/unit/bpkad.yaml"
DOCUMENT = ENTRY + "dokumen:\n  - judul: Naskah\n    berkas: {}\n"
REQUEST = "content/perkara/p-1.yaml"
OBJECTION = "content/perkara/k-1.yaml"
DISPUTE = "content/perkara/s-1.yaml"


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        (LIST, ENTRY + "unit: bpkd\n", f"{LIST}:3:7"),
        ("content/unit/setda.yaml", "nama: A\ninduk: bpkd\n", "content/unit/setda.yaml:2:8"),
        ("content/berita/b.yaml", "judul: A\ntanggal: 2024-01-31\nunit: bpkd\n", "content/berita/b.yaml:3:7"),
        ("content/dikecualikan/d.yaml", "judul: A\nunit: bpkd\n", "content/dikecualikan/d.yaml:2:7"),
        (REQUEST, "jenis: permohonan\nditerima: 2024-01-31\nunit: bpkd\n", f"{REQUEST}:3:7"),
    ],
)
def test_a_unit_that_is_missing_is_told_with_its_line_and_the_nearest_one(path: str, text: str, place: str) -> None:
    finding = only(portal_of({path: text}), "RUJ001")
    assert str(finding.span) == place
    assert (finding.data["value"], finding.data["guess"]) == ("bpkd", "bpkad")


@pytest.mark.parametrize("typed", ["BPKAD", "Bpkad"])
def test_a_unit_in_capitals_is_known_and_a_new_one_gets_a_name_that_can_be_an_address(typed: str) -> None:
    assert only(portal_of({LIST: ENTRY + f"unit: {typed}\n"}), "RUJ001").data["guess"] == "bpkad"
    assert only(portal_of({LIST: ENTRY + "unit: Dinas X\n"}), "RUJ001").data["free"] == "dinas-x"
    assert only(portal_of({LIST: ENTRY + "unit: Badan Keuangan\n"}), "RUJ001").data["guess"] == "bpkad"


def test_a_path_of_windows_is_told_with_the_file_that_it_means() -> None:
    named = "C:\\Kerja\\lkpd-2024.pdf"
    finding = only(portal_of({LIST: DOCUMENT.format(named)}, ["bpkad/lkpd-2024.pdf"]), "RUJ003")
    assert finding.data["guess"] == "bpkad/lkpd-2024.pdf"


def test_a_case_that_names_an_entry_without_its_folder_is_told_which_one() -> None:
    case = "jenis: permohonan\nditerima: 2024-01-31\ndijawab_dengan: a\n"
    finding = only(portal_of({"content/informasi/bpkad/a.yaml": ENTRY, REQUEST: case}), "RUJ007")
    assert finding.data["guess"] == "bpkad/a"


def test_where_units_are_few_they_are_named() -> None:
    finding = only(portal_of({LIST: ENTRY + "unit: lain\n", "content/unit/setda.yaml": "nama: A\n"}), "RUJ001")
    assert (finding.data["guess"], finding.data["few"]) == ("", "bpkad, setda")


def test_the_unit_of_an_officer_is_looked_up_too() -> None:
    body = (
        "nama: A\njenis: eksekutif\ntingkat: desa\npejabat_ppid:\n"
        "  - peran: ppid\n    jabatan: Sekretaris\n    unit: sekretariat\n"
    )
    finding = only(portal_of({"content/badan-publik.yaml": body}), "RUJ001")
    assert str(finding.span) == "content/badan-publik.yaml:7:11"
    assert (finding.data["value"], finding.data["guess"]) == ("sekretariat", "")


def test_a_folder_that_was_named_after_a_unit_and_is_no_more_is_told_once_with_its_entries() -> None:
    files = {f"content/informasi/bpkd/{name}.yaml": ENTRY for name in ("a", "b")}
    finding = only(portal_of({**files, "content/informasi/bpkad/c.yaml": ENTRY}), "RUJ017")
    assert str(finding.span) == "content/informasi/bpkd/a.yaml:1:8"
    assert [finding.data[key] for key in ("folder", "count", "guess")] == ["bpkd", "2", "bpkad"]


@pytest.mark.parametrize("path", ["content/informasi/a.yaml", "content/informasi/2025/a.yaml"])
def test_a_folder_of_a_year_and_no_folder_are_no_unit_that_is_missing(path: str) -> None:
    assert told(portal_of({path: ENTRY})) == []


@pytest.mark.parametrize("old", ["bpkad/lama", "bpkad/LAMA", "bpkad/a", "dinkes/b"])
def test_an_address_that_another_entry_has_or_had_cannot_be_taken_over(old: str) -> None:
    mine, theirs = "content/informasi/bpkad/a.yaml", "content/informasi/dinkes/b.yaml"
    files = {mine: ENTRY + "alamat_lama: [bpkad/lama]\n", theirs: ENTRY + f"alamat_lama: [dinkes/lama, {old}]\n"}
    finding = only(portal_of({**files, "content/unit/dinkes.yaml": "nama: B\n"}), "RUJ018")
    owner = theirs if old == "dinkes/b" else mine
    assert (str(finding.span), finding.data["other"]) == (f"{theirs}:3:28", f"{owner}:1:1")


def test_a_unit_that_could_not_be_read_is_not_reported_again_by_those_who_name_it() -> None:
    checked = portal_of({UNIT: "nama: A\nwarna: merah\n", LIST: ENTRY + "unit: bpkad\n"})
    assert told(checked) == [("SKM001", f"{UNIT}:2:1")]
    assert told(portal_of({UNIT: "warna: merah\n", "content/informasi/bpkad/a.yaml": ENTRY}))[-1][0] != "RUJ017"


def test_a_case_or_entry_that_could_not_be_read_is_not_reported_again_either() -> None:
    texts = {
        LIST: "judul: A\n",
        REQUEST: "jenis: permohonan\nditerima: 2024-01-31\ndijawab_dengan: bpkad/lkpd-2024\n",
        OBJECTION: "jenis: keberatan\nditerima: kemarin\npermohonan: p-1\nalasan: a\n",
        DISPUTE: "jenis: sengketa\nkeberatan: k-1\n",
    }
    assert told(portal_of(texts)) == [("SKM002", f"{LIST}:1:1"), ("SKM006", f"{OBJECTION}:2:11")]


@pytest.mark.parametrize(
    ("path", "text", "place", "register"),
    [
        (REQUEST, "jenis: permohonan\nditerima: 2024-01-31\ndijawab_dengan: bpkad/x\n", f"{REQUEST}:3:17", "informasi"),
        (OBJECTION, "jenis: keberatan\nditerima: 2024-01-31\nalasan: a\npermohonan: bpkad/x\n",
         f"{OBJECTION}:4:13", "perkara"),
        (DISPUTE, "jenis: sengketa\nkeberatan: bpkad/x\n", f"{DISPUTE}:2:12", "perkara"),
    ],
)  # fmt: skip
def test_a_case_that_leads_nowhere_is_told(path: str, text: str, place: str, register: str) -> None:
    finding = only(portal_of({path: text}), "RUJ007")
    assert str(finding.span) == place
    assert (finding.data["value"], finding.data["register"]) == ("bpkad/x", register)


def test_cases_that_lead_somewhere_are_no_fault() -> None:
    texts = {
        REQUEST: "jenis: permohonan\nditerima: 2024-01-31\ndijawab_dengan: bpkad/lkpd-2024\n",
        OBJECTION: "jenis: keberatan\nditerima: 2024-02-01\nalasan: a\npermohonan: p-1\n",
        DISPUTE: "jenis: sengketa\nkeberatan: k-1\n",
    }
    assert told(portal_of(texts)) == []


def test_a_duty_that_is_not_in_the_catalogue_is_told_with_the_nearest_one() -> None:
    finding = only(portal_of({LIST: ENTRY + "memenuhi: [B04.a, B04.c]\n"}), "RUJ006")
    assert str(finding.span) == f"{LIST}:3:19"
    assert finding.data["value"] == "B04.c"
    assert finding.data["guess"] in {"B04.a", "B04.b"}


def test_units_whose_parents_lead_in_a_circle_are_told_once() -> None:
    texts = {
        "content/unit/a.yaml": "nama: A\ninduk: b\n",
        "content/unit/b.yaml": "nama: B\ninduk: c\n",
        "content/unit/c.yaml": "nama: C\ninduk: a\n",
        "content/unit/d.yaml": "nama: D\ninduk: a\n",
    }
    finding = only(portal_of(texts), "RUJ008")
    assert str(finding.span) == "content/unit/a.yaml:2:8"
    assert finding.data == {"chain": "a → b → c → a"}


def test_two_circles_are_two_faults_and_a_unit_may_not_be_its_own_parent() -> None:
    texts = {
        "content/unit/a.yaml": "nama: A\ninduk: a\n",
        "content/unit/b.yaml": "nama: B\ninduk: c\n",
        "content/unit/c.yaml": "nama: C\ninduk: b\n",
    }
    found = portal_of(texts).findings
    assert [(one.code, one.data["chain"]) for one in found] == [("RUJ008", "a → a"), ("RUJ008", "b → c → b")]


@pytest.mark.parametrize(
    ("named", "guess"),
    [
        ("lkpd-2024.pdf", "bpkad/lkpd-2024.pdf"),
        ("keuangan/lkpd-2024.pdf", "bpkad/lkpd-2024.pdf"),
        ("content/berkas/bpkad/lkpd-2024.pdf", "bpkad/lkpd-2024.pdf"),
        ("berkas/bpkad/lkpd-2024.pdf", "bpkad/lkpd-2024.pdf"),
        ("bpkad/lkpd-204.pdf", "bpkad/lkpd-2024.pdf"),
        ("sesuatu.docx", ""),
    ],
)
def test_a_file_that_is_missing_is_told_with_the_one_that_was_meant(named: str, guess: str) -> None:
    finding = only(portal_of({LIST: DOCUMENT.format(named)}, ["bpkad/lkpd-2024.pdf", "bpkad/renja.pdf"]), "RUJ002")
    assert str(finding.span) == f"{LIST}:5:13"
    assert finding.data == {"value": named, "guess": guess}


@pytest.mark.parametrize("named", ["bpkad/LKPD-2024.PDF", "Bpkad/lkpd-2024.pdf"])
def test_a_file_whose_letters_differ_only_in_size_is_told_with_its_true_name(named: str) -> None:
    finding = only(portal_of({LIST: DOCUMENT.format(named)}, ["bpkad/lkpd-2024.pdf"]), "RUJ004")
    assert finding.data == {"value": named, "actual": "bpkad/lkpd-2024.pdf"}


def test_a_file_whose_accents_are_composed_another_way_is_told_with_its_true_name() -> None:
    finding = only(portal_of({LIST: DOCUMENT.format("de\u0301sa.pdf")}, ["d\u00e9sa.pdf"]), "RUJ004")
    assert finding.data["actual"] == "d\u00e9sa.pdf"


@pytest.mark.parametrize(
    "named",
    ["../rahasia.pdf", "bpkad/../../rahasia.pdf", "/etc/passwd", "C:\\Data\\lkpd.pdf", "C:/Data/lkpd.pdf", "~/lkpd.pdf",
     "\\\\peladen\\lkpd.pdf", "file:///etc/passwd", "bpkad\\lkpd-2024.pdf", ".."],
)  # fmt: skip
def test_a_file_outside_the_portal_is_told(named: str) -> None:
    finding = only(portal_of({LIST: DOCUMENT.format(f"'{named}'")}, ["bpkad/lkpd-2024.pdf"]), "RUJ003")
    assert str(finding.span) == f"{LIST}:5:13"
    assert finding.data["value"] == named


def test_a_file_that_is_there_is_no_fault() -> None:
    assert told(portal_of({LIST: DOCUMENT.format("bpkad/lkpd-2024.pdf")}, ["bpkad/lkpd-2024.pdf"])) == []


def test_a_file_both_published_and_withheld_is_told_with_the_other_place() -> None:
    texts = {
        LIST: DOCUMENT.format("bpkad/Taksiran.pdf"),
        "content/dikecualikan/taksiran.yaml": "judul: Taksiran\nberkas_ditahan:\n  - nama: arsip/taksiran.PDF\n",
    }
    finding = only(portal_of(texts, ["bpkad/Taksiran.pdf"]), "RUJ013")
    assert str(finding.span) == f"{LIST}:5:13"
    assert finding.data == {"value": "bpkad/Taksiran.pdf", "other": "content/dikecualikan/taksiran.yaml:3:11"}


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("content/halaman/h.yaml", "judul: A\ndokumen:\n  - judul: A\n    berkas: t.pdf\n", 4),
        ("content/berita/b.yaml", "judul: A\ntanggal: 2024-01-31\ngambar: t.pdf\n", 3),
        ("content/layanan/sop.yaml", "jenis: sop\njudul: A\ndokumen:\n  - judul: A\n    berkas: t.pdf\n", 5),
        ("content/laporan/2024.yaml", "judul: A\ntahun: 2024\ndokumen:\n  - judul: A\n    berkas: t.pdf\n", 5),
        ("content/situs.yaml", "judul: A\nlogo: t.pdf\n", 2),
        ("content/dikecualikan/lain.yaml", "judul: A\npenetapan:\n  berkas: t.pdf\n", 3),
        ("content/unit/bpkad.yaml", "nama: A\nsk:\n  nomor: '1'\n  tanggal: 2024-01-31\n  berkas: t.pdf\n", 5),
    ],
)
def test_no_register_may_publish_what_is_withheld(path: str, text: str, line: int) -> None:
    texts = {path: text, "content/dikecualikan/t.yaml": "judul: T\nberkas_ditahan:\n  - nama: t.pdf\n"}
    finding = only(portal_of(texts, ["t.pdf"]), "RUJ013")
    assert (finding.span.path, finding.span.line) == (path, line)
