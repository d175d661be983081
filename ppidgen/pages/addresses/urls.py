"""All addresses of the portal: lower case, ending in "/", stable for ever.

Lists and entries live apart (`/dip/…` and `/informasi/<id>/`), so that no id an officer may choose can
take the address of a list.
"""

from typing import Final
from urllib.parse import quote

from ppidgen.model.elements.vocabulary import Category, NewsKind
from ppidgen.model.language.tongue import bare
from ppidgen.model.text.slug import published_name

HOME: Final = "/"
SEARCH: Final = "/cari/"
SEARCH_WORDS: Final = "/cari/kamus.json"
NOT_FOUND: Final = "/404.html"
FILES: Final = "/berkas/"
LEAFLET: Final = "/layanan/brosur.pdf"
POSTER: Final = "/layanan/poster.pdf"
PICTURES: Final = "/gambar/"
PICTURE_OF_PORTAL: Final = f"{PICTURES}portal.png"
PICTURE_OF_NEWS: Final = f"{PICTURES}berita.png"

PROFILE: Final = "/profil/"
BODY: Final = "/profil/badan-publik/"
LOCATION: Final = "/profil/kedudukan-alamat/"
VISION: Final = "/profil/visi-misi/"
TASKS: Final = "/profil/tugas-fungsi/"
STRUCTURE: Final = "/profil/struktur-organisasi/"
LEADERS: Final = "/profil/pimpinan/"
WEALTH_REPORTS: Final = "/profil/lhkpn/"
UNITS: Final = "/unit/"
PPID: Final = "/profil/ppid/"
PPID_ABOUT: Final = "/profil/ppid/profil-singkat/"
PPID_VISION: Final = "/profil/ppid/visi-misi/"
PPID_TASKS: Final = "/profil/ppid/tugas-fungsi/"
PPID_TEAM: Final = "/profil/ppid/struktur/"
PPID_DECREES: Final = "/profil/ppid/sk/"
LEGAL_BASIS: Final = "/profil/ppid/dasar-hukum/"
PPID_BUDGET: Final = "/profil/ppid/anggaran/"
PPID_COMMITMENT: Final = "/profil/ppid/komitmen/"
NETWORK: Final = "/profil/jaringan/"

INFORMATION: Final = "/informasi/"
LIST: Final = "/dip/"
LIST_UNITS: Final = "/dip/unit/"
LIST_YEARS: Final = "/dip/tahun/"
LIST_LETTERS: Final = "/dip/huruf/"
LIST_PRINT: Final = "/dip/cetak/"
LIST_PRINT_NO_UNIT: Final = "/dip/cetak/tanpa-unit/"
OTHER_LETTERS: Final = "lainnya"

EXEMPT: Final = "/dikecualikan/"
EXEMPT_LIST: Final = "/dik/"
EXEMPT_PRINT: Final = "/dik/cetak/"
EXEMPT_ENDED: Final = "/dik/berakhir/"
EXEMPT_GROUNDS: Final = "/dik/alasan/"
EXEMPT_STATISTICS: Final = "/dik/statistik/"

IMMEDIATE: Final = "/serta-merta/"
IMMEDIATE_ARCHIVE: Final = "/serta-merta/arsip/"
ANNOUNCEMENT_PAGES: Final = (f"{IMMEDIATE}laman/", f"{IMMEDIATE_ARCHIVE}laman/")
ANNOUNCEMENTS: Final = "/pengumuman/"
ARTICLES: Final = "/halaman/"
DUTIES: Final = "/dip/kewajiban/"

SERVICES: Final = "/layanan/"
REQUEST: Final = "/layanan/permohonan/"
OBJECTION: Final = "/layanan/keberatan/"
DISPUTE: Final = "/layanan/sengketa/"
REQUEST_FORM: Final = "/layanan/permohonan/ajukan/"
OBJECTION_FORM: Final = "/layanan/keberatan/ajukan/"
CALCULATOR: Final = "/layanan/kalkulator/"
BLANKS: Final = "/layanan/formulir/"
CHARTER: Final = "/layanan/maklumat/"
FEES: Final = "/layanan/biaya/"
HOURS: Final = "/layanan/waktu/"
CHANNELS: Final = "/layanan/kanal/"
STANDARDS: Final = "/layanan/standar/"
SOPS: Final = "/layanan/sop/"
RIGHTS: Final = "/layanan/hak-kewajiban/"
DISABILITY: Final = "/layanan/disabilitas/"
# Where a theme lays its files, each named after its content.
ASSETS: Final = "/aset/"
STATUS: Final = "/layanan/lacak/"
STATUS_FOLDER: Final = "/layanan/lacak/keadaan/"
COMPLAINTS: Final = "/layanan/pengaduan/"
QUESTIONS: Final = "/layanan/pertanyaan-umum/"

