from collections.abc import Mapping

from ppidgen.model.pages.page import (
    SEARCHED_OF_DOCUMENT,
    SEARCHED_OF_PAGE,
    DocumentItem,
    Documents,
    Page,
    SearchFields,
    Section,
)
from ppidgen.publish.search_record import Message, SearchRecord, message, no_text, record_of

NIK = "3211011212850001"


def told(record: SearchRecord, texts: Mapping[str, str]) -> Message:
    return message(record, texts.get)


def content(said: Message) -> str:
    return str(said.said["content"])


def document(title: str, sha256: str) -> DocumentItem:
    return DocumentItem(title, f"/berkas/{title}.pdf", sha256=sha256)


def test_a_page_that_is_not_to_be_found_has_no_record() -> None:
    assert record_of(Page("/a/", "naskah", "A", ())) is None


def test_a_record_names_each_document_of_the_portal_once_wherever_the_page_offers_it() -> None:
    own, linked = document("Laporan", "ab"), DocumentItem("Luar", "https://contoh.go.id/a.pdf")
    blocks = (Documents((own, linked)), Section("Lampiran", "lampiran", (Documents((own, document("Tabel", "cd"))),)))
    record = record_of(Page("/a/", "entri", "A", blocks, search=lambda: SearchFields("A")))
    assert record is not None
    assert record.documents == (("Laporan", "ab"), ("Tabel", "cd"))


def test_the_texts_of_documents_follow_the_page_and_all_their_titles() -> None:
    record = SearchRecord("/a/", "A", "kata laman", documents=(("Neraca Daerah", "ab"), ("Tanpa teks", "ef")))
    said = told(record, {"ab": "aset \n lancar"})
    assert content(said).split() == ["kata", "laman", "Neraca", "Daerah", "Tanpa", "teks", "aset", "lancar"]
    assert said.marks == ((6, "Neraca Daerah"),)


def test_each_mark_points_at_the_first_word_of_its_document() -> None:
    record = SearchRecord("/a/", "A", "satu dua", documents=(("B C", "1"), ("D", "2")))
    said = told(record, {"1": "x y z", "2": "w"})
    words = content(said).split()
    assert [(words[at], title) for at, title in said.marks] == [("x", "B C"), ("w", "D")]


def test_a_document_and_a_page_bring_no_more_words_than_search_promises() -> None:
    long = " ".join(f"kata{number}" for number in range(SEARCHED_OF_DOCUMENT * 3))
    record = SearchRecord("/a/", "A", "", documents=tuple((f"D{n}", str(n)) for n in range(4)))
    said = told(record, dict.fromkeys("0123", long))
    words = content(said).split()
    assert len(said.marks) == SEARCHED_OF_PAGE // SEARCHED_OF_DOCUMENT
    assert len(words) == SEARCHED_OF_PAGE + len(record.documents)
    assert max(words, key=lambda word: int(word[4:] or 0)) == f"kata{SEARCHED_OF_DOCUMENT - 1}"


def test_no_personal_datum_of_a_document_reaches_search() -> None:
    record = SearchRecord("/a/", "A", "", documents=(("D", "1"),))
    said = content(told(record, {"1": f"Penerima NIK {NIK} dan 3211 0112 1285 0001, surel budi@gmail.com. Selesai."}))
    assert not {"3211", "0001", NIK, "budi"} & set(said.replace(".", " ").replace("@", " ").split())
    assert said.split()[-1] == "Selesai."


def test_a_number_that_the_bound_would_cut_in_two_is_left_out_whole() -> None:
    filling = " ".join(["kata"] * (SEARCHED_OF_DOCUMENT - 2))
    record = SearchRecord("/a/", "A", "", documents=(("D", "1"),))
    said = content(told(record, {"1": f"{filling} NIK 3211 0112 1285 0001"}))
    assert "3211" not in said


def test_what_else_is_to_be_found_gives_another_digest() -> None:
    records = [
        SearchRecord("/a/", "A", "x"),
        SearchRecord("/a/", "A", "y"),
        SearchRecord("/a/", "A", "x", documents=(("D", "1"),)),
        SearchRecord("/a/", "A", "x", filters={"unit": ("B",)}),
    ]
    assert len({record.digest for record in records}) == len(records)
    assert message(records[0], no_text).said["meta"] == {"summary": "", "synonyms": "", "title": "A", "unit": ""}
