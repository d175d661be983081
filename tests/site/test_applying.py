"""Filling in a request or an objection in a real browser: with the keyboard, at any width, with and without a draft."""

import re
import zlib
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from ppidgen.model.records.body import ElectionTime
from ppidgen.model.records.holidays import HolidayDecree
from ppidgen.rules.weights import FIRST_VIEW
from tests.site.building import Site
from tests.site.forms import OBJECTION, REQUEST, filled, go_on, site_of, visiting
from tests.theme.accessibility import faults

pytestmark = pytest.mark.slow

CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}")
EVIL = "<img src=x onerror=document.title='kena'> \"kutip\" & 'petik'"
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
        assert page.title().startswith("Perlu diperbaiki: ")
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


def test_in_an_election_form_and_calculator_tell_its_period_and_no_article(browser: Browser) -> None:
    time = ElectionTime(starts=date(2026, 3, 1), ends=date(2026, 3, 31), source="Keputusan KPU")
    with visiting(browser, site_of(elections=(time,))) as page:
        page.clock.set_fixed_time("2026-03-02T03:00:00Z")
        filled(page)
        told = page.locator(".formulir-batas")
        expect(told).to_contain_text("Kamis, 05 Maret 2026 (3 hari kerja; aturan masa pemilu yang dipakai Badan Publik")
        expect(told).not_to_contain_text("UU KIP Pasal")
        page.goto(page.url.replace("permohonan/ajukan", "kalkulator") + "?event=permohonan&day=2026-03-02")
        answer = page.locator("[data-aturan=R07]")
        expect(answer).to_contain_text("05 Maret 2026")
        expect(answer).to_contain_text("yang dipakai Badan Publik ini")
        page.goto(page.url.split("?")[0] + "?event=permohonan&day=2026-04-01")
        expect(answer).to_contain_text("UU KIP Pasal 22(7)")


def test_what_an_undecided_year_may_move_is_provisional_though_it_ends_in_a_decided_one(browser: Browser) -> None:
    decree = {"id": "libur", "tahun": 2028, "lengkap": True, "sk": {"nomor": "1", "tanggal": "2026-02-01"}}
    with visiting(browser, site_of(holidays=(HolidayDecree.model_validate(decree),))) as page:
        page.clock.set_fixed_time("2027-12-20T03:00:00Z")
        filled(page)
        told = page.locator(".formulir-batas")
        expect(told).to_contain_text("2028, sementara karena hari libur sampai hari itu belum pasti")


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


def test_what_is_published_is_suggested_while_typing_and_blocks_nobody(site: Site, browser: Browser) -> None:
    with visiting(browser, site.served) as page:
        page.get_by_role("button", name="Mulai mengisi").click()
        question = page.get_by_label("Informasi apa yang Anda minta?")
        question.fill("Saya minta laporan keuangan kabupaten tahun 2024")
        found = page.locator(".formulir-saran a")
        expect(found.first).to_be_visible()
        expect(page.locator(".formulir-saran [role=status]")).to_contain_text("Bila bukan ini, lanjutkan saja")
        assert found.count() <= 5
        assert any("Laporan Keuangan" in title for title in found.all_inner_texts())
        expect(question).to_be_focused()
        assert {link.get_attribute("target") for link in found.all()} == {"_blank"}
        assert {str(link.get_attribute("href")).split("/")[3] for link in found.all()} <= {"informasi", "dikecualikan"}
        assert faults(page) == []
        go_on(page)
        expect(page.get_by_label("Untuk apa informasi itu akan digunakan?")).to_be_visible()


def test_without_a_search_index_the_form_is_silent_about_it_and_goes_on(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        page.get_by_role("button", name="Mulai mengisi").click()
        with page.expect_response("**/pagefind.js") as asked:
            page.get_by_label("Informasi apa yang Anda minta?").fill("Laporan keuangan 2024")
        assert asked.value.status == 404
        expect(page.locator(".formulir-saran [role=status]")).to_be_empty()
        go_on(page)
        expect(page.get_by_label("Untuk apa informasi itu akan digunakan?")).to_be_visible()


@pytest.mark.parametrize("address", [REQUEST, OBJECTION, f"/en{REQUEST}", f"/en{OBJECTION}"])
def test_the_first_view_of_a_form_is_light_on_the_wire(address: str, site: Site) -> None:
    html = site.served[f"{address}index.html"]
    linked = re.findall(rb'<link rel="(?:stylesheet|preload)" href="([^"]+)"|<script src="([^"]+)"', html)
    loaded = [site.served[(one or other).decode()] for one, other in linked]
    assert len(loaded) == 7, "two style sheets, two typefaces, three scripts"
    assert sum(len(zlib.compress(one, 6)) for one in (html, *loaded)) <= FIRST_VIEW


def test_on_paper_only_the_letter_is_left(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        filled(page)
        page.emulate_media(media="print")
        expect(page.locator(".formulir-surat")).to_be_visible()
        for hidden in (".formulir-jalan", ".formulir-simpan", ".judul", ".navigasi"):
            expect(page.locator(hidden)).to_be_hidden()
