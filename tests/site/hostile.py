"""A portal whose every text is hostile: the specimen's registers with payloads behind each text that takes them."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.binding import bind_file
from tests.site.payloads import PAYLOADS

ALL = tuple(PAYLOADS.values())
Leaf = tuple[Any, Any, str]  # what holds the text, under which key or number, and the keys that lead there


@dataclass(slots=True)
class Planting:
    """What was planted where: so many payloads in a text `together`, of which each `turn` takes the next."""

    together: int = 4
    turn: int = 0
    leaves: int = 0
    pairs: set[tuple[str, int]] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    refused: set[tuple[str, int]] = field(default_factory=set)
    refusing: set[str] = field(default_factory=set)
    naming: set[str] = field(default_factory=set)

    @property
    def fields(self) -> set[str]:
        """Name the fields that took a payload."""
        return {name for name, _ in self.pairs}

    @property
    def share_refused(self) -> float:
        """Give the share of what was tried in texts that a field never took; ids, days and choices are no texts."""
        texts = {(name, one) for name, one in self.refused - self.pairs if name not in self.naming}
        return len(texts) / (len(texts) + len(self.pairs))

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
        found = list(_leaves(values, register.name))

        def is_taken() -> bool:
            return _codes(name, _whole(values, fence, body), register) <= before

        # Most sentences of a file take a payload each, all at once; the file is read once for them.
        together = [leaf for leaf in found if self._is_free(leaf)]
        if not self._all(together, is_taken):
            together = []
        done = {(id(holder), key) for holder, key, _ in together}
        for holder, key, where in found:
            if (id(holder), key) not in done:
                self._leaf(holder, key, where, is_taken)
        if body.strip():
            body += "\n\n" + "\n\n".join(ALL)
            self._planted(f"{register.name}:{reg.BODY_KEY}", range(len(ALL)))
        path.write_bytes(_whole(values, fence, body))

    def _is_free(self, leaf: Leaf) -> bool:
        holder, key, where = leaf
        return where not in self.refusing and not _names_something(holder[key])

    def _numbers(self) -> list[int]:
        """Choose the payloads of the next text."""
        first = (self.leaves + self.turn) * self.together
        self.leaves += 1
        return [(first + step) % len(ALL) for step in range(self.together)]

    def _all(self, leaves: Sequence[Leaf], is_taken: Callable[[], bool]) -> bool:
        """Plant in all of these texts at once, or in none when one refuses."""
        old = [holder[key] for holder, key, _ in leaves]
        chosen = [self._numbers() for _ in leaves]
        for (holder, key, _), text, numbers in zip(leaves, old, chosen, strict=True):
            holder[key] = " ".join([text, *(ALL[one] for one in numbers)])
        if is_taken():
            for (_, _, where), numbers in zip(leaves, chosen, strict=True):
                self.tried.add(where)
                self._planted(where, numbers)
            return True
        for (holder, key, _), text in zip(leaves, old, strict=True):
            holder[key] = text
        return False

    def _leaf(self, holder: Any, key: Any, where: str, is_taken: Callable[[], bool]) -> None:
        old = holder[key]
        if where in self.refusing or (_names_something(old) and (self.leaves + self.turn) % 5):
            self.leaves += 1
            return
        numbers = self._numbers()
        self.tried.add(where)
        for chosen in (numbers, numbers[:1]):
            for text in (" ".join([old, *(ALL[one] for one in chosen)]), " ".join(ALL[one] for one in chosen)):
                holder[key] = text
                if is_taken():
                    self._planted(where, chosen)
                    return
        holder[key] = old
        self.refused.update((where, one) for one in numbers)
        if _names_something(old):
            self.naming.add(where)
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
    head = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
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
