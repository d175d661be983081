"""Open every page of a portal full of hostile texts in Chromium: `python -m tests.site.xss [--turns N]`.

Each turn plants other payloads in each field, builds the portal with nothing held back, and opens pages under their
own content policy and again with the policy taken out: all of them in the first turn, then a few of each family, since
pages of one family are made by the same lines. In 20 turns every field has had every payload; `--minutes` ends it
after the turn in hand. Ends with 1 when anything ran, asked another host, or stands in the document, or when not all
turns were taken.
The first turn also tries addresses (`--addresses-alone`: nothing but them). Only a program can make something of an
address, for the bytes of a page are the same under each. So every page that carries a program of its own gets each
payload alone in each part of its address, and a page of every other family, all of which carry the same programs, gets
all payloads at once in each part. What answers is the pages, programs and indexes; styles, fonts and pictures are
missing, which no payload needs: a picture that cannot be had is what makes `onerror` run.
"""

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from ppidgen import pipeline
from ppidgen.options import Options
from tests.site.building import DAY, Site
from tests.site.hostile import ALL, Planting
from tests.theme.browsing import HOST, visit

CHECKOUT = Path(__file__).resolve().parents[2]
# Only to a plain address of the portal itself: a page that a payload would send elsewhere is opened.
LEADS_ON = re.compile(rb'<meta http-equiv="refresh" content="0; url=/[a-z0-9/-]*">')
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', re.IGNORECASE)
LARGEST_OF_FAMILY = 2
TOGETHER = 16  # payloads in a text; more of them than a line may hold would be refused
FOR_RESULTS = 3_000
PATIENCE = 1_800_000  # milliseconds for a page: the run is long, and others may hold the machine for minutes
# What a program of a page could take from its address, and how: every family of pages is opened with each of each.
IN_ADDRESSES = (
    "<img src=x onerror=hit()>", '"><script>hit()</script>', "javascript:hit()", "'-hit()-'", "<svg/onload=hit()>",
    "{{constructor.constructor('hit()')()}}",
)  # fmt: skip
ADDRESSES = ("?q={}", "?{}", "?nomor={0}&unit={0}&tahun={0}", "#{}", "#q={}")
# As an address it runs up to the slashes; as text of a page everything behind them is markup.
AT_ONCE = (
    "javascript:hit()//'-hit()-'\"><script>hit()</script><img src=x onerror=hit()><svg/onload=hit()>"
    "{{constructor.constructor('hit()')()}}"
)
SCRIPT = re.compile(rb'<script[^>]* src="?([^" >]+)')
UNNEEDED = (".css", ".woff2", ".png", ".svg", ".webp", ".jpg", ".ico", ".pdf")
# What no text of an officer may have become, whether or not it did any harm.
DANGEROUS = """async (patience) => {
  const status = document.querySelector('.cari-status'); // of a search that was asked for the end is awaited so long
  for (const since = performance.now(); status && performance.now() - since < patience; )
    if (status.textContent !== status.closest('.cari').dataset.mencari) break;
    else await new Promise((then) => setTimeout(then, 20));
  const found = [];
  const forbidden = 'iframe object embed base frame applet animate set foreignobject marquee math mglyph'.split(' ');
  const pointing = 'href src srcset action formaction data poster background xlink:href'.split(' ');
  const loading = 'img script source audio video track link use image input embed'.split(' ');
  for (const each of document.querySelectorAll('*')) {
    const name = each.localName.toLowerCase();
    if (forbidden.includes(name)) found.push(name);
    if (name === 'script' && each.type !== 'application/ld+json' && !each.src?.startsWith(location.origin))
      found.push('script ' + (each.src || each.textContent.slice(0, 60)));
    if (name === 'style' || (name === 'meta' && /refresh/i.test(each.httpEquiv))) found.push(name);
    for (const {name: key, value} of each.attributes) {
      if (/^on/i.test(key) || key === 'style' || key === 'srcdoc') found.push(`${name} ${key}=${value}`);
      if (!pointing.includes(key.toLowerCase())) continue;
      const to = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : null;
      if (to && /^(javascript|data|vbscript|file|blob):$/.test(to.protocol)) found.push(`${name} ${key}=${value}`);
      const loads = loading.includes(name) && !/canonical|alternate|license|author/.test(each.rel || '');
      if (to && loads && to.host !== location.host) found.push(`${name} ${key}=${value}`);
    }
  }
  const own = 'getElementById querySelector querySelectorAll currentScript body head cookie'.split(' ');
  for (const key of own)
    if (document[key] instanceof Element && !['body', 'head'].includes(key)) found.push('document.' + key);
  return found;
}"""
Heard = list[str]


