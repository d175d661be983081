"""What is found in honest, careless and hostile PDF files."""

import io
from pathlib import Path

import pikepdf
import pytest

from ppidgen.source.personal.personal_data import Kind
from ppidgen.source.probe.pdf_actions import actions
from ppidgen.source.probe.program import look_at
from tests.source.probed import NUMBER, opened, packed, traced


def pdf(make: "pikepdf.Pdf | None" = None, **catalog: object) -> bytes:
    held = io.BytesIO()
    with make or pikepdf.new() as document:
        if not document.pages:
            document.add_blank_page()
        for name, value in catalog.items():
            document.Root[f"/{name}"] = value
        document.save(held)
    return held.getvalue()


def test_a_pdf_tells_tags_language_title_and_metadata() -> None:
    document = pikepdf.new()
    document.docinfo["/Title"] = "Laporan"
    document.docinfo["/Author"] = f"NIK {NUMBER}"
    marks = {"MarkInfo": pikepdf.Dictionary(Marked=True), "Lang": "id"}
    found = opened(pdf(document, **marks, StructTreeRoot=pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)))
    assert (found.pages, found.tagged, found.language, found.title) == (1, True, "id", "Laporan")
    assert [(one.part, one.place) for one in found.traces()] == [("metadata", "Author")]


TITLE = b"BT /F 12 Tf 9 9 Td (Peta wilayah administrasi) Tj ET"


def drawn(content: bytes) -> "pikepdf.Pdf":
    document = pikepdf.new()
    document.add_blank_page()
    document.pages[0].Contents = document.make_stream(content)
    return document


@pytest.mark.parametrize(
    ("content", "is_blank"),
    [
        (b"", True),
        (b"0 0 m 90 90 l S", False),
        (TITLE, True),
        (TITLE + b" 0 0 m 90 90 l S", False),
        (TITLE + b" BT /F 12 Tf 9 30 Td (Satu dua tiga empat lima enam tujuh delapan) Tj ET", False),
    ],
)
def test_a_page_of_few_words_and_no_picture_is_blank(content: bytes, is_blank: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    document = drawn(content)
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(document))
    assert look_at(str(path), "pdf")["blank"] is is_blank


def test_a_pdf_that_only_carries_a_file_is_not_blank(tmp_path: Path) -> None:
    document = pikepdf.new()
    document.attachments["a.txt"] = pikepdf.AttachedFileSpec(document, b"Isi")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(document))
    assert look_at(str(path), "pdf")["blank"] is False


def test_a_pdf_tells_its_attachments_and_reads_them() -> None:
    document = pikepdf.new()
    document.attachments["a.zip"] = pikepdf.AttachedFileSpec(document, packed({"b.txt": f"NIK {NUMBER}"}))
    found = opened(pdf(document))
    assert found.hidden == ["attachments"]
    assert [inner.name for inner in found.inside] == ["a.zip", "b.txt"]
    assert [one.kind for one in found.traces()] == [Kind.IDENTITY]


@pytest.mark.parametrize(
    ("action", "word"),
    [
        ({"/S": pikepdf.Name.JavaScript, "/JS": "app.beep(0)"}, "script"),
        ({"/S": pikepdf.Name.Launch, "/F": "cmd.exe"}, "launch"),
        ({"/S": pikepdf.Name.SubmitForm, "/F": "https://jahat.example"}, "submit"),
        ({"/S": pikepdf.Name.URI, "/URI": "https://jahat.example"}, "address"),
    ],
)
@pytest.mark.parametrize("packing", [pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable])
def test_a_pdf_tells_what_it_would_run_even_when_packed(
    action: dict[str, object], word: str, packing: pikepdf.ObjectStreamMode
) -> None:
    held = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary(action))
        document.save(held, object_stream_mode=packing)
    assert opened(held.getvalue()).active == [word]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (b"/OpenAction<</S/URI/URI(https://jahat.example)>>", ["address"]),
        (b"/AA<</O 9 0 R>>", ["address"]),
        (b"/AA 8 0 R", ["address"]),
        (b"/OpenAction<</S/#53ubmit#46orm/F(https://jahat.example)>>", ["submit"]),
        (b"/OpenAction<</S/J#61vaScript/J#53(x)>>", ["script"]),
        (b"/OpenAction[3 0 R/Fit]/Annots[<</A<</S/URI/URI(https://baik.example)>>>>]", []),
        (b"/OpenAction 3 0 R/Annots[<</A 9 0 R>>]", []),
    ],
)
def test_a_pdf_tells_what_happens_unasked_and_no_link_that_is_clicked(written: bytes, words: list[str]) -> None:
    action = b"8 0 obj<</C 9 0 R>>endobj\n9 0 obj<</Type/Action/S/URI/URI(https://jahat.example)>>endobj\n"
    assert actions(b"%PDF-1.7\n1 0 obj<</Type/Catalog" + written + b">>endobj\n" + action) == words


