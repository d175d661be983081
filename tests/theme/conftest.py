"""A theme, a shell and a way to render one block, for all tests of the chapter."""

from collections.abc import Callable

import pytest

from ppidgen.model.pages.page import Alert, Block, Link, Links, Page, Section, Text
from ppidgen.model.pages.shell import MenuNode, Shell
from ppidgen.theme import Renderer, Theme, built_in, load

MENU = (
    MenuNode(Link("Beranda", "/")),
    MenuNode(
        Link("Informasi Publik", "/informasi/"),
        (
            MenuNode(Link("Daftar Informasi Publik", "/informasi/dip/")),
            MenuNode(
                Link("Informasi Berkala", "/informasi/berkala/"),
                (MenuNode(Link("Keuangan", "/informasi/berkala/keuangan/")),),
            ),
        ),
    ),
)
FOOTER = (
    Section("Kontak", "", (Text("Meja layanan PPID"), Links((Link("(0271) 000-000", "tel:0271000000"),)))),
    Section("Layanan", "", (Links((Link("Ajukan permohonan", "/layanan/permohonan/"),)),)),
)


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load(built_in("baku"))


@pytest.fixture(scope="session")
def shell() -> Shell:
    return Shell(
        site_title="PPID Kabupaten Contoh",
        body_name="Pemerintah Kabupaten Contoh",
        base_url="https://ppid.contoh.go.id/",
        menu=MENU,
        footer=FOOTER,
        alerts=(Alert("Waspada banjir", "Kecamatan Hilir", "Jauhi bantaran.", Link("", "/pengumuman/banjir/")),),
        built_on="2026-11-23",
        version="0.1.0",
        licence=Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    )


@pytest.fixture(scope="session")
def renderer(theme: Theme, shell: Shell) -> Renderer:
    return Renderer(theme, shell)


@pytest.fixture(scope="session")
def html_of(renderer: Renderer) -> Callable[..., str]:
    """Give a function that renders one page of the given blocks, as text."""

    def render(*blocks: Block, **fields: object) -> str:
        values: dict[str, object] = {"address": "/x/", "type": "naskah", "title": "Judul", "blocks": blocks} | fields
        return renderer.render(Page(**values)).decode()  # type: ignore[arg-type]  # a test names any field of a page

    return render
