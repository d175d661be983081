"""Register files as officers write them: what is read as typed, and how each mistake is told."""

import pytest

from ppidgen.diagnostics import Checked, Finding
from ppidgen.source.register_text.nodes import Node, Scalar, Sequence, Table
from ppidgen.source.register_text.yaml import parse

PATH = "content/informasi/contoh/entri.yaml"


def read(text: str) -> Checked[Node | None]:
    return parse(PATH, text)


def plain(node: Node | None) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Table(values=values):
            return {key: plain(value) for key, value in values.items()}
    return None


def told(text: str) -> list[tuple[str, int, int]]:
    return [(found.code, found.span.line, found.span.column) for found in read(text).findings]


def only(text: str) -> Finding:
    (finding,) = read(text).findings
    return finding


def test_every_value_stays_as_typed() -> None:
    text = "a: no\nb: 12:30\nc: 0812345678\nd: 007\ne: 1.10\nf: 2024-02-30\ng: 0x1F\nh: =\ni: .inf\nj: 1_000\n"
    assert plain(read(text).value) == {
        "a": "no", "b": "12:30", "c": "0812345678", "d": "007", "e": "1.10",
        "f": "2024-02-30", "g": "0x1F", "h": "=", "i": ".inf", "j": "1_000",
    }  # fmt: skip
    assert read(text).findings == ()


@pytest.mark.parametrize("typed", ["", "''", '""', "~", "null"])
def test_the_ways_to_say_nothing_are_alike(typed: str) -> None:
    table = read(f"judul: {typed}\n").value
    assert isinstance(table, Table)
    value = table.values["judul"]
    assert isinstance(value, Scalar)
    assert value.is_empty


@pytest.mark.parametrize("typed", ["no", "0", "'~'", "'null'", "false"])
def test_what_is_something_is_not_empty(typed: str) -> None:
    table = read(f"judul: {typed}\n").value
    assert isinstance(table, Table)
    value = table.values["judul"]
    assert isinstance(value, Scalar)
    assert not value.is_empty


def test_keys_and_values_know_their_place() -> None:
    table = read("judul: Laporan\ndokumen:\n  - nama: a.pdf\n").value
    assert isinstance(table, Table)
    assert table.keys["dokumen"] == (2, 1, 2, 8)
    assert table.place == (1, 1, 3, 16)
    documents = table.values["dokumen"]
    assert isinstance(documents, Sequence)
    (document,) = documents.items
    assert isinstance(document, Table)
    assert document.values["nama"].place == (3, 11, 3, 16)


def test_lines_are_counted_from_the_line_at_which_the_text_begins() -> None:
    checked = parse("content/berita/a.md", "judul: a: b\nisi: c\n", first_line=2)
    assert isinstance(checked.value, Table)
    assert checked.value.keys["isi"] == (3, 1, 3, 4)
    assert checked.findings[0].span.line == 2


@pytest.mark.parametrize("text", ["", "\n\n", "# hanya catatan\n", "---\n"])
def test_a_file_without_content_has_no_value_and_no_fault(text: str) -> None:
    assert read(text) == Checked(None)


