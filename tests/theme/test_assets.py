import gzip
import hashlib
import re
from dataclasses import replace

import yaml

from ppidgen.model.pages.page import Cards, Page
from ppidgen.model.pages.page_terms import PAGE_TYPES
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme
from ppidgen.theme.assets import assets_of, small
from ppidgen.theme.gallery import gallery
from tests.pages.portals import blocks, pages, rich

KILOBYTE = 1024


def zipped(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def style_of(theme: Theme, brand: str = "") -> bytes:
    return next(file.content for file in assets_of(theme, brand).files if file.path.startswith("aset/theme-"))


def test_the_style_sheet_weighs_at_most_twelve_kilobytes(theme: Theme) -> None:
    assert zipped(style_of(theme)) <= 12 * KILOBYTE


def test_the_first_view_weighs_at_most_fifty_kilobytes(shell: Shell, renderer: Renderer) -> None:
    page = renderer.render(Page("/", "beranda", shell.site_title, ()))
    fonts = sum(len(file.content) for file in renderer.assets if "atkinson" in file.path)
    styles = [file.content for file in renderer.assets if file.path.endswith(".css") and file.path in page.decode()]
    assert sum(map(zipped, (page, *styles))) + fonts <= 50 * KILOBYTE


def test_the_styles_of_components_that_few_pages_hold_are_loaded_by_those_alone(
    theme: Theme, renderer: Renderer
) -> None:
    sheets = {path for asset in renderer.assets if (path := asset.path).endswith(".css") and "/theme-" not in path}
    assert {path[5:-15] for path in sheets} == theme.rare
    rare = ("formulir-langkah", "blanko-isian", "hitung-hari", "cari-saring", "bidang-samping", "tipe-besar")
    assert [name for name in rare if f".{name}".encode() in style_of(theme)] == []

    def loading(page: Page) -> set[str]:
        html = renderer.render(page).decode()
        return {path[5:-15] for path in sheets if path in html}

    by_kind = {kind: loading(Page("/a/", kind, "A", ())) for kind in PAGE_TYPES}
    own = {"formulir": {"langkah-isian"}, "blanko": {"blanko"}, "hitung": {"hitung"}, "lacak": {"lacak"}}
    own |= {kind: {kind} for kind in ("cari", "beranda", "besar", "cetak")}
    assert {kind: found for kind, found in by_kind.items() if found} == own
    assert loading(gallery(theme)) == theme.rare


def test_every_file_is_named_by_its_content(theme: Theme) -> None:
    for file in assets_of(theme, "").files:
        digest = file.path.rpartition(".")[0].rpartition("-")[2]
        assert hashlib.sha256(file.content).hexdigest().startswith(digest)


def test_the_brand_colour_changes_the_style_sheet_and_its_name(theme: Theme) -> None:
    names = {
        next(file.path for file in assets_of(theme, brand).files if file.path.startswith("aset/theme-"))
        for brand in ("", "#8a1538")
    }
    assert len(names) == 2
    assert b"--ina-primary-primary:#8a1538" in style_of(theme, "#8a1538")


def test_the_style_sheet_loads_only_what_is_published_beside_it(theme: Theme) -> None:
    published = {file.path.rpartition("/")[2] for file in assets_of(theme, "").files}
    loaded = re.findall(r"url\(([^)]*)\)", style_of(theme).decode())
    assert loaded
    assert set(loaded) <= published
    assert b"@import" not in style_of(theme)


def test_text_is_shown_before_its_font_has_come_and_does_not_jump_when_it_comes(theme: Theme) -> None:
    faces = re.findall(r"@font-face\{[^}]*\}", style_of(theme).decode())
    assert len(faces) == 3
    shown = {
        re.findall(r'font-family: ?"([^"]+)"', face)[0]: re.findall(r"font-display: ?(\w+)", face) for face in faces
    }
    # Who chose a typeface is waiting for it; the others are reading already.
    assert shown == {"Atkinson Hyperlegible Next": ["optional"], "OpenDyslexic": ["swap"]}


def test_no_colour_is_written_outside_the_palette_where_a_brand_must_rule(theme: Theme) -> None:
    """White on the brand's band, black and white on paper, and the two colours of an alert are the only exceptions."""
    rest = style_of(theme).decode().partition("@font-face")[2]
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", rest)) <= {"#fff", "#000", "#ffd54a", "#141414", "#a80d0d"}


def test_every_token_that_is_used_is_made(theme: Theme) -> None:
    style = style_of(theme).decode()
    made = set(re.findall(r"(--[\w-]+) ?:", style))
    assert set(re.findall(r"var\((--[\w-]+)", style)) - made == set()


def test_making_a_style_sheet_small_changes_nothing_that_counts() -> None:
    assert small("/* kata */ a , b > c { color : red ;  margin: 0 auto; }\n\n.x :hover { top: calc(1px + 2px); }") == (
        "a,b>c{color : red;margin: 0 auto}.x :hover{top: calc(1px + 2px)}"
    )


def test_what_others_made_is_recorded_with_licence_and_digest(theme: Theme) -> None:
    records = yaml.safe_load(theme.files["aset/ASAL.yaml"])
    for record in records:
        content = theme.files[f"aset/{record['berkas']}"]
        assert record["sha256"] == hashlib.sha256(content).hexdigest()
        assert {"paket", "versi", "asal", "lisensi"} <= record.keys()
    foreign = {path for path in theme.files if path.endswith((".woff2", "ikon.svg", ".txt", "age.js"))}
    assert foreign == {f"aset/{record['berkas']}" for record in records}


def test_readers_fetch_no_icon_that_no_page_shows(theme: Theme) -> None:
    shown = {card.icon for page in pages(rich()).values() for cards in blocks(page, Cards) for card in cards.items}
    assert theme.icons.names.keys() == shown - {""}
    templates = "".join(theme.text(path) for path in theme.below("", ".html"))
    icons = assets_of(theme, "").icons
    named = shown | {*theme.icons.names.values(), *re.findall(r'"([\w-]+)"', templates)}
    assert icons.keys() - named == set()
    assert all(address.startswith("aset/ikon-") for address in icons.values())


def test_a_script_is_published_without_its_remarks_and_with_all_that_it_does(theme: Theme) -> None:
    files = assets_of(theme, theme.colour).files
    scripts = [file.content.decode() for file in files if file.path.endswith(".js")]
    assert not [line for script in scripts for line in script.splitlines() if line.lstrip().startswith("//")]
    assert any("new URL(pagefind, location.href).href" in script for script in scripts)
    own = [file.content for file in files if "/formulir-" in file.path]
    assert [line for script in own for line in script.splitlines() if line.startswith(b" ")] == []
    assert any("`https://wa.me/" in script for script in scripts)


def test_a_script_with_a_text_over_several_lines_is_published_as_it_is(theme: Theme) -> None:
    written = b"const surat = `Yth.\n  // PPID\n`;\n"
    files = assets_of(replace(theme, files={**theme.files, "aset/surat.js": written}), theme.colour).files
    assert written in [file.content for file in files]
