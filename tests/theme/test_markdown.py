"""What officers write becomes markup that cannot harm, and nothing of it is lost."""

import re
from html.parser import HTMLParser

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.source.commonmark import LONGEST
from ppidgen.theme.markdown import DEEPEST, MarkdownRenderer
from tests.pace import ends_soon
from tests.theme.plain_html import STYLE

RENDERER = MarkdownRenderer("/ppid/", STYLE)

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java%0ascript:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/)",
    "[x](/\\evil.example)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](https://evil.example/beacon.png)",
    "![x](//evil.example/beacon.png)",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](/a "onmouseover=alert(1)")',
    '[x](/a\'"onmouseover="alert(1))',
    '![" onerror="alert(1)](/a.png)',
    "`<script>alert(1)</script>`",
    "```<script>\nalert(1)\n```",
    '```"onmouseover="alert(1)\nx\n```',
    "# <img src=x onerror=alert(1)>",
    "| <script>alert(1)</script> |\n|---|\n| <b onclick=x> |",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<style>*{display:none}</style>",
    "<base href=https://evil.example>",
    "<form id=x><input name=y>",
    "<meta http-equiv=refresh content=0>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
ELEMENTS = frozenset(
    "div p h2 h3 h4 h5 h6 ul ol li a span em strong s code pre blockquote hr br img table thead tbody tr th td".split()
)
ATTRIBUTES = frozenset("href src alt title rel class id scope role tabindex aria-label loading start".split())


def render(text: str, level: int = 2) -> str:
    return str(RENDERER.render(text, level, set()))


def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return [(str(node.tag), dict(node.attrib)) for node in tree.iter() if node.tag != "DOCUMENT_FRAGMENT"]


def dangers(html: str) -> list[str]:
    found = []
    for tag, attributes in elements(html):
        found += [tag] if tag not in ELEMENTS else []
        found += [f"{tag}.{name}" for name in attributes if name not in ATTRIBUTES]
        for name in ("href", "src"):
            address = attributes.get(name, "")
            safe = ("https://", "http://", "mailto:", "tel:", "/ppid/", "#")
            if name == "src" and not address.startswith("/ppid/") and name in attributes:
                found.append(f"{tag} loads {address}")
            if ":" in re.split("[/?#]", address)[0] and not address.lower().startswith(safe):
                found.append(f"{tag} leads to {address}")
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_gets_through(payload: str) -> None:
    assert dangers(render(payload)) == []


@given(st.lists(st.sampled_from([*PAYLOADS, "> ", "- ", "\n\n", "**", "[", "](", ")", "`", "|", "\\", "\x00", "x"])))
def test_no_mixture_of_payloads_gets_through(parts: list[str]) -> None:
    assert dangers(render("".join(parts))) == []


@given(st.text(alphabet="[]()<>!*_`~#>-|\\ \n&;:ax1\x00\ud800"))
def test_any_text_gives_markup_and_never_an_exception(text: str) -> None:
    assert dangers(render(text)) == []


