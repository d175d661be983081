"""From the portal folder to what its documents are found to be: every file that no register reads."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import relpath

from ppidgen.model.portal.withheld import NOTHING_WITHHELD, Withheld
from ppidgen.reading.files import from_attachments, register_of
from ppidgen.source import documents
from ppidgen.source.beside import beside, repository_of
from ppidgen.source.caches.cache_file import CACHE
from ppidgen.source.document_facts import DocumentFacts
from ppidgen.source.tree import SourceTree


def read_facts(root: Path, tree: SourceTree, withheld: Withheld, processes: int) -> Mapping[str, DocumentFacts]:
    """Find out about every file that no register reads, by its path from content/berkas; others begin with `../`.

    A register file is looked at only where it may be a withheld document in disguise. What lies in the repository and
    is no content is looked at where something is withheld, and told of only when it is just that.
    """
    paths = [file.path for file in tree.files.values() if register_of(file.path) is None or withheld.may_be(file)]
    if withheld == NOTHING_WITHHELD:
        return {from_attachments(path): one for path, one in _looked_at(root, root, paths, withheld, processes).items()}
    top, inside = _repository(root)
    content = {f"{inside}{path}" for path in tree.files}
    strays = (one.path for one in beside(top, content) if withheld.may_hold(one))
    known = _looked_at(root, top, [*(f"{inside}{path}" for path in paths), *strays], withheld, processes)
    return {
        from_attachments(relpath(path, inside) if inside else path): facts
        for path, facts in known.items()
        if path in content or withheld.recognises(facts)
    }


def _looked_at(
    root: Path, top: Path, paths: Iterable[str], withheld: Withheld, processes: int
) -> Mapping[str, DocumentFacts]:
    return documents.facts(top, paths, root / CACHE / "documents.json", withheld.recognises, processes)


def _repository(root: Path) -> tuple[Path, str]:
    """Give the repository that holds the portal, and how the portal's paths begin there."""
    top, folder = repository_of(root), root.resolve()
    return (root, "") if folder == top else (top, f"{folder.relative_to(top).as_posix()}/")
