"""The README names every verb, and the two commands of its first screen exist."""

from pathlib import Path

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