def test_a_pdf_with_a_password_is_locked_and_no_more() -> None:
    held = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(held, encryption=pikepdf.Encryption(owner="a", user="b"))
    found = opened(held.getvalue())
    assert (found.encrypted, found.readable) == (True, False)


@pytest.mark.parametrize(
    ("packing", "active"),
    [(pikepdf.ObjectStreamMode.generate, []), (pikepdf.ObjectStreamMode.disable, ["address"])],
)
def test_a_pdf_whose_owner_shut_it_is_not_passed_for_looked_at(
    packing: pikepdf.ObjectStreamMode, active: list[str]
) -> None:
    held = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary({"/S": pikepdf.Name.URI, "/URI": "x"}))
        document.save(held, object_stream_mode=packing, encryption=pikepdf.Encryption(owner="a", user=""))
    found = opened(held.getvalue())
    assert (found.readable, found.unread, found.active) == (True, 1, active)


@pytest.mark.parametrize("key", ["/Contents", "/V"])
def test_a_note_and_a_field_on_a_page_of_a_pdf_are_read(key: str) -> None:
    with pikepdf.new() as document:
        page = document.add_blank_page()
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
        note[key] = f"NIK {NUMBER}"
        page.Annots = pikepdf.Array([document.make_indirect(note)])
        held = io.BytesIO()
        document.save(held)
    assert traced(held.getvalue()) == [(Kind.IDENTITY, "comment", "1")]


@pytest.mark.parametrize(
    "content",
    [
        b"/Span <</ActualText <FEFF%s>>> BDC EMC" % NUMBER.encode("utf-16-be").hex().encode(),
        b"/Figure <</Alt (%s)>> BDC EMC" % NUMBER.encode(),
        b"/Span <</E (%s)>> BDC EMC" % NUMBER.encode(),
    ],
    ids=["what is copied", "what is read aloud", "what an abbreviation stands for"],
)
def test_a_number_that_stands_in_for_what_a_page_draws_is_told(content: bytes) -> None:
    assert [one.kind for one in opened(pdf(drawn(TITLE + content))).traces()] == [Kind.IDENTITY]


@pytest.mark.parametrize("text", [b"(%s) Tj", b"[(321101) 20 (1212850001)] TJ"], ids=["in one piece", "kerned"])
def test_a_drawing_that_nothing_uses_any_more_is_read(text: bytes) -> None:
    document = drawn(TITLE)
    left = document.make_stream(b"BT /F 12 Tf " + text.replace(b"%s", NUMBER.encode()) + b" ET")
    document.Root.PieceInfo = pikepdf.Dictionary(Lama=pikepdf.Dictionary(Private=left))
    assert [(one.kind, one.part) for one in opened(pdf(document)).traces()] == [(Kind.IDENTITY, "metadata")]


def test_a_number_that_a_page_draws_is_told_of_that_page_alone() -> None:
    found = opened(pdf(drawn(b"BT /F 12 Tf 9 9 Td [(NIK 321101) 20 (1212850001)] TJ ET")))
    assert [one.part for one in found.traces()] == ["page"]
