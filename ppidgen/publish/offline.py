"""A site as it works from a disk: every address relative, every folder named by its file, search without a server.

Only our own pages come here, in which an attribute's value stands between double quotes and holds none itself.
"""

import posixpath
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote, urlsplit

import orjson

from ppidgen.pages.addresses import urls
from ppidgen.publish.search_record import SearchRecord, TextOf, documents_of, message, no_text

INDEX = f"{urls.SEARCH[1:]}indeks.js"
ENGINE = "luring/"
DOCUMENTS = urls.file("")[1:]
INDEX_NAME = "INDEKS_LURING"
TABLES_NAME = "TENGGAT_LURING"
# Nothing in an archive may tell when or where it was made; the format knows no earlier day.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_MEGABYTE = 1_000_000
# Words of one document, and of all: a browser reads the whole index before it answers the first question.
_OF_DOCUMENT, _OF_ALL = 300, 300_000

# What looks like an attribute in a text is a text.
_TAG = re.compile(r"<[a-z][^<>]*>")
_ADDRESS = re.compile(r'(?<= )(href|src|action|poster|data-base|data-kueri|data-skrip-\w+|value)="(/[^"]*)"')
# A page on a disk has no origin, so its policy names the scheme; frames, plugins and other hosts stay shut.
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_OF_ITSELF = "'self'"
_LEADS_ON = re.compile(r'(<meta http-equiv="refresh" content="0; url=)(/[^"]*)(">)')
# The font comes with the style sheet; asked for ahead, it would be asked for as from another origin, and refused.
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
_USE = re.compile(r'<use href="/[^"#]*#([\w-]+)"></use>')
_SYMBOL = re.compile(r'<symbol id="([\w-]+)" (viewBox="[\d ]+")>(.*?)</symbol>', re.DOTALL)
# What a page says that searches: the page of the search, and forms that suggest what is published.
_SEARCHING = ' data-pagefind="'
# The tables of deadlines that a page looks up, each by the address under which it would fetch it.
_TABLE = re.compile(rf' data-[\w-]+="(/(?:[^"]*/)?{re.escape(urls.DEADLINES_JSON[1:])})"')
_FIRST_SCRIPT = '<script src="'


class Part(NamedTuple):
    """One archive of a bundle: its number from 1, and the paths in it."""

    number: int
    paths: tuple[str, ...]


class Place(NamedTuple):
    """Where a page lies, what else lies in the bundle, where the whole portal stands ("" unknown), and the icons."""

    path: str
    known: Collection[str]
    base_url: str
    symbols: Mapping[str, str]


def symbols_of(drawings: Iterable[str]) -> dict[str, str]:
    """Give each symbol of the portal's own drawings by its name: a page on a disk may not look into another file."""
    return {name: f"<svg {box}>{lines}</svg>" for drawing in drawings for name, box, lines in _SYMBOL.findall(drawing)}


def relative_page(html: str, place: Place) -> str:
    """Give a page whose addresses count from where it lies."""
    drawn = _USE.sub(lambda found: place.symbols.get(found[1], found[0]), _PRELOAD.sub("", html))
    shown = _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: f'{found[1]}="{relative(found[2], place)}"', tag[0]), drawn)
    shown = _POLICY.sub(lambda found: found[1] + found[2].replace(_OF_ITSELF, f"{_OF_ITSELF} file:") + found[3], shown)
    shown = _LEADS_ON.sub(lambda found: f"{found[1]}{relative(found[2], place)}{found[3]}", shown)
    wanted = (_engine(place) if _SEARCHING in html else ()), map(as_script, sorted(set(_TABLE.findall(html))))
    added = "".join(f'<script src="{relative(address, place)}" defer></script>' for address in chain(*wanted))
    return shown.replace(_FIRST_SCRIPT, added + _FIRST_SCRIPT, 1)


def patient_style(style: bytes) -> bytes:
    """Give a style sheet that waits for its typeface: from a disk none comes in the moment that `optional` allows."""
    return style.replace(b"font-display: optional", b"font-display: swap")


