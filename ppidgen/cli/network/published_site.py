"""EDGE: a published portal asked for over the network, file by file, and compared with a fresh build.

Only what is built is fetched, then what the pages that differ lead to on the same site. A file that nothing leads to
cannot be found from outside. Compromised servers often show their gambling pages to search engines and to those who
come from one, and to nobody else, so the pages nearest the front, and some others, are asked for in both guises as
well. Files are taken packed, as browsers take them, and those pages once more unpacked.
"""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from http.client import HTTPException, HTTPResponse
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from ppidgen import __version__
from ppidgen.cli.network.public_hosts import PrivateHostError, Redirects, opener
from ppidgen.diagnostics import MachineFault
from ppidgen.diagnostics.progress import Progress
from ppidgen.machine.faults import told
from ppidgen.pages.hosting import REDIRECTS, moves_in
from ppidgen.publish.comparison import Change, Difference, added_by, differences, fits, sizes
from ppidgen.publish.embedded import LINK, Brought, brought_in
from ppidgen.publish.manifest import listed_in, packed_in
from ppidgen.publish.names import BROTLI, GZIP, MANIFEST
from ppidgen.publish.packing import unpacked

ANSWER, REDIRECT = "answer", "redirect"
ENGINE, VISITOR, PLAIN = "engine", "visitor", "plain"

# What hosts obey and rightly keep to themselves.
UNSERVED = ("_headers", REDIRECTS, ".htaccess", ".nojekyll")
# An address that no portal has and that doors for gambling answer.
DOOR = "slot-gacor/"

