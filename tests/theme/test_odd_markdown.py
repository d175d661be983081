"""Odd but honest Markdown is kept or told with its line; Markdown made to take long is dealt with in time."""

import re
from html import unescape

import html5lib
import pytest

from ppidgen.source.markdown import survey
from tests.pace import ends_soon
from tests.theme.test_markdown import render

ODD = {
    "money": "Harga *Rp1.000* s.d. *Rp2.000*, diskon 50%_ (lima puluh_persen).",
    "stars of a rating": "Nilai * dan ** dan *** bukan tanda tebal.",
    "underscores in a name": "Berkas laporan_keuangan_2024_final.pdf dan __init__ ada.",
    "brackets of law": "Pasal 9 ayat (2) huruf [a] dan [b](lihat lampiran) berlaku.",
    "numbers that are no list": "2024. Tahun itu anggaran naik.\n1) satu\n7) tujuh",
    "dash at the start": "- satu\n-dua\n - tiga\n  -empat",
    "hash without a space": "#tagar bukan judul\n# Judul sungguhan",
    "heading underlined": "Judul bergaris\n===\n\nAnak judul\n---\n\nIsi.",
    "ends of a table missing": "a | b\n--|--\nsatu | dua\ntiga",
    "table of uneven rows": "| a | b |\n|---|---|\n| satu |\n| dua | tiga |",
    "pipe in a cell": "| a | b |\n|---|---|\n| satu\\|dua | `tiga\\|empat` |",
    "quotes of both kinds": "\u201cKata\u201d dan 'kata' dan \u2018kata\u2019 serta Jum'at.",
    "code of the shell": "Ketik `git add .` lalu ``a ` b`` dan\n\n    perintah --pilihan\n",
    "fence unclosed": "Awal.\n\n```\nbelum ditutup\nakhir",
    "entity as text": "AT&amp;T, R&D, &copy; dan &tidakada; serta &#65;.",
    "less than": "Bila x < 5 dan y > 3, atau a<b, maka <5 orang.",
    "address alone": "Lihat https://contoh.go.id/a_b_c?d=1&e=2 atau www.contoh.go.id.",
    "mail alone": "Kirim ke ppid@contoh.go.id atau <ppid@contoh.go.id>.",
    "Arabic": "Bismillah \u0628\u0633\u0645 \u0627\u0644\u0644\u0647 dan angka 123 (\u0661\u0662\u0663).",
    "other scripts": "\u65e5\u672c\u8a9e **\u592a\u5b57**\u3067\u3059 \ua992\ua98f\ua9ae\ua9ab \U0001f600.",
    "letters put together": "Cafe\u0301 dan re\u0301sume\u0301 **a\u0300**.",
    "lines ended by a backslash": "satu\\\ndua  \ntiga",
    "footnote": "Lihat catatan[^1].\n\n[^1]: Catatan kaki ini.",
    "checklist": "- [ ] belum\n- [x] sudah",
    "strike": "~~dicoret~~ ~sekali~ H~2~O x^2^",
    "escaped": "\\*bukan miring\\* \\[bukan tautan\\](x) \\# bukan judul",
    "definition": "Istilah\n: Artinya begini.",
    "mathematics": "Rumus $a_1 + b_2$ dan $$c^2$$.",
    "links side by side": "[satu](/a/)[dua](/b/) [tiga] [empat][] [lima][enam]",
    "empty link": "[]() dan [teks]() dan ![](/x.png)",
    "HTML of word processors": "Isi <o:p></o:p> dan <br> serta <b>tebal</b>.",
    "comment": "Awal <!-- rahasia kecil --> akhir.",
}

SLOW = {
    "brackets": "[" * 190_000, "ends of brackets": "]" * 190_000, "pictures": "![" * 90_000, "links": "[a](" * 45_000,
    "links in links": "[a](b" * 35_000, "links in angles": "[a](<b" * 30_000, "references": "[a][" * 45_000,
    "definitions": "".join(f"[a{n}]: b\n" for n in range(14_000)), "one definition used": "[a]: b\n\n" + "[a]" * 60_000,
    "long definition": "[" + "a" * 190_000 + "]: b", "stars": "*a " * 60_000, "stars at both ends": "*a**a " * 30_000,
    "underscores": "_a" * 90_000, "mixed marks": "a**b" + "c* " * 60_000, "strikes": "~~a" * 60_000,
    "lists": "".join(" " * one + "- a\n" for one in range(600)), "list of many": "- a\n" * 47_000,
    "numbers": "".join(f"{n}. a\n" for n in range(20_000)), "list of empty lines": "- a\n\n\n" * 30_000,
    "quotations": ">" * 190_000, "quotation of lists": "> - " * 47_000, "quotations of lines": "> a\n" * 47_000,
    "backquotes": "`" * 190_000, "backquotes of all lengths": "".join("a" + "`" * n for n in range(600)),
    "fences": "```\n" * 47_000, "fences unclosed": "~~~a\n" * 38_000,
    "tables": "|" * 90_000 + "\n" + "|-" * 45_000, "table of many rows": "a|b\n-|-\n" + "c|d\n" * 45_000,
    "table of many columns": "a|" * 30_000 + "\n" + "-|" * 30_000 + "\nb",
    "angles": "<" * 190_000, "tags": "<a " * 60_000, "tags unclosed": "<a b='" * 30_000, "comments": "<!-- a " * 27_000,
    "comment ends": "<!--" + "-" * 190_000, "instructions": "<?" * 90_000, "declarations": "<!A " * 47_000,
    "entities": "&a;" * 60_000, "entities unclosed": "&" * 190_000, "escapes": "\\" * 190_000,
    "headings": "# a\n" * 47_000, "underlined": "a\n=\n" * 45_000, "rules": "***\n" * 47_000,
    "addresses": "<https://a" * 19_000, "addresses alone": "https://a.id/" * 14_000, "mails": "a@" * 90_000,
    "spaces": "a" + " " * 190_000 + "b", "tabs": "\t" * 190_000 + "a", "lines": "\n" * 190_000,
    "invisible letters": "a\u00ad" * 60_000, "letters put together": "a" + "\u0301" * 90_000,
}  # fmt: skip


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]\w+[^\W_]", unescape(text)))


@pytest.mark.parametrize("name", ODD)
def test_odd_but_honest_markdown_is_kept_or_told_with_its_line(name: str) -> None:
    tree = html5lib.parseFragment(render(ODD[name]), treebuilder="etree", namespaceHTMLElements=False)
    shown = words(" ".join(tree.itertext()) + " ".join(str(node.attrib) for node in tree.iter()))
    found = survey(ODD[name])
    told = [mark.line for mark in (*found.html, *found.refused, *found.remote_images)]
    assert all(told)
    assert words(ODD[name]) <= shown or told


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_markdown_made_to_take_long_is_dealt_with_in_two_seconds(name: str) -> None:
    ends_soon(lambda text: (survey(text), render(text)), SLOW[name], 2.0)
