"""On what day a portal is judged, and which days nobody may mean."""

from datetime import date
from pathlib import Path

import click
import pytest

from ppidgen.cli.moment import EPOCH, day_of_judgement


@pytest.mark.parametrize(
    "seconds",
    ["yesterday", "9" * 30, "1e9", "0", "1", "315532800", "4133980800", "253402300799", "-1"],
)
def test_an_epoch_that_tells_no_day_of_the_law_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv(EPOCH, seconds)
    with pytest.raises(click.UsageError, match=EPOCH):
        day_of_judgement(tmp_path, None)
    assert day_of_judgement(tmp_path, date(2026, 1, 31)) == date(2026, 1, 31)


@pytest.mark.parametrize(("seconds", "day"), [("1262278800", date(2010, 1, 1)), ("4133894400", date(2100, 12, 31))])
def test_the_first_and_the_last_day_are_the_bodys_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: str, day: date
) -> None:
    monkeypatch.setenv(EPOCH, seconds)
    assert day_of_judgement(tmp_path, None) == day
