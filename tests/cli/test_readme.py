"""The README names every verb, and what it says to run or to read exists."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from ppidgen.cli import VERBS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_verb_has_its_row() -> None:
    rows = [line for line in README.splitlines() if line.startswith("| `ppidgen ")]
    assert [line.split()[2].strip("`") for line in rows] == list(VERBS)


def test_the_commands_of_the_first_screen_exist() -> None:
    first_screen = "\n".join(README.splitlines()[:20])
    for script in ("tests/show.sh", "tests/gate.sh"):
        assert f"bash {script}" in first_screen
        assert (ROOT / script).is_file()


def test_what_it_says_to_run_or_to_read_exists() -> None:
    programs = {name.replace(".", "/") + ".py" for name in re.findall(r"python -m (tests[.\w]+)", README)}
    places = set(re.findall(r"`((?:ppidgen|tests|themes|\.ci)/[\w./-]*)`", README))
    assert len(programs) > 5
    assert sorted(place for place in programs | places if not (ROOT / place).exists()) == []


@pytest.mark.parametrize("line", re.findall(r"^\| `(ppidgen [^`]*)`", README, re.MULTILINE))
def test_a_command_of_the_table_can_be_typed_as_it_stands(line: str) -> None:
    _program, verb, *words = line.split()
    command = import_module(VERBS[verb]).command
    needed = [one for one in command.params if isinstance(one, click.Option) and one.required]
    assert [one.name for one in needed if not set(one.opts) & set(words)] == []
    known = {name for one in command.params for name in one.opts}
    assert {word for word in words if word.startswith("--")} <= known
