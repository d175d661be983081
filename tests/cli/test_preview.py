"""The preview of a portal whose theme is being written: what keeps a page from being made is told, and passes."""

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from starlette.types import Message

from ppidgen.cli import language
from ppidgen.cli.preview import Preview
from ppidgen.cli.verbs import serve
from ppidgen.options import Options
from ppidgen.theme import built_in
from tests.portals.laying import SOUND, lay


def finished(work: Coroutine[None, None, None]) -> None:
    """Run it in a thread of its own: a browser that other tests keep open has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


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
    finished(preview.application("localhost")(scope, receive, send))
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


def test_a_portal_that_begins_with_an_error_shows_the_error_instead_of_an_empty_page(tmp_path: Path) -> None:
    portal = lay(tmp_path / "portal", SOUND)
    lay(portal, {"content/situs.yaml": "judul: [<b>PPID\n"})
    language.use("id")
    preview = Preview(portal, lambda: Options(date(2026, 1, 31), processes=1))
    preview.show(preview.read())
    status, page = asked(preview, "/informasi/apa-saja/")
    assert status == 503
    assert "content/situs.yaml:1:" in page.decode()
    assert "Perbaiki yang disebut di bawah, lalu simpan" in page.decode()
    assert b"<b>PPID" not in page


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_so():  # noqa: ASYNC110 - what is waited for is a state, and nobody tells of it
            await asyncio.sleep(0.02)


@pytest.mark.slow
def test_a_folder_that_goes_and_comes_back_is_watched_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_IDLE", 0.1)
    portal = lay(tmp_path / "portal", SOUND)
    preview = Preview(portal, lambda: Options(date(2026, 1, 31), processes=1))

    async def watched() -> None:
        watching = asyncio.create_task(serve._watch(preview))
        await asyncio.sleep(1)
        shutil.rmtree(portal / "content")
        await until(lambda: "SUM055" in preview.state.faults)
        lay(portal, SOUND)
        await until(lambda: not preview.state.faults)
        before = preview.state.version
        lay(portal, {"content/situs.yaml": "judul: PPID Baru\n"})
        await until(lambda: preview.state.version != before)
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    preview.show(preview.read())
    finished(watched())
    assert preview.state.faults == ""
