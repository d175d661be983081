"""A portal whose every text is hostile: the specimen's registers with payloads behind each text that takes them."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ppidgen.model import registers as reg
from ppidgen.model.binding import bind_file
from tests.site.payloads import PAYLOADS

TOGETHER = 4
ALL = tuple(PAYLOADS.values())
Leaf = tuple[Any, Any, str]  # what holds the text, under which key or number, and the keys that lead there


@dataclass(slots=True)
class Planting:
    """What was planted where; `turn` moves every payload on, so that in as many turns each field has had each."""

    turn: int = 0
    leaves: int = 0
    pairs: set[tuple[str, int]] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    refusing: set[str] = field(default_factory=set)

    @property
    def fields(self) -> set[str]:
        """Name the fields that took a payload."""
        return {name for name, _ in self.pairs}

    def portal(self, content: Path) -> None:
        """Plant in every register file, CSV document and Markdown text below `content`, in place."""
        for register in reg.REGISTERS:
            single = content / f"{register.name}.yaml"
            found = [single] if register.single else sorted((content / register.name).rglob("*"))
            for path in found:
                if path.suffix in {".yaml", ".md"} and path.exists():
                    self._register(path, path.relative_to(content.parent).as_posix(), register)
        for number, path in enumerate(sorted((content / reg.FILES).rglob("*.csv"))):
            path.write_text(_hostile_table(path.read_text(encoding="utf-8"), number), encoding="utf-8")

    def _register(self, path: Path, name: str, register: reg.Register) -> None:
        head, fence, body = _parts(path)
        values = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        before = _codes(name, path.read_bytes(), register)
        for holder, key, where in _leaves(values, register.name):
            self._leaf(holder, key, where, lambda: _codes(name, _whole(values, fence, body), register) <= before)
        if body.strip():
            body += "\n\n" + "\n\n".join(ALL)
            self._planted(f"{register.name}:{reg.BODY_KEY}", range(len(ALL)))
        path.write_bytes(_whole(values, fence, body))

    def _leaf(self, holder: Any, key: Any, where: str, is_taken: Callable[[], bool]) -> None:
        old = holder[key]
        if where in self.refusing or (_names_something(old) and self.leaves % 5):
            self.leaves += 1
            return
        first = (self.leaves + self.turn) * TOGETHER
        numbers = [(first + step) % len(ALL) for step in range(TOGETHER)]
        self.leaves += 1
        self.tried.add(where)
        for chosen in (numbers, numbers[:1]):
            for text in (" ".join([old, *(ALL[one] for one in chosen)]), " ".join(ALL[one] for one in chosen)):
                holder[key] = text
                if is_taken():
                    self._planted(where, chosen)
                    return
        holder[key] = old
        if not any(name == where for name, _ in self.pairs):
            self.refusing.add(where)

    def _planted(self, where: str, numbers: Sequence[int]) -> None:
        self.pairs.update((where, one) for one in numbers)


def _names_something(text: str) -> bool:
    """Say whether a text looks like an id, path, day or choice: most of those stay, or the portal would fall apart."""
    return " " not in text


def _parts(path: Path) -> tuple[str, str, str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        return text, "", ""
    _, head, body = text.split("---\n", 2)
    return head, "---\n", body


def _whole(values: object, fence: str, body: str) -> bytes:
    head = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{fence}{head}{fence}{body}".encode()


def _codes(path: str, raw: bytes, register: reg.Register) -> set[str]:
    return {one.code for one in bind_file(path, raw, register).findings}


def _leaves(node: Any, where: str) -> Iterator[Leaf]:
    """Give every text in what a register says; numbers of lists are left out of the names."""
    items = enumerate(node) if isinstance(node, list) else list(node.items()) if isinstance(node, dict) else ()
    for key, value in items:
        name = where if isinstance(key, int) else f"{where}.{key}"
        if isinstance(value, str):
            yield node, key, name
        else:
            yield from _leaves(value, name)


def _hostile_table(text: str, number: int) -> str:
    rows = list(csv.reader(io.StringIO(text)))
    for at, row in enumerate(rows[:40]):
        rows[at] = [f"{cell} {ALL[(number + at + place) % len(ALL)]}" for place, cell in enumerate(row)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
