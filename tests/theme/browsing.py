"""A portal held in memory and shown to a real browser, which is told nothing else exists."""

import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Route

HOST = "http://portal.contoh.test"


@contextmanager
def visit(
    browser: Browser,
    files: Mapping[str, bytes],
    *,
    width: int = 1280,
    scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
) -> Iterator[tuple[Page, list[str]]]:
    """Open a page that sees only these files; yields it with the complaints of the browser so far."""
    complaints: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0].partition("#")[0]
        path += "index.html" if path.endswith("/") else ""
        if not route.request.url.startswith(HOST) or path not in files:
            complaints.append(f"asked for {route.request.url}")
            route.fulfill(status=404, body="")
            return
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        route.fulfill(body=files[path], content_type="font/woff2" if path.endswith(".woff2") else kind)

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.route("**/*", answer)
    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_default_timeout(10_000)
    try:
        yield page, complaints
    finally:
        context.close()
