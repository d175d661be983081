"""Imports cut off at any moment: files of the officer stay as they are, new ones are whole or not there.

Each function gives what was wrong, "" for each blow that did no harm; the next import then puts in all and leaves no
litter.
"""

import errno
import os
import random
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.placing import place_files
from tests.crash.power import recorded
from tests.crash.striking import refusing, strike
from tests.publish.sites import contents, in_child

HERE = {"content/situs.yaml": b"judul: A\n", "content/informasi/ada.yaml": b"judul: Suntingan\n"}
RECORD, OLD_RECORD = "impor/riwayat.txt", b"lama\n"
NEW = {
    "content/informasi/ada.yaml": "judul: Dari tabel\n",
    "content/informasi/baru.yaml": "judul: Baru\n",
    **{f"content/informasi/bpkad/l{number}.yaml": f"judul: Laporan {number}\n" for number in range(3)},
    **{f"content/unit/u{number}.yaml": f"nama: Unit {number}\n" for number in range(3)},
    "impor/peta.yaml": "kolom: []\n",
}
LAST = {RECORD: "lama\nbaru\n"}
MANY = {f"content/nihil/n{number}.yaml": f"judul: Nihil {number}\n" for number in range(70)}  # synced as one
_STRUCK, _WRONG_WORD, _MOST = 2, 3, 1_000
_AFTER = {path: text.encode() for path, text in {**NEW, **LAST}.items()} | HERE


def _portals(folder: Path) -> Iterator[Path]:
    for number in range(_MOST):
        root = folder / str(number)
        for path, content in {**HERE, RECORD: OLD_RECORD}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        yield root


def place(root: Path, *, many: bool = False) -> object:
    """Import into a portal."""
    return place_files(str(root), {**NEW, **(MANY if many else {})}, LAST)


def killed(folder: Path) -> Iterator[str]:
    """Kill an import at each of its system calls."""
    for at, root in enumerate(_portals(folder), 1):
        if in_child(partial(_killed, root, at)) == 0:
            return
        yield _wrong(root, f"killed at call {at}") or _recovered(root)


def _killed(root: Path, at: int) -> None:
    strike(at, lambda: os.kill(os.getpid(), signal.SIGKILL))
    place(root)


def refused(folder: Path, code: int = errno.ENOSPC) -> Iterator[str]:
    """Refuse each system call of an import in turn: then all is as before, or all is done."""
    before = {**HERE, RECORD: OLD_RECORD}
    for at, root in enumerate(_portals(folder), 1):
        ended = in_child(partial(_refused, root, at, code))
        if ended == 0:
            return
        if ended != _STRUCK:
            yield f"refused at call {at}: code {ended}"
        yield "" if _files(root) in (before, _AFTER) else f"refused at call {at}: half an import is left"


def _refused(root: Path, at: int, code: int) -> None:
    was_struck = strike(at, refusing(code))
    try:
        place(root)
    except MachineFault as fault:
        os._exit(_STRUCK if fault.code == "MSN001" and fault.data["path"] else _WRONG_WORD)
    os._exit(_STRUCK if was_struck() else 0)


def cut(folder: Path, cuts: int) -> Iterator[str]:
    """Cut the power after each change in turn; once success was said, all must be there."""
    dice = random.Random(100)  # noqa: S311 a repeatable order, not a secret
    roots = _portals(folder)
    for turn in range(cuts):
        root = next(roots)
        with recorded(root) as recorder:
            place(root, many=bool(turn % 2))
        last = len(recorder.changes)
        at = dice.randint(0, last) if turn % 5 else last
        after = folder / f"{turn}-sesudah"
        recorder.after(at, dice).lay(recorder.top, after)
        wrong = _wrong(after, f"cut {turn} after change {at} of {last}")
        lost = at == last and not _files(after).items() >= _AFTER.items()
        yield wrong or (f"cut {turn}: lost after success" if lost else _recovered(after))


def _files(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in contents(root).items() if not path.startswith(".ppidgen/")}


def _wrong(root: Path, when: str) -> str:
    """Say what is torn, overwritten or lost; the history names nothing that is not there."""
    found = _files(root)
    whole = {path: text.encode() for path, text in {**NEW, **MANY}.items()} | HERE
    torn = [path for path, content in found.items() if path in whole and content != whole[path]]
    lost = [path for path in HERE if path not in found]
    is_ahead = found[RECORD] != OLD_RECORD and not found.items() >= _AFTER.items()
    return f"{when}: torn {torn}, lost {lost}, history ahead {is_ahead}" if torn or lost or is_ahead else ""


def _recovered(root: Path) -> str:
    place(root)
    litter = [path for path in contents(root) if path.startswith(".ppidgen/import/")]
    return "" if _files(root).items() >= _AFTER.items() and not litter else f"not recovered: {root.name} {litter}"


RUNS: dict[str, Callable[[Path, int], Iterator[str]]] = {
    "an import killed at each call": lambda folder, _: killed(folder),
    "an import refused at each call": lambda folder, _: refused(folder),
    "an import and power cuts": cut,
}