REPORTS: Final = "/laporan/"
STATISTICS: Final = "/statistik/"
ANSWERED: Final = "/permohonan-terjawab/"
BOARD: Final = "/laporan/papan-layanan/"
SURVEY: Final = "/survei-kepuasan/"
AWARDS: Final = "/penghargaan/"

NEWS: Final = "/berita/"
PROCUREMENT: Final = "/pengadaan/"
CONTACT: Final = "/kontak/"

COVERAGE: Final = "/kelengkapan/"
COVERAGE_UNITS: Final = "/kelengkapan/unit/"
SCORE: Final = "/kelengkapan/skor/"
SCORE_BADGE: Final = "/kelengkapan/skor/lencana.svg"
OPEN_DATA: Final = "/data/"
CATALOGUE: Final = "/data/kewajiban/"
ACCESSIBILITY: Final = "/aksesibilitas/"
PRIVACY: Final = "/privasi/"
SECURITY: Final = "/keamanan/"
SITE_MAP: Final = "/peta-situs/"

LIST_CSV: Final = "/data/dip.csv"
LIST_XLSX: Final = "/data/dip.xlsx"
LIST_JSON: Final = "/data/dip.json"
LIST_SCHEMA: Final = "/data/dip.schema.json"
DEADLINES_JSON: Final = "/data/tenggat.json"
DEADLINES_SCHEMA: Final = "/data/tenggat.schema.json"
STATISTICS_JSON: Final = "/data/statistik.json"
STATISTICS_SCHEMA: Final = "/data/statistik.schema.json"
EXEMPT_CSV: Final = "/data/dik.csv"
EXEMPT_XLSX: Final = "/data/dik.xlsx"
EXEMPT_JSON: Final = "/data/dik.json"
EXEMPT_SCHEMA: Final = "/data/dik.schema.json"

CATALOGUE_CSV: Final = "/data/kewajiban.csv"
CATALOGUE_JSON: Final = "/data/kewajiban.json"
CATALOGUE_SCHEMA: Final = "/data/kewajiban.schema.json"
COVERAGE_CSV: Final = "/data/kelengkapan.csv"
COVERAGE_JSON: Final = "/data/kelengkapan.json"
COVERAGE_SCHEMA: Final = "/data/kelengkapan.schema.json"

FEED_FOLDERS: Final = ("/umpan/", "/umpan/kategori/", "/umpan/unit/")
FEED: Final = "/umpan/informasi.xml"
FEED_NEWS: Final = "/umpan/berita.xml"
FEED_ANNOUNCEMENTS: Final = "/umpan/pengumuman.xml"

# Pages that load a script of their own.
SCRIPTED: Final = (SEARCH, REQUEST_FORM, OBJECTION_FORM, CALCULATOR, STATUS)


def file(path: str) -> str:
    """Give the address of a published file, from its path below `content/berkas`."""
    return FILES + published_name(path)


def node(path: str) -> str:
    """Give the address of the menu node that an article names ("profil/visi-misi")."""
    return f"/{path.strip().strip('/').lower()}/"


def entry(entry_id: str) -> str:
    """Give the address of a DIP entry."""
    return f"{INFORMATION}{entry_id.lower()}/"


def exemption(exemption_id: str) -> str:
    """Give the address of an exemption."""
    return f"/dikecualikan/{exemption_id.lower()}/"


def ground(code: str) -> str:
    """Give the address of the page that explains one letter of Pasal 17 ("17a")."""
    return f"{EXEMPT_GROUNDS}{code}/"


