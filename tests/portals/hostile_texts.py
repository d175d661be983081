"""Texts of registers made to harm or deceive, and some that only look odd and must be kept as they are."""

import gzip
from collections.abc import Mapping, Sequence

from tests.portals.laying import ENTRY_TEXT
from tests.source.test_hostile_yaml import HOSTILE

NINES = "9" * 5_000
SOUND_TEXT = "judul: Laporan\nkategori: berkala\n"

BAD_TEXTS: Mapping[str, str] = {
    **{name: text for name, text in HOSTILE.items() if name not in {"lines", "spaces"}},
    "anchor": "judul: &a Laporan\nkategori: berkala\n",
    "alias to nothing": "judul: *a\nkategori: berkala\n",
    "merge": "judul: A\n<<: {kategori: berkala}\n",
    "merge of itself": "a: &a {<<: *a}\n",
    "tag of text": "judul: !!str Laporan\nkategori: berkala\n",
    "tag of bytes": "judul: !!binary aGl0\nkategori: berkala\n",
    "tag of a set": "judul: !!set {a, b}\nkategori: berkala\n",
    "tag of a moment": "judul: A\nkategori: berkala\ntanggal_terbit: !!timestamp 2024-02-30\n",
    "tag of a number": "judul: !!int abc\nkategori: berkala\n",
    "tag of an object": "judul: !!python/object/new:os.system [echo x]\nkategori: berkala\n",
    "tag of a name": "judul: !!python/name:os.system\nkategori: berkala\n",
    "tag of our own": "judul: !berkas /etc/passwd\nkategori: berkala\n",
    "tag by address": "judul: !<tag:yaml.org,2002:python/object:a> x\nkategori: berkala\n",
    "directive": "%YAML 1.1\n---\n" + SOUND_TEXT,
    "directive of tags": "%TAG ! tag:contoh.go.id,2024:\n---\n" + SOUND_TEXT,
    "second document": SOUND_TEXT + "---\n" + SOUND_TEXT,
    "document ended": SOUND_TEXT + "...\njudul: lagi\n",
    "key twice": "judul: A\njudul: B\nkategori: berkala\n",
    "key twice in quotes": 'judul: A\n"judul": B\nkategori: berkala\n',
    "key twice by an escape": 'judul: A\n"\\x6audul": B\nkategori: berkala\n',
    "key that is a list": "? [judul]\n: A\nkategori: berkala\n",
    "key that is a mapping": "? {judul: A}\n: B\n",
    "key that is empty": SOUND_TEXT + ": x\n",
    "key that is a number": SOUND_TEXT + "1: x\n",
    "key of a prototype": SOUND_TEXT + "__proto__: {kategori: x}\n",
    "key of Python": SOUND_TEXT + "__class__: x\n",
    "key with markup": SOUND_TEXT + "<script>hit()</script>: x\n",
    "key in Cyrillic": "judul: A\nk\u0430tegori: berkala\n",
    "key in capitals": "Judul: A\nkategori: berkala\n",
    "key in full width": "\uff4audul: A\nkategori: berkala\n",
    "key in English": "title: A\ncategory: periodic\n",
    "key misspelled": "judul: A\nkatagori: berkala\n",
    "key of 10,000 letters": SOUND_TEXT + f"{'k' * 1_000}: x\n",
    "no space after a colon": "judul:A\nkategori:berkala\n",
    "tab in front": "judul: A\nkategori: berkala\ndokumen:\n\t- judul: A\n",
    "quote unclosed": 'judul: "A\nkategori: berkala\n',
    "apostrophe unclosed": "judul: 'A\nkategori: berkala\n",
    "bracket unclosed": SOUND_TEXT + "bentuk: [softcopy\n",
    "brace unclosed": SOUND_TEXT + "dokumen: {judul: A\n",
    "bracket too many": SOUND_TEXT + "bentuk: [softcopy]]\n",
    "text after a quote": 'judul: "A" B\nkategori: berkala\n',
    "unknown escape": 'judul: "A \\q"\nkategori: berkala\n',
    "indented oddly": "judul: A\n  kategori: berkala\n",
    "indented back": "dokumen:\n    - judul: A\n  - judul: B\n",
    "block of no such indent": "judul: |0\n  A\nkategori: berkala\n",
    "list in a mapping": "judul: A\n- kategori: berkala\n",
    "list for a text": "judul: [A, B]\nkategori: berkala\n",
    "mapping for a text": "judul: {a: b}\nkategori: berkala\n",
    "text for a list of parts": SOUND_TEXT + "dokumen: surat.pdf\n",
    "a text alone": "Laporan Keuangan\n",
    "a number alone": "42\n",
    "list of texts": "- A\n- B\n",
    "list of lists": "- [A]\n- [B]\n",
    "list of nothing": "-\n-\n",
    "only a comment": "# kosong\n",
    "nothing": "",
    "only a document mark": "---\n",
    "JSON with a trailing comma and no key": "{,}\n",
    "conflict": "judul: A\n<<<<<<< HEAD\nkategori: berkala\n=======\nkategori: setiap-saat\n>>>>>>> lain\n",
    "half a conflict": "judul: A\n=======\nkategori: berkala\n",
    "conflict of three": "judul: A\n<<<<<<< A\nx: 1\n||||||| B\nx: 2\n=======\nx: 3\n>>>>>>> C\nkategori: berkala\n",
    "line of another language": "import os\nos.system('x')\n",
    "shell": "#!/bin/sh\nrm -rf /\n",
    "page": "<!doctype html><title>A</title>\n",
    "mail": "From: a@contoh.go.id\nSubject: x\n",
    **{f"control {code:02x}": f"judul: A{chr(code)}B\nkategori: berkala\n"
       for code in (*range(1, 9), 11, 12, *range(14, 32), 127, *range(0x80, 0xA0, 5))},
    **{f"turning {code:04x}": f"judul: A{chr(code)}B\nkategori: berkala\n"
       for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)},
    **{f"unseen {code:04x}": f"judul: A{chr(code)}B\nkategori: berkala\n"
       for code in (0x200B, 0x2060, 0xFEFF, 0xE0041, 0xE007F, 0xFFFE, 0xFFFF, 0x1FFFE, 0x2028, 0x2029)},
}  # fmt: skip