_INDEX = "index.html"
_LOST = "404.html"
_CODINGS = {"br": BROTLI, "gzip": GZIP} if find_spec("brotli") else {"gzip": GZIP}
_PACKED: Mapping[str, str] = {"Accept-Encoding": ", ".join(_CODINGS)}
_OWN: Mapping[str, str] = {"User-Agent": f"ppidgen/{__version__}"}
_GUISES: Mapping[str, Mapping[str, str]] = {
    ENGINE: {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
    VISITOR: {
        "User-Agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile",
        "Referer": "https://www.google.com/",
    },
    PLAIN: {**_OWN, "Accept-Encoding": "identity"},
}
_OK, _GONE, _BUSY = 200, frozenset({404, 410}), frozenset({429, 503})
# Browsers run what comes with these as well; any other answer may be that of a guard who lets no guise in.
_SHOWN = frozenset({*range(200, 207), *_GONE})
_LARGEST_PAGE = 5_000_000
_MOST_BEYOND = 100_000_000  # bytes on the disk, of all files together, beyond what they should hold
_BLOCK = 1 << 16
_NEAREST_IN_GUISE, _OTHERS_IN_GUISE = 20, 20
_MOST_ADDED = 200
_MOST_SILENCES = 4
_MOST_HEADED = 20
_LONGEST_HEADER = 200
_HIDING = re.compile(r"\b(?:noindex|none|nosnippet|unavailable_after)\b", re.IGNORECASE)
_HEADED_LINK = re.compile(r"<(?P<target>[^<>]{0,2000})>(?P<rest>[^<>]{0,500})")
_STANDING_IN = re.compile(r"\brel\s{0,4}=\s{0,4}\"?[^;\"]{0,100}\b(?:canonical|amphtml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is asked: so many requests at once, seconds of patience and of pause, tries when it is busy."""

    at_once: int = 4
    patience: float = 20
    tries: int = 3
    pause: float = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request; `status` 0 is silence, `moved` where it leads instead of answering.

    `beside` are the headers that say to search engines what no page of a portal says to them.
    """

    status: int
    content: bytes = b""
    moved: str = ""
    beside: tuple[Brought, ...] = ()


@dataclass(slots=True)
class PublishedSite:
    """A portal at `address`, of which what was fetched lies in `folder`."""

    address: str
    folder: str
    manners: Manners = Manners()
    told: dict[str, Answer] = field(default_factory=dict)
    silences: int = 0
    beyond: int = 0

    def fetch(self, path: str, size: int = 0) -> Answer:
        """Fetch one file into the folder, in full up to its expected size and a good deal more.

        Once all files together hold too much, a little more is enough to show that a file is another one.
        """
        if self.silences >= _MOST_SILENCES:
            raise MachineFault("MSN060", {"address": self.address})
        # What is packed on the way may take more than it holds: this much, where nothing can be saved.
        more = _LARGEST_PAGE if self.beyond < _MOST_BEYOND else 1_000 + size // 1_000
        answer = self._asked(path, _OWN, size + more)
        self.beyond += max(0, len(answer.content) - size)
        self.silences = 0 if answer.status or answer.moved else self.silences + 1
        self.told[path] = replace(answer, content=b"")
        if answer.status == _OK:
            place = Path(self.folder, path)
            with told(str(place), len(answer.content)):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(answer.content)
        return answer

    def manifest(self) -> None:
        """Fetch the list of all files first, by which the day of the portal is known."""
        answer = self.fetch(MANIFEST)
        if not answer.status and not answer.moved:
            raise MachineFault("MSN060", {"address": self.address})

    def compared(self, built: str, left_out: tuple[str, ...], progress: Progress) -> tuple[Difference, ...]:
        """Fetch all that is built, and say what the site shows otherwise."""
        packed = tuple(f"*.{form}" for form in packed_in(built))  # these are what is fetched, under their plain names
        left_out = (*left_out, *packed)
        wanted = {path: size for path, size in sizes(built).items() if not fits(path, left_out)}
        with ThreadPoolExecutor(self.manners.at_once) as pool:
            for done, _ in enumerate(pool.map(self.fetch, wanted, wanted.values()), 1):
                progress("fetch", done, len(wanted))
        silent = tuple(path for path in UNSERVED if self.told.get(path, Answer(0)).status != _OK)
        moves = self._moves(built)
        unlike = differences(built, self.folder, (*left_out, *silent))
        found = tuple(self._as_told(one) for one in unlike if not self._is_led_on(one.path, moves, built))
        added = tuple(one for one in self._added(built, found) if not fits(one.path, left_out))
        told_already = {one.path for one in found}
        headed = tuple(one for one in self._headed(wanted) if one.path not in told_already)
        everybody = (*sorted((*found, *headed, *added), key=lambda one: one.path),)
        return (*everybody, *self._disguised(built, wanted), *self._disguised_doors(built))

    def _moves(self, built: str) -> dict[str, str]:
        """Give for the page of each old address that of the new one, to which a host may lead by itself."""
        base = urlsplit(self.address).path
        said = moves_in(_content(f"{built}/{REDIRECTS}").decode())
        return {_page(old.removeprefix(base)): _page(new.removeprefix(base)) for old, new in said.items()}

    def _is_led_on(self, path: str, moves: Mapping[str, str], built: str) -> bool:
        return path in moves and _content(f"{self.folder}/{path}") == _content(f"{built}/{moves[path]}")

    def _as_told(self, one: Difference) -> Difference:
        """Tell a file that is not there from one that the server would not hand out or leads away from."""
        answer = self.told.get(one.path, Answer(_OK))
        if answer.moved:
            return replace(one, change=Change.CHANGED, brought=((REDIRECT, answer.moved),))
        if answer.status == _OK or answer.status in _GONE:
            return one
        return replace(one, change=Change.UNREAD, brought=((ANSWER, str(answer.status or "-")),))

    def _headed(self, wanted: Iterable[str]) -> Iterator[Difference]:
        """Tell files that are what they should be under headers that hide or give away their rank; a few will do."""
        headed = (path for path in wanted if self.told[path].status == _OK and self.told[path].beside)
        return (Difference(path, Change.CHANGED, self.told[path].beside) for path in islice(headed, _MOST_HEADED))

    def _added(self, built: str, found: Iterable[Difference]) -> Iterator[Difference]:
        """Follow what the site's own list and its changed pages lead to and no build made, as far as it goes."""
        known = {*sizes(built)}
        usual = brought_in(_content(f"{built}/{_LOST}").decode())
        waiting = [DOOR + _INDEX, *listed_in(self.folder)]
        for one in found:
            waiting += self._led_to(one.path, one.brought)
        for _ in range(_MOST_ADDED):
            path = next((path for path in waiting if path not in known), None)
            if path is None:
                return
            known.add(path)
            answer = self._asked(path, _OWN, _LARGEST_PAGE)
            if answer.moved:
                yield Difference(path, Change.ADDED, ((REDIRECT, answer.moved),))
            elif answer.status == _OK:
                brought = added_by(answer.content, usual)
                waiting += self._led_to(path, brought)
                yield Difference(path, Change.ADDED, brought)

    def _led_to(self, path: str, brought: Iterable[Brought]) -> list[str]:
        """Give the files of this site that a page leads to."""
        page = self._url(path)
        targets = (_joined(page, value) for kind, value in brought if kind == LINK)
        inside = (target.removeprefix(self.address) for target in targets if target.startswith(self.address))
        paths = (unquote(one.partition("#")[0].partition("?")[0]) for one in inside)
        return [f"{one}{_INDEX}" if one.endswith("/") or not one else one for one in paths]

    def _disguised(self, built: str, wanted: Iterable[str]) -> Iterator[Difference]:
        """Ask for the pages nearest the front, and for some of the others, in each guise."""
        pages = sorted((path for path in wanted if path.endswith(_INDEX)), key=lambda path: (path.count("/"), path))
        others = pages[_NEAREST_IN_GUISE:]
        lost = _content(f"{built}/{_LOST}")
        for path in (*pages[:_NEAREST_IN_GUISE], *others[:: -(-len(others) // _OTHERS_IN_GUISE) or 1]):
            own = _content(f"{built}/{path}")
            shown = _content(f"{self.folder}/{path}")
            for guise, headers in _GUISES.items():
                answer = self._asked(path, headers, len(own) + _LARGEST_PAGE)
                if answer.moved and not self.told[path].moved:
                    yield Difference(path, Change.CHANGED, ((REDIRECT, answer.moved),), guise)
                elif answer.status in _SHOWN - {_OK, self.told[path].status}:
                    known = brought_in((own + shown + lost).decode("utf-8", "replace"))
                    brought = ((ANSWER, str(answer.status)), *added_by(answer.content, known))
                    yield Difference(path, Change.CHANGED, brought, guise)
                elif answer.status == _OK and answer.content not in (own, shown):
                    known = brought_in(own.decode("utf-8", "replace"))
                    yield Difference(path, Change.CHANGED, added_by(answer.content, known), guise)
                elif answer.beside != self.told[path].beside and not answer.moved:
                    yield Difference(path, Change.CHANGED, answer.beside, guise)

    def _disguised_doors(self, built: str) -> Iterator[Difference]:
        """Ask in each guise for the address that no portal has: most doors are shut to everybody else."""
        path = DOOR + _INDEX
        usual = brought_in(_content(f"{built}/{_LOST}").decode())
        everybody = self._asked(path, _OWN, _LARGEST_PAGE)
        for guise, headers in _GUISES.items():
            answer = self._asked(path, headers, _LARGEST_PAGE)
            if answer.moved and not everybody.moved:
                yield Difference(path, Change.ADDED, ((REDIRECT, answer.moved),), guise)
            elif answer.status in _SHOWN - _GONE and answer.status != everybody.status:
                yield Difference(path, Change.ADDED, added_by(answer.content, usual), guise)

    def _url(self, path: str) -> str:
        shown = path.removesuffix(_INDEX) if path == _INDEX or path.endswith(f"/{_INDEX}") else path
        return self.address + quote(shown)

    def _asked(self, path: str, headers: Mapping[str, str], largest: int) -> Answer:
        for attempt in range(1, self.manners.tries + 1):
            answer = self._once(self._url(path), headers, largest)
            if (answer.status and answer.status not in _BUSY) or answer.moved or attempt == self.manners.tries:
                return answer
            time.sleep(self.manners.pause)
        return Answer(0)

    def _once(self, url: str, headers: Mapping[str, str], largest: int) -> Answer:
        host = urlsplit(self.address).hostname or ""
        request = urllib.request.Request(url, headers={**_PACKED, **headers})  # noqa: S310 - the opener knows http and https only
        try:
            # The host was named by whoever runs the program, so it may be one of the office's own.
            asker = opener(frozenset({host}), _Within(host), largest)
            with asker.open(request, timeout=self.manners.patience) as answer:
                return _read(answer, answer.status, largest)
        except _LeftError as left:
            return Answer(0, moved=left.target)
        except PrivateHostError as host_:
            return Answer(0, moved=str(host_))
        except urllib.error.HTTPError as refused:
            with refused:
                return _read(refused, refused.code, largest if refused.code in _GONE else 0)
        except (OSError, HTTPException, ValueError):
            return Answer(0)


class _LeftError(Exception):
    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.target = target


class _Within(Redirects):
    """Follows redirects on one host, and stops where one leads elsewhere."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(self, *given: object) -> urllib.request.Request | None:
        target = str(given[-1])
        if urlsplit(target).hostname != self._host:
            raise _LeftError(target)
        return super().redirect_request(*given)  # type: ignore[arg-type]  # handed on as they came


def _read(answer: HTTPResponse | urllib.error.HTTPError, status: int, largest: int) -> Answer:
    """Read an answer. A header can lead browsers away as a redirect does, whatever the page below it says."""
    if away := answer.headers.get("Refresh"):
        return Answer(0, moved=away)
    return Answer(status, _plain(answer, largest), beside=tuple(_beside(answer)))


def _beside(answer: HTTPResponse | urllib.error.HTTPError) -> Iterator[Brought]:
    """Give the headers that hide a page from search engines, or name them another one in its place."""
    for said in answer.headers.get_all("X-Robots-Tag", ()):
        if _HIDING.search(said):
            yield ANSWER, f"X-Robots-Tag: {said}"[:_LONGEST_HEADER]
    for said in answer.headers.get_all("Link", ()):
        for link in _HEADED_LINK.finditer(said):
            other = _joined(answer.url, link["target"])
            if _STANDING_IN.search(link["rest"]) and other.partition("?")[0] != answer.url:
                yield ANSWER, f"Link: {link[0]}"[:_LONGEST_HEADER]


def _plain(answer: HTTPResponse | urllib.error.HTTPError, largest: int) -> bytes:
    """Read an answer, and unpack it where the server packed it, as it does for every browser."""
    parts = []
    left = largest
    while left > 0 and (part := answer.read1(min(_BLOCK, left))):
        parts.append(part)
        left -= len(part)
    raw = b"".join(parts)
    form = _CODINGS.get(answer.headers.get("Content-Encoding", "").lower())
    return (unpacked(f".{form}", raw, largest) or b"") if form else raw


def _page(address: str) -> str:
    return f"{address}{_INDEX}"


def _joined(page: str, link: str) -> str:
    try:
        return urljoin(page, link)
    except ValueError:
        return ""


def _content(place: str) -> bytes:
    try:
        return Path(place).read_bytes()
    except FileNotFoundError:
        return b""