def search(query: str) -> str:
    """Give the search page with a query already asked."""
    return f"{SEARCH}?q={quote(bare(query))}"


def large_print(address: str) -> str:
    """Give the large-print form of a page."""
    return f"{address}huruf-besar/"


def plain_language(address: str) -> str:
    """Give the plain-language form of a page."""
    return f"{address}bahasa-sederhana/"


def as_text(address: str) -> str:
    """Give a page as a text file."""
    return f"{address}teks.txt"


def as_braille(address: str) -> str:
    """Give a page as a braille-ready file."""
    return f"{address}braille.brf"


def picture_of_category(category: Category) -> str:
    """Give the picture that stands for every entry of a category where it is linked to."""
    return f"{PICTURES}{category.value}.png"


def picture_of_entry(entry_id: str) -> str:
    """Give the picture of one DIP entry."""
    return f"{PICTURES}informasi/{entry_id.lower()}.png"


def announcement(announcement_id: str) -> str:
    """Give the address of an announcement."""
    return f"{ANNOUNCEMENTS}{announcement_id.lower()}/"


def news(news_id: str) -> str:
    """Give the address of a news item."""
    return f"/berita/{news_id.lower()}/"


def by_kind(kind: NewsKind) -> str:
    """Give the list of one kind of news; should an item's id claim it, the list keeps it and SIT001 tells."""
    return f"{NEWS}jenis/{kind.value}/"


def article(article_id: str) -> str:
    """Give the address of an article that fills no menu node."""
    return f"{ARTICLES}{article_id.lower()}/"


def unit(unit_id: str) -> str:
    """Give the address of a unit's own page."""
    return f"/unit/{unit_id.lower()}/"


def report(report_id: str) -> str:
    """Give the address of a service report."""
    return f"/laporan/{report_id.lower()}/"


def package(package_id: str) -> str:
    """Give the address of a procurement package."""
    return f"/pengadaan/{package_id.lower()}/"


def standard(code: str) -> str:
    """Give the address of a service standard ("W01")."""
    return f"{STANDARDS}{code.lower()}/"


def operating_procedure(procedure_id: str) -> str:
    """Give the address of an SOP."""
    return f"{SOPS}{procedure_id.lower()}/"


def blank(form_id: str) -> str:
    """Give the address of a blank form."""
    return f"{BLANKS}{form_id}/"


def blank_large(form_id: str) -> str:
    """Give the address of a blank form in large print."""
    return f"{BLANKS}{form_id}/besar/"


def blank_file(form_id: str, form: str, *, large: bool) -> str:
    """Give the address of a blank form as a file of a format."""
    return f"{BLANKS}{form_id}/{form_id}{'-besar' if large else ''}.{form}"


def by_category(category: Category) -> str:
    """Give the list of one category."""
    return f"{LIST}{category.value}/"


def by_unit(unit_id: str) -> str:
    """Give the list of one unit."""
    return f"{LIST_UNITS}{unit_id.lower()}/"


def by_year(year: str) -> str:
    """Give the list of one year."""
    return f"{LIST_YEARS}{year}/"


def by_letter(letter: str) -> str:
    """Give the list of one first letter."""
    return f"{LIST_LETTERS}{letter}/"


def coverage_of(unit_id: str) -> str:
    """Give the page that says how the duties of one unit stand."""
    return f"{COVERAGE_UNITS}{unit_id.lower()}/"


def by_duty(code: str) -> str:
    """Give the list of what meets one group of duties ("B04")."""
    return f"{DUTIES}{code.lower()}/"


def print_by_unit(unit_id: str) -> str:
    """Give the print view of one unit's part of the DIP; "" stands for entries of no unit."""
    return f"/dip/cetak/unit/{unit_id.lower()}/" if unit_id else LIST_PRINT_NO_UNIT


def numbered(base: str, number: int) -> str:
    """Give page `number` of a list; the first is the list itself."""
    return base if number == 1 else f"{base}laman/{number}/"


def category_feed(category: Category) -> str:
    """Give the feed of one category."""
    return f"/umpan/kategori/{category.value}.xml"


def unit_feed(unit_id: str) -> str:
    """Give the feed of one unit."""
    return f"/umpan/unit/{unit_id.lower()}.xml"
