"""EDGE. Pictures of pages of the portal as a reader sees them, taken by a browser that can reach nothing else.

Every request is answered from the portal itself; whatever leads elsewhere is refused. Nothing moves, and the clock
stands at noon of the day that is judged, so that the same portal on the same machine gives the same pictures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from ppidgen.diagnostics.progress import Progress
from ppidgen.exchange import browser

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page, Route

WIDTH, HEIGHT, TALLEST = 1280, 900, 6000  # in pixels; what is lower than the tallest is left out, and that is said
_ZONE = "Asia/Jakarta"
_NOWHERE = "http://portal.invalid/"

# Gives the bytes and the media type of the file at a path of the site, None where nothing is.
Files = Callable[[str], tuple[bytes, str] | None]


@dataclass(frozen=True, slots=True)
class Shot:
    """The picture of one page as PNG, and whether its lower part is left out."""

    content: bytes
    is_cut: bool = False


def taken(
    addresses: Sequence[str],
    files: Files,
    base_url: str,
    day: date,
    progress: Progress = lambda _stage, _done, _all: None,
) -> dict[str, Shot]:
    """Take a picture of each address of the portal ("/dip/"); raises MachineFault without the extra or a browser."""
    base = base_url or _NOWHERE
    with browser.started() as opened:
        context = opened.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, locale="id-ID", timezone_id=_ZONE,
            reduced_motion="reduce", color_scheme="light", service_workers="block",
        )  # fmt: skip
        context.route("**/*", lambda route: _answer(route, files, base))
        page = context.new_page()
        page.clock.set_fixed_time(datetime.combine(day, time(12), ZoneInfo(_ZONE)))
        shots = {}
        for place, address in enumerate(addresses, start=1):
            if files(_path(address)):
                shots[address] = _shot(page, base.rstrip("/") + address)
            progress("pictures", place, len(addresses))
        return shots


def _shot(page: "Page", url: str) -> Shot:
    page.goto(url, wait_until="load")
    tall = int(page.evaluate("document.documentElement.scrollHeight"))
    clip: FloatRect = {"x": 0.0, "y": 0.0, "width": float(WIDTH), "height": float(min(tall, TALLEST))}
    picture = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide")
    return Shot(picture, tall > TALLEST)


def _path(address: str) -> str:
    path = address.lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _answer(route: "Route", files: Files, base: str) -> None:
    """Hand out a file of the portal; whatever is elsewhere is out of reach."""
    asked, home = urlsplit(route.request.url), urlsplit(base)
    inside = asked.netloc == home.netloc and asked.path.startswith(home.path)
    found = files(_path(unquote(asked.path.removeprefix(home.path)))) if inside else None
    if found is None:
        route.abort()
        return
    content, media_type = found
    route.fulfill(body=content, content_type=media_type)
