"""What officers write becomes markup that cannot harm, and nothing of it is lost."""

import re
from time import process_time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.theme.markdown import DEEPEST, LONGEST, MarkdownRenderer, MarkdownStyle

STYLE = MarkdownStyle(
    external_words="situs lain",
    table_words="Tabel",
    external="luar",
    hidden="tersembunyi",
    scroll="gulir",
    typed="mentah",
    aligned={"left": "kiri", "center": "tengah", "right": "kanan"},
)
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


def test_html_is_shown_as_it_was_typed() -> None:
    assert render("<b>tebal</b>") == "<p>&lt;b&gt;tebal&lt;/b&gt;</p>\n"


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
    "text",
    ["[" * 20_000, "*a " * 20_000, "![" * 5_000, "`" * 20_000, "> " * 20_000, "|a" * 5_000 + "\n" + "|-" * 5_000],
)
def test_slow_shapes_end_soon(text: str) -> None:
    before = process_time()
    render(text)
    assert process_time() - before < 10


def test_honest_marks_survive() -> None:
    html = render("Rp 5.000 < Rp 6.000 & *miring* **tebal** ~~coret~~ 2 * 3 * 4 {{ x }} C:\\data\n\n1. a\n2. b")
    assert "Rp 5.000 &lt; Rp 6.000 &amp; <em>miring</em> <strong>tebal</strong> <s>coret</s> 2 * 3 * 4 {{ x }}" in html
    assert "C:\\data" in html
    assert "<ol>" in html