MISTAKES = [
    # typed, code, line, column, the corrected line, the value that is read all the same
    ("judul: Laporan: tahap 1\n", "SUM008", 1, 8, 'judul: "Laporan: tahap 1"', {"judul": "Laporan: tahap 1"}),
    ("- judul: Rapat: hasil\n", "SUM008", 1, 10, '- judul: "Rapat: hasil"', [{"judul": "Rapat: hasil"}]),
    ('judul: Sebut "A": b\n', "SUM008", 1, 8, "judul: 'Sebut \"A\": b'", {"judul": 'Sebut "A": b'}),
    ("judul: Laporan:\n", "SUM008", 1, 8, 'judul: "Laporan:"', {"judul": "Laporan:"}),
    ("hari: 'Jum'at'\n", "SUM013", 1, 7, 'hari: "Jum\'at"', {"hari": "Jum'at"}),
    ("- 'Jum'at'\n- b\n", "SUM013", 1, 3, '- "Jum\'at"', ["Jum'at", "b"]),
    ('judul: "Laporan" tahap 1\n', "SUM013", 1, 8, "judul: '\"Laporan\" tahap 1'", {"judul": '"Laporan" tahap 1'}),
    ('judul: "Laporan": tahap 1\n', "SUM013", 1, 8, "judul: '\"Laporan\": tahap 1'", {"judul": '"Laporan": tahap 1'}),
    ('judul: "Laporan\nunit: dinas\n', "SUM014", 1, 8, 'judul: "Laporan"', {"judul": "Laporan", "unit": "dinas"}),
    ('judul: "Laporan\nunit: "dinas"\n', "SUM014", 1, 8, 'judul: "Laporan"', {"judul": "Laporan", "unit": "dinas"}),
    ("judul: 'Laporan", "SUM014", 1, 8, "judul: 'Laporan'", {"judul": "Laporan"}),
    ("akun: @ppid\n", "SUM015", 1, 7, 'akun: "@ppid"', {"akun": "@ppid"}),
    ("akun: %5 naik\n", "SUM015", 1, 7, 'akun: "%5 naik"', {"akun": "%5 naik"}),
    ("akun: `kode`\n", "SUM015", 1, 7, 'akun: "`kode`"', {"akun": "`kode`"}),
    ("nilai: > 5 juta\n", "SUM015", 1, 8, 'nilai: "> 5 juta"', {"nilai": "> 5 juta"}),
    ("nilai: |lima\n", "SUM015", 1, 8, 'nilai: "|lima"', {"nilai": "|lima"}),
    ("judul: - satu\n", "SUM015", 1, 8, 'judul: "- satu"', {"judul": "- satu"}),
    ("judul: ? apa\n", "SUM015", 1, 8, 'judul: "? apa"', {"judul": "? apa"}),
    ("judul: [RALAT] Laporan\n", "SUM016", 1, 8, 'judul: "[RALAT] Laporan"', {"judul": "[RALAT] Laporan"}),
    ("judul: {draf} Laporan\n", "SUM016", 1, 8, 'judul: "{draf} Laporan"', {"judul": "{draf} Laporan"}),
    ("bentuk: [a, b\nunit: c\n", "SUM016", 1, 9, "bentuk: [a, b]", {"bentuk": ["a", "b"], "unit": "c"}),
    ("judul: a\n  unit: b\n", "SUM017", 2, 3, "unit: b", {"judul": "a", "unit": "b"}),
    ("uji:\n  satu: a\n dua: b\n", "SUM017", 3, 2, "dua: b", {"uji": {"satu": "a", "dua": "b"}}),
    (" a: 1\nb: 2\nc: 3\n", "SUM017", 1, 2, "a: 1", {"a": "1", "b": "2", "c": "3"}),
    ("uji:\n    a: 1\n  b: 2\n  c: 3\n", "SUM017", 2, 5, "a: 1", {"uji": {"a": "1", "b": "2", "c": "3"}}),
    ("uji:\na: 1\n  b: 2\n  c: 3\n", "SUM017", 2, 1, "a: 1", {"uji": {"a": "1", "b": "2", "c": "3"}}),
    ("isi: |\n  satu\n dua\n", "SUM017", 3, 2, "dua", {"isi": "satu\ndua\n"}),
    ("- a\n-b\n- c\n", "SUM018", 2, 1, "- b", ["a", "b", "c"]),
    ("a: 1\nb:2\nc: 3\n", "SUM019", 2, 1, "b: 2", {"a": "1", "b": "2", "c": "3"}),
    ("a:1\nb: 2\n", "SUM019", 1, 1, "a: 1", {"a": "1", "b": "2"}),
    ("judul: *penting* x\n", "SUM020", 1, 8, 'judul: "*penting* x"', {"judul": "*penting* x"}),
    ("judul: & rekan\n", "SUM020", 1, 8, 'judul: "& rekan"', {"judul": "& rekan"}),
    ('lokasi: "D:\\data"\n', "SUM030", 1, 12, "lokasi: 'D:\\data'", {"lokasi": "D:\\data"}),
    (
        "a: 1\nkategori berkala\nb: 2\n",
        "SUM033",
        2,
        1,
        "kategori: berkala",
        {"a": "1", "kategori": "berkala", "b": "2"},
    ),
    (f"a: {'kata ' * 20}\nb = 2\n", "SUM033", 2, 1, "b: 2", {"a": ("kata " * 20).strip(), "b": "2"}),
    (f"a: {'kata ' * 20}\nb 2\n", "SUM033", 2, 1, "b: 2", {"a": f"{'kata ' * 20}b 2"}),
    (
        "judul: \u201cLaporan: tahap 1\u201d\n",
        "SUM008",
        1,
        8,
        'judul: "Laporan: tahap 1"',
        {"judul": "Laporan: tahap 1"},
    ),
    ("uji:\n\ttanggal: a\n", "SUM009", 2, 1, "tanggal: a", {"uji": {"tanggal": "a"}}),
    ("judul:\u00a0Laporan\n", "SUM011", 1, 7, "judul: Laporan", {"judul": "Laporan"}),
    ("ju\u200bdul: Laporan\n", "SUM011", 1, 3, "judul: Laporan", {"judul": "Laporan"}),
    ("a: 1\n\u00a0\u00a0b: 2\n", "SUM011", 2, 1, "b: 2", {"a": "1", "b": "2"}),
    ("judul: Nomor #12\n", "SUM010", 1, 14, 'judul: "Nomor #12"', {"judul": "Nomor"}),
    ("nomor: #12\n", "SUM010", 1, 8, 'nomor: "#12"', {"nomor": ""}),
    ("judul: a\u200bb\n", "SUM035", 1, 9, "judul: ab", {"judul": "a\u200bb"}),
    ("judul: a\u00a0b\n", "SUM036", 1, 9, "judul: a b", {"judul": "a\u00a0b"}),
]


