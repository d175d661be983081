"""The two forms in a real browser, served by a real server: what the tests of them share."""

import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

from playwright.sync_api import Browser, Page, expect

from ppidgen.model.records.body import ElectionTime, Site
from ppidgen.model.records.holidays import HolidayDecree
from ppidgen.model.records.parts import Contact
from ppidgen.model.records.submission import Submission
from ppidgen.pages.shell import shell
from ppidgen.theme import Renderer, built_in, load
from tests.pages.portals import BODY, context, files, page
from tests.site.receiver import listening

REQUEST, OBJECTION = "/layanan/permohonan/ajukan/", "/layanan/keberatan/ajukan/"
CALCULATOR = "/layanan/kalkulator/"
ENDPOINT = "https://penerima.contoh.test/masuk"


def site_of(
    encoding: str = "",
    receiver: str = "",
    key: str = "",
    whatsapp: str = "",
    elections: tuple[ElectionTime, ...] = (),
    holidays: tuple[HolidayDecree, ...] = (),
) -> dict[str, bytes]:
    """Give the two forms and all they load; `receiver` is where the endpoint of the settings really listens."""
    sending = {"alamat_kirim": ENDPOINT, "bentuk_kirim": encoding} if encoding else {}
    sealing = {"kunci_enkripsi": key} if key else {}
    chosen = Submission.model_validate({**sending, **sealing, "whatsapp": whatsapp or None})
    body = BODY.model_copy(update={"contact": Contact(email="ppid@contohkab.go.id"), "elections": elections})
    portal = context(site=Site(title="PPID Contoh", submission=chosen), body=body, holidays=holidays)
    renderer = Renderer(load(built_in("baku")), shell(portal))
    pages = {
        f"{address}index.html": renderer.render(page(portal, address)) for address in (REQUEST, OBJECTION, CALCULATOR)
    }
    if receiver:  # the settings take https alone; a test listens without
        origin = ENDPOINT.removesuffix("/masuk")
        pages = {path: html.replace(origin.encode(), receiver.encode()) for path, html in pages.items()}
    data = {f"/{path}": content for path, content in files(portal).items() if path.startswith("data/tenggat")}
    return {**pages, **data, **{f"/{asset.path}": asset.content for asset in renderer.assets}}


@contextmanager
def serving(site: Mapping[str, bytes]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            path += "index.html" if path.endswith("/") else ""
            content = site.get(path)
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with listening(Handler) as address:
        yield address


@contextmanager
def visiting(
    browser: Browser, site: Mapping[str, bytes], address: str = REQUEST, *, width: int = 1280, scripts: bool = True
) -> Iterator[Page]:
    with serving(site) as host:
        room = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, reduced_motion="reduce"
        )
        opened = room.new_page()
        opened.set_default_timeout(10_000)
        opened.goto(host + address)
        try:
            yield opened
        finally:
            room.close()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Lanjutkan", exact=True).click()


def filled(page: Page, detail: str = "Laporan keuangan 2024") -> None:
    """Fill in a request up to the last step."""
    page.get_by_role("button", name="Mulai mengisi").click()
    page.get_by_label("Informasi apa yang Anda minta?").fill(detail)
    finished(page)


def finished(page: Page) -> None:
    """Go on from the first question to the last step."""
    answered(page)
    page.get_by_role("button", name="Jawaban sudah benar").click()
    expect(page.get_by_role("heading", name="Siap dikirim")).to_be_focused()


def answered(page: Page) -> None:
    """Go on from the first question until all are answered."""
    go_on(page)
    page.get_by_label("Untuk apa informasi itu akan digunakan?").fill("Penelitian")
    go_on(page)
    page.get_by_label("Mendapatkan salinan").check()
    page.get_by_label("Pos").check()
    go_on(page)
    page.get_by_label("Perseorangan").check()
    go_on(page)
    page.get_by_label("Nama lengkap").fill("Warga Contoh")
    page.get_by_label("Nomor induk kependudukan (NIK)").fill("9999 9999 9999 9999")
    page.get_by_label("Alamat").fill("Jalan Contoh 1\nContoh Tengah")
    page.get_by_label("Nomor telepon").fill("0210 555 0110")
    go_on(page)
