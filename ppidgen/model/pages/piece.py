"""A piece of a finished page that is put in the place of another."""

from typing import NamedTuple


class Piece(NamedTuple):
    """What is to stand between two places of a page, in bytes from its beginning."""

    start: int
    end: int
    content: bytes
