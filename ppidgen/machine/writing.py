"""Hand bytes to a file that is open: all of them, where the system may take a part at a time.

Either raises OSError where the disk does not take them.
"""

import os


def write_whole(handle: int, block: bytes | memoryview) -> None:
    """Write a block to its end."""
    sent = os.write(handle, block)
    while sent < len(block):
        sent += os.write(handle, memoryview(block)[sent:])


def write_whole_at(handle: int, block: bytes, start: int) -> None:
    """Write a block to its end, `start` bytes from the beginning of the file."""
    sent = os.pwrite(handle, block, start)
    while sent < len(block):
        sent += os.pwrite(handle, memoryview(block)[sent:], start + sent)
