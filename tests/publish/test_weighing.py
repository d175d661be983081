"""The scales take what a reader fetches: pages that may be heavy, and all that load a script of their own."""

import zlib
from pathlib import Path

from ppidgen.model.weight import FONT, PAGE, SCRIPT, STYLE
from ppidgen.publish.staging import publishing
from ppidgen.publish.weighing import LIGHT, weighed

STYLES, CODE = b"body{margin:0}", b"'use strict';"
LINKS = b'<link rel="stylesheet" href="/ppid/aset/gaya.css"><script src="/ppid/aset/isi.js" defer></script>'
FONTS = b'<link rel="preload" href="/ppid/aset/huruf.woff2" as="font">'
LIST, FORM, SMALL = "dip/index.html", "layanan/permohonan/ajukan/index.html", "layanan/biaya/index.html"
FILES = {
    "index.html": LINKS + FONTS,
    LIST: LINKS + b"baris " * LIGHT,
    FORM: LINKS + FONTS + b"formulir",
    SMALL: b"biaya",
    "aset/gaya.css": STYLES,
    "aset/isi.js": CODE,
    "aset/huruf.woff2": b"huruf",
}


def test_a_form_is_weighed_though_its_page_is_small_for_it_loads_a_script(tmp_path: Path) -> None:
    with publishing(tmp_path / "situs") as site:
        for path, content in FILES.items():
            site.put(path, path, content)
        root, fonts = site.root_for_workers, ("aset/huruf.woff2",)
        found = {one.path: one for one in weighed(root, site.held, "/ppid/", fonts, lambda _: False, (FORM, "t.html"))}
    assert sorted(found) == [LIST, "index.html", FORM]
    assert found[FORM].parts == (
        (PAGE, FORM, len(zlib.compress(FILES[FORM], 6))),
        (STYLE, "aset/gaya.css", len(zlib.compress(STYLES, 6))),
        (SCRIPT, "aset/isi.js", len(zlib.compress(CODE, 6))),
        (FONT, "aset/huruf.woff2", 5),
    )
    assert found[LIST].whole == found[LIST].without_fonts, "a page that preloads no typeface is not charged for one"