def as_script(path: str) -> str:
    """Name the script that stands in for a file of data, which a page on a disk cannot fetch."""
    return path.removesuffix(".json") + ".js"


def relative(address: str, place: Place) -> str:
    """Give an address of the site as it counts from a page; what the bundle lacks is at the portal, if known."""
    base = _base(place.base_url)
    whole, mark, rest = _parted(address)
    inside = whole.removeprefix(base)
    file = inside + "index.html" if inside.endswith("/") or not inside else inside
    if unquote(file) in place.known:
        return posixpath.relpath(file, posixpath.dirname(place.path) or ".") + mark + rest
    return f"{place.base_url}{inside}{mark}{rest}" if place.base_url else "#"


def _parted(address: str) -> tuple[str, str, str]:
    """Part an address before its query or fragment."""
    at = min((where for sign in "?#" if (where := address.find(sign)) >= 0), default=len(address))
    return address[:at], address[at : at + 1], address[at + 1 :]


def _engine(place: Place) -> tuple[str, ...]:
    names = (f"{ENGINE}minisearch.js", _index_of(place), f"{ENGINE}luring.js")
    return tuple(_base(place.base_url) + name for name in names)


def _base(base_url: str) -> str:
    return urlsplit(base_url).path or "/"


def _index_of(place: Place) -> str:
    """Give the path of the index of a page's own language; the main one's stands in for a language without search."""
    own = f"{place.path.partition('/')[0]}/{INDEX}"
    return own if own in place.known else INDEX


def table_script(path: str, table: bytes, base_url: str) -> bytes:
    """Give a table of deadlines as a script: pages find it under the address that they would fetch."""
    address = orjson.dumps(_base(base_url) + path)
    return f"(globalThis.{TABLES_NAME} ??= {{}})[".encode() + address + b"] = " + table.rstrip() + b";\n"


def index_script(records: Iterable[SearchRecord], dictionary: bytes, text_of: TextOf) -> bytes:
    """Give what the search of the bundle knows, as a script, since a page on a disk can fetch nothing.

    Of documents it knows the first words, the fewer the more documents there are, and says how many.
    """
    listed = sorted(records, key=lambda record: record.url)
    count = sum(len(record.documents) for record in listed)
    most = min(_OF_DOCUMENT, _OF_ALL // max(count, 1))
    known = {
        "records": [_told(record, text_of, most) for record in listed],
        "dictionary": orjson.loads(dictionary),
        "reach": most,
    }
    return f"const {INDEX_NAME} = ".encode() + orjson.dumps(known) + b";\n"


def _told(record: SearchRecord, text_of: TextOf, most: int) -> Mapping[str, object]:
    said = message(record, no_text).said
    url = record.url[1:] + ("index.html" if record.url.endswith("/") else "")
    documents = [(title, " ".join(words)) for title, words in documents_of(record, text_of, most)]
    return {"url": url, "meta": said["meta"], "filters": said["filters"], "documents": documents}


def parts(sizes: Mapping[str, int], most: int) -> Iterator[Part]:
    """Share files out: pages and all they need in the first archive, documents up to `most` megabytes each."""
    limit = most * _MEGABYTE
    heavy = [path for path in sorted(sizes) if path.startswith(DOCUMENTS)]
    light = [path for path in sorted(sizes) if not path.startswith(DOCUMENTS)]
    room, number, held = limit - sum(sizes[path] for path in light), 1, list(light)
    for path in heavy:
        if sizes[path] > room and (held or number == 1):
            yield Part(number, tuple(held))
            room, number, held = limit, number + 1, []
        held.append(path)
        room -= sizes[path]
    yield Part(number, tuple(held))


def write_archive(target: BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip archive; the same files give the same bytes."""
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path, _NO_DAY)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            packed = path.endswith((".html", ".css", ".js", ".json", ".xml", ".csv", ".txt", ".svg", ".brf"))
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED, compresslevel=6)
