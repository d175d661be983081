"""EDGE: requests that reach public hosts only, so that an address in a register cannot probe an office's own network.

The address that was judged is the one that is connected to, also after every redirect. Behind a proxy it is the proxy
that looks names up; there only hosts written as numbers can be judged.
"""

import http.client
import ipaddress
import socket
import ssl
import urllib.request
from collections.abc import Callable
from functools import partial
from typing import IO
from urllib.parse import urlsplit

from ppidgen.cli.network.measured_answer import measured

_Connecting = Callable[..., http.client.HTTPConnection]

_SITE_NAMES = ("localhost", ".localhost", ".local", ".internal")


class PrivateHostError(ValueError):
    """The host of an address is not on the public network."""


def is_public(number: str) -> bool:
    """Tell whether a numeric address is reachable from anywhere (RFC 6890): not loopback, private, shared or group."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    return address.is_global and not address.is_multicast


class Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects; what comes along with one is not read, for it may be endless."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Close the answer, and give the request that follows from it."""
        fp.close()
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opener(
    allowed: frozenset[str] = frozenset(), redirects: Redirects | None = None, most: int = 0
) -> urllib.request.OpenerDirector:
    """Give what opens http and https addresses of public hosts, and of the hosts that are allowed by name.

    An answer brings at most so many bytes of content.
    """
    made = urllib.request.OpenerDirector()
    handlers: list[urllib.request.BaseHandler] = [
        redirects or Redirects(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
        _WrittenHosts(allowed),
    ]
    if proxies := urllib.request.getproxies():
        handlers += [urllib.request.ProxyHandler(proxies)]
        handlers += [_Plain(http.client.HTTPConnection, most), _Secure(http.client.HTTPSConnection, most)]
    else:
        handlers += [_Plain(partial(_PlainConnection, allowed=allowed), most)]
        handlers += [_Secure(partial(_SecureConnection, allowed=allowed), most)]
    for handler in handlers:
        made.add_handler(handler)
    return made


class _WrittenHosts(urllib.request.BaseHandler):
    """Refuses hosts that are private as they are written, before anything is asked of the network."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self.allowed = allowed

    def http_request(self, request: urllib.request.Request) -> urllib.request.Request:
        host = (urlsplit(request.full_url).hostname or "").rstrip(".")
        try:
            refused = not is_public(host)
        except ValueError:
            refused = host.endswith(_SITE_NAMES) or not host
        if refused and host not in self.allowed:
            raise PrivateHostError(host)
        return request

    https_request = http_request


def _connected(host: str, port: int, patience: float | None, allowed: frozenset[str]) -> socket.socket:
    """Connect to a host at one of the addresses that were judged; a host with any private one is refused."""
    numbers = [str(address[0]) for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if host not in allowed and not all(map(is_public, numbers)):
        raise PrivateHostError(host)
    failure: OSError | None = None
    for number in dict.fromkeys(numbers):
        try:
            return socket.create_connection((number, port), patience)
        except OSError as error:
            failure = error
    raise failure or OSError(host)


class _PlainConnection(http.client.HTTPConnection):
    def __init__(self, host: str, *, timeout: float | None = None, allowed: frozenset[str] = frozenset()) -> None:
        super().__init__(host, timeout=timeout)
        self.allowed = allowed

    def connect(self) -> None:
        self.sock = _connected(self.host, self.port, self.timeout, self.allowed)


class _SecureConnection(http.client.HTTPSConnection):
    def __init__(self, host: str, *, timeout: float | None = None, allowed: frozenset[str] = frozenset()) -> None:
        super().__init__(host, timeout=timeout)
        self.allowed = allowed

    def connect(self) -> None:
        plain = _connected(self.host, self.port, self.timeout, self.allowed)
        try:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, connection: _Connecting, most: int) -> None:
        super().__init__()
        self.connection, self.most = connection, most

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_measuring(self.connection, self.most), req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, connection: _Connecting, most: int) -> None:
        super().__init__()
        self.connection, self.most = connection, most

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_measuring(self.connection, self.most), req)


def _measuring(connection: _Connecting, most: int) -> _Connecting:
    return lambda host, **given: measured(connection(host, **given), most)
