"""Asking and objecting in a real browser, served by a real server, with and without a receiver, a script, a network."""

import json
import mimetypes
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ppidgen.model.body import Site
from ppidgen.model.parts import Contact
from ppidgen.model.submission import Submission
from ppidgen.pages.shell import shell
from ppidgen.theme import Renderer, built_in, load
from tests.pages.portals import BODY, context, files, page
from tests.site.receiver import Receiver, listening, receiving

pytestmark = pytest.mark.slow

REQUEST, OBJECTION = "/layanan/permohonan/ajukan/", "/layanan/keberatan/ajukan/"
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}")
EVIL = "<img src=x onerror=document.title='kena'> \"kutip\" & 'petik'"
ENDPOINT = "https://penerima.contoh.test/masuk"
FITS = "document.documentElement.scrollWidth <= innerWidth"
# What a proxy answers at each step, by label; "" is a box to check.
PROXY: tuple[dict[str, str], ...] = (
    {"Informasi apa yang Anda minta?": "Panjang" * 60},
    {"Untuk apa informasi itu akan digunakan?": "Penelitian"},
    {"Mendapatkan salinan": "", "Pos": ""},
    {"Kuasa dari orang lain": ""},
    {
        "Nama lengkap": "Warga",
        "Nomor induk kependudukan (NIK)": "9999999999999999",
        "Alamat": "Jalan Contoh",
        "Nomor telepon": "0210 555 0110",
        "Surat kuasa akan saya sertakan": "",
    },
)


def site_of(encoding: str = "", receiver: str = "", key: str = "") -> dict[str, bytes]:
    """Give the two forms and all they load; `receiver` is where the endpoint of the settings really listens."""
    sending = {"alamat_kirim": ENDPOINT, "bentuk_kirim": encoding} if encoding else {}
    sealing = {"kunci_enkripsi": key} if key else {}
    chosen = Submission.model_validate({**sending, **sealing})
    body = BODY.model_copy(update={"contact": Contact(email="ppid@contohkab.go.id")})
    portal = context(site=Site(title="PPID Contoh", submission=chosen), body=body)
    renderer = Renderer(load(built_in("baku")), shell(portal))
    pages = {f"{address}index.html": renderer.render(page(portal, address)) for address in (REQUEST, OBJECTION)}
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
    page.get_by_role("button", name="Jawaban sudah benar").click()
    expect(page.get_by_role("heading", name="Siap dikirim")).to_be_focused()