GOOD_TEXTS: Mapping[str, str] = {
    "of Windows": SOUND_TEXT.replace("\n", "\r\n"),
    "without an end of line": SOUND_TEXT.rstrip("\n"),
    "with a mark in front": "\ufeff" + SOUND_TEXT,
    "with comments": "# satu\njudul: Laporan\n# tiga\nkategori: berkala\n",
    "in double quotes": '"judul": "Laporan"\n"kategori": "berkala"\n',
    "in single quotes": "'judul': 'Laporan'\n'kategori': 'berkala'\n",
    "in braces": "{judul: Laporan, kategori: berkala}\n",
    "as JSON": '{"judul": "Laporan", "kategori": "berkala"}\n',
    "with a document mark": "---\n" + SOUND_TEXT,
    "as a block": "judul: >-\n  Laporan\nkategori: berkala\n",
    "as a literal block": "judul: |-\n  Laporan\nkategori: berkala\n",
    "in another order": "kategori: berkala\njudul: Laporan\n",
    "with empty lines": "\n\n\n" + SOUND_TEXT.replace("\n", "\n\n\n"),
    "with keys that are empty": SOUND_TEXT + "unit:\nringkasan_isi: ''\ntahun: ~\nbentuk: null\n",
}

_PLAIN = ENTRY_TEXT.encode()
_ACCENTED = "judul: R\u00e9sum\u00e9 \u2013 caf\u00e9\nkategori: berkala\n"
ENCODED_BADLY: Mapping[str, bytes] = {
    "UTF-16 with a mark": ENTRY_TEXT.encode("utf-16"),
    "UTF-16 LE": ENTRY_TEXT.encode("utf-16-le"),
    "UTF-16 BE": ENTRY_TEXT.encode("utf-16-be"),
    "UTF-32": ENTRY_TEXT.encode("utf-32"),
    "Windows": _ACCENTED.encode("cp1252"),
    "Latin": _ACCENTED.replace("\u2013", "-").encode("latin-1"),
    "old Macintosh": _ACCENTED.encode("mac-roman"),
    "Japanese": "judul: \u5831\u544a\nkategori: berkala\n".encode("shift-jis"),
    "Arabic": "judul: \u062a\u0642\u0631\u064a\u0631\nkategori: berkala\n".encode("cp1256"),
    "overlong": b"judul: \xc0\xbcA\nkategori: berkala\n",
    "surrogate": b"judul: \xed\xa0\x80A\nkategori: berkala\n",
    "past the last": b"judul: \xf4\x90\x80\x80A\nkategori: berkala\n",
    "cut in a letter": b"judul: A\xe2\x82",
    "lone continuation": b"judul: \x80\x80\nkategori: berkala\n",
    "NUL": b"judul: A\0B\nkategori: berkala\n",
    "NULs alone": bytes(1_000),
    "packed": gzip.compress(_PLAIN, mtime=0),
    "archive": b"PK\x03\x04" + bytes(40),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(30),
    "program": b"\x7fELF\x02\x01\x01" + bytes(30),
    "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(30),
    "mark in the middle": _PLAIN + b"\xef\xbb\xbfringkasan_isi: A\n",
    "ends of an old Macintosh": ENTRY_TEXT.replace("\n", "\r").encode() + b"\0",
}
ENCODED_WELL: Mapping[str, bytes] = {
    "UTF-8": _ACCENTED.encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + _PLAIN,
    "other scripts": "judul: \u062a\u0642\u0631\u064a\u0631 \u5831\u544a \U0001f4c4\nkategori: berkala\n".encode(),
}

