"""A portal with a word of its own in every place that is not for the public, and with open words in those that are.

`<<place>>` in a name or a text becomes the word of that place: so the files below are the table of places. `salt` makes
other words of the same length. What is packed is made by `CONTAINERS`, each around the word of its place.
"""

import hashlib
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
import pikepdf
import xlsxwriter
from PIL import Image, PngImagePlugin

from ppidgen.diagnostics.shown import MASK
from tests.portals.laying import Content, lay
from tests.rules.examples import sound_files

OPEN = "kataterbukabiru"
INSIDE = "katadalamdokumen"
NIK = "3211011212850001"
OPENED = "content/berkas/contoh/terbuka.csv"
UNIT = "lain"

_TOKEN = re.compile(r"<<([^>]+)>>")
_EPOCH = (1980, 1, 1, 0, 0, 0)
Made = Callable[[str], bytes]

ENTRY = "content/informasi/contoh/laporan.yaml"
ENTRY_TEXT = f"""\
judul: Laporan {OPEN} 2024
ringkasan_isi: Neraca dan realisasi {OPEN}.
kategori: berkala
penanggung_jawab: Badan Keuangan
waktu_pembuatan: Maret 2025
bentuk: [softcopy]
jangka_waktu_simpan: 10 tahun
tahun: 2024
"""
EXEMPT = "content/dikecualikan/contoh/rekam.yaml"
EXEMPT_TEXT = f"""\
judul: Rekam medis pegawai {OPEN}
uraian: Catatan pemeriksaan kesehatan {OPEN}.
dasar:
  - huruf: 17h
sifat: seluruh
"""
_PERMIT = f"""\
- berkas: {OPENED}
  jenis: nik
  terlihat: 3211{MASK * 10}01
  alasan: <<reason of a permit>>
  persetujuan_tertulis: <<consent to a permit>>
  hingga: 2030-01-01
- berkas: content/berkas/contoh/<<file of a permit>>.csv
  jenis: nik
  terlihat: 3211{MASK * 10}02
  alasan: Lama.
  persetujuan_tertulis: 2/2026
  hingga: 2030-01-01
"""
_CASE = "penanggung_jawab: <<owner of {0}>>\nlangkah_berikut: <<next step of {0}>>\n"

