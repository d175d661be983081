"""Official documents from registers: accessible PDF, editable DOCX, the same bytes, no text taken for code."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from ppidgen import options
from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.annex import Heading
from ppidgen.exchange.papers.makers import MAKERS
from ppidgen.exchange.papers.paper import (
    Clause,
    Clauses,
    Fields,
    NewPage,
    Options,
    Paper,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
)
from ppidgen.exchange.papers.rendering import rendered
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import BodyKind, Level, OfficerRole
from ppidgen.model.paper_kind import BLANKS, PaperKind
from ppidgen.model.records.body import Officer, PublicBody
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.exemption_terms import ChangeResult, OpeningCause
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.parts import Decree
from ppidgen.reading.study import read_portal
from tests.exchange.accessible import accessibility_errors
from tests.pages import portals

DAY = date(2026, 11, 28)
HOSTILE = '#set text(red) = Judul $x$ *tebal* @ref "kutip" \\ ` #read("/etc/passwd") & <w:p/> {{ 7*7 }} {% if %}'


def paper(*blocks: Any, **values: Any) -> Paper:
    return Paper("Judul", DAY, blocks, **values)


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:  # type: ignore[no-untyped-call] # the library ships no types
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")


def word_text(content: bytes) -> str:
    book = docx.Document(BytesIO(content))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in book.paragraphs), *cells])


def errors_in(content: bytes, folder: Path) -> list[str]:
    file = folder / "dokumen.pdf"
    file.write_bytes(content)
    return accessibility_errors(file)


EVERY_BLOCK = paper(
    Paragraph("Satu\ndua"),
    Paragraph("tengah", "centre"),
    Paragraph("catatan", "note"),
    Section("Bagian"),
    Clauses((Clause("Menimbang", (("a.", "bahwa satu;"), ("b.", "bahwa dua;"))), Clause("Menetapkan", (("", "x"),)))),
    Fields((("Nama", "Sari"), ("Alamat", "")), 2),
    Options("Cara", (("Melihat", True), ("Mendapat salinan", False))),
    Table((Heading("No.", 5), Heading("Akibat", 30, ("Dibuka", "Ditutup"))), (("1", "a", "b"), ("2", "c", "d"))),
    Signatures((Signature(("Yang menerima,",), ""), Signature(("Di sini,",), "Budi", "PPID"))),
    NewPage(),
    Paragraph("Lembar kedua"),
    letterhead=("PEMERINTAH KABUPATEN CONTOH", "Jalan Contoh 1"),
    subtitles=("Nomor 1",),
    marking="RAHASIA",
    footer="Halaman {page} dari {pages}",
    landscape=True,
)


@pytest.mark.slow
def test_every_kind_of_block_is_set_without_an_error_of_accessibility(tmp_path: Path) -> None:
    content = rendered(EVERY_BLOCK, "pdf")
    assert errors_in(content, tmp_path) == []
    text = pdf_text(content)
    for words in (
        "Satu\ndua",
        "Menimbang",
        "bahwa dua;",
        "☑",
        "☐",
        "Akibat",
        "Dibuka Ditutup",
        "Budi",
        "Halaman 2 dari 2",
        "RAHASIA",
    ):
        assert words in text


def test_every_kind_of_block_can_be_edited_in_word() -> None:
    text = word_text(rendered(EVERY_BLOCK, "docx"))
    for words in (
        "Satu\ndua",
        "Menimbang",
        "bahwa dua;",
        "☑ Melihat",
        "☐ Mendapat salinan",
        "Akibat",
        "Ditutup",
        "Budi",
    ):
        assert words in text


SIGNED = Signatures((Signature(("Kepala,",), "Budi Contoh"),))
PERSON = Table((Heading("No.", 5), Heading("Penguji", 20)), (("1", "Sari Contoh"),))
LAST_BLOCKS = {
    "clauses": (Clauses((Clause("KESATU", (("", "Diktum pertama."),)), Clause("KEDUA", (("", "Penutup."),)))), SIGNED),
    "a paragraph": (Paragraph("Penutup."), SIGNED),
    "a table": (Section("Penutup."), PERSON, SIGNED),
}


@pytest.mark.parametrize("last", LAST_BLOCKS)
def test_no_signature_stands_alone_on_a_page(last: str) -> None:
    """Try the heights at which a page ends between the signature and what stands above it."""
    for lines in range(40, 49, 2):
        content = rendered(paper(Paragraph("\n".join(["Baris."] * lines)), *LAST_BLOCKS[last]), "pdf")
        with pypdfium2.PdfDocument(content) as document:  # type: ignore[no-untyped-call] # the library ships no types
            texts = [page.get_textpage().get_text_range() for page in document]
        (signed,) = (text for text in texts if "Budi Contoh" in text)
        assert "Penutup." in signed, lines


@pytest.mark.parametrize("last", LAST_BLOCKS)
def test_what_stands_above_a_signature_goes_with_it_in_word(last: str) -> None:
    book = docx.Document(BytesIO(rendered(paper(Paragraph("Awal."), *LAST_BLOCKS[last]), "docx")))
    cells = (cell for table in book.tables for row in table.rows for cell in row.cells)
    paragraphs = [*book.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    kept = {one.text for one in paragraphs if one.paragraph_format.keep_with_next or one.style.name == "Heading 2"}
    assert "Penutup." in kept
    assert kept.isdisjoint({"Awal.", "Diktum pertama."})
    assert all(row._tr.trPr.xpath("w:cantSplit") for table in book.tables for row in table.rows)


@pytest.mark.parametrize("kind", [PaperKind.CLASSIFICATION, PaperKind.EXEMPTION_LIST, PaperKind.OPENING])
def test_a_ppid_whose_name_is_left_out_signs_on_a_line(kind: PaperKind) -> None:
    officer = Officer(role=OfficerRole.PRINCIPAL, post="Kepala Dinas Komunikasi dan Informatika")
    registers = portals.context(
        body=PublicBody(name="Kabupaten Contoh", kind=BodyKind.EXECUTIVE, level=Level.REGENCY, officers=(officer,)),
        exemptions=(Exemption(id="contoh/a", title="Rekam medis"),),
    )
    text = word_text(rendered(MAKERS[kind].make(registers, "contoh/a"), "docx"))
    assert "Kepala Dinas Komunikasi dan Informatika selaku PPID," in text
    assert "....." in text


def opened(**values: Any) -> str:
    item = Exemption.model_validate({
        "id": "contoh/a", "title": "Rekam medis", "duration": "Selama diperlukan", **values,
    })  # fmt: skip
    kind = PaperKind.OPENING if "opening" in values else PaperKind.CHANGE
    return word_text(rendered(MAKERS[kind].make(portals.context(exemptions=(item,)), item.id), "docx"))


@pytest.mark.parametrize(
    ("cause", "ground"),
    [
        (OpeningCause.TERM, "Pasal 11 Peraturan Pemerintah Nomor 61 Tahun 2010"),
        (OpeningCause.CONSENT, "Pasal 18 ayat (2) huruf a Undang-Undang itu"),
        (OpeningCause.PUBLIC_OFFICE, "Pasal 18 ayat (2) huruf b Undang-Undang itu"),
        (OpeningCause.COURT, "Pasal 5 ayat (2) Peraturan Pemerintah Nomor 61 Tahun 2010"),
        (OpeningCause.RULING, "Pasal 52 ayat (3) dan ayat (4) Peraturan Komisi Informasi Nomor 1 Tahun 2021"),
        (OpeningCause.CHANGE, "Pasal 10 Peraturan Pemerintah Nomor 61 Tahun 2010"),
    ],
)
def test_a_decree_that_opens_rests_on_the_ground_of_its_cause(cause: OpeningCause, ground: str) -> None:
    text = opened(opening={"number": "480/1", "day": "2026-05-04", "cause": cause})
    assert ground in text
    assert ", dengan jangka waktu: Selama diperlukan;" in text
    assert ("jangka waktu pengecualiannya berakhir" in text) is (cause is OpeningCause.TERM)


def test_a_change_that_opens_sets_no_term() -> None:
    change = {"number": "480/2", "day": "2026-05-04"}
    text = opened(changes=[{**change, "result": ChangeResult.OPENED}])
    assert "Jangka waktu pengecualian" not in text
    assert "dimasukkan ke dalam Daftar Informasi Publik" in text
    assert "Jangka waktu pengecualian: Selama diperlukan" in opened(
        changes=[{**change, "result": ChangeResult.PARTLY_EXEMPT}]
    )


def test_a_decree_recalls_each_act_by_its_own_name() -> None:
    registers = portals.context(exemptions=(Exemption(id="contoh/a", title="Rekam medis"),))
    text = word_text(rendered(MAKERS[PaperKind.CLASSIFICATION].make(registers, "contoh/a"), "docx"))
    assert "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara" in text
    assert "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang" in text
    assert "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang" in text
    assert "Nomor 1 Tahun 2018" not in text


def test_a_decree_of_a_village_recalls_the_standard_of_villages_too() -> None:
    registers = portals.context(
        body=PublicBody(name="Pemerintah Desa Contoh", kind=BodyKind.VILLAGE, level=Level.VILLAGE),
        exemptions=(Exemption(id="contoh/a", title="Rekam medis"),),
    )
    text = word_text(rendered(MAKERS[PaperKind.CLASSIFICATION].make(registers, "contoh/a"), "docx"))
    assert "Nomor 1 Tahun 2018 tentang Standar Layanan Informasi Publik Desa (Berita Negara" in text
    assert "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang" in text


def test_a_title_that_says_all_is_not_said_twice_and_lines_are_joined_without_their_marks() -> None:
    item = Exemption(
        id="contoh/a",
        title="Data kepegawaian: Rekam medis",
        content="Rekam medis.",
        basis_text="a. UU 14/2008 Pasal 17 huruf h;\nb. UU 27/2022.",
    )
    registers = portals.context(exemptions=(item,))
    text = word_text(rendered(MAKERS[PaperKind.CLASSIFICATION].make(registers, item.id), "docx"))
    assert "dikecualikan: Data kepegawaian: Rekam medis.\n" in text
    assert "a. UU 14/2008 Pasal 17 huruf h; b. UU 27/2022. Bila dibuka" in text
    assert "Rekam medis\nRekam medis" not in word_text(rendered(MAKERS["dik"].make(registers, ""), "docx"))


def test_a_clock_that_stands_before_all_archives_changes_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = rendered(EVERY_BLOCK, "docx")
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert rendered(EVERY_BLOCK, "docx") == usual


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_same_document_gives_the_same_bytes(form: str) -> None:
    assert rendered(EVERY_BLOCK, form) == rendered(EVERY_BLOCK, form)


def test_no_text_of_an_officer_is_taken_for_code() -> None:
    hostile = paper(Paragraph(HOSTILE), Table((Heading("x", 1),), ((HOSTILE,),)), subtitles=(HOSTILE,))
    assert word_text(rendered(hostile, "docx")).count(HOSTILE) == 3
    assert "".join(pdf_text(rendered(hostile, "pdf")).split()).count("".join(HOSTILE.split())) == 3


def test_a_letter_that_no_font_has_is_told_and_can_still_be_had_as_word() -> None:
    odd = paper(Paragraph("Gempa \U0001f600"))
    with pytest.raises(MachineFault) as fault:
        rendered(odd, "pdf")
    assert (fault.value.code, fault.value.data["value"]) == ("MSN041", "\U0001f600")
    assert "\U0001f600" in word_text(rendered(odd, "docx"))


def test_without_the_extra_the_officer_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise ModuleNotFoundError("no typst", name="typst")

    monkeypatch.setattr("ppidgen.exchange.papers.rendering.import_module", missing)
    with pytest.raises(MachineFault) as fault:
        rendered(EVERY_BLOCK, "pdf")
    assert (fault.value.code, dict(fault.value.data)) == ("MSN040", {"program": "typst"})


def test_the_parts_of_a_word_file_carry_no_day_of_making() -> None:
    with zipfile.ZipFile(BytesIO(rendered(EVERY_BLOCK, "docx"))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


NIL = NilStatement(
    id="dinkes/racun",
    duties=("M05", "X99"),
    statement="Tidak ditemukan racun pada bahan makanan tahun 2026.",
    reason="Semua contoh memenuhi syarat.",
    signed_by="Kepala Dinas Kesehatan",
    decree=Decree(number="400.7/118/2026", day=date(2026, 11, 2)),
    day=date(2026, 11, 2),
    until=date(2027, 1, 31),
)


def nil_text(statement: NilStatement) -> str:
    maker, registers = MAKERS[PaperKind.NIL], portals.context(nil=(statement,))
    assert maker.ids
    (record_id,) = maker.ids(registers)
    return word_text(rendered(maker.make(registers, record_id), "docx"))


def test_a_nil_statement_says_what_is_not_there_why_until_when_and_who_answers_for_it() -> None:
    text = nil_text(NIL)
    for words in (
        "PERNYATAAN NIHIL",
        "400.7/118/2026",
        "Yang bertanda tangan di bawah ini, Kepala Dinas Kesehatan, atas nama ",
        "Tidak ditemukan racun pada bahan makanan tahun 2026.",
        f"M05: {portals.law().duties['M05'].label}",
        "X99",
        "Semua contoh memenuhi syarat.",
        "31 Januari 2027",
        "2 November 2026",
        "diperbarui bila keadaannya berubah",
    ):
        assert words in text


def test_a_nil_statement_without_a_signer_is_signed_by_the_ppid_and_leaves_room_for_what_is_missing() -> None:
    text = nil_text(NilStatement(id="dinkes/racun", duties=("M05",), statement="Tidak ada."))
    assert "Yang bertanda tangan di bawah ini, Pejabat Pengelola Informasi dan Dokumentasi, atas nama " in text
    assert "None" not in text
    assert "Berlaku hingga" in text


@pytest.fixture(scope="module")
def specimen(repository: Path) -> Context:
    return read_portal(repository, options.Options(DAY, processes=1)).context


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(PaperKind), ids=str)
def test_every_document_of_the_specimen_is_accessible(kind: PaperKind, specimen: Context, tmp_path: Path) -> None:
    maker = MAKERS[kind]
    for record_id in maker.ids(specimen) if maker.ids else ("",):
        made = maker.make(specimen, record_id)
        assert errors_in(rendered(made, "pdf"), tmp_path) == []
        assert made.title in word_text(rendered(made, "docx"))


def test_a_row_of_a_table_stands_on_one_page_unless_it_could_be_taller_than_the_page() -> None:
    rows = tuple((str(number), "kata " * 40, "") for number in range(30))
    heads = (Heading("No.", 5), Heading("Isi", 10), Heading("Catatan", 50))
    made = rendered(paper(Table(heads, (*rows, ("30", "panjang " * 3000, "")))), "pdf")
    with pypdfium2.PdfDocument(made) as document:  # type: ignore[no-untyped-call]  # it ships no types
        texts = [page.get_textpage().get_text_range() for page in document]
    counts = [text.count("kata") for text in texts]
    assert sum(counts) == 1200
    assert sum(bool(count) for count in counts) > 1
    assert [count % 40 for count in counts] == [0] * len(texts)
    assert sum(text.count("panjang") for text in texts) == 3000


@pytest.mark.parametrize("kind", BLANKS, ids=str)
def test_no_page_of_a_form_is_signed_alone_or_begins_amid_choices(kind: PaperKind, specimen: Context) -> None:
    made = MAKERS[kind].make(specimen, "")
    lists = [block for block in made.blocks if isinstance(block, Options)]
    follow = {one.strip() for block in lists for one, _ in block.rows[1:]}
    signed = {
        line for block in made.blocks if isinstance(block, Signatures) for one in block.parties for line in one.above
    }
    with pypdfium2.PdfDocument(rendered(made, "pdf")) as document:  # type: ignore[no-untyped-call]  # it ships no types
        for page in list(document)[1:]:
            first = page.get_textpage().get_text_range().replace("\r\n", "\n").lstrip("☐\n ").partition("\n")[0]
            assert first.strip() not in follow | signed


@pytest.mark.slow
@pytest.mark.parametrize("kind", [PaperKind.BLANK_REQUEST, PaperKind.BLANK_OBJECTION], ids=str)
def test_a_form_in_large_print_is_accessible_and_nothing_in_it_is_small(
    kind: PaperKind, specimen: Context, tmp_path: Path
) -> None:
    content = rendered(MAKERS[kind].make(specimen, ""), "pdf-large")
    assert errors_in(content, tmp_path) == []
    with pypdfium2.PdfDocument(BytesIO(content)) as document:  # type: ignore[no-untyped-call]  # it ships no types
        texts = [page.get_textpage() for page in document]
        sizes = {size_of(text, place) for text in texts for place in range(text.count_chars())}
    assert min(sizes) >= 18


def size_of(text: Any, place: int) -> int:
    """Give the size of a letter in points; that of the letter before where a line is broken, which has none."""
    size = round(pypdfium2.raw.FPDFText_GetFontSize(text, place))
    return size if size > 1 else size_of(text, place - 1)
