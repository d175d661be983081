"""The preview of a portal whose theme is being written: what keeps a page from being made is told, and passes."""

import asyncio
import shutil
from datetime import date
from pathlib import Path

import pytest
from starlette.types import Message

from ppidgen.cli.preview import Preview
from ppidgen.pipeline import Options
from ppidgen.theme import built_in
from tests.portals.laying import SOUND, lay


def asked(preview: Preview, path: str) -> tuple[int, bytes]:
    """Ask the preview for a page as a browser on this machine does; give the status and what it sends."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(b"host", b"localhost")], "root_path": "",
    }  # fmt: skip
    asyncio.run(preview.application("localhost")(scope, receive, send))
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:])


def test_a_template_that_cannot_be_used_is_told_in_the_browser_and_mended_by_the_next_save(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    portal, theme = lay(tmp_path / "portal", SOUND), tmp_path / "tema"
    shutil.copytree(built_in(), theme)
    layout = theme / "layout.html"
    sound = layout.read_text(encoding="utf-8")
    preview = Preview(portal, lambda: Options(date(2026, 1, 31), theme=theme, processes=1))
    layout.write_text(sound + "{{ 1 + 'a' }}", encoding="utf-8")
    preview.show(preview.read())
    status, page = asked(preview, "/")
    assert status == 500
    assert b"reload.js" in page
    assert "MSN030" in preview.state.faults
    assert capsys.readouterr().err.count("MSN030") == 1
    preview.show(preview.audit())
    assert "MSN030" in preview.state.faults, "what is looked through aside must not take it for mended"
    layout.write_text(sound, encoding="utf-8")
    preview.show(preview.read(is_theme_changed=True))
    assert preview.state.faults == ""
    assert asked(preview, "/")[0] == 200
