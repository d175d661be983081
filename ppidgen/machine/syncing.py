"""Bring what was written to the disk before it is named or published, so that a power cut cannot tear it.

A few files are synced one by one; many are cheaper with one `syncfs` (Linux), or many at once. Windows cannot sync
a folder: there the files alone are synced.
"""

import ctypes
import os
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor

from ppidgen.machine.faults import told

FEW = 64
_THREADS = 16  # the disk takes waiting writes together


def sync(root: str, files: Collection[str], folders: Collection[str]) -> None:
    """Sync the named files and folders below `root` (`""` is the root itself)."""
    with told(root):
        is_many = len(files) + len(folders) > FEW
        if is_many and sync_file_system(root):
            return
        if is_many:
            with ThreadPoolExecutor(_THREADS) as pool:
                list(pool.map(_sync_one, [f"{root}/{path}" for path in files]))
        else:
            for path in files:
                _sync_one(f"{root}/{path}")
        for path in folders:
            sync_folder(f"{root}/{path}" if path else root)


def sync_folder(folder: str) -> None:
    """Sync the names that a folder holds."""
    if os.name == "posix":
        _sync_one(folder)


def _sync_one(place: str) -> None:
    handle = os.open(place, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file_system(root: str) -> bool:
    """Sync the whole file system that holds `root`; give False where there is no such call."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    handle = os.open(root, os.O_RDONLY)
    try:
        if library.syncfs(handle):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), root)
    finally:
        os.close(handle)
    return True
