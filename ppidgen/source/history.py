"""EDGE. A portal as an earlier commit had it: git's plumbing asked from outside, no hook and no setting of the target.

The objects and names of the repository are read through an empty git folder of our own, so that nothing that the
target's configuration names is ever run.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import told
from ppidgen.source.files import CONTENT

_PATIENCE = 60
_REGULAR = ("100644", "100755")
_LINE = 2
_SHORT = 10
_HERE = "HEAD"
NO_COMMIT = "MSN050"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: its full name, the tree of the portal's content, the day it was made where its author was."""

    id: str
    tree: str
    day: date
    name: str = ""


class History:
    """The commits of the repository in which a portal lies; open it with `opened`."""

    def __init__(self, git_folder: Path, prefix: str) -> None:
        self._folder = git_folder
        self._prefix = prefix

    @property
    def is_cut_off(self) -> bool:
        """Say whether older commits were left out when the repository was copied (`git clone --depth`)."""
        return (self._folder / "shallow").exists()

    def commit(self, revision: str) -> Commit:
        """Find a commit by any name that git knows; raises MachineFault when there is none."""
        found = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", name=revision
        )
        return self._known(found.decode("ascii").strip(), revision)

    def tags(self) -> tuple[Commit, ...]:
        """Give the commits of all tags, the oldest first."""
        listed = self._git("for-each-ref", "--format=%(refname:short)", "refs/tags").decode("utf-8", "replace")
        found = (self.commit(name) for name in listed.splitlines() if name and self._has_content(name))
        return tuple(sorted(found, key=lambda one: (one.day, one.name)))

    def months(self) -> tuple[Commit, ...]:
        """Give the last commit of each month on the line of the current one, the oldest first."""
        listed = self._git("rev-list", "--first-parent", "--timestamp", _HERE, name=_HERE).decode("ascii")
        last: dict[str, str] = {}
        for line in listed.splitlines():
            seconds, _, name = line.partition(" ")
            last.setdefault(datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m"), name)
        return tuple(self._known(last[month], month) for month in sorted(last) if self._has_content(last[month]))

    def commits(self) -> tuple[Commit, ...]:
        """Give the commits on the line of the current one that changed the portal's content, the oldest first."""
        content = f"{self._prefix}{CONTENT}"
        listed = self._git("rev-list", "--first-parent", "--reverse", _HERE, "--", content, name=_HERE)
        names = listed.decode("ascii").splitlines()
        return tuple(self._known(name, name[:_SHORT]) for name in names if self._has_content(name))

    def files(self, commit: Commit) -> Mapping[str, str]:
        """Give the id of each regular file below content/ by its path in the portal."""
        raw = self._git("ls-tree", "-r", "-z", "--full-tree", f"{commit.id}:{self._prefix}{CONTENT}", name=commit.name)
        found: dict[str, str] = {}
        for line in raw.decode("utf-8", "surrogateescape").split("\0"):
            head, _, path = line.partition("\t")
            parts = head.split(" ")
            if path and parts[0] in _REGULAR:
                found[f"{CONTENT}/{path}"] = parts[_LINE]
        return found

    def contents(self, names: Iterator[str]) -> Iterator[bytes]:
        """Give the bytes of objects, in order."""
        asked = "".join(f"{name}\n" for name in names).encode("ascii")
        raw = self._git("cat-file", "--batch", given=asked)
        position = 0
        while position < len(raw):
            end = raw.index(b"\n", position)
            size = int(raw[position:end].rsplit(b" ", 1)[1])
            yield raw[end + 1 : end + 1 + size]
            position = end + size + 2

    def _known(self, name: str, asked: str) -> Commit:
        said = self._git("cat-file", "commit", name, name=asked).decode("utf-8", "replace")
        tree = self._git("rev-parse", "--verify", "--quiet", f"{name}:{self._prefix}{CONTENT}", name=asked)
        line = next(line for line in said.splitlines() if line.startswith("committer "))
        seconds, zone = line.rsplit(" ", 2)[1:]
        return Commit(name, tree.decode("ascii").strip(), _day(int(seconds), zone), asked)

    def _has_content(self, name: str) -> bool:
        """Say whether a commit has the portal's content at all; one from before its first day has not."""
        try:
            self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}:{self._prefix}{CONTENT}")
        except MachineFault as fault:
            if fault.code != NO_COMMIT:
                raise
            return False
        return True

    def _git(self, *arguments: str, given: bytes = b"", name: str = "") -> bytes:
        command = ["git", f"--git-dir={self._folder}", *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - a fixed verb; what is given by a user comes after --end-of-options
                command, input=given, capture_output=True, check=False, timeout=_PATIENCE, env=_environment(),
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise MachineFault("MSN051", {"reason": type(error).__name__}) from error
        if done.returncode:
            raise MachineFault(NO_COMMIT, {"value": name or " ".join(arguments[:1])})
        return done.stdout


def _day(seconds: int, zone: str) -> date:
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    offset = timedelta(minutes=-minutes if zone.startswith("-") else minutes)
    return datetime.fromtimestamp(seconds, timezone(offset)).date()


def _environment() -> dict[str, str]:
    """Give git nothing of this machine's settings: no configuration, no helper, no network."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }


@contextmanager
def opened(portal: Path) -> Iterator[History]:
    """Open the history of the repository in which a portal lies; raises MachineFault where there is none."""
    nothing = MachineFault(NO_COMMIT, {"value": str(portal)})
    try:
        found = _repository(portal.resolve())
    except (OSError, ValueError) as error:  # as where a worktree or a submodule was moved away from its repository
        raise nothing from error
    if found is None:
        raise nothing
    top, common, head = found
    with TemporaryDirectory(prefix="ppidgen-git-") as folder:
        ours = Path(folder)
        with told(folder):
            (ours / "HEAD").write_bytes(head)
            (ours / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n", encoding="utf-8")
            for name in ("objects", "refs", "packed-refs", "shallow"):
                if (common / name).exists():
                    (ours / name).symlink_to(common / name)
        prefix = portal.resolve().relative_to(top).as_posix()
        yield History(ours, "" if prefix == "." else f"{prefix}/")


def _repository(portal: Path) -> tuple[Path, Path, bytes] | None:
    """Give the top folder of the working tree, the shared git folder, and what is checked out in this working tree."""
    for top in (portal, *portal.parents):
        mark = top / ".git"
        if mark.is_dir():
            return top, mark, (mark / "HEAD").read_bytes()
        if mark.is_file():
            own = (top / mark.read_text(encoding="utf-8").removeprefix("gitdir:").strip()).resolve()
            common = own / "commondir"
            shared = (own / common.read_text(encoding="utf-8").strip()).resolve() if common.is_file() else own
            return top, shared, (own / "HEAD").read_bytes()
    return None


def lay_out(history: History, commit: Commit, folder: Path, known: Mapping[str, str]) -> Mapping[str, str]:
    """Bring a folder from the files `known` to those of a commit; what is unchanged is not touched."""
    wanted = history.files(commit)
    for path in known.keys() - wanted.keys():
        (folder / path).unlink(missing_ok=True)
    changed = sorted(path for path, name in wanted.items() if known.get(path) != name)
    for path, content in zip(changed, history.contents(wanted[path] for path in changed), strict=True):
        target = folder / path
        with told(str(target)):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return wanted
