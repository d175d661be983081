"""Every address in every file leads to a file of the site, and every file can be reached from the home page."""

import json
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.site.building import ORIGIN, Site, is_page
from tests.site.kinds import GONE
from tests.site.reading import Facts, read

pytestmark = pytest.mark.slow

CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)")
# What programs ask for by a fixed name or where a page is passed on, and what explains the fonts and icons.
UNLINKED = re.compile(
    r"_headers|_redirects|\.htaccess|robots\.txt|sitemap(?:-terkini)?\.xml|manifes\.json|\.well-known/.*|"
    r"pagefind/.*|aset/.*\.txt|404\.html|"
    r"aset/(?:age|kirim|saran)-.*\.js|sw\.js|(?:en/)?cari/kamus\.json|data/statistik\.schema\.json|"
    r"(?:[a-z]{2}/)?gambar/.*\.png|(?:en/)?layanan/lacak/keadaan/[0-9a-f]{64}\.json"
)
MARKED = (".html", ".svg")
LEADS_ON = b'<meta http-equiv="refresh"'
FEED_LINK = "{http://www.w3.org/2005/Atom}link"
SITE_MAPS = ("sitemap.xml", "sitemap-terkini.xml")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@cache
def read_once(html: bytes) -> Facts:
    return read(html)


def facts_of(site: Site) -> Mapping[str, Facts]:
    return {path: read_once(html) for path, html in site.pages.items()}


def in_xml(content: bytes) -> list[str]:
    tree = ET.fromstring(content)  # noqa: S314 - our own output
    return [each.get("href") or each.text or "" for each in tree.iter() if each.tag in {FEED_LINK, LOCATION}]


def in_json(content: bytes) -> list[str]:
    return [text for text in texts_in(json.loads(content)) if text.startswith(("/", "http"))]


ADDRESSES: Mapping[str, Callable[[bytes], list[str]]] = {
    ".html": lambda content: read_once(content).addresses,
    ".css": lambda content: CSS_ADDRESS.findall(content.decode()),
    ".xml": in_xml,
    ".json": in_json,
    ".txt": lambda content: re.findall(r"https?://[^\s>]+", content.decode()),
}


def addresses_in(path: str, content: bytes) -> list[str]:
    """Give the addresses that one file of the site names; what others made names what it likes."""
    if path.startswith(("berkas/", "pagefind/")):
        return []
    read_addresses = ADDRESSES.get(PurePosixPath(path).suffix)
    return read_addresses(content) if read_addresses else []


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)


def place_of(site: Site, path: str) -> str:
    return site.base_url + path.removesuffix("index.html")


def target(site: Site, path: str, address: str) -> tuple[str, str] | None:
    """Give the file and the fragment that an address leads to; None if it leaves the site."""
    whole = urlsplit(urljoin(place_of(site, path), address))
    if f"{whole.scheme}://{whole.netloc}" != ORIGIN:
        assert whole.scheme in {"https", "http", "mailto", "tel"}, f"{path}: {address}"
        return None
    if not whole.path.startswith(site.base):
        return f"(outside the portal: {whole.path})", ""
    inside = unquote(whole.path.removeprefix(site.base))
    return inside + ("index.html" if inside == "" or inside.endswith("/") else ""), unquote(whole.fragment)


def broken(site: Site, files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Give, for each address that leads nowhere, the files that name it."""
    ids = {path: frozenset(read_once(content).ids) for path, content in files.items() if path.endswith(MARKED)}
    lost: dict[str, list[str]] = defaultdict(list)
    for path, content in files.items():
        for address in addresses_in(path, content):
            found = target(site, path, address)
            if found and (found[0] not in files or (found[1] and found[1] not in ids.get(found[0], frozenset()))):
                lost[address].append(path)
    return lost


def test_every_address_leads_to_a_file_and_every_fragment_to_its_place(either: Site) -> None:
    assert broken(either, either.files) == {}


def test_an_address_that_leads_nowhere_would_be_found(site: Site) -> None:
    planted = b'<a href="/dip/#tidak-ada">x</a><img src="gambar.png"><a href="/dip">y</a>'
    files = {path: content for path, content in site.files.items() if path != "data/dip.csv"}
    lost = broken(site, {**files, "x/index.html": planted})
    assert set(lost) == {"/dip/#tidak-ada", "gambar.png", "/dip", "/data/dip.csv"}


def reached(site: Site) -> set[str]:
    """Give the files that a reader reaches from the home page by following links."""
    known, waiting = {"index.html"}, deque(["index.html"])
    pages = facts_of(site)
    while waiting:
        path = waiting.popleft()
        for address in pages[path].links if path in pages else ():
            found = target(site, path, address)
            if found and found[0] not in known:
                known.add(found[0])
                waiting.append(found[0])
    return known


def test_every_page_and_every_document_can_be_reached_from_the_home_page(site: Site) -> None:
    named = {found[0] for path in site.files for found in loaded(site, path)}
    gone = {f"{address[1:]}index.html" for address in GONE}
    leading_on = {path for path, html in site.pages.items() if LEADS_ON in html}
    orphans = set(site.files) - reached(site) - named - gone - leading_on
    assert {path for path in orphans if not UNLINKED.fullmatch(path)} == set()


def test_every_folder_in_which_a_page_stands_answers(site: Site) -> None:
    folders = {above.as_posix() for path in site.pages for above in PurePosixPath(path).parents}
    assert {folder for folder in folders if f"{folder}/index.html".removeprefix("./") not in site.files} == set()
    assert sum(LEADS_ON in html for html in site.pages.values()) < len(folders) / 5


def loaded(site: Site, path: str) -> Iterable[tuple[str, str]]:
    """Give what a page or a style loads by itself."""
    addresses = set(addresses_in(path, site.files[path])) if is_page(path) or path.endswith(".css") else set()
    links = set(read_once(site.files[path]).links) if is_page(path) else set()
    return [found for address in addresses - links if (found := target(site, path, address))]


def test_the_pages_of_what_is_gone_stand_at_their_old_addresses_and_out_of_the_site_map(site: Site) -> None:
    for address in GONE:
        assert read_once(site.files[f"{address[1:]}index.html"]).robots == "noindex"
        assert not any(address.encode() in site.files[name] for name in SITE_MAPS)


def test_the_site_maps_name_every_page_that_may_be_found(site: Site) -> None:
    trees = [ET.fromstring(site.files[name]) for name in SITE_MAPS]  # noqa: S314 - our own output
    named = Counter(target(site, "sitemap.xml", each.text or "") for tree in trees for each in tree.iter(LOCATION))
    findable = {(path, "") for path, facts in facts_of(site).items() if not facts.robots}
    assert set(named) == findable
    assert set(named.values()) == {1}


def test_every_page_knows_its_own_address(either: Site) -> None:
    wrong = {
        path: facts.canonical for path, facts in facts_of(either).items() if facts.canonical != place_of(either, path)
    }
    assert wrong == {}
