"""Connections for links: to public addresses only, and for a limited time.

The address is judged when the connection is made and is the very one connected to: neither a
redirect nor a name that resolves anew can lead elsewhere.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from quellenlage.errors import UnreadableInput

__all__ = ["Guard", "guarded_transport"]

MOST_ADDRESSES = 4
"""Addresses of one host that are tried."""
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway takes to the IPv4 address in their last four bytes (RFC 6052)."""
Resolve = Callable[[str, int], Iterable[str]]


def _resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Guard(httpcore.NetworkBackend):
    """Connects to public addresses only, unless private ones are allowed, and for a time only."""

    def __init__(self, *, allow_private: bool = False, resolve: Resolve = _resolve) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._backend = httpcore.SyncBackend()
        self.ends = float("inf")

    def allow_seconds(self, seconds: float) -> float:
        """Sets the moment after which no connection gives anything any more, and gives it."""
        self.ends = time.monotonic() + seconds
        return self.ends

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first address of a host that may be reached and answers."""
        failure: Exception = httpcore.ConnectError("the host has no address")
        for address in self._allowed(host, port):
            try:
                return _Timed(
                    self._backend.connect_tcp(address, port, timeout, local_address), self
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _allowed(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be reached."""
        try:
            found = list(dict.fromkeys(self._resolve(host, port)))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the host is not known") from error
        allowed = [address for address in found if self._allow_private or _is_public(address)]
        if found and not allowed:
            raise UnreadableInput(
                "leads into a private network, which is refused; --allow-private allows it"
            )
        return allowed[:MOST_ADDRESSES]

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """No link leads to a socket in the file system."""
        raise httpcore.ConnectError("sockets are not read")

    def sleep(self, seconds: float) -> None:
        """Waits."""
        self._backend.sleep(seconds)


class _Timed(httpcore.NetworkStream):
    """A connection that gives nothing after its guard's time is up, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream, guard: Guard) -> None:
        self._stream, self._guard = stream, guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes."""
        left = self._guard.ends - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this page is up")
        return self._stream.read(max_bytes, min(left, timeout or left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes."""
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        """Ends the connection."""
        self._stream.close()

    def start_tls(self, *arguments: Any, **options: Any) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        return _Timed(self._stream.start_tls(*arguments, **options), self._guard)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


def _is_public(address: str) -> bool:
    """Whether a numeric address is one of the open internet, also inside an IPv6 wrapping."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if found in TRANSLATED:
        inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    public = found.is_global and not found.is_multicast and not found.is_reserved
    return public and (inner is None or (inner.is_global and not inner.is_multicast))


def guarded_transport(guard: Guard) -> httpx.BaseTransport:
    """A transport, HTTP/2 included, whose every connection goes through a guard."""
    transport = httpx.HTTPTransport(http2=True, trust_env=False)
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        http2=True,
        network_backend=guard,
        max_connections=10,
        max_keepalive_connections=5,
    )
    return transport
