"""Hand bytes to a file that is open: all of them, where the system may take a part at a time."""

import os


def write_whole(handle: int, block: bytes | memoryview) -> None:
    """Write a block to its end; raises OSError where the disk does not take it."""
    sent = os.write(handle, block)
    while sent < len(block):
        sent += os.write(handle, memoryview(block)[sent:])
