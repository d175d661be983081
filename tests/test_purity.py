"""From text to the files of a site nothing is asked of the machine: no clock, environment, file, network or chance.

Every function of C that the interpreter calls on the way is looked at, under whatever name a module imported it, so
`from datetime import date` hides nothing. Only the loading of modules may touch files, and only pydantic's search for
plugins, when it builds a validator, the environment.
"""

import builtins
import gc
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import FrameType

import pytest

from ppidgen.exchange.export import site_workbooks
from ppidgen.making.audit import attachments
from ppidgen.making.rendering import path_of, rendering_of
from ppidgen.making.workers import compose_all
from ppidgen.model.portal.sheet import packed, read_sheet
from ppidgen.model.portal.withheld import withheld_by
from ppidgen.options import Options
from ppidgen.pages import data_files, shells
from ppidgen.publish.plan import Address, DocumentCopy, clashes, leaks_of
from ppidgen.reading.files import ATTACHED, is_attachment, register_files
from ppidgen.reading.records import bind
from ppidgen.reading.shipped import Shipped, shipped
from ppidgen.reading.study import Study
from ppidgen.reading.study import study as study_of
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.files import read_tree
from ppidgen.source.tree import SourceTree
from ppidgen.theme import Theme, built_in, load
from tests.source.in_memory import memory_tree

# By module: the system, whose every function is an effect but for those that only know about names; and clocks.
SYSTEM = frozenset({"posix", "nt", "_socket", "_posixsubprocess", "_ssl", "select", "fcntl"})
KNOWS_ONLY_NAMES = frozenset({"fspath", "_path_normpath", "_path_splitroot", "_path_splitroot_ex"})
NAMED = frozenset(
    {
        "io.open", "_io.open", "_io.open_code", "time.time", "time.time_ns", "time.localtime", "time.gmtime",
        "time.monotonic", "time.perf_counter", "time.sleep", "time.strftime", "_random.Random.random",
        "_random.Random.getrandbits", "_random.Random.seed",
    }
)  # fmt: skip
CLOCKS = frozenset({(date, "today"), (datetime, "today"), (datetime, "now"), (datetime, "utcnow")})
LOADERS = frozenset({"importlib._bootstrap", "pydantic.plugin._loader"})


class EffectError(BaseException):
    """Somebody asked the machine for something; no `except Exception` on the way may hide it."""


def name_of(function: object) -> str:
    home = getattr(function, "__self__", None)
    if isinstance(home, type):
        return f"{home.__module__}.{home.__qualname__}.{getattr(function, '__name__', '')}"
    module = getattr(function, "__module__", None) or getattr(type(home), "__module__", "")
    return f"{module}.{getattr(function, '__qualname__', '')}"


def is_effect(function: object) -> bool:
    home, name = getattr(function, "__self__", None), getattr(function, "__name__", "")
    if isinstance(home, type) and (home, name) in CLOCKS:
        return True
    module = getattr(home, "__name__", "") if not isinstance(home, type) else home.__module__
    if isinstance(home, random.Random) or type(home).__module__ in SYSTEM:
        return True
    return (module in SYSTEM and name not in KNOWS_ONLY_NAMES) or name_of(function) in NAMED


def is_loading(frame: FrameType | None) -> bool:
    """Say whether code is being loaded here."""
    while frame is not None:
        if frame.f_globals.get("__name__") in LOADERS:
            return True
        frame = frame.f_back
    return False


ENVIRONMENT = frozenset(
    method.__code__ for method in vars(type(os.environ)).values() if hasattr(method, "__code__")
)  # a mapping written in Python


def watch(frame: FrameType, event: str, argument: object) -> None:
    asked = (event == "c_call" and is_effect(argument)) or (event == "call" and frame.f_code in ENVIRONMENT)
    if asked and not is_loading(frame):
        what = name_of(argument) if event == "c_call" else "os.environ"
        raise EffectError(f"{what}, called in {frame.f_code.co_filename}:{frame.f_lineno}")