FILES: Mapping[str, str] = {
    ENTRY: f"# <<comment before an entry>>\n{ENTRY_TEXT}"
    "sumber: dip <<source of an entry>>.xlsx\nperlu_diperiksa: [<<doubt about an entry>>]\n"
    "dokumen: [{judul: Daftar, berkas: contoh/terbuka.csv}]\n# <<comment after an entry>>\n",
    OPENED: f"uraian,nilai\n{INSIDE},1\nNIK penerima,{NIK}\n",
    EXEMPT: f"{EXEMPT_TEXT}# <<comment of an exemption>>\n"
    "uji:\n  nomor: 1/2025\n  penguji:\n"
    "    - {nama: <<name of a tester>>, jabatan: <<post of a tester>>, unit_kerja: <<unit of a tester>>}\n"
    "berkas_ditahan:\n  - {nama: <<name of a withheld file>>.pdf, ukuran: 7}\n"
    "  - {sha256: <<sha256 of a withheld file>>, ukuran: 8}\n  - {sidik_teks: <<digest of a withheld text>>}\n"
    "sumber: <<source of an exemption>>\nperlu_diperiksa: [<<doubt about an exemption>>]\n",
    "content/toleransi.yaml": "- kode: DIP012\n  tempat: content/informasi/contoh/<<place of a waiver>>.yaml\n"
    "  alasan: <<reason of a waiver>>\n  hingga: 2030-01-01\n# <<comment of a waiver>>\n",
    "content/izin-data-pribadi.yaml": _PERMIT,
    "content/bukti/pusat-2025/ruang.yaml": "kriteria: komitmen.anggaran\nklaim: 0.5\njenis: foto\n"
    "berkas: bukti/<<file of evidence>>.txt\ntanggal: 2025-06-02\noleh: <<author of evidence>>\n"
    "tautan: https://contoh.go.id/<<link of evidence>>\ndiverifikasi_oleh: <<verifier of evidence>>\n"
    "surat_verifikasi: bukti/<<letter of evidence>>.txt\ntidak_berlaku: <<excuse of evidence>>\n"
    "keterangan: <<note of evidence>>\n",
    "content/berkas/bukti/<<file of evidence>>.txt": "foto <<content of evidence>>\n",
    "content/berkas/bukti/<<letter of evidence>>.txt": "surat <<content of a letter of evidence>>\n",
    "content/perkara/2026/p-1.yaml": f"jenis: permohonan\nditerima: 2026-01-05\n{_CASE.format('a request')}"
    "kelompok_subjek: <<subject of a request>>\nsumber: <<source of a request>>\n"
    "perlu_diperiksa: [<<doubt about a request>>]\n# <<comment of a request>>\n",
    "content/perkara/2026/<<code of a request>>.yaml": "jenis: permohonan\nditerima: 2026-01-06\n",
    "content/perkara/2026/k-1.yaml": f"jenis: keberatan\nditerima: 2026-01-05\n{_CASE.format('an objection')}"
    "alasan: a\nhasil: <<outcome of an objection>>\npermohonan: 2026/p-1\n",
    "content/perkara/2026/s-1.yaml": f"jenis: sengketa\ndidaftarkan: 2026-01-05\n{_CASE.format('a dispute')}"
    "keberatan: 2026/k-1\n",
    # What is gone leaves its address and why, nothing of what it said.
    "content/informasi/contoh/ditarik.yaml": "judul: Daftar yang ditarik\nkategori: berkala\n"
    "ringkasan_isi: <<summary of a withdrawn entry>>\nkata_kunci_lain: [<<keyword of a withdrawn entry>>]\n"
    "pejabat_penguasa: <<holder of a withdrawn entry>>\ntautan: https://contoh.go.id/<<link of a withdrawn entry>>\n"
    "dokumen: [{judul: <<document of a withdrawn entry>>, berkas: contoh/<<file of a withdrawn entry>>.txt}]\n"
    "isi: <<text of a withdrawn entry>>\nditarik: {tanggal: 2026-01-05, alasan: Keliru}\n",
    "content/informasi/contoh/ditarik.en.yaml": "ringkasan_isi: <<translation of a withdrawn entry>>\n",
    "content/berkas/contoh/<<file of a withdrawn entry>>.txt": "<<content of a withdrawn file>>\n",
    "content/halaman/bantuan.md": f"---\n# <<comment in front matter>>\njudul: Bantuan\n---\nBantuan {OPEN}.\n",
    "content/halaman/bantuan.en.md": "---\njudul: Help\n# <<comment of a translation>>\n---\nHelp.\n",
    "content/halaman/bantuan.jv.md": "---\njudul: Pitulung\n---\n<<translation into a language not chosen>>\n",
    "content/berkas/contoh/draf.txt": "<<file that nobody names>>\n",
    "content/berkas/contoh/<<name of a file that nobody names>>.txt": "draf\n",
    # What editors and systems leave about.
    "content/informasi/contoh/.laporan.yaml.swp": "<<what an editor holds>>",
    "content/informasi/contoh/laporan.yaml~": f"{ENTRY_TEXT}# <<what an editor kept>>\n",
    "content/informasi/contoh/laporan.yaml.bak": "judul: <<copy beside an entry>>\n",
    "content/.<<name of a hidden file>>": "",
    "content/.DS_Store": "<<list of a file manager>>",
    # What lies in the repository beside the content.
    "kerja/uji.yaml": "kesimpulan: <<working paper beside the content>>\n",
    "kerja/<<name of a folder beside the content>>/x.txt": "x",
    ".env": "KUNCI=<<key of the machine>>\n",
    "README.md": "<<readme of the repository>>\n",
    "CNAME": "<<name of a host>>.go.id\n",
    ".github/workflows/bangun.yml": "name: <<name of a workflow>>\n",
    "themes/sendiri/layout.html": "<p><<theme that nobody chose>></p>\n",
    ".ppidgen/lama.json": '{"teks": "<<cache that nobody reads>>"}',
    ".ppidgen/documents.json": '{"<<broken cache>>',
}  # fmt: skip

