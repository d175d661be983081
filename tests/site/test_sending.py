"""Sending what was filled in, in a real browser: with and without a receiver, a key, a script, a network."""

import json
import re
from importlib import import_module
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.site.building import Site
from tests.site.forms import REQUEST, answered, filled, finished, go_on, serving, site_of, visiting
from tests.site.receiver import Receiver, receiving
from tests.theme.accessibility import faults

pytestmark = pytest.mark.slow


# The PPID opens what it gets with a program that shares nothing with the library that the portal ships.
age: Any = import_module("pyrage")  # has no types
OWNER = age.x25519.Identity.generate()
KEY, WHATSAPP = str(OWNER.to_public()), "0812 3456 7890"


def opened_by_owner(sealed: str) -> str:
    """Open what was sealed with the key of the portal; nobody else can."""
    with pytest.raises(age.DecryptError):
        age.decrypt(sealed.encode(), [age.x25519.Identity.generate()])
    text: bytes = age.decrypt(sealed.encode(), [OWNER])
    return text.decode()


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


@pytest.mark.parametrize("encoding", ["json", "formulir"])
def test_with_a_key_only_its_owner_can_read_what_is_sent(encoding: str, browser: Browser) -> None:
    with receiving(Receiver()) as receiver, visiting(browser, site_of(encoding, receiver.address, key=KEY)) as page:
        filled(page)
        page.get_by_role("button", name="Kirim sekarang").click()
        expect(page.locator(".formulir-status")).to_contain_text("nomor pendaftaran")
    (sent,) = receiver.received
    assert sorted(sent) == ["dibuat", "jenis", "kode", "terenkripsi", "versi"]
    assert "Warga Contoh" not in str(sent)
    opened = json.loads(opened_by_owner(str(sent["terenkripsi"])))
    assert opened["isian"]["nama"] == "Warga Contoh"
    assert opened["teks"].startswith("Formulir Permohonan")


def test_with_a_key_messages_carry_the_code_and_only_its_owner_reads_what_is_attached(browser: Browser) -> None:
    with visiting(browser, site_of(key=KEY, whatsapp=WHATSAPP)) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        filled(page)
        code = page.locator(".formulir-kode").inner_text()
        expect(page.get_by_role("link", name="Unduh berkas terenkripsi")).to_be_visible()
        for way, start in (
            ("surel", "mailto:ppid@contohkab.go.id?"),
            ("whatsapp", "https://wa.me/6281234567890?text="),
        ):
            link = str(page.locator(f"[data-jalan={way}]").get_attribute("href"))
            assert link.startswith(start)
            assert code in unquote(link)
            assert "Tempelkan teks terenkripsi" in unquote(link)
            assert "Warga Contoh" not in unquote(link)
        with page.expect_download() as loading:
            page.get_by_role("link", name="Unduh berkas terenkripsi").click()
        assert loading.value.suggested_filename == f"permohonan-{code}.age"
        attached = loading.value.path().read_text(encoding="utf-8")
        assert attached.startswith("-----BEGIN AGE ENCRYPTED FILE-----")
        page.get_by_role("button", name="Salin teks terenkripsi").click()
        expect(page.locator(".formulir-status")).to_contain_text("Teks terenkripsi sudah disalin")
        assert page.evaluate("navigator.clipboard.readText()") == attached
        letter = page.locator(".formulir-surat")
        assert opened_by_owner(attached) == letter.evaluate("each => each.textContent")
        expect(
            page.get_by_text("Cetakan, salinan teks, dan pengiriman tanpa JavaScript tidak dienkripsi")
        ).to_be_attached()
        assert faults(page) == []


def test_where_nothing_can_be_encrypted_nothing_is_sent_in_the_open(browser: Browser) -> None:
    with receiving(Receiver()) as receiver:
        site = site_of("json", receiver.address, key=KEY)
        without = {path: content for path, content in site.items() if not path.startswith("/aset/age-")}
        with visiting(browser, without) as page:
            filled(page)
            expect(page.locator(".formulir-sandi-gagal")).to_be_visible()
            assert "Warga" not in str(page.locator("[data-jalan=surel]").get_attribute("href"))
            page.get_by_role("button", name="Kirim sekarang").click()
            expect(page.locator(".formulir-status")).to_contain_text("tidak dapat dienkripsi di peramban ini")
            expect(page.locator(".formulir-surat")).to_contain_text("Warga Contoh")
        assert receiver.received == []