def hostile_site(folder: Path, planting: Planting) -> Site:
    """Plant in a copy of the specimen and build it, whatever is found."""
    shutil.copytree(CHECKOUT / "content", folder / "content")
    site = folder / "content/situs.yaml"  # the typesetter of the notice board refuses letters that no font of its holds
    site.write_text(site.read_text(encoding="utf-8").replace("bahan_cetak: ya\n", ""), encoding="utf-8")
    planting.portal(folder / "content")
    day = Options(as_of=date.fromisoformat(DAY))
    pipeline.build(folder, folder / "site", day, lambda _finding: False)
    return Site(folder / "site")


def without_policy(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files of a site, every page without its content policy."""
    return {path: POLICY.sub(b"", raw) if path.endswith(".html") else raw for path, raw in files.items()}


def opened(browser: Browser, files: Mapping[str, bytes], addresses: Iterable[str], patience: int = 0) -> Heard:
    """Open pages; give what ran, what was asked for, what the browser complained of, and what is dangerous.

    `patience` is how many milliseconds the results of a search are waited for.
    """
    faults: Heard = []
    with visit(browser, files) as (page, complaints):
        page.expose_function("hit", lambda *_: faults.append(f"RAN on {page.url}"))
        page.set_default_timeout(PATIENCE)
        for address in addresses:
            page.goto(HOST + address, wait_until="load")
            faults += [f"{address}: {one}" for one in page.evaluate(DANGEROUS, patience)]
        page.wait_for_timeout(200)
        faults += _serious(complaints)
    return faults


def _serious(complaints: Heard) -> Heard:
    """Leave out that the portal's own host lacks a picture, which Markdown may name, or styles that use a font."""
    harmless = (f"asked for {HOST}/", "Failed to load resource", f"The resource {HOST}/aset/")
    return [one for one in complaints if not one.startswith(harmless)]


def asked(browser: Browser, files: Mapping[str, bytes], pages: Sequence[str], payloads: Sequence[str]) -> Heard:
    """Give these pages each payload in their address, and the search box each as a typed word."""
    addresses = [f"{one}?q={quote(text)}&nomor={quote(text)}#{quote(text)}" for text in payloads for one in pages]
    faults = opened(browser, files, addresses)
    with visit(browser, files) as (page, complaints):
        page.expose_function("hit", lambda *_: faults.append(f"RAN in the search box on {page.url}"))
        page.set_default_timeout(PATIENCE)
        page.goto(f"{HOST}/cari/")
        for text in payloads:
            faults += [f"search box {text!r}: {one}" for one in _typed(page, text)]
        faults += _serious(complaints)
    return faults


def addressed(browser: Browser, files: Mapping[str, bytes], addresses: Iterable[str], texts: Sequence[str]) -> Heard:
    """Give pages each of these texts in every part of their address, as it stands and coded."""
    tails = [form.format(text) for form in ADDRESSES for text in (*texts, *map(quote, texts))]
    # Page after page: to an address of the same page with another fragment a browser would not load it anew.
    return opened(browser, files, [f"{one}{tail}" for tail in tails for one in addresses], FOR_RESULTS)


def _typed(page: Page, text: str) -> Heard:
    page.locator("main input[name=q]").first.fill(text.replace("\n", " "))
    with suppress(TooLate):  # most payloads find something, for their words stand in many titles
        page.locator(".cari-hasil li").first.wait_for(timeout=700)
    found: Heard = page.evaluate(DANGEROUS, 0)
    return found


def addresses_of(site: Site) -> list[str]:
    """Give the address of every page of a site that stays; the others lead on before anybody can look at them."""
    return [f"/{path.removesuffix('index.html')}" for path, raw in site.pages.items() if not LEADS_ON.search(raw)]


def by_programs(files: Mapping[str, bytes], addresses: Iterable[str]) -> list[list[str]]:
    """Group the pages that carry a program which not every page carries: one list for each set of programs."""
    carried = {at: frozenset(SCRIPT.findall(files[_file(at)])) for at in sorted(addresses)}
    common = frozenset[bytes].intersection(*carried.values())
    groups: dict[frozenset[bytes], list[str]] = {}
    for at, programs in carried.items():
        if programs - common:
            groups.setdefault(programs, []).append(at)
    return list(groups.values())


def _file(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") else address


def one_of_each(addresses: Sequence[str]) -> list[str]:
    """Give one page of each family: of those below the same two folders, the longest address."""
    families = {_family(address): address for address in sorted(addresses, key=len)}
    return sorted(families.values())


def few_of_each(site: Site) -> list[str]:
    """Give the largest pages of each family, which show the most fields, and the one of the longest address."""
    staying = set(addresses_of(site))
    sizes = {
        at: len(raw) for path, raw in site.pages.items() if (at := f"/{path.removesuffix('index.html')}") in staying
    }
    by_family: dict[str, list[str]] = {}
    for address in sorted(sizes, key=lambda one: (-sizes[one], one)):
        by_family.setdefault(_family(address), []).append(address)
    largest = (address for family in by_family.values() for address in family[:LARGEST_OF_FAMILY])
    return sorted({*largest, *one_of_each(list(sizes))})


def _family(address: str) -> str:
    return "/".join(address.split("/")[:3])


def turn_of(browser: Browser, planting: Planting, turn: int, *, addresses_alone: bool = False) -> tuple[Heard, int]:
    """Plant, build and open; give what was wrong and how many pages were opened."""
    planting.turn, planting.leaves = turn, 0
    with tempfile.TemporaryDirectory() as folder:
        site = hostile_site(Path(folder), planting)
        addresses = few_of_each(site) if turn else addresses_of(site)
        served = site.served
    bare = without_policy(served)
    faults: Heard = []
    for policy, files in (("in force", served), ("taken out", bare)) if not addresses_alone else ():
        faults += opened(browser, files, addresses)
        print(f"{len(addresses)} pages with the policy {policy}: {len(faults)} faults so far", flush=True)
    if not turn:
        faults += _tried(browser, bare, addresses)
    return faults, len(addresses)


def _tried(browser: Browser, files: Mapping[str, bytes], addresses: Sequence[str]) -> Heard:
    """Try what addresses and the search box take, and tell how much that was."""
    light = {path: raw for path, raw in files.items() if not path.endswith(UNNEEDED)}
    groups = by_programs(light, addresses)
    own = [at for group in groups for at in group]
    others = sorted(set(one_of_each(addresses)) - set(own))
    found = asked(browser, light, [group[0] for group in groups], ALL)
    print(f"{len(ALL)} payloads asked of {len(groups)} programs and typed: {len(found)} faults", flush=True)
    for pages, texts in ((own, IN_ADDRESSES), (others, (AT_ONCE,))):
        heard = addressed(browser, light, pages, texts)
        forms = 2 * len(ADDRESSES) * len(texts)
        print(f"{len(pages)} pages with {forms} addresses each: {len(heard)} faults", flush=True)
        found += heard
    return found


def main() -> int:
    """Run the turns that are asked for and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--turns", type=int, default=1, help="how often to plant, each time other payloads")
    parser.add_argument("--minutes", type=float, default=90, help="begin no turn after so long")
    parser.add_argument("--addresses-alone", action="store_true", help="payloads in addresses and the search box only")
    wanted, faults, pages, turns = parser.parse_args(), set[str](), 0, 0
    planting, until = Planting(TOGETHER), time.monotonic() + 60 * wanted.minutes
    chromium = shutil.which("chromium-headless-shell")
    with sync_playwright() as playwright:
        while turns < wanted.turns and time.monotonic() < until:
            # A browser for each turn: one that has opened thousands of pages grows slow.
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            began = time.monotonic()
            found, opened_now = turn_of(browser, planting, turns, addresses_alone=wanted.addresses_alone)
            browser.close()
            faults.update(found)
            pages, turns = pages + opened_now, turns + 1
            took = time.monotonic() - began
            print(f"turn {turns}: {opened_now} pages, {len(found)} faults, {took:.0f} s", flush=True)
    for fault in sorted(faults):
        print(fault)
    possible = len(planting.fields) * len(ALL)
    print(f"{len(ALL)} payloads in {len(planting.fields)} fields of the registers: {len(planting.pairs)} of {possible}")
    print(f"{planting.share_refused:.1%} of what was tried in texts was refused by every reading of its field")
    print(f"pairs planted in {turns} turns; {pages} pages opened twice; {len(faults)} faults")
    return 1 if faults or turns < wanted.turns else 0


if __name__ == "__main__":
    sys.exit(main())
