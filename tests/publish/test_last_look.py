"""What a reader would see as a personal number is found in the source, or at the latest in the finished page."""

import html
import io
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import orjson
import pytest
import typst
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from ppidgen.model.portal.sheet import traces_in
from ppidgen.publish.last_look import in_file, in_page
from ppidgen.source.personal.personal_data import Kind
from ppidgen.source.undone import undone
from tests.portals.laying import DAY, ppidgen
from tests.rules.examples import lay_out
from tests.theme.plain_html import ours

NUMBER = "3211011212850001"
# What somebody may put between two digits without a reader seeing it, or seeing more than a gap.
SPLITS = (
    "", "**", "__", "_", "*", "`", "~~", "\u200b", "\u00ad", "<!-- x -->", "<b></b>", "](/a)", "[", "\n", " "
)  # fmt: skip
_TAG = re.compile(r"<[^>]*>")


def entity(digit: str) -> str:
    return f"&#{ord(digit)};"


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """Write the number with a split in up to two places, and some of its digits as entities."""
    cuts = draw(st.dictionaries(st.integers(1, len(NUMBER) - 1), st.sampled_from(SPLITS), max_size=2))
    coded = draw(st.sets(st.integers(0, len(NUMBER) - 1), max_size=3))
    digits = [entity(digit) if place in coded else digit for place, digit in enumerate(NUMBER)]
    return "".join(cuts.get(place, "") + digit for place, digit in enumerate(digits))


def seen(markdown: str) -> str:
    """Give the text of rendered Markdown without what nobody sees; gaps that a reader sees stay."""
    return re.sub(r"[\u200b\u00ad]+", "", html.unescape(_TAG.sub("", ours(markdown))))


@given(disguised())
@example("[321101](/a)1212850001")
@example("[321101](/a)[1212850001](/b)")
@example("32110112&#49;2850001")
@example("**3211**011212850001")
@example("321101<!-- x -->1212850001")
def test_a_number_that_a_reader_sees_is_found_where_it_was_written(written: str) -> None:
    markdown = f"Penerima bantuan: {written} sejak Januari."
    if NUMBER in seen(markdown):
        assert [trace.kind for trace in traces_in(markdown)] == [Kind.IDENTITY]


@pytest.mark.parametrize("folded", ["3211 0112\n1285 0001", "3211 0112 1285\n  0001"])
def test_a_number_folded_over_two_lines_is_found_on_the_first(folded: str) -> None:
    assert [trace.place for trace in traces_in(f"isi: >-\n  NIK {folded}\n")] == ["2:7"]


def test_undoing_tells_of_each_letter_where_it_stood() -> None:
    found = undone("a [1](/x)&#50;\n3")
    assert found.text == "a 12 3"
    assert [("a [1](/x)&#50;\n3")[found.place(at)] for at in range(6)] == ["a", " ", "1", "&", "\n", "3"]


@pytest.mark.parametrize(
    "value",
    [NUMBER, "3211 0112 1285 0001", "321101-121285-0001", "3211 0112\n1285 0001", "081234567890", "a@gmail.com",
     "３２１１０１１２１２８５０００１", "٣٢١١٠١١٢١٢٨٥٠٠٠١", "a＠gmail.com"],
)  # fmt: skip
def test_what_a_page_holds_and_no_source_held_is_found(value: str) -> None:
    packed = orjson.dumps({"blocks": ["Penerima", f"Bantuan bagi {value}."], "@type": "Dataset"})
    (hit,) = in_page(packed, frozenset())
    assert list(in_page(packed, {hit.digest})) == []


@pytest.mark.parametrize(
    "value", ["2026-01-15 10:30", "Rp3.211.011.212.850", "0210 555 0110", "ppid@contohkab.go.id", "5.1.02.01.01.0001"]
)
def test_what_is_no_persons_is_let_through(value: str) -> None:
    assert list(in_page(orjson.dumps({"text": value, "year": [2024, 2025, 2026]}), frozenset())) == []


# What each kind looks like where it is seen; accounts and tax numbers are known by the word beside them.
SEEN = {
    Kind.IDENTITY: f"penerima {NUMBER}",
    Kind.FAMILY_CARD: "No. KK 3211011203120001",
    Kind.TAX: "NPWP 012345678901000",
    Kind.PHONE: "telepon 0812-3456-7890",
    Kind.MAIL: "surel petugas.contoh@gmail.com",
    Kind.ACCOUNT: "rekening BRI 012301012",
}


def workbook(text: str) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet().write_string(0, 0, text)
    return held.getvalue()


def paper(text: str) -> bytes:
    return typst.compile(text.encode())


CONTAINERS: Mapping[str, Callable[[str], bytes]] = {
    "data/dip.csv": lambda text: f"judul,isi\r\nLaporan,{text}\r\n".encode(),
    "data/dip.json": lambda text: orjson.dumps([{"isi": text}]),
    "umpan/informasi.xml": lambda text: f"<feed><title>{text}</title></feed>".encode(),
    "themes/saya/layout.html": lambda text: f"<p>{text}</p>".encode(),
    "data/dip.xlsx": workbook,
    "layanan/poster.pdf": paper,
}


@pytest.mark.parametrize("path", CONTAINERS)
@pytest.mark.parametrize("kind", SEEN)
def test_what_goes_out_beside_pages_is_read_in_its_container(path: str, kind: Kind) -> None:
    raw = CONTAINERS[path](SEEN[kind].replace("@", "\\@") if path.endswith(".pdf") else SEEN[kind])
    (hit,) = in_file(path, raw, frozenset())
    assert hit.kind is kind
    assert list(in_file(path, raw, {hit.digest})) == []


@pytest.mark.parametrize("raw", [b"PK\x03\x04 rusak", b"%PDF-1.4 rusak"])
def test_a_broken_file_of_a_theme_stops_nothing(raw: bytes) -> None:
    assert list(in_file("themes/saya/aset/x", raw, frozenset())) == []


@pytest.mark.parametrize("kind", SEEN)
def test_every_kind_is_found_in_a_page(kind: Kind) -> None:
    assert [hit.kind for hit in in_page(orjson.dumps({"text": SEEN[kind]}), frozenset())] == [kind]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/dip.csv", f"sha256,f{NUMBER}a\n"),
        ("data/dip.csv", "32110112,12850001\n"),
        ("umpan/a.xml", "<a>32110112</a><b>12850001</b>"),
        ("umpan/a.xml", "<title>Rekening kas</title><updated>2026-01-15T00:00:00Z</updated>"),
        ("huruf/a.woff2", NUMBER),
    ],
)
def test_digests_neighbouring_fields_and_typefaces_are_no_numbers_of_persons(path: str, text: str) -> None:
    assert list(in_file(path, text.encode(), frozenset())) == []


def test_a_template_with_a_number_stops_the_build_and_does_not_repeat_it(tmp_path: Path) -> None:
    portal, theme = tmp_path / "portal", tmp_path / "tema"
    lay_out((), portal)
    shutil.copytree("themes/baku", theme)
    layout = theme / "layout.html"
    layout.write_text(layout.read_text("utf-8").replace("</body>", f"<p>NIK {NUMBER}</p></body>"), "utf-8")
    told = ppidgen("build", portal, "--out", tmp_path / "site", "--theme", theme, "--as-of", DAY, "--no-search")
    assert told.code == 1
    assert "PDP009" in told.out + told.err
    assert "layout.html" in told.out + told.err
    assert NUMBER not in told.out + told.err
    assert not (tmp_path / "site").exists()
