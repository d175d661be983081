"""EDGE. What the portal holds already, and the plan of an import written into it."""

from pathlib import Path

from ppidgen.exchange.importing.fingerprints import HISTORY, digests_in, history_in
from ppidgen.exchange.importing.plan import Existing, ImportPlan
from ppidgen.exchange.placing import place_files
from ppidgen.model.import_table import ImportWords
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.records.unit import Unit
from ppidgen.source.files import never_linked, read_tree

_LONGEST_HISTORY = 20_000_000
_ENDINGS = (".yaml", ".yml", ".md")


def read_existing(root: Path, words: ImportWords, to: reg.Register) -> Existing:
    """Look through the registers that an import can write to, and keep the files of the one that it does write to."""
    tree = read_tree(root).value
    ids: dict[str, set[str]] = {
        register.name: set() for register in (reg.INFORMATION, reg.EXEMPTIONS, reg.UNITS, reg.CASES)
    }
    digests: set[str] = set()
    units: list[Unit] = []
    files: dict[str, bytes] = {}
    for path in tree.files:
        name = path.removeprefix(f"{reg.CONTENT}/").partition("/")[0]
        if name not in ids or not path.endswith(_ENDINGS):
            continue
        raw = tree.reader.read(path)
        if name == to.name:
            files[path] = raw
        ids[name].add(path.rpartition(".")[0].removeprefix(f"{reg.CONTENT}/{name}/"))
        digests |= digests_in(raw.decode("utf-8", "replace"), words)
        if name == reg.UNITS.name or raw.lstrip().startswith((b"-", b"#")):
            register = next(known for known in reg.REGISTERS if known.name == name)
            records = bind_file(path, raw, register).value.records
            ids[name] |= {record.id for record in records}
            units += [record for record in records if isinstance(record, Unit)]
    by_register = {name: frozenset(found) for name, found in ids.items()}
    return Existing(by_register, frozenset(digests), _remembered(root), tuple(units), files)


def _remembered(root: Path) -> frozenset[str]:
    """Read the history of imports; one that cannot be read brings back what was deleted, and hinders nothing."""
    try:
        with open(root / HISTORY, "rb", opener=never_linked) as file:
            return history_in(file.read(_LONGEST_HISTORY).decode("utf-8", "replace"))
    except OSError:
        return frozenset()


def apply(plan: ImportPlan, root: Path) -> tuple[str, ...]:
    """Write the files of a plan below `root`; give the paths written. A name taken meanwhile is left alone.

    The history comes last: an entry that it does not list yet is known by the digest that it carries.
    """
    texts = {write.path: write.text for write in plan.writes}
    if plan.mapping_path and not (root / plan.mapping_path).exists():
        texts[plan.mapping_path] = plan.mapping_text
    last = {HISTORY: plan.history} if plan.history else {}
    return place_files(str(root), texts, last) if texts or last else ()