class Balance(HTMLParser):
    """Takes markup apart without mending it, as html5lib would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults += [tag] if tag not in ELEMENTS else []
        self.faults += [name for name, _ in attrs if name not in ATTRIBUTES]
        self.open += [tag] if tag not in {"br", "hr", "img"} else []

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(data)

    def handle_decl(self, decl: str) -> None:
        self.faults.append(decl)

    def handle_pi(self, data: str) -> None:
        self.faults.append(data)


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="[]()<>!*_`~#>-|\\ \n\t&;:\"'ax1./"),
        st.lists(st.sampled_from(PAYLOADS)).map("\n".join),
    )
)
def test_any_text_gives_tags_that_close_one_another(text: str) -> None:
    balance = Balance()
    balance.feed(render(text))
    balance.close()
    assert (balance.open, balance.faults) == ([], [])


def test_html_is_shown_as_it_was_typed() -> None:
    assert render("<b>tebal</b>") == "<p>&lt;b&gt;tebal&lt;/b&gt;</p>\n"


def test_markdown_around_html_stays_markdown() -> None:
    html = render("<center>\n**tebal** [DIP](/informasi/)\n</center>\n\n<!-- terbuka\n\n# Judul")
    assert html == (
        '<p>&lt;center&gt;\n<strong>tebal</strong> <a href="/ppid/informasi/">DIP</a>\n&lt;/center&gt;</p>\n'
        '<p>&lt;!-- terbuka</p>\n<h2 id="isi-judul">Judul</h2>\n'
    )


def test_html_is_text_wherever_it_stands() -> None:
    html = render('# <b>\n\n[<i>](/a "<u>") `<s>` ![<p>](/b.png)\n\n```<q>\n<a>\n```')
    assert html == (
        '<h2 id="isi-b">&lt;b&gt;</h2>\n<p><a href="/ppid/a" title="&lt;u&gt;">&lt;i&gt;</a> <code>&lt;s&gt;</code> '
        '<img src="/ppid/b.png" alt="&lt;p&gt;" loading="lazy"></p>\n'
        '<pre><code class="language-&lt;q&gt;">&lt;a&gt;\n</code></pre>\n'
    )


def test_html_is_text_even_where_every_sign_that_could_stand_for_it_is_taken() -> None:
    signs = "".join(map(chr, range(0x2900, 0x2A00)))
    assert render(f"<b>{signs}\n\n<div>\n*a*\n</div>") == (
        f"<p>&lt;b&gt;{signs}</p>\n<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>\n"
    )


def test_headings_begin_at_the_level_asked_for_and_none_is_skipped() -> None:
    tags = [tag for tag, _ in elements(render("### A\n\n##### B\n\n### C\n\n# D\n\n## E", level=3)) if tag[0] == "h"]
    assert tags == ["h3", "h4", "h3", "h3", "h4"]


def test_headings_never_go_below_the_sixth() -> None:
    text = "\n\n".join(f"{'#' * depth} {depth}" for depth in range(1, 7))
    assert [tag for tag, _ in elements(render(text, level=4))] == ["h4", "h5", "h6", "h6", "h6", "h6"]


def test_every_heading_of_a_page_has_its_own_prefixed_id() -> None:
    taken: set[str] = set()
    first = str(RENDERER.render("# Dasar hukum\n\n# Dasar hukum", 2, taken))
    second = str(RENDERER.render("# Dasar Hukum\n\n# معلومات", 2, taken))
    ids = [attributes["id"] for _, attributes in elements(first + second)]
    assert ids == ["isi-dasar-hukum", "isi-dasar-hukum-2", "isi-dasar-hukum-3", "isi-1"]


def test_an_id_cannot_take_the_place_of_something_that_scripts_use() -> None:
    names = [
        attributes.get("id", "isi-") for _, attributes in elements(render("# location\n\n# __proto__\n\n# laman isi"))
    ]
    assert "isi-location" in names
    assert [name for name in names if not name.startswith("isi-")] == []


def test_a_table_names_its_columns_and_can_be_moved_with_the_keyboard() -> None:
    html = render("| Nama | Biaya | |\n|---|---:|:-:|\n| A | 1 | x |")
    assert '<div class="gulir" role="group" tabindex="0" aria-label="Tabel">' in html
    assert '<th scope="col" class="kanan">Biaya</th>' in html
    assert "<td></td>" in html.replace(' class="tengah"', "").partition("</thead>")[0]
    assert "style=" not in html
    assert dangers(html) == []


def test_a_link_that_leaves_the_portal_says_so() -> None:
    assert render("[BPK](https://bpk.example/)") == (
        '<p><a href="https://bpk.example/" rel="noopener noreferrer" class="luar">BPK'
        '<span class="tersembunyi"> (situs lain)</span></a></p>\n'
    )


def test_a_link_within_the_portal_lies_under_its_base_path() -> None:
    assert render("[DIP](/informasi/ 'Daftar')") == '<p><a href="/ppid/informasi/" title="Daftar">DIP</a></p>\n'


def test_a_picture_of_the_portal_is_shown_and_one_elsewhere_is_named() -> None:
    assert 'src="/ppid/berkas/peta.png" alt="Peta"' in render("![Peta](/berkas/peta.png)")
    assert render("![Peta](https://contoh.go.id/peta.png)") == "<p>Peta [https://contoh.go.id/peta.png]</p>\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[Klik *ini*](javascript:x 'y')", "[Klik *ini*](javascript:x &#x27;y&#x27;)"),
        ("[ini][a]\n\n[a]: data:x", "[ini][a] [data:x]"),
        ("![a](ftp://contoh.go.id/a.png)", "![a](ftp://contoh.go.id/a.png)"),
        ("<javascript:x>", "&lt;javascript:x&gt;"),
    ],
)
def test_a_link_that_may_not_be_one_is_shown_as_it_was_typed(text: str, shown: str) -> None:
    assert render(text) == f"<p>{shown}</p>\n"


def test_cells_beyond_the_last_column_keep_their_words() -> None:
    html = render("| a | b |\n|---|---|\n| 1 | 2 | tiga | *empat* |\n| 5 |")
    assert "<td>2 tiga | *empat*</td>" in html
    assert html.count("<td") == 4


def test_a_sign_that_means_about_strikes_nothing_out() -> None:
    assert render("~5 sampai ~10 dan ~~coret~~") == "<p>~5 sampai ~10 dan <s>coret</s></p>\n"


def test_an_address_is_written_in_the_characters_that_addresses_have() -> None:
    assert 'href="https://contoh.go.id/a%20b/%C3%A9?x=%25&amp;y=%41"' in render(
        "[a](<https://contoh.go.id/a b/é?x=%&y=%41>)"
    )


def test_what_is_nested_too_deep_is_shown_whole() -> None:
    text = "> " * (DEEPEST + 10) + "rahasia umum"
    assert render(text).startswith('<pre class="mentah">&gt; &gt;')
    assert "rahasia umum" in render(text)


@pytest.mark.parametrize("depth", range(DEEPEST // 2 - 4, DEEPEST + 3))
@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "![", "*a ", "[a "])
def test_no_depth_loses_a_word(mark: str, depth: int) -> None:
    assert "kata-terdalam" in render(mark * depth + "kata-terdalam")


def test_pictures_within_pictures_do_not_break_the_parser() -> None:
    text = "![" * 3000 + "kata" + "](/a.png)" * 3000
    assert "kata" in render(text)


def test_what_is_too_long_is_shown_whole() -> None:
    text = "*a* " * (LONGEST // 4 + 1)
    assert render(text) == f'<pre class="mentah">{text}</pre>'


@pytest.mark.parametrize(
    "unit", ["[", "*", ">", "`", "![", "*a ", "**a *b ", "[a](", "<", "<!--", "~", "~~a ", "&", "\\"]
)
def test_hostile_repetition_ends_soon(unit: str) -> None:
    ends_soon(render, unit * (LONGEST // len(unit)), 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "> " * 99_000 + "a",
        "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|a\n" * 65_000,
        "".join("`" * length + " " for length in range(620)),
        "[a]: /" + "x" * 5000 + "\n" + "[a]" * 60_000,
        "# a\n" * 49_000,
        "- a\n\n" * 39_000,
        "![" * 28_000 + "kata" + "](/a)" * 28_000,
        "[a](javascript:x)" * 11_000,
    ],
)
def test_hostile_shapes_end_soon(text: str) -> None:
    assert len(text) <= LONGEST
    ends_soon(render, text, 1.0)


def test_honest_marks_survive() -> None:
    html = render("Rp 5.000 < Rp 6.000 & *miring* **tebal** ~~coret~~ 2 * 3 * 4 {{ x }} C:\\data\n\n1. a\n2. b")
    assert "Rp 5.000 &lt; Rp 6.000 &amp; <em>miring</em> <strong>tebal</strong> <s>coret</s> 2 * 3 * 4 {{ x }}" in html
    assert "C:\\data" in html
    assert "<ol>" in html
