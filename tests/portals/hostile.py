"""Registers, values, names and files made to harm or deceive: `python -m tests.portals.hostile [--every N]`.

Each case is laid over a sound portal and checked in a process of its own, within 2 s of CPU and 256 MB. A case that is
to be refused must be told as an error with file and line (a file as a whole has none), a case that is to be kept must
yield no error, and what was typed must be what the record says. Ends with 1 when one fares otherwise.
"""

import os
import socket
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.records.information import InformationEntry
from tests.fuzz.bounded import CPU_SECONDS, MEGABYTES, Ending, bounded
from tests.portals.hostile_texts import (
    BAD_FIELDS,
    BAD_PATHS,
    BAD_TEXTS,
    BAD_VALUES,
    ENCODED_BADLY,
    ENCODED_WELL,
    GOOD_FIELDS,
    GOOD_TEXTS,
    GOOD_VALUES,
)
from tests.portals.laying import ENTRY_TEXT, SOUND, Content, check, lay
from tests.portals.trial import one_of, summed_up

FOLDER = "content/informasi/bpkad"
PLACE = f"{FOLDER}/lain.yaml"
_INFORMATION = next(register for register in reg.REGISTERS if register.name == "informasi")
_SPARSE = 2 << 30
# What is told of a file as a whole: too large, of another kind, an odd name, no file at all.
_OF_WHOLE = ("SUM028", "SUM05", "RUJ011", "RUJ005", "SKM015")


class Case(NamedTuple):
    """Files to lay, whether one of them is to be refused, and the title that a kept one is to have ("": any)."""

    files: Mapping[str, Content]
    is_refused: bool
    title: str = ""


def cases() -> Iterator[tuple[str, Case]]:
    """Give every case by its name."""
    for name, text in BAD_TEXTS.items():
        yield f"text: {name}", Case({PLACE: text}, is_refused=True)
    for name, text in GOOD_TEXTS.items():
        yield f"text: {name}", Case({PLACE: text}, is_refused=False, title="Laporan")
    for name, raw in (*ENCODED_BADLY.items(), *ENCODED_WELL.items()):
        yield f"encoding: {name}", Case({PLACE: raw}, is_refused=name in ENCODED_BADLY)
    for value in BAD_VALUES:
        yield f"value: {value[:40]!r}", Case({PLACE: f"judul: {value}\nkategori: berkala\n"}, is_refused=True)
    for value, title in GOOD_VALUES:
        text = f"judul: {value}\nkategori: berkala\n"
        yield f"value: {value[:40]!r}", Case({PLACE: text}, is_refused=False, title=title)
    for key, values in (*BAD_FIELDS, *GOOD_FIELDS):
        for value in values:
            text = f"{ENTRY_TEXT}{key}: {value}\n"
            yield f"field: {key}: {value[:40]!r}", Case({PLACE: text}, is_refused=(key, values) in BAD_FIELDS)
    for path in BAD_PATHS:
        text = f"{ENTRY_TEXT}dokumen:\n  - judul: A\n    berkas: {path}\n"
        yield f"path: {path[:40]!r}", Case({PLACE: text}, is_refused=True)
    for name, files in (*_NAMES.items(), *_SPECIAL.items()):
        yield f"file: {name}", Case(files, is_refused=name not in _UNSEEN)


def _link(target: str) -> Content:
    return lambda path: path.symlink_to(target)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(_SPARSE)


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have only a hundred letters
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)
    os.chdir(before)


def _zeros(path: Path) -> None:
    os.mkfifo(path) if os.geteuid() else os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))