# A unit of its own, with what may not be in a portal of another.
OF_ANOTHER_UNIT: Mapping[str, str] = {
    f"content/unit/{UNIT}.yaml": "nama: Badan Lain\njenis: ppid-pelaksana\nsk: {nomor: 1/2, tanggal: 2025-01-02}\n",
    f"content/informasi/{UNIT}/milik.yaml": ENTRY_TEXT.replace(OPEN, "<<entry of another unit>>")
    + "dokumen: [{judul: Daftar, berkas: lain/milik.txt}]\n",
    f"content/informasi/{UNIT}/milik.en.yaml": "judul: <<translation in another unit>>\n",
    "content/berkas/lain/milik.txt": "<<document of another unit>>\n",
    f"content/dikecualikan/{UNIT}/milik.yaml": EXEMPT_TEXT.replace(OPEN, "<<exemption of another unit>>"),
    "content/berita/milik.md": "---\njudul: Berita\ntanggal: 2026-01-02\n"
    f"unit: {UNIT}\n---\n<<news of another unit>>\n",
}

# What an earlier build published, and what stands in its place now.
EARLIER: Mapping[str, str] = {
    "content/informasi/contoh/dahulu.yaml": ENTRY_TEXT.replace(OPEN, "<<entry of an earlier build>>")
    + "dokumen: [{judul: Daftar, berkas: contoh/dahulu.txt}]\n",
    "content/berkas/contoh/dahulu.txt": "<<document of an earlier build>>\n",
    "content/berita/kemarin.md": f"---\njudul: Berita {OPEN}\ntanggal: 2026-01-02\n---\n<<word of an earlier build>>\n",
}
REPLACED: Mapping[str, str] = {
    "content/berita/kemarin.md": f"---\njudul: Berita {OPEN}\ntanggal: 2026-01-02\n---\nKalimat lain.\n"
}


def pdf(text: str) -> bytes:
    """Make a PDF that says a text on its page."""
    with pikepdf.new() as document:
        page = document.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = document.make_stream(f"BT /F1 12 Tf 50 500 Td ({text}) Tj ET".encode())
        return _saved(document)


def pdf_by(author: str) -> bytes:
    """Make a PDF whose properties name an author."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Author"] = author
        return _saved(document)


def pdf_with(attached: str) -> bytes:
    """Make a PDF to which a text is attached."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["lampiran.txt"] = pikepdf.AttachedFileSpec(document, attached.encode())
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    held = io.BytesIO()
    document.save(held, deterministic_id=True)
    return held.getvalue()


def word(text: str, *, author: str = "") -> bytes:
    """Make a Word document with a paragraph and an author."""
    held, document = io.BytesIO(), docx.Document()
    document.add_paragraph(text)
    document.core_properties.author = author
    document.save(held)
    return held.getvalue()


def workbook(text: str, *, hidden: bool = False) -> bytes:
    """Make a workbook with a cell, on a hidden sheet if so wished."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet("A").write(0, 0, "a")
        sheet = book.add_worksheet("B")
        sheet.write(0, 0, text)
        if hidden:
            sheet.hide()
    return held.getvalue()


def picture(kind: str, text: str) -> bytes:
    """Make a picture with a text among its properties."""
    held, image = io.BytesIO(), Image.new("RGB", (2, 2))
    if kind == "png":
        told = PngImagePlugin.PngInfo()
        told.add_text("Description", text, zip=True)
        image.save(held, kind, pnginfo=told)
    else:
        exif = Image.Exif()
        exif[0x010E] = text
        image.save(held, kind, exif=exif)
    return held.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    """Pack a file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _sheet_of_office(text: str) -> bytes:
    return zipped("content.xml", f"<office:document-content><text:p>{text}</text:p></office:document-content>".encode())


