"""The reader that looks at a site again and again would see what must not be."""

from pathlib import Path

import pytest

from ppidgen.publish import over
from tests.crash.reading import torn_looks

pytestmark = pytest.mark.slow


def test_a_page_written_over_while_it_is_read_would_be_found_out(
    swift_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(over, "_is_unread", lambda _handle: True)
    assert any("a reader saw" in one for one in torn_looks(swift_path / "a", 200))