@pytest.mark.parametrize(("typed", "code", "line", "column", "fixed", "value"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_to_type(
    typed: str, code: str, line: int, column: int, fixed: str, value: object
) -> None:
    finding = only(typed)
    assert (finding.code, finding.span.line, finding.span.column) == (code, line, column)
    assert finding.data["fixed"] == fixed
    assert plain(read(typed).value) == value


def test_a_second_key_of_the_same_name_points_to_the_first() -> None:
    finding = only("judul: a\nunit: b\njudul: c\n")
    assert (finding.code, str(finding.span)) == ("SUM012", f"{PATH}:3:1")
    assert (finding.data["key"], finding.data["first"]) == ("judul", "1")
    assert str(finding.related[0].span) == f"{PATH}:1:1"


def test_an_entry_pasted_below_another_is_one_fault() -> None:
    entry = "judul: a\nunit: b\ntahun: c\n"
    finding = only(entry + entry)
    assert (finding.code, str(finding.span), finding.data["below"]) == ("SUM012", f"{PATH}:4:1", "4")
    assert told(entry + entry + "kategori: d\nunit: e\n") == [("SUM012", 4, 1), ("SUM012", 8, 1)]


def test_a_path_of_windows_in_double_quotes_is_told_to_be_put_in_single_ones() -> None:
    finding = only('berkas: "C:\\Users\\budi\\a.pdf"\nunit: b\n')
    assert (finding.code, finding.data["fixed"]) == ("SUM030", "berkas: 'C:\\Users\\budi\\a.pdf'")


@pytest.mark.parametrize(
    ("text", "line", "fixed"),
    [
        ("tag:\n\u2022 satu\n- dua\n", 2, "- satu"),
        ("judul: A\ntag:\n\u2013 satu\n", 3, "- satu"),
        ("// catatan\njudul: A\n", 1, "# catatan"),
        ("judul: A\ntahun\uff1a2025\nunit: b\n", 2, "tahun: 2025"),
    ],
)
def test_a_sign_of_a_text_program_is_told_with_the_one_of_yaml(text: str, line: int, fixed: str) -> None:
    finding = only(text)
    assert (finding.code, finding.span.line, finding.data["fixed"]) == ("SUM029", line, fixed)


def test_items_that_melt_into_one_text_are_each_told() -> None:
    assert told("bentuk:\n  -satu\n  -dua\n") == [("SUM018", 2, 3), ("SUM018", 3, 3)]
    assert told("kontak:\n  telepon:0812\n  surel:x\n") == [("SUM019", 2, 3), ("SUM019", 3, 3)]


def test_tabs_of_a_file_are_one_fault() -> None:
    finding = only("a:\n\tb: 1\n\tc: 2\n")
    assert (finding.code, finding.data["count"]) == ("SUM009", "2")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\n", "SUM020", 1, 4),
        ("a: 1\nb: *x\n", "SUM020", 2, 4),
        ("a: !!int 1\n", "SUM021", 1, 4),
        ("a: !!python/object:os.system x\n", "SUM021", 1, 4),
        ("%YAML 1.1\n---\na: 1\n", "SUM022", 1, 1),
        ("a: 1\n---\nb: 2\n", "SUM023", 2, 1),
        ("a: 1\n...\nb: 2\n", "SUM023", 2, 1),
        ("a: 1\n<<: {b: 2}\n", "SUM024", 2, 1),
        ("[a, b]: c\n", "SUM025", 1, 1),
        ("{a: b}: c\n", "SUM025", 1, 1),
        ("'': c\n", "SUM025", 1, 1),
        ("judul: a\n- b\n", "SUM029", 2, 1),
        ('judul: "\\u202e"\n', "SUM032", 1, 8),
        ('judul: "\\x00"\n', "SUM032", 1, 8),
        ('"\\u200b": a\n', "SUM032", 1, 1),
    ],
)
def test_what_registers_do_not_use_is_told_and_left_out(text: str, code: str, line: int, column: int) -> None:
    assert told(text) == [(code, line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "judul: Nomor  # catatan\n",
        "judul:\tNomor\t# catatan\n",
        "# catatan\njudul: a\n  # lagi\n",
        "uji: # catatan\n  a: b\n",
        "judul: 'Nomor' #12\n",
        "isi: |\n  Nomor #12\n  \tdengan tab: dan titik dua\n",
        "isi: >-\n  satu 'dua\n  tiga: \"empat\n",
        "judul: C#\ntautan: https://contoh.go.id/a#b\n",
        "judul: Laporan 1:2 dan a:b\n",
        "judul: Jum'at\n",
        'judul: "Sebut \\"A\\": b"\n',
        "judul: 'Jum''at: pagi'\n",
        "judul: Laporan yang panjang\n  sampai baris kedua\n",
        "- https://contoh.go.id\n- mailto:a@b.id\n",
        "suhu: -5\n",
        "bentuk: [a, 'b, c', {d: e}]\n",
        "judul: Kerja sama – “contoh” é ü 漢\n",
    ],
)
def test_honest_text_is_left_in_peace(text: str) -> None:
    assert read(text).findings == ()


def test_all_mistakes_of_a_file_are_told_in_one_run() -> None:
    text = "judul: a: b\nunit: @x\nhari: 'Jum'at'\nnomor: No #1\nunit: c\nisi: d:e\n  f:g\nlama: b\u200bc\n"
    assert [code for code, _, _ in sorted(told(text), key=lambda one: one[1:])] == [
        "SUM008", "SUM015", "SUM013", "SUM010", "SUM012", "SUM019", "SUM035",
    ]  # fmt: skip


def test_places_on_a_mended_line_are_those_of_the_typed_line() -> None:
    table = read("judul: Laporan: tahap 1\n").value
    assert isinstance(table, Table)
    assert table.values["judul"].place == (1, 8, 1, 24)


def test_an_error_that_cannot_be_mended_keeps_the_faults_before_it() -> None:
    assert told("a: b: c\nd: 1\n- e\n") == [("SUM008", 1, 4), ("SUM029", 3, 1)]