# Values of a title: as they are typed behind "judul: ".
BAD_VALUES: Sequence[str] = (
    "", "~", "null", "''", '"  "', "# komentar", "a: b", "[", "{", "]", "}", ",", "&a", "*a", "!a", "|", ">", "@a",
    "`a`",
    "%a", "- a", "? a", '"a', "'a", '"\\0"', '"\\e[31mmerah"', '"\\u202e"', '"\\u200b"', '"\\ud800"', '"\\x85"',
    '"\\u2028"',
    "a #b", "a" * 1_001, '"a\\tb\\u0007"',
)  # fmt: skip
GOOD_VALUES: Sequence[tuple[str, str]] = (
    *((text, text) for text in (
        "no", "yes", "on", "off", "true", "False", "ya", "tidak", "0123", "007", "12:30", "12:30:45", "1.10", "1e3",
        "0x1F",
        "0o17", "1_000", "+6221", ".5", ".inf", ".nan", "NaN", "-1", "2024-02-30", "2024-01-01", "=1+1", "1,5",
        "Rp1.000",
        "A\u00a0B", "a {{ 7*7 }}", "a {% x %}", "a <b>x</b>", "A &amp; B", "a %s %d", "a ${x}", "a ::error::x",
        "a@contoh", "C:\\a\\b", "a/../b", "Jum'at", 'kata "asing"', "a*b*c", "a_b_c", "a [x](y)", "\u00c9\u00e9",
        "\u062a\u0642\u0631\u064a\u0631", "\u5831\u544a", "\U0001f4c4", NINES[:900], "a" * 1_000, "A - B", "a?b",
        "a!", "<<",
        "a;b", "a|b", "a>b", "--a",
    )),
    ('"a: b"', "a: b"), ("'a #b'", "a #b"), ('"- a"', "- a"), ("'null'", "null"), ('"~a"', "~a"), ('"{{ 7*7 }}"',
    "{{ 7*7 }}"),
    ("'it''s'", "it's"), ('"a \\"b\\""', 'a "b"'), ('"\\u00e9"', "\u00e9"), ('"[a]"', "[a]"),
)  # fmt: skip

