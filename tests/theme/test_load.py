import re

import pytest

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.theme import Theme
from ppidgen.theme.load import digest_of, theme_of

USED = re.compile(r"\bkata\.(\w+)")


def test_both_languages_have_the_same_words(theme: Theme) -> None:
    assert theme.chrome["id"].words.keys() == theme.chrome["en"].words.keys()


def test_no_word_is_empty(theme: Theme) -> None:
    assert [
        (name, key) for name, chrome in theme.chrome.items() for key, word in chrome.words.items() if not word
    ] == []


def test_the_places_in_a_sentence_are_the_same_in_both_languages(theme: Theme) -> None:
    places = {
        language: {key: sorted(re.findall(r"\{(\w+)\}", word)) for key, word in chrome.words.items()}
        for language, chrome in theme.chrome.items()
    }
    assert places["id"] == places["en"]


def test_every_word_used_is_known_and_every_known_word_is_used(theme: Theme) -> None:
    used = {key for path in theme.below("", ".html") for key in USED.findall(theme.text(path))}
    used |= set(theme.markdown.words.values()) | {"contoh"}
    assert used == set(theme.chrome["id"].words)


def test_any_change_of_any_file_changes_the_digest(theme: Theme) -> None:
    changed = {**theme.files, "layout.html": theme.files["layout.html"] + b" "}
    renamed = {("x.html" if path == "layout.html" else path): content for path, content in theme.files.items()}
    assert len({theme.digest, digest_of(changed), digest_of(renamed)}) == 3
    assert theme_of(dict(reversed(list(theme.files.items())))).digest == theme.digest


@pytest.mark.parametrize("broken", [b"[", b"- a", b"name: x", b"\xff", b""])
def test_a_broken_theme_is_told_in_one_sentence(theme: Theme, broken: bytes) -> None:
    with pytest.raises(MachineFault, match="MSN030"):
        theme_of({**theme.files, "theme.yaml": broken})


@pytest.mark.parametrize(
    "broken",
    [
        None,
        b"[",
        b"- a",
        b"kata: {}",
        b"format: 7\nkata: {}",
        b"format: {}\nkata: 1",
        b"format: {decimal: ',', group: ., months: [], units: []}\nkata: {ya: 1}",
    ],
)
def test_words_that_a_theme_lacks_or_says_otherwise_are_told_of_their_file(theme: Theme, broken: bytes | None) -> None:
    files = {path: content for path, content in theme.files.items() if path != "kata/id.yaml"}
    files |= {} if broken is None else {"kata/id.yaml": broken}
    with pytest.raises(MachineFault, match="MSN030") as fault:
        theme_of(files)
    assert fault.value.data["path"].startswith("kata")
