"""Markdown files with their fields on top."""

from ppidgen.source.register_text.frontmatter import split
from ppidgen.source.register_text.nodes import Table

PATH = "content/berita/2024/a.md"


def test_fields_and_text_are_split_and_both_know_their_lines() -> None:
    checked = split(PATH, "---\njudul: A\nunit: b\n---\n\n# Isi\n")
    assert checked.findings == ()
    assert isinstance(checked.value.head, Table)
    assert checked.value.head.keys["unit"].line == 3
    assert (checked.value.body, checked.value.body_line) == ("\n# Isi\n", 5)


def test_a_fault_in_a_field_is_told_at_its_line_of_the_file() -> None:
    (finding,) = split(PATH, "---\na: 1\njudul: A: b\n---\nIsi\n").findings
    assert (finding.code, finding.span.line, finding.span.column) == ("SUM008", 3, 8)


def test_a_rule_of_dashes_in_the_text_stays_text() -> None:
    assert split(PATH, "---\njudul: A\n---\nSatu\n\n---\n\nDua\n").value.body == "Satu\n\n---\n\nDua\n"


def test_a_file_without_fields_is_told_and_all_of_it_is_text() -> None:
    checked = split(PATH, "# Judul\n\nIsi\n")
    assert [(found.code, found.span.line) for found in checked.findings] == [("SUM034", 1)]
    assert (checked.value.head, checked.value.body, checked.value.body_line) == (None, "# Judul\n\nIsi\n", 1)


def test_empty_lines_above_the_fields_are_told_as_such() -> None:
    (finding,) = split(PATH, "\n\n---\njudul: A\n---\nIsi\n").findings
    assert (finding.code, finding.data["above"]) == ("SUM034", "2")


def test_a_missing_second_fence_is_told_and_the_fields_are_read_all_the_same() -> None:
    checked = split(PATH, "---\njudul: A\n\nIsi: dan teks.\n")
    assert [(found.code, found.span.line) for found in checked.findings] == [("SUM037", 1)]
    assert isinstance(checked.value.head, Table)
    assert list(checked.value.head.values) == ["judul"]
    assert checked.value.body == "\nIsi: dan teks.\n"
    assert checked.value.body_line == 3


def test_empty_fields_and_an_empty_text_are_allowed() -> None:
    for text in ("---\n---\n", "---\n---"):
        checked = split(PATH, text)
        assert checked.findings == ()
        assert (checked.value.head, checked.value.body) == (None, "")
