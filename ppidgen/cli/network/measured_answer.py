"""EDGE: what a server answers, as long as it comes at a reasonable pace and has an end.

The patience of a socket is for each piece that comes: whoever sends a byte now and then holds for days whoever asked,
and so does whoever says "100 Continue" for ever. Here all is counted that comes of one answer, its head as well.
"""

import http.client
import io
import math
import socket
import time
from functools import partial
from typing import Any

_SLOWEST = 5_000  # bytes in a second, beyond the first seconds: no line that anybody uses is as slow
_HEAD = 1 << 17  # bytes: more than any head
_MARKED = 2  # times what an answer holds, at most, when there are marks between its pieces


def measured(connection: http.client.HTTPConnection, most: int) -> http.client.HTTPConnection:
    """Let answers over a connection bring at most so many bytes of content.

    What is more, or slower than any line, raises TimeoutError where it is read.
    """
    connection.response_class = partial(_Answer, most=most)  # type: ignore[assignment]  # it is called, no more
    return connection


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *given: Any, most: int, **named: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(sock, *given, **named)
        raw = self.fp.detach()
        self.fp = io.BufferedReader(_Measured(raw, sock.gettimeout(), _HEAD + _MARKED * most))


class _Measured(io.RawIOBase):
    def __init__(self, raw: io.RawIOBase, patience: float | None, most: int) -> None:
        self._raw = raw
        self._patience = math.inf if patience is None else patience
        self._most = most
        self._came = 0
        self._began = time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]  # only the reader above calls it
        took = time.monotonic() - self._began
        if self._came > self._most or took > self._patience + self._came / _SLOWEST:
            raise TimeoutError
        part = self._raw.readinto(buffer)
        self._came += part or 0
        return part

    def close(self) -> None:
        self._raw.close()
        super().close()