def test_a_text_too_long_for_a_link_is_never_cut_but_copied(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        filled(page, "Salinan dokumen pengadaan. " * 60)
        expect(page.locator(".formulir-panjang")).to_be_visible()
        link = str(page.locator("[data-jalan=surel]").get_attribute("href"))
        assert len(link) <= 2_000
        assert "Salinan dokumen" not in unquote(link)
        assert "Tempelkan teks permohonan di bawah baris ini" in unquote(link)
        expect(page.locator(".formulir-surat")).to_contain_text("Tanda tangan pemohon")


def test_asked_in_english_the_letter_is_in_the_words_of_the_office(site: Site, browser: Browser) -> None:
    with visiting(browser, site.served, "/en/layanan/permohonan/ajukan/") as page:
        page.get_by_role("button", name="Start").click()
        page.get_by_label("What information do you ask for?").fill("Financial report 2024")
        press = page.get_by_role("button", name="Continue")
        press.click()
        page.get_by_label("What will the information be used for?").fill("Research")
        press.click()
        page.locator("[name=cara_memperoleh][value=salinan]").check()
        page.locator("[name=cara_mengirim][value=pos]").check()
        press.click()
        page.locator("[name=pemohon][value=perorangan]").check()
        press.click()
        for name, text in (("nama", "Contoh"), ("nik", "9" * 16), ("alamat", "Jalan"), ("telepon", "0210 555 0110")):
            page.locator(f"[name={name}]").fill(text)
        press.click()
        page.get_by_role("button", name="My answers are correct").click()
        letter = page.locator(".formulir-surat")
        expect(letter).to_have_attribute("lang", "id")
        expect(letter).to_contain_text("Informasi apa yang Anda minta?\n  Financial report 2024")
        expect(letter).to_contain_text("Mendapatkan salinan")
        expect(letter).to_contain_text("Yang dilampirkan\n- salinan KTP")
        expect(page.locator(".formulir-batas")).to_contain_text("if received today")
        expect(letter).to_contain_text(re.compile(r"Pemberitahuan tertulis bila diterima hari ini: \w+, \d+ \w+ 20"))
        expect(letter).to_contain_text("10 hari kerja; UU KIP Pasal 22(7)")
        assert faults(page) == []


def test_on_a_slow_network_what_is_typed_before_the_script_arrives_is_kept_and_sent(browser: Browser) -> None:
    with receiving(Receiver()) as receiver, serving(site_of("json", receiver.address)) as host:
        room = browser.new_context(reduced_motion="reduce")
        page = room.new_page()
        page.set_default_timeout(60_000)
        slow = {"offline": False, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # 400 kbit/s
        line = room.new_cdp_session(page)
        line.send("Network.emulateNetworkConditions", {**slow, "latency": 2_000})
        page.goto(host + REQUEST, wait_until="commit")
        question = page.get_by_label("Informasi apa yang Anda minta?")
        question.fill("Laporan keuangan")
        assert page.locator(".formulir-siap").count() == 0, "typed into the form as it is without a script"
        page.wait_for_selector(".formulir-siap")
        expect(question).to_be_focused()
        line.send("Network.emulateNetworkConditions", {**slow, "latency": 400})  # no need to wait any longer
        page.keyboard.press("End")
        page.keyboard.type(" 2024")
        page.reload(wait_until="commit")
        page.get_by_role("button", name="Lanjutkan isian").click()
        expect(question).to_have_value("Laporan keuangan 2024")
        finished(page)
        page.get_by_role("button", name="Kirim sekarang").click()
        expect(page.locator(".formulir-status")).to_contain_text("nomor pendaftaran 1/PPID/2026", timeout=60_000)
        room.close()
        (sent,) = receiver.received
        assert "Laporan keuangan 2024" in str(sent["isian"])


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
        page.wait_for_load_state("networkidle")  # the last part of the form is asked for once the page is there
        page.context.set_offline(offline=True)
        filled(page)
        page.get_by_role("button", name="Kirim sekarang").click()
        expect(page.locator(".formulir-status")).to_contain_text("Penerima tidak dapat dihubungi")
        expect(page.locator(".formulir-surat")).to_contain_text("Warga Contoh")
        assert receiver.received == []


def test_when_the_line_breaks_before_the_last_part_arrives_the_answers_wait_for_it(browser: Browser) -> None:
    with visiting(browser, site_of()) as page:
        page.route("**/kirim-*.js", lambda route: route.abort())
        page.reload()
        page.get_by_role("button", name="Mulai mengisi").click()
        page.get_by_label("Informasi apa yang Anda minta?").fill("Laporan keuangan 2024")
        answered(page)
        expect(page.locator(".formulir-simpan-status")).to_contain_text("Jawaban Anda tetap ada")
        expect(page.get_by_label("Nama lengkap")).to_have_value("Warga Contoh")
        page.unroute("**/kirim-*.js")
        go_on(page)
        expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_focused()
        expect(page.locator(".formulir-jawaban")).to_contain_text("Warga Contoh")


def test_without_a_script_it_is_one_form_that_posts(browser: Browser) -> None:
    with receiving(Receiver()) as receiver:
        site = site_of("formulir", receiver.address)
        with visiting(browser, site, scripts=False) as page:
            page.get_by_role("button", name="Kirim sekarang").click()
            assert receiver.received == []  # the browser itself asks for what is lacking
            for left in page.locator("form.formulir-isi input:not([type=radio]):required, textarea:required").all():
                left.fill("1")
            for choice in page.locator("form.formulir-isi fieldset:has(:required)").all():
                choice.get_by_role("radio").first.check()
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
        told = "mailto:ppid@contohkab.go.id?subject=Formulir%20Permohonan"
        assert (form.get_attribute("action") or "").startswith(told)
        assert form.get_attribute("enctype") == "text/plain"
        expect(page.get_by_text("cetak laman ini dan bawa ke meja layanan")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.get_by_label("Alamat", exact=True)).to_be_visible()