def faults(page: Page) -> list[object]:
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_request_is_made_with_the_keyboard_alone(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        page.get_by_role("button", name="Mulai mengisi").focus()
        press(page, "Enter", "Tab")  # the heading has the focus, the question comes next
        page.keyboard.type("Laporan keuangan 2024")
        press(page, "Tab", "Enter", "Tab")
        page.keyboard.type("Penelitian")
        press(page, "Tab", "Enter")
        press(page, "Tab", "Space", "Tab", "Space", "Enter")
        press(page, "Tab", "Space", "Enter", "Tab")
        for text in ("Warga Contoh", "9999999999999999", "Jalan Contoh 1", "0210555", "warga@contoh.id"):
            page.keyboard.type(text)
            press(page, "Tab")
        press(page, "Enter")
        expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_focused()
        page.get_by_role("button", name="Jawaban sudah benar").focus()
        press(page, "Enter")
        expect(page.get_by_role("heading", name="Siap dikirim")).to_be_focused()
        expect(page.locator(".formulir-surat")).to_contain_text("Warga Contoh")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_step_is_accessible_and_fits(width: int, browser: Browser) -> None:
    with visiting(browser, site_of("json"), width=width) as page:
        told = {"start": faults(page)}
        page.get_by_role("button", name="Mulai mengisi").click()
        for number, answer in enumerate(PROXY, start=1):
            go_on(page)
            told[f"{number} with its faults"] = faults(page)
            assert page.evaluate(FITS), number
            for label, text in answer.items():
                field = page.get_by_label(label)
                field.fill(text) if text else field.check()
            go_on(page)
            told[f"after {number}"] = faults(page)
            assert page.evaluate(FITS), number
        expect(page.locator(".formulir-perlu")).to_contain_text("surat kuasa khusus bermeterai")
        page.get_by_role("button", name="Jawaban sudah benar").click()
        told["done"] = faults(page)
        assert page.evaluate(FITS)
        assert {place: found for place, found in told.items() if found} == {}


def test_what_is_missing_is_told_above_and_at_the_question_and_keeps_the_focus(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        page.get_by_role("button", name="Mulai mengisi").click()
        go_on(page)
        expect(page.locator(".formulir-galat")).to_be_focused()
        assert page.title().startswith("Galat: ")
        page.locator(".formulir-galat a", has_text="Tulis informasi yang Anda minta").click()
        question = page.get_by_label("Informasi apa yang Anda minta?")
        expect(question).to_be_focused()
        assert question.get_attribute("aria-invalid") == "true"
        described = str(question.get_attribute("aria-describedby")).split()
        assert "Tulis informasi yang Anda minta" in page.locator(f"#{described[-1]}").inner_text()


def test_an_objection_to_missing_periodic_information_needs_no_number(browser: Browser) -> None:
    with visiting(browser, site_of(), OBJECTION) as page:
        page.get_by_role("button", name="Mulai mengisi").click()
        page.get_by_label("a. ").check()
        go_on(page)
        go_on(page)
        expect(page.locator(".formulir-galat")).to_contain_text("Tulis nomor pendaftaran permohonan")
        page.get_by_role("button", name="Kembali", exact=True).click()
        page.get_by_label("b. ").check()
        go_on(page)
        go_on(page)
        expect(page.locator(".formulir-galat")).not_to_contain_text("nomor pendaftaran")


def test_answers_are_changed_from_the_review_and_back_leads_back(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        filled(page)
        page.get_by_role("button", name="Kembali ke jawaban saya").click()
        page.get_by_role("button", name=re.compile(r"Ubah ?: Untuk apa informasi itu")).click()
        expect(page.get_by_label("Untuk apa informasi itu akan digunakan?")).to_be_focused()
        page.get_by_label("Untuk apa informasi itu akan digunakan?").fill("Skripsi")
        page.go_back()
        expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_focused()
        expect(page.locator(".formulir-jawaban")).to_contain_text("Skripsi")


def test_what_is_typed_stays_text_and_the_letter_holds_code_and_deadline(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        page.clock.set_fixed_time("2026-03-01T20:00:00Z")  # already the second of March where the body is
        filled(page, EVIL)
        letter = page.locator(".formulir-surat").inner_text()
        assert EVIL in letter
        assert CODE.search(letter)
        assert "Dibuat tanggal: 2 Maret 2026" in letter
        expect(page.locator(".formulir-batas")).to_contain_text(
            "Senin, 16 Maret 2026 (10 hari kerja; UU KIP Pasal 22(7)"
        )
        assert page.locator("main img").count() == 0
        assert "kena" not in page.title()
        mail = str(page.locator("[data-jalan=surel]").get_attribute("href"))
        assert mail.startswith("mailto:ppid@contohkab.go.id?subject=Formulir%20Permohonan")


def test_a_draft_survives_a_reload_until_it_is_cleared(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        filled(page)
        code = page.locator(".formulir-kode").inner_text()
        page.reload()
        page.get_by_role("button", name="Lanjutkan isian").click()
        expect(page.get_by_label("Informasi apa yang Anda minta?")).to_have_value("Laporan keuangan 2024")
        assert page.evaluate("localStorage.length") == 0
        page.get_by_label("Simpan isian di perangkat ini").check()
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [1, 0]
        assert code in str(page.evaluate("localStorage.getItem(localStorage.key(0))"))
        page.get_by_role("button", name="Hapus isian dari perangkat ini").click()
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        expect(page.get_by_label("Informasi apa yang Anda minta?")).to_have_value("")


@pytest.mark.parametrize("encoding", ["json", "formulir"])
def test_the_receiver_gets_just_the_answers_and_its_number_is_shown(encoding: str, browser: Browser) -> None:
    with receiving(Receiver()) as receiver, visiting(browser, site_of(encoding, receiver.address)) as page:
        filled(page)
        page.get_by_role("button", name="Kirim sekarang").click()
        expect(page.locator(".formulir-status")).to_contain_text("nomor pendaftaran 1/PPID/2026")
        expect(page.get_by_role("button", name="Kirim sekarang")).to_be_disabled()
        (sent,) = receiver.received
        answers = sent["isian"] if encoding == "json" else sent
        assert isinstance(answers, dict)
        assert (sent["jenis"], sent["kode"]) == ("permohonan", page.locator(".formulir-kode").inner_text())
        assert answers["rincian"] == "Laporan keuangan 2024"
        assert answers["cara_mengirim"] == "pos"
        assert "surat_kuasa" not in answers
        assert "nomor_pengesahan" not in answers
        assert str(sent["teks"]).startswith("Formulir Permohonan Informasi Publik")


def test_with_a_key_only_its_owner_can_read_what_is_sent(browser: Browser) -> None:
    plain = site_of()
    library = next(path for path in plain if path.startswith("/aset/age-") and path.endswith(".js"))
    with visiting(browser, plain) as page:
        pair = page.evaluate("async (path) => (await import(path)).pair()", library)
    with receiving(Receiver()) as receiver:
        site = site_of("json", receiver.address, key=pair["recipient"])
        with visiting(browser, site) as page:
            filled(page)
            page.get_by_role("button", name="Kirim sekarang").click()
            expect(page.locator(".formulir-status")).to_contain_text("nomor pendaftaran")
            (sent,) = receiver.received
            assert sorted(sent) == ["dibuat", "jenis", "kode", "terenkripsi", "versi"]
            assert "Warga Contoh" not in str(sent)
            opening = "async ([path, key, sealed]) => (await import(path)).unseal(key, sealed)"
            opened = json.loads(page.evaluate(opening, [library, pair["identity"], sent["terenkripsi"]]))
    assert opened["isian"]["nama"] == "Warga Contoh"
    assert opened["teks"].startswith("Formulir Permohonan")


def test_when_the_receiver_is_down_nothing_is_lost_and_the_same_code_is_sent_again(browser: Browser) -> None:
    with receiving(Receiver(status=503)) as receiver, visiting(browser, site_of("json", receiver.address)) as page:
        filled(page)
        page.get_by_role("button", name="Kirim sekarang").click()
        status = page.locator(".formulir-status")
        expect(status).to_contain_text("menolak kiriman ini (kode 503)")
        expect(status).to_be_focused()
        expect(page.locator(".formulir-surat")).to_contain_text("Laporan keuangan 2024")
        expect(page.get_by_role("link", name="Kirim lewat surel")).to_be_visible()
        code = page.locator(".formulir-kode").inner_text()
        receiver.status = 200
        page.get_by_role("button", name="Kirim sekarang").click()
        expect(status).to_contain_text("nomor pendaftaran")
        assert [sent["kode"] for sent in receiver.received] == [code]


def test_offline_after_loading_the_request_is_still_made(browser: Browser) -> None:
    with receiving(Receiver()) as receiver, visiting(browser, site_of("json", receiver.address)) as page:
        page.context.set_offline(offline=True)
        filled(page)
        page.get_by_role("button", name="Kirim sekarang").click()
        expect(page.locator(".formulir-status")).to_contain_text("Penerima tidak dapat dihubungi")
        expect(page.locator(".formulir-surat")).to_contain_text("Warga Contoh")
        assert receiver.received == []


def test_without_a_script_it_is_one_form_that_posts(browser: Browser) -> None:
    with receiving(Receiver()) as receiver:
        site = site_of("formulir", receiver.address)
        with visiting(browser, site, scripts=False) as page:
            page.get_by_label("Informasi apa yang Anda minta?").fill("Laporan keuangan 2024")
            page.get_by_label("Nama lengkap").fill("Warga Contoh")
            expect(page.get_by_text("Hanya untuk: badan hukum").first).to_be_visible()
            expect(page.get_by_text("surat kuasa dan salinan KTP")).to_be_visible()
            page.get_by_role("button", name="Kirim sekarang").click()
            page.wait_for_url(f"{receiver.address}/**")
        (sent,) = receiver.received
        assert (sent["jenis"], sent["rincian"], sent["nama"]) == ("permohonan", "Laporan keuangan 2024", "Warga Contoh")


def test_without_script_and_receiver_it_opens_a_mail_or_is_printed(browser: Browser) -> None:
    with visiting(browser, site_of(), scripts=False) as page:
        form = page.locator("form.formulir-isi")
        assert form.get_attribute("action") == "mailto:ppid@contohkab.go.id"
        assert form.get_attribute("enctype") == "text/plain"
        expect(page.get_by_text("cetak laman ini dan bawa ke meja layanan")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.get_by_label("Alamat", exact=True)).to_be_visible()


def test_on_paper_only_the_letter_is_left(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        filled(page)
        page.emulate_media(media="print")
        expect(page.locator(".formulir-surat")).to_be_visible()
        for hidden in (".formulir-jalan", ".formulir-simpan", ".judul", ".navigasi"):
            expect(page.locator(hidden)).to_be_hidden()