# Documents that nobody names, each holding the word of its place where its format can hide one.
CONTAINERS: Mapping[str, Made] = {
    "halaman.pdf": pdf,
    "pembuat.pdf": pdf_by,
    "lampiran.pdf": pdf_with,
    "naskah.docx": word,
    "penulis.docx": lambda text: word("a", author=text),
    "sel.xlsx": workbook,
    "lembar.xlsx": lambda text: workbook(text, hidden=True),
    "tabel.ods": _sheet_of_office,
    "keterangan.png": lambda text: picture("png", text),
    "keterangan.jpg": lambda text: picture("jpeg", text),
    "gambar.svg": lambda text: f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{text}</desc></svg>'.encode(),
    "arsip.zip": lambda text: zipped("a.txt", text.encode()),
    "nama.zip": lambda text: zipped(f"{text}.txt", b"a"),
    "berlapis.zip": lambda text: zipped("a.zip", zipped("b.txt", text.encode())),
    "lebar.csv": lambda text: f"a,{text}\n".encode("utf-16"),
}


def word_of(place: str, salt: str = "") -> str:
    """Give the word of a place: a digest where one is asked for, else letters that stand in no dictionary."""
    digest = hashlib.sha256(f"{salt}{place}".encode()).hexdigest()
    if place.startswith(("sha256", "digest")):
        return digest
    return "qx" + "".join("bcdfghjklmnprstv"[int(sign, 16)] for sign in digest[:12])


def filled(files: Mapping[str, str], salt: str = "") -> dict[str, Content]:
    """Put the words in their places."""

    def put(text: str) -> str:
        return _TOKEN.sub(lambda found: word_of(found[1], salt), text)

    return {put(path): put(text) for path, text in files.items()}


def places_in(files: Mapping[str, str]) -> Iterator[str]:
    """Name the places of some files."""
    for path, text in files.items():
        yield from _TOKEN.findall(f"{path} {text}")


HISTORY = ("author in the history", "message in the history", "file in the history")
SURROUNDINGS = ("folder of the portal", "user of the machine", "setting of the machine")
PLACES = tuple(
    dict.fromkeys(
        (*places_in(FILES), *places_in(EARLIER), *(f"in {name}" for name in CONTAINERS), *HISTORY, *SURROUNDINGS)
    )
)


def sound(folder: Path) -> Path:
    """Lay out the sound portal, in two languages."""
    lay(folder, sound_files())
    site = folder / "content/situs.yaml"
    site.write_text(site.read_text("utf-8") + "bahasa: [id, en]\nbahan_cetak: ya\n", "utf-8")
    return folder


def plant(folder: Path, salt: str = "") -> None:
    """Put a word in every place of a portal."""
    remembered(folder, salt)
    lay(folder, filled(FILES, salt) | filled(REPLACED, salt))
    made = {f"content/berkas/contoh/{name}": make(word_of(f"in {name}", salt)) for name, make in CONTAINERS.items()}
    lay(folder, made)


def remembered(folder: Path, salt: str = "") -> None:
    """Give a portal a git history whose author, message and deleted file say words of their own."""
    author, message, file = (word_of(place, salt) for place in HISTORY)
    (folder / "rahasia.txt").write_text(file, "utf-8")
    who = ("-c", f"user.name={author}", "-c", f"user.email={author}@contoh.go.id")
    for order in (("init", "--quiet"), ("add", "rahasia.txt"), ("commit", "--quiet", "--message", message)):
        subprocess.run(["git", *who, *order], cwd=folder, check=True, capture_output=True)
    (folder / "rahasia.txt").unlink()