@contextmanager
def without_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every question to the machine end in an EffectError."""

    def refuse(*_arguments: object, **_named: object) -> object:
        raise EffectError("a function that was replaced")

    with monkeypatch.context() as replaced:
        for home, name in (
            (builtins, "open"), (os, "open"), (time, "time"), (socket, "socket"),
            (subprocess, "Popen"), (random, "random"), (threading, "Thread"),
        ):  # fmt: skip
            replaced.setattr(home, name, refuse)
        before = sys.getprofile()
        gc.disable()  # the collector calls what others hung into it, and hypothesis's part asks a clock
        sys.setprofile(watch)
        try:
            yield
        finally:
            sys.setprofile(before)
            gc.enable()


EFFECTS: Mapping[str, Callable[[], object]] = {
    "today": date.today,
    "now": lambda: datetime.now(UTC),
    "time": time.time,
    "monotonic": time.monotonic,
    "open": lambda: open("x"),  # noqa: SIM115, PTH123 - never opened
    "Path.read_text": lambda: Path("x").read_text(encoding="utf-8"),
    "Path.exists": Path("x").exists,
    "listdir": lambda: os.listdir("/"),  # noqa: PTH208 - as above
    "getcwd": os.getcwd,
    "environment": lambda: os.environ["PATH"],
    "environment asked": lambda: os.environ.get("PATH"),
    "socket": lambda: socket.socket(socket.AF_INET),
    "resolve": lambda: socket.gethostbyname("localhost"),
    "program": lambda: subprocess.run(["true"], check=True),
    "chance": random.random,
    "own chance": lambda: random.Random(1).random(),  # noqa: S311 - as above
    "urandom": lambda: os.urandom(1),
    "process": os.getpid,
}


@pytest.mark.parametrize("effect", EFFECTS)
def test_the_watch_notices_every_kind_of_effect(effect: str, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        with without_machine(monkeypatch):
            EFFECTS[effect]()
    except EffectError:
        return
    pytest.fail("nothing was noticed")


def in_memory(repository: Path) -> tuple[SourceTree, dict[str, DocumentFacts]]:
    """Give the specimen portal as it would be without a disk, and made-up facts of its documents."""
    found = read_tree(repository).value
    attached = [path for path in found.files if is_attachment(path)]
    texts = {path: found.reader.read(path) for path in found.files if path not in attached}
    tree = memory_tree({**texts, **dict.fromkeys(attached, b"")})
    return tree, {path: facts_of(path) for path in (path.removeprefix(ATTACHED) for path in attached)}


def facts_of(path: str) -> DocumentFacts:
    kind = path.rpartition(".")[2]
    return DocumentFacts(path, 5, "0" * 64, kind, 1, readable=True, ending=kind)


def site_of(
    tree: SourceTree, facts: Mapping[str, DocumentFacts], theme: Theme, given: tuple[Shipped, Options]
) -> tuple[Study, dict[str, bytes], tuple[DocumentCopy, ...]]:
    """Go the whole way from register text to the files of a site and the documents beside them."""
    sheets = [
        (file, register, packed(read_sheet(file.path, tree.reader.read(file.path), register)))
        for file, register in register_files(tree)
    ]
    study = study_of(tree, bind(tree, sheets), facts, *given)
    drawn_with = rendering_of(theme, shells(study.public))
    pages = [(path_of(one.address), drawn_with.renderer.render(one)) for one in compose_all(study.public)]
    files = pages + [(extra.path, extra.content) for extra in (*drawn_with.assets, *data_files(study.public))]
    copies = attachments(study.public, Path("/nowhere"))
    assert list(clashes([*(Address(path) for path, _ in files), *copies])) == []
    withheld = withheld_by(study.context.portal.exemptions)
    assert [leak for copy in copies for leak in leaks_of(copy, withheld)] == []
    return study, dict(files), copies


@pytest.mark.slow
def test_from_text_to_site_nothing_is_asked_of_the_machine(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree, facts = in_memory(repository)
    theme = load(built_in("baku"))
    given = (shipped("id"), Options(date(2026, 1, 31), processes=1))
    with without_machine(monkeypatch):
        study, files, copies = site_of(tree, facts, theme, given)
    assert len(study.context.portal.information) > 100
    assert len(files) > 400
    assert copies
    assert b"Kabupaten Contoh" in files["index.html"]
    assert site_workbooks(study.public)  # their writer has a temporary folder of its own, so they stand outside