BAD_FIELDS: Sequence[tuple[str, Sequence[str]]] = (
    ("tanggal_terbit", (
        "2024-02-30", "2024-13-01", "0000-00-00", "10000-01-01", "31-11-2024", "kemarin", "2024", "12:30", "'=1+1'",
        "1e999",
        f"{NINES}-01-01", "2024-01-01T25:00", "[2024-01-01]", "{a: b}", "-1", "2024-1-1-1",
        "29-02-2024", "1 Maret 2024", "29/02/2024",
    )),
    ("tahun", ("dua ribu", "20244", "-2024", "2024.5", "1e3", "0x7e8", NINES, "[2024]", "2024/2025", "nan")),
    ("tautan", (
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//luar.test/",
        "http:///x", "https://", "'http://['", "https://a:99999/", "ftp://a/", "'\\\\luar.test\\a'", "luar",
        "https://a b/",
        "'https://a@b:c@d/'", "blob:https://a/b", "'[https://contoh.go.id]'", "about:blank",
    )),
    ("kategori_lain", ("x",)),
    ("memenuhi", ("B02.a", "[ZZZ]", "[b02.a.b.c]", "[[B02.a]]", "[{a: b}]", "['']")),
    ("bentuk", ("[kertas]", "[softcopy, softcopy, x]", "{softcopy: ya}")),
    ("unit", ("tidak-ada", "../bpkad", "[bpkad]", "BPKAD X", "bpkad/../x")),
    ("dokumen", ("[a.pdf]", "{judul: A}", "[{berkas: x.pdf}]", "[[{judul: A}]]")),
    ("id", ("../a", "a b", "A", "con", "'<b>'", "[a]", "a" * 300)),
)  # fmt: skip
GOOD_FIELDS: Sequence[tuple[str, Sequence[str]]] = (
    ("tanggal_terbit", ("2024-02-29", "'2024-02-29'", "2024-1-1")),
    ("dokumen", ("[{judul: A}]", "[]")),
    ("id", ("a-b", "a/b/c", "'007'")),
    ("tautan", ("https://contoh.go.id/a?b=c#d", "https://contoh.go.id/%22")),
    ("ringkasan_isi", (
        "a <script>hit()</script>", "a {{ 7*7 }} {% raw %}", "'::error::x'", "'=HYPERLINK(\"x\")'", "'`a` *b* _c_'",
        "12:30",
        "no", "0812", "1.10",
    )),
    ("bentuk", ("[softcopy]", "[softcopy, hardcopy]")),
)  # fmt: skip

BAD_PATHS: Sequence[str] = (
    "../a.pdf", "../../etc/passwd", "/etc/passwd", "a/../../b.pdf", "'C:\\a.pdf'", "C:/a.pdf", "'\\\\luar.test\\a.pdf'",
    "//luar.test/a.pdf", "file:///etc/passwd", "https://luar.test/a.pdf", "'%2e%2e/a.pdf'", "a%2fb.pdf", "./a.pdf",
    "a//b.pdf",
    "a/./b.pdf", "'~/.ssh/id_rsa'", "CON", "con.pdf", "a/nul.txt", "LPT1.pdf", "'a.pdf '", "a.pdf.", '"a\\0.pdf"',
    '"a\\u202efdp.exe"', ".git/config", ".env", "a/.htaccess", "'a:b.pdf'", "'a|b.pdf'", "'a?b.pdf'", "'a*b.pdf'",
    "'<a>.pdf'",
    "'.'", "..", "/", "a" * 300 + ".pdf", "a/" * 60 + "a.pdf", "tidak-ada.pdf", "'{{ x }}.pdf'", "'$(id).pdf'",
    "[a.pdf]",
    "{a: b}", "/dev/zero", "/proc/self/environ", "content/situs.yaml", "../situs.yaml", "\u0430.pdf", "'a;b.pdf'",
    '"a\\nb.pdf"',
)  # fmt: skip
