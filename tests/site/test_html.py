"""The HTML and CSS of the whole site: valid, well ordered, and under the agreed content policy."""

import gzip
import json
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import html5lib
import pytest

from tests.site.building import Site
from tests.site.kinds import KINDS
from tests.site.reading import Facts, read

pytestmark = pytest.mark.slow

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
)
# What the specimen accepts by mail; an endpoint of its own would stand here in place of "mailto:".
FORMS = tuple(
    f"{edition}layanan/{procedure}/ajukan/index.html"
    for edition in ("", "en/")
    for procedure in ("permohonan", "keberatan")
)
# Read from a folder a page has no origin, so 'self' allows nothing there; the browser tests hold the policy.
OF_NO_ORIGIN = "violates Content Security Policy"
STYLE = re.compile(rb"<style|\sstyle=|<[a-z][^>]*\son[a-z]+=", re.IGNORECASE)


def check(jar: Path, paths: Iterable[Path]) -> Mapping[str, list[str]]:
    """Give the checker's messages with the pages of each."""
    names = [str(path) for path in paths]
    # The first compiler alone: the second takes longer than it saves in so short a run.
    command = [
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xss4m",
        "-jar",
        str(jar),
        "--also-check-css",
        "--no-langdetect",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, *names], capture_output=True, check=False)
    found = defaultdict(list)
    for message in json.loads(done.stderr)["messages"]:
        if OF_NO_ORIGIN not in message["message"]:
            found[message["message"]].append(message["url"])
    return found


def test_the_checker_has_nothing_to_say_about_any_page_or_style(nu_checker: Path, site: Site) -> None:
    styles = [path for path in site.files if path.startswith("aset/") and path.endswith(".css")]
    assert len(site.pages) > 500
    assert {path.rpartition("-")[0] for path in styles} >= {"aset/theme", "aset/langkah-isian"}
    assert check(nu_checker, [site.folder / path for path in (*site.pages, *styles)]) == {}


def test_the_checker_would_tell_faults_in_both(nu_checker: Path, tmp_path: Path) -> None:
    page, style = tmp_path / "a.html", tmp_path / "a.css"
    page.write_text('<!doctype html><html lang="id"><title>A</title><p id="a">A<p id="a">B', encoding="utf-8")
    style.write_text("a { warna: merah }", encoding="utf-8")
    told = "\n".join(check(nu_checker, [page, style]))
    assert "Duplicate ID" in told
    assert "warna" in told


def test_a_second_parser_reads_each_kind_of_page_without_a_fault(site: Site) -> None:
    paths = [address.partition("?")[0][1:] for address in KINDS]
    for path in {path + ("" if path.endswith(".html") else "index.html") for path in paths}:
        parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"))
        parser.parse(site.files[path])
        assert (path, parser.errors) == (path, [])


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Facts]:
    return {path: read(html) for path, html in site.pages.items()}


def language_of(path: str) -> str:
    folder = path.partition("/")[0]
    return folder if folder in {"en", "jv"} else "id"


def test_every_page_says_its_language_and_has_one_main_heading(pages: Mapping[str, Facts]) -> None:
    assert {path: facts.language for path, facts in pages.items() if facts.language != language_of(path)} == {}
    assert {path: facts.levels for path, facts in pages.items() if facts.levels.count(1) != 1} == {}


def test_no_heading_skips_a_level(pages: Mapping[str, Facts]) -> None:
    skips = {
        path: facts.levels
        for path, facts in pages.items()
        if any(after - before > 1 for before, after in zip([0, *facts.levels], facts.levels, strict=False))
    }
    assert skips == {}


def test_no_two_words_run_together_where_no_style_sets_them_apart(pages: Mapping[str, Facts]) -> None:
    assert {address: facts.joined[0] for address, facts in pages.items() if facts.joined} == {}


def test_words_that_run_together_would_be_found() -> None:
    assert read(b"<p><span>Berkala</span><span>Dinas</span></p>").joined == [("Berkala", "Dinas")]
    assert read(b"<p><span>Berkala</span> <a>Dinas</a></p><p>Satu<b>.</b></p>").joined == []


def test_every_fragment_is_one_place(pages: Mapping[str, Facts]) -> None:
    twice = {path: [each for each, n in Counter(facts.ids).items() if n > 1] for path, facts in pages.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_no_two_pages_have_the_same_title(pages: Mapping[str, Facts]) -> None:
    """Entries apart: an officer may give one the title of a service standard; each language for itself."""
    titled = defaultdict(list)
    for path, facts in pages.items():
        if "informasi/" not in path:
            titled[facts.language, facts.title].append(path)
    assert {title: paths for title, paths in titled.items() if len(paths) > 1 or not title[1].strip()} == {}


def test_every_page_carries_the_agreed_policy_and_nothing_inline(site: Site, pages: Mapping[str, Facts]) -> None:
    wanted = {path: POLICY.replace("form-action 'self'", "form-action 'self' mailto:") for path in FORMS}
    assert wanted.keys() <= pages.keys()
    assert {path: one.policies for path, one in pages.items() if one.policies != [wanted.get(path, POLICY)]} == {}
    assert {path: found.group() for path, html in site.pages.items() if (found := STYLE.search(html))} == {}


def test_data_blocks_can_be_read_by_machines(pages: Mapping[str, Facts]) -> None:
    blocks = [json.loads(block) for facts in pages.values() for block in facts.data_blocks]
    assert {block["@context"] for block in blocks} == {"https://schema.org"}
    parts = [part for block in blocks for part in block.get("@graph", [block])]
    assert {"GovernmentOrganization", "BreadcrumbList", "Dataset"} <= {part["@type"] for part in parts}


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_the_first_view_is_light(site: Site) -> None:
    """Home and search with style, scripts and fonts in 50 KB each; an entry in 25 KB; the style in 12 KB."""
    style = max(packed(content) for path, content in site.files.items() if re.fullmatch(r"aset/.*\.css", path))
    # The typeface for dyslexic readers is fetched only by those who choose it.
    fonts = sum(len(content) for path, content in site.files.items() if re.fullmatch(r"aset/atkinson.*\.woff2", path))

    def whole(page: str) -> int:
        named = re.findall(rb'<(?:script src|link rel="stylesheet" href)="/(aset/[^"]+)"', site.files[page])
        return packed(site.files[page]) + sum(packed(site.files[path.decode()]) for path in named) + fonts

    entry = max(packed(html) for path, html in site.pages.items() if path.startswith("informasi/"))
    weights = {"style": style, "home": whole("index.html"), "search": whole("cari/index.html"), "entry": entry}
    allowed = {"style": 12_000, "home": 50_000, "search": 50_000, "entry": 25_000}
    assert {name: weight for name, weight in weights.items() if weight > allowed[name]} == {}
