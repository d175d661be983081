"""What is too heavy for a phone on a slow connection is named, with the part that weighs most."""

from typing import Any

from ppidgen.model.records.body import Site
from ppidgen.model.records.publication import NewsItem
from ppidgen.model.weight import FONT, PAGE, SCRIPT, STYLE, Weight
from ppidgen.rules.images import image_too_heavy
from ppidgen.rules.weights import too_heavy
from tests.pages.portals import SITE, context, entry, found
from tests.rules.examples import told

FONTS = ((FONT, "aset/a.woff2", 12_000), (FONT, "aset/b.woff2", 13_000))
STYLE_SHEET = (STYLE, "aset/theme.css", 10_000)
ENTRY = entry("bpkad/lkpd", "LKPD")


def sentences(*weights: Weight, language: str = "id") -> list[str]:
    portal = context(information=(ENTRY,)).portal
    return [one.message for one in told(too_heavy(weights, portal, "informasi/"), language=language).told]


def page(path: str, size: int, script: int = 0) -> Weight:
    scripts = ((SCRIPT, "aset/cari.js", script),) if script else ()
    return Weight(path, ((PAGE, path, size), STYLE_SHEET, *scripts, *FONTS))


def test_a_first_view_within_its_budget_is_not_spoken_of() -> None:
    assert sentences(page("index.html", 15_000), page("informasi/bpkad/lkpd/index.html", 15_000)) == []


def test_a_list_that_is_too_heavy_is_named_with_its_heaviest_part() -> None:
    assert sentences(page("dip/index.html", 26_000)) == [
        "Laman /dip/index.html berbobot 61 kB, lebih dari 50 kB; yang terberat isi lamannya (26 kB)."
    ]
    assert sentences(page("cari/index.html", 5_000, script=20_000), language="en") == [
        "The page /cari/index.html weighs 60 kB, more than 50 kB; its heaviest part is its script (20 kB)."
    ]


def test_the_budget_of_an_entry_leaves_fonts_aside() -> None:
    assert sentences(page("informasi/bpkad/lkpd/index.html", 16_000)) == [
        "Laman /informasi/bpkad/lkpd/index.html berbobot 26 kB, lebih dari 25 kB; yang terberat isi lamannya (16 kB)."
    ]


def test_a_style_sheet_over_its_budget_is_told_once() -> None:
    heavy = (STYLE, "aset/theme.css", 12_001)
    assert sentences(Weight("index.html", (heavy,)), Weight("dip/index.html", (heavy,))) == [
        "Lembar gaya tema berbobot 13 kB, lebih dari 12 kB."
    ]


def images(**registers: Any) -> list[str]:
    facts = {"logo.png": found("logo.png", 50_001), "kecil.png": found("kecil.png", 50_000)}
    return [one.data["value"] for one in image_too_heavy(context(facts=facts, **registers))]


def test_a_heavy_logo_is_told_and_a_light_one_is_not() -> None:
    def site(logo: str) -> Site:
        return SITE.model_copy(update={"logo": logo})

    assert images(site=site("logo.png")) == ["logo.png"]
    assert images(site=site("kecil.png")) == []


def test_a_heavy_picture_of_news_is_told() -> None:
    news = NewsItem(id="a", title="A", day="2026-01-02", image="logo.png")
    assert images(news=(news,)) == ["logo.png"]
