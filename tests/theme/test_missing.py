from dataclasses import replace

from ppidgen.model.pages.page import Page
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme
from ppidgen.theme.load import theme_of
from ppidgen.theme.missing import missing_words
from tests.rules.examples import told

SKIP = b"lewati: Skip to main content"


def without_a_word(theme: Theme) -> Theme:
    english = theme.files["kata/en.yaml"]
    assert SKIP in english
    return theme_of({**theme.files, "kata/en.yaml": english.replace(b"  " + SKIP + b"\n", b"")})


def test_the_shipped_themes_lack_no_word_in_english(theme: Theme) -> None:
    assert list(missing_words(theme, "tema", ["en"])) == []


def test_a_word_that_a_theme_lacks_is_told_at_its_file_with_the_indonesian_one(theme: Theme) -> None:
    (one,) = told(missing_words(without_a_word(theme), "tema", ["en"])).told
    assert one.message == "Tema belum memuat kata 'lewati' dalam bahasa 'en'."
    assert one.hint == "tambahkan 'lewati' di tema/kata/en.yaml; dalam bahasa Indonesia: Lewati ke isi utama"
    assert (one.span.path, one.span.line > 1) == ("tema/kata/en.yaml", True)


def test_a_language_that_a_theme_does_not_know_at_all_is_told_once(theme: Theme) -> None:
    (one,) = missing_words(theme, "tema", ["fr"])
    assert one.data["key"] == "kata/fr.yaml"


def test_a_missing_word_is_said_in_indonesian_and_marked_so(theme: Theme, shell: Shell) -> None:
    page = Page("/en/", "naskah", "Home", (), language="en")
    html = Renderer(without_a_word(theme), replace(shell, draft=True)).render(page).decode()
    assert '<a class="lompat" href="#laman-isi" lang="id">Lewati ke isi utama</a>' in html
    assert "DRAFT" in html