_NAMES: Mapping[str, Mapping[str, Content]] = {
    name: {f"{FOLDER}/{name}": ENTRY_TEXT}
    for name in (
        "a b.yaml", "Besar.yaml", "con.yaml", "aux.yaml", "a..yaml", "..yaml", "baris\nbaru.yaml", "caf\u00e9.yaml",
        "cafe\u0301.yaml", "a" * 230 + ".yaml", "a.YAML", "a.json", "a.yaml.bak", "a.yaml~", "-a.yaml", "a:b.yaml",
        "a\\b.yaml", "a\u202eb.yaml", "a\u200bb.yaml", "\u0430.yaml", "a%2fb.yaml", "a&b.yaml", "<b>.yaml", "a'b.yaml",
        "a;b.yaml", "$(id).yaml", "::error::.yaml", "\udcff.yaml", ".tersembunyi.yaml", "a.txt", "a", "a?.yaml",
        "a*.yaml", "a.yaml.exe", "\x1b[31m.yaml", " a.yaml", "a .yaml", "__proto__.yaml", "lkpd-2024.yml", "=1+1.yaml",
    )
} | {"two that differ in case": {f"{FOLDER}/LKPD-2024.yaml": ENTRY_TEXT}}  # fmt: skip
_SPECIAL: Mapping[str, Mapping[str, Content]] = {
    "link to a secret": {PLACE: _link("/etc/passwd")},
    "link to a neighbour": {PLACE: _link("lkpd-2024.yaml")},
    "link to itself": {PLACE: _link("lain.yaml")},
    "link to nothing": {PLACE: _link("tidak-ada")},
    "link to a folder": {f"{FOLDER}/lain": _link("/etc")},
    "link to its own folder": {f"{FOLDER}/lain": _link(".")},
    "link to the processes": {f"{FOLDER}/lain": _link("/proc/self")},
    "pipe": {PLACE: os.mkfifo},
    "socket": {PLACE: _socket},
    "device": {PLACE: _zeros},
    "folder with the name of a file": {PLACE: lambda path: path.mkdir()},
    "sparse file of 2 GB": {PLACE: _sparse},
    "file of 1 MB and a byte": {PLACE: ENTRY_TEXT + "#" * 1_000_001},
    "document that is a link": {
        "content/berkas/a.pdf": _link("/etc/passwd"), PLACE: f"{ENTRY_TEXT}dokumen: [{{judul: A, berkas: a.pdf}}]\n"
    },
    "document that is a pipe": {
        "content/berkas/a.pdf": os.mkfifo, PLACE: f"{ENTRY_TEXT}dokumen: [{{judul: A, berkas: a.pdf}}]\n"
    },
    "folders in 40 levels": {"content/informasi/" + "a/" * 40 + "x.yaml": ENTRY_TEXT},
    "register that is a file": {"content/berita": "judul: A\n"},
    "register that nobody knows": {"content/informas/a.yaml": ENTRY_TEXT},
    "register in capitals": {"content/Informasi/a.yaml": ENTRY_TEXT},
    "file of another system": {"content/Thumbs.db": b"\x00", "content/.DS_Store": b"\x00"},
}  # fmt: skip
# Files that no register is made of and that editors and systems leave about.
_UNSEEN = frozenset({
    ".tersembunyi.yaml", "..yaml", "a.yaml.bak", "a.yaml~", "file of another system", "folder with the name of a file",
})  # fmt: skip


def wrong_with(case: Case) -> str:
    """Lay a case, check the portal, and say what fares otherwise than it is to; "" when all is well."""
    with tempfile.TemporaryDirectory() as folder:
        portal = lay(Path(folder), {**SOUND, **case.files})
        told = check(portal)
        if told.code not in {0, 1} or told.err:
            return f"code {told.code}: {told.err[-2_000:]}"
        refusals = [one for one in told.findings if one["severity"] == "galat"]
        without = [one["code"] for one in refusals if not one["line"] and not one["code"].startswith(_OF_WHOLE)]
        if without:
            return f"told without a line: {without}"
        if bool(refusals) != case.is_refused:
            return f"refused: {[(one['code'], one['path'], one['line'], one['message']) for one in refusals]}"
        return _other_than(case.title, portal) if case.title else ""


def _other_than(title: str, portal: Path) -> str:
    (record,) = bind_file(PLACE, (portal / PLACE).read_bytes(), _INFORMATION).value.records
    assert isinstance(record, InformationEntry)
    return "" if record.title == title else f"{title!r} came out as {record.title!r}"


def ran(chosen: Sequence[tuple[str, Case]]) -> Iterator[tuple[str, Ending]]:
    """Run cases, each in a child of its own."""
    with tempfile.TemporaryDirectory() as folder:  # loads everything once, for all children
        check(lay(Path(folder), SOUND))
    for name, case in chosen:
        yield name, bounded(partial(wrong_with, case))


if __name__ == "__main__":
    sys.exit(summed_up(ran(list(cases())[:: one_of(__doc__)]), CPU_SECONDS, MEGABYTES))
