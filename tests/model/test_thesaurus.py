"""Words as people use them when they search."""

from itertools import chain

from ppidgen.model.text.thesaurus import Thesaurus, words_of
from ppidgen.reading.shipped import shipped

KNOWN = Thesaurus(("apa",), (("APBD", "anggaran pendapatan dan belanja daerah"), ("anggaran", "dana")))


def test_signs_and_capitals_do_not_make_another_word() -> None:
    assert words_of("KTP-el (e-KTP), 2024!") == ("ktp", "el", "e", "ktp", "2024")


def test_the_longest_phrase_wins_over_a_word_within_it() -> None:
    assert tuple(KNOWN.kin("Anggaran Pendapatan dan Belanja Daerah 2024")) == KNOWN.alike[0]
    assert tuple(KNOWN.kin("Anggaran 2024")) == ("anggaran", "dana")
    assert tuple(KNOWN.kin("")) == ()


def test_a_phrase_of_signs_alone_is_no_word_of_any_text() -> None:
    signs = KNOWN.with_groups({"&": ("dan",)})
    assert tuple(signs.kin("Laporan tahunan")) == ()
    assert tuple(signs.kin("Laporan & neraca, dan catatan")) == ("&", "dan")


def test_a_portal_adds_to_what_a_phrase_means() -> None:
    assert tuple(KNOWN.with_groups({"APBD": ("belanja kita",)}).kin("apbd")) == (
        "APBD", "belanja kita", "anggaran pendapatan dan belanja daerah",
    )  # fmt: skip


def test_the_shipped_words_are_each_said_once() -> None:
    words = shipped("id").thesaurus
    assert {"apa", "berapa", "bagaimana"} <= set(words.stop)
    assert len(words.alike) > 100
    phrases = [words_of(phrase) for phrase in chain.from_iterable(words.alike)]
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []
    assert {word for phrase in phrases for word in phrase if len(phrase) == 1} & set(words.stop) == set()
