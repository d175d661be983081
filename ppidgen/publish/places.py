"""Where the published folder and its hidden companion lie, and which folders are never touched."""

import errno
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike

from ppidgen.diagnostics import MachineFault
from ppidgen.machine.faults import told
from ppidgen.publish.manifest import is_ours


@dataclass(frozen=True, slots=True)
class Places:
    """The published folder `out` and, beside it on the same disk, `.<name>.ppidgen` with all that a build needs."""

    out: str

    @property
    def home(self) -> str:
        """Give the companion folder."""
        parent, name = os.path.split(self.out)
        return os.path.join(parent, f".{name}.ppidgen")

    @property
    def spare(self) -> str:
        """Give the tree that is not published: the generation before, and during a build the one to come."""
        return f"{self.home}/spare"

    @property
    def retired(self) -> str:
        """Give the name of the old tree while an exchange by renames is under way."""
        return f"{self.home}/retired"

    @property
    def state(self) -> str:
        """Give the file that remembers both trees."""
        return f"{self.home}/state.json"

    @property
    def doubt(self) -> str:
        """Give the mark that the tree which is not published is being written over."""
        return f"{self.home}/doubt"

    @property
    def lock(self) -> str:
        """Give the file that a running build holds."""
        return f"{self.home}/lock"

    @property
    def unchanged(self) -> str:
        """Give the file by which a build notices that there is nothing to do."""
        return f"{self.home}/unchanged"


def places(out: str | PathLike[str]) -> Places:
    """Find the places of a published folder; links above it are followed, the folder itself may not be one."""
    parent, name = os.path.split(os.path.abspath(out))
    return Places(os.path.join(os.path.realpath(parent), name))


def refuse_foreign(here: Places, forbidden: Sequence[str | PathLike[str]]) -> None:
    """Refuse a folder that holds something else than a site of ours, or that overlaps with the sources.

    `forbidden` names the folders of sources (`content`, `themes`), not the portal folder around them:
    the site may lie beside them, but neither be one of them, nor around one, nor inside one.
    """
    for source in forbidden:
        if _overlap(here.out, os.path.realpath(source)):
            raise MachineFault("MSN014", {"path": here.out, "other": os.path.realpath(source)})
    with told(here.out):
        for place in (here.home, here.out):
            if os.path.lexists(place) and not stat.S_ISDIR(os.lstat(place).st_mode):
                raise MachineFault("MSN013", {"path": place})
        if os.path.ismount(here.out):  # as the exchange would find out once all is made
            raise MachineFault("MSN009", {"path": here.out, "reason": errno.errorcode[errno.EBUSY]})
        if os.path.lexists(here.out) and os.listdir(here.out) and not is_ours(here.out):
            raise MachineFault("MSN002", {"path": here.out})


def _overlap(one: str, other: str) -> bool:
    try:
        return os.path.commonpath((one, other)) in {one, other}
    except ValueError:  # on two drives
        return False
