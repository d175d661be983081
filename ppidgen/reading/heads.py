"""What stands at the head of every page, read before all else: warnings are put on pages while the rest is read."""

from ppidgen.diagnostics import Checked
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.assembly import Records
from ppidgen.reading.files import register_of
from ppidgen.reading.records import bind_only
from ppidgen.source.tree import SourceTree

_HEADS = (reg.SITE, reg.PUBLIC_BODY, reg.ANNOUNCEMENTS)


def heads(tree: SourceTree) -> Checked[Records]:
    """Read the few registers that decide what stands at the head of every page."""
    return bind_only(tree, _HEADS)


def has_announcement_since(tree: SourceTree, moment_ns: int) -> bool:
    """Say whether an announcement was saved after a moment.

    One that was removed, begins or ends is no less welcome for being put on pages after the reading.
    """
    saved = (file.stat.ctime_ns for file in tree.files.values() if register_of(file.path) is reg.ANNOUNCEMENTS)
    return max(saved, default=0) > moment_ns
