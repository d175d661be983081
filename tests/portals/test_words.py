"""What officers typed, as it comes out again: in reports, in logs of machines, and on the site."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from ppidgen.cli.verbs.check import FORMATS
from tests.portals.laying import DAY, ENTRY, Content, build, contents, lay, ppidgen

pytestmark = pytest.mark.slow  # whole portals, one after the other

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
COMMANDS = "::error::x ::set-output name=a::b %0A::warning::y ##vso[task.complete] file=a,line=1"
ESCAPES = "\u202e\x1b[31mmerah\x1b[0m\x07\u200b"
MANY = "Hanya yang menghalangi penerbitan: ppidgen check --show galat\n"
NIK = "3201011708450001"
SPACED = "3201 0117 0845 0001"
DOTTED = "3201.0117.0845.0001"


def report(portal: Path, form: str) -> str:
    told = ppidgen("check", portal, "--as-of", DAY, "--format", form)
    assert told.code in {0, 1}, told.err
    assert told.err in {"", MANY} if form == "text" else told.err == ""
    return told.out


def titled(title: str, more: str = "") -> dict[str, Content]:
    """Give an entry whose title and other words are `title`, faults in some of them."""
    quoted = json.dumps(title, ensure_ascii=False)
    return {
        ENTRY: f"judul: {quoted}\nkategori: {quoted}\nunit: {quoted}\n{more}",
        "content/informasi/bpkad/dua.yaml": f"judul: {quoted}\nkategori: berkala\nunit: {quoted}\n"
        f"memenuhi: [{quoted}]\ndokumen:\n  - judul: {quoted}\n    berkas: {quoted}\n",
    }


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_repeats_an_identity_number(portal: Path, form: str) -> None:
    lay(portal, titled(f"Data {NIK} dan {SPACED} dan {DOTTED}"))
    lay(portal, {f"content/informasi/{NIK}.yaml": f"judul: A\nkategori: {NIK}\n{NIK}: a\n"})
    told = report(portal, form)
    assert "SKM003" in told
    # The name of a file must be told as it is: nobody finds it otherwise.
    assert NIK not in re.sub(r"[ .]", "", told.replace(f"informasi/{NIK}", ""))


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_holds_what_a_terminal_would_obey(portal: Path, form: str) -> None:
    lay(portal, titled(ESCAPES))
    lay(portal, {f"content/informasi/a{ESCAPES}.yaml": "judul: A\n"})
    told = report(portal, form)
    assert "\x1b" not in told
    assert re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told) is None


def test_no_line_for_github_is_begun_by_an_officer(portal: Path) -> None:
    lay(portal, titled(COMMANDS, f"'{COMMANDS}': a\n"))
    lay(portal, {f"content/informasi/{COMMANDS.replace('/', '')}.yaml": "judul: A\n"})
    lines = report(portal, "github").splitlines()
    assert any("::set-output" in line for line in lines)
    assert re.fullmatch(r"\d+ galat, \d+ kekurangan, \d+ catatan dalam \d+ berkas", lines.pop())
    for line in lines:
        assert re.match(r"::(?:error|warning|notice)(?: [^:]*)?::", line)
        properties = line.partition("::")[2].partition("::")[0]
        assert not {"%0A", "\r"} & set(properties.split())
        names = [pair.partition("=")[0] for pair in properties.partition(" ")[2].split(",")]
        assert names[0] == "file"
        assert set(names) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert len(names) == len(set(names))


@pytest.mark.parametrize("form", FORMATS)
def test_no_line_of_any_report_commands_the_machine_that_prints_it(portal: Path, form: str) -> None:
    """GitHub obeys `::` after white space, and it and Azure `##[` and `##vso[` anywhere in a line."""
    orders = "x\n::error::y\r\n  ::add-mask::z\u2028::stop-commands::a\n##[error]b\n##vso[task.complete]c ##VSO[d]"
    lay(portal, titled(orders, f"{json.dumps(orders)}: a\n'##[group]': b\nisi: '::error::c ##[error]d'\n"))
    lay(portal, {"content/informasi/##[error]a\n::error::b.yaml": "judul: A\n::error::c: d\n##[error]e\n"})
    told = report(portal, form)
    assert "error" in told
    lines = [line.lstrip() for line in re.split(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", told)]
    ours = [line for line in lines if line.startswith("::")]
    assert ours == [] or form == "github"
    assert all(re.match(r"::(?:error|warning|notice) file=", line) for line in ours)
    others = [line for line in lines if not line.startswith("::")]
    assert [line for line in others if re.search(r"##(?:\[|vso\[)", line, re.IGNORECASE)] == []


def test_a_title_cannot_break_out_of_a_report_that_machines_read(portal: Path) -> None:
    lay(portal, titled(SCRIPT + "\"]}'-->" + COMMANDS))
    assert json.loads(report(portal, "json"))["findings"]
    assert json.loads(report(portal, "sarif"))["runs"][0]["results"]
    assert ET.fromstring(report(portal, "junit")).findall(".//testcase")  # noqa: S314 - our own output
    assert "<script>" not in re.sub(r"`[^`]*`", "", report(portal, "markdown"))


def test_a_title_is_text_on_every_page_and_in_every_file_of_the_site(portal: Path) -> None:
    quoted = json.dumps(SCRIPT)
    lay(
        portal,
        {
            ENTRY: f"judul: {quoted}\nringkasan_isi: {quoted}\nkategori: berkala\nkelompok: {quoted}\ntag: [{quoted}]\n"
            f"cara_memperoleh: {quoted}\nisi: {quoted}\n",
            "content/unit/bpkad.yaml": f"nama: {quoted}\n",
            "content/situs.yaml": f"judul: {quoted}\ndeskripsi: {quoted}\nalamat: https://ppid.contoh.go.id/\n",
            "content/pengumuman/awas.yaml": f"judul: {quoted}\njenis: bencana-alam\nmulai: 2026-01-01\n"
            f"wilayah: {quoted}\ninstruksi: {quoted}\n",
            "content/berita/kabar.md": f"---\njudul: {quoted}\ntanggal: 2026-01-01\n---\n{SCRIPT}\n",
        },
    )
    told = build(portal)
    assert told.code == 0, told.out
    files = {path: raw.decode() for path, raw in contents(portal / "site").items() if path.endswith((".html", ".xml"))}
    assert sum("&lt;script&gt;alert(1)" in text for text in files.values()) > 20
    assert [path for path, text in files.items() if "<script>alert" in text or "<img src=x" in text] == []


def test_words_that_look_like_templates_are_words(portal: Path) -> None:
    lay(portal, {ENTRY: "judul: '{{ 7*7 }} {% raw %} ${7*7} {0} %s {value} &amp;'\nkategori: berkala\n"})
    assert build(portal).code == 0
    page = (portal / "site/informasi/bpkad/lkpd-2024/index.html").read_text(encoding="utf-8")
    assert "<h1>{{ 7*7 }} {% raw %} ${7*7} {0} %s {value} &amp;amp;</h1>" in re.sub(r"<h1[^>]*>", "<h1>", page)


DOCUMENT = "judul: A\nkategori: berkala\ndokumen:\n  - judul: Lampiran\n    berkas: {}\n"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Lampiran Ke-2 (Désa) & lain.csv", "berkas/lampiran-ke-2-desa-lain.csv"),
        ("Sub Bagian/Lampiran.csv", "berkas/sub-bagian/Lampiran.csv"),
        ("lkpd_2024.v2.csv", "berkas/lkpd_2024.v2.csv"),
        ("laporan — akhir’24.csv", "berkas/laporan-akhir24.csv"),
    ],
)
def test_a_document_of_any_name_is_published_under_a_plain_one(portal: Path, name: str, address: str) -> None:
    lay(portal, {f"content/berkas/{name}": "uraian,nilai\nA,1\n", ENTRY: DOCUMENT.format(json.dumps(name))})
    told = build(portal)
    assert told.code == 0, told.out
    assert (portal / "site" / address).read_text(encoding="utf-8") == "uraian,nilai\nA,1\n"
    page = (portal / "site/informasi/bpkad/lkpd-2024/index.html").read_text(encoding="utf-8")
    assert f'href="/{address}"' in page


def test_a_file_that_no_record_names_is_never_published(portal: Path) -> None:
    lay(portal, {"content/berkas/rahasia.csv": "nilai,taksiran\n1,2\n"})
    assert build(portal).code == 0
    assert not any(b"taksiran" in raw or "rahasia" in path for path, raw in contents(portal / "site").items())
