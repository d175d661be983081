"""The program speaks Indonesian, and English when it is asked to; click's own words do too."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from ppidgen.cli.language import FOLDER, chosen
from tests.cli.conftest import Run

PROGRAM = FOLDER.parents[1]
SOURCES = {"ours": PROGRAM / "cli", "click": Path(click.__file__).parent}
PLACE = re.compile(r"\{(\w+)[^}]*\}|%\((\w+)\)s")
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|error|try|for help|missing|invalid|no such|did you mean|default|required|"
    r"show|this message|exit|choose|is not|does not|exist|unexpected|got|requires|takes|file|directory)\b",
    re.IGNORECASE,
)


def catalogue() -> Catalog:
    with (FOLDER / "id/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="id")


def compiled() -> Catalog:
    with (FOLDER / "id/LC_MESSAGES/messages.mo").open("rb") as file:
        return read_mo(file)


def asked_for() -> Iterator[tuple[str, str]]:
    """Give every text that the program or click looks up, with where it does."""
    keywords = {"_": None, "ngettext": (1, 2), "gettext": None}
    for source in SOURCES.values():
        for file, line, message, *_ in extract_from_dir(source, [("**.py", "python")], keywords=keywords):
            singular = message[0] if isinstance(message, tuple) else message
            yield f"{source.name}/{file}:{line}", str(singular)


def texts(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the forms of a message in English and in Indonesian."""
    return _forms(message.id), _forms(message.string)


def _forms(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value),)


def places(forms: tuple[str, ...]) -> set[str]:
    return {one or other for form in forms for one, other in PLACE.findall(form)}


def test_every_word_of_the_program_and_of_click_is_in_the_catalogue() -> None:
    known = catalogue()
    missing = [f"{where}: {text}" for where, text in asked_for() if not known.get(text) or not known[text].string]
    assert missing == []


def test_the_catalogue_holds_nothing_that_is_not_asked_for() -> None:
    wanted = {text for _, text in asked_for()}
    assert [message.id for message in catalogue() if message.id and texts(message)[0][0] not in wanted] == []


def test_the_compiled_catalogue_is_made_from_the_text() -> None:
    pairs = [{texts(one) for one in source if one.id} for source in (catalogue(), compiled())]
    assert pairs[0] == pairs[1], "run: pybabel compile -d ppidgen/data/locale"


def test_a_translation_fills_only_places_that_its_english_has() -> None:
    # `{len}` stands in click's plural alone; click hands over both.
    wrong = [message.id for message in catalogue() if places(texts(message)[1]) - places(texts(message)[0])]
    assert wrong == []


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check"], "id"),
        (["--bahasa", "en", "check"], "en"),
        (["check", "--bahasa=en"], "en"),
        (["check", "--bahasa", "fr"], "id"),
        (["check", "--bahasa"], "id"),
    ],
)
def test_the_language_is_found_before_or_after_the_verb(arguments: list[str], language: str) -> None:
    assert chosen(arguments) == language


VERBS = ("new", "check", "build", "serve", "import", "export", "deadline", "explain", "schema")


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_indonesian_to_the_last_word(run: Run, verb: str) -> None:
    shown = run(*filter(None, [verb]), "--help")
    assert shown.returncode == 0
    assert "Pemakaian: ppidgen" in shown.stdout
    assert "Pilihan:" in shown.stdout
    assert ENGLISH.findall(re.sub(r"--[\w-]+", "", shown.stdout)) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serv"], "Kesalahan: Perintah 'serv' tidak ada. Maksud Anda 'serve'?"),
        (["check", "--forma", "json"], "Pilihan '--forma' tidak ada. Maksud Anda '--format'?"),
        (["check", "--format", "xml", "."], "Nilai untuk '--format' tidak sah: 'xml' tidak termasuk pilihan: 'text'"),
        (["check", "--level"], "Pilihan '--level' memerlukan"),
        (["check", "one", "two"], "tidak ada."),
        (["check", "--as-of", "31-01-2026"], "'31-01-2026' bukan tanggal; tulis seperti 2026-01-31."),
        (["build", "--base-url", "ppid.go.id"], "'ppid.go.id' bukan alamat; tulis seperti https://"),
        (["serve", "--port", "99999"], "'99999' bukan bilangan bulat dari 0 sampai 65535."),
        (["new"], "Perlu argumen 'FOLDER'."),
        (["new", "x"], "Perlu pilihan '--profile'. Pilih salah satu:"),
        (["new", "x", "--profile", "negara"], "'negara' tidak termasuk pilihan: 'kabupaten'"),
    ],
)
def test_a_wrong_call_is_told_in_indonesian_and_ends_with_2(run: Run, arguments: list[str], words: str) -> None:
    shown = run(*arguments)
    assert shown.returncode == 2
    assert shown.stdout == ""
    assert words in shown.stderr
    assert ENGLISH.findall(re.sub(r"--[\w-]+|'[^']*'", "", shown.stderr)) == []


def test_the_list_of_verbs_says_what_each_does_to_the_end_of_the_sentence(run: Run) -> None:
    assert "..." not in run("--help").stdout


def test_without_a_verb_the_help_is_shown_and_the_call_counts_as_wrong(run: Run) -> None:
    shown = run()
    assert shown.returncode == 2
    assert "Perintah:" in shown.stderr


@pytest.mark.parametrize("arguments", [["--bahasa", "en", "serv"], ["serv", "--bahasa=en"]])
def test_english_is_spoken_when_asked_for(run: Run, arguments: list[str]) -> None:
    assert "Error: No such command 'serv'. Did you mean 'serve'?" in run(*arguments).stderr


def test_the_language_of_the_machine_does_not_count(run: Run) -> None:
    assert "Pemakaian:" in run("--help", LANGUAGE="en", LC_ALL="en_US.UTF-8").stdout


def test_an_unknown_language_is_refused(run: Run) -> None:
    shown = run("--bahasa", "fr", "check")
    assert shown.returncode == 2
    assert "'fr' tidak termasuk pilihan: 'id', 'en'." in shown.stderr
