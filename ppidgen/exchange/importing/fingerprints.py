"""How a row is recognised that was imported before: a digest of what stood in it, kept with the entry.

The history of imports (`impor/riwayat.txt`, one digest a line) keeps the digest also when the entry is deleted, so
that a later import does not bring back what an officer took away.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from ppidgen.diagnostics.shown import shown
from ppidgen.exchange.importing.body import Row
from ppidgen.exchange.wording import clean, one_line
from ppidgen.model.import_table import FOLDER, ImportWords

HISTORY = f"{FOLDER}/riwayat.txt"

_LENGTH = 12
_LONGEST_NAME = 200


class Fingerprints:
    """Gives each row of one sheet its digest; equal rows of one sheet are told apart by their order."""

    def __init__(self, register: str) -> None:
        self.register = register
        self._met: Counter[str] = Counter()

    def of(self, row: Row) -> str:
        """Give the digest of a row; its place in the file does not count."""
        text = "\x1f".join(one_line(clean(cell)) for cell in row.cells)
        self._met[text] += 1
        return self._digest(f"{text}\x1e{row.group}\x1e{self._met[text]}")

    def of_record(self, record_id: str) -> str:
        """Give the digest of a row of our own export, which is the same record whatever else was edited in it."""
        return self._digest(record_id)

    def _digest(self, text: str) -> str:
        whole = f"{self.register}\x1e{text}"
        return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def source_of(words: ImportWords, file: str, line: int, digest: str) -> str:
    """Write where an entry came from."""
    return words.source.format(file=shown(file, _LONGEST_NAME), row=line + 1, digest=digest)


def digests_in(text: str, words: ImportWords) -> frozenset[str]:
    """Give the digests that a register file names."""
    mark = re.escape(words.source.partition("{row}")[2]).replace(r"\{digest\}", f"([0-9a-f]{{{_LENGTH}}})")
    return frozenset(re.findall(mark, text))


def history_text(remembered: frozenset[str], known: Iterable[str], head: str) -> str:
    """Write the history of imports with the digests `known` now, "" where it holds them all already."""
    every = remembered.union(known)
    return "\n".join([f"# {head}", *sorted(every), ""]) if every != remembered else ""


def history_in(text: str) -> frozenset[str]:
    """Give the digests that a history of imports lists; lines that hold none are passed over."""
    return frozenset(re.findall(rf"^[0-9a-f]{{{_LENGTH}}}$", text, re.MULTILINE))
