"""What the search page knows of words."""

from ppidgen.pages.files.dictionary import dictionary
from tests.pages.portals import rich


def test_the_words_of_titles_can_be_told_from_typing_errors() -> None:
    known = dictionary(rich())
    words = str(known["words"]).split(" ")
    assert words == sorted(words)
    assert len(words) == len(str(known["weights"]))
    assert {"laporan", "keuangan", "daerah"} <= set(words)
    assert all(word.isalpha() for word in words)


def test_a_portals_own_synonyms_are_known() -> None:
    assert ("LRA", "laporan realisasi anggaran") in dictionary(rich())["alike"]  # type: ignore[operator]  # JSON values
