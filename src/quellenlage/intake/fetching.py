"""Links → pages, politely: one honest name, robots.txt, pauses, retries, limits, conditions.

1. the address is judged; 2. robots.txt of its host must allow it; 3. a pause since the last
request to that host; 4. redirects are followed by hand, each address judged anew; 5. broken
connections and busy servers are tried again, `Retry-After` obeyed; 6. a page that did not change
comes from the cache; 7. size and time are limited as it arrives, unpacked bytes counted.
"""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from quellenlage.errors import UnreadableInput
from quellenlage.intake.addresses import credentials, host_of, told, web_address
from quellenlage.intake.guard import Guard, guarded_transport
from quellenlage.intake.pagecache import Kept, PageCache
from quellenlage.intake.records import LinkOptions
from quellenlage.intake.robots import LARGEST, Robots, parse
from quellenlage.version import VERSION

__all__ = ["AGENT", "Fetcher"]

NAME = "Quellenlage"
AGENT = f"{NAME}/{VERSION} (reads single articles for source criticism; obeys robots.txt)"
BUSY = frozenset([429, 500, 502, 503, 504])
REDIRECTS = frozenset([301, 302, 303, 307, 308])
FIRST_WAIT = 1.0
LONGEST_PAUSE = 30.0
"""Seconds between requests that a robots.txt can ask for."""
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "de,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
SENTENCES = {
    401: "asks for a name and password",
    402: "is paid content",
    403: "may not be read (403)",
    404: "does not exist (404)",
    410: "no longer exists (410)",
    451: "is withheld for legal reasons (451)",
}

logging.getLogger("hpack").setLevel(logging.INFO)  # below, it writes every header, passwords too


class _BusyError(Exception):
    """A server that asks to be tried later; `wait` is what it asks for."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Fetcher:
    """Fetches pages until it is closed; remembers hosts, their rules and when they were asked."""

    def __init__(
        self,
        options: LinkOptions,
        *,
        guard: Guard | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._options = options
        self._cache = PageCache(options.cache)
        self._sleep, self._clock = sleep, clock
        self._robots: dict[str, Robots] = {}
        self._closed: dict[str, str] = {}
        self._asked: dict[str, float] = {}
        self._guard = guard or Guard(allow_private=options.allow_private)
        self._client = httpx.Client(
            transport=guarded_transport(self._guard),
            headers=HEADERS,
            timeout=httpx.Timeout(options.connect_time),
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, link: str) -> Kept:
        """The page behind a link; raises `UnreadableInput` with the reason if there is none."""
        address = web_address(link)
        kept = self._cache.find(address)
        page = self._with_redirects(address, kept)
        if page is not kept:
            self._cache.keep(address, page)
        return page

    def _with_redirects(self, address: str, kept: Kept | None) -> Kept:
        """The page, redirects followed."""
        for _ in range(self._options.most_redirects + 1):
            if not self._rules(address).allows(_path(address)):
                raise UnreadableInput("may not be read by programs (robots.txt)")
            found = self._patiently(address, kept, self._options.largest_page)
            if isinstance(found, Kept):
                return found
            address = _onward(address, found)
        raise UnreadableInput(f"leads through more than {self._options.most_redirects} redirects")

    def _patiently(self, address: str, kept: Kept | None, largest: int) -> Kept | str:
        """A page or the address it leads to; broken and busy ones tried again."""
        wait = FIRST_WAIT
        for left in range(self._options.retries, -1, -1):
            try:
                return self._once(address, kept, largest)
            except _BusyError as error:
                asked = error.wait if error.wait is not None else wait
                if not left or asked > self._options.longest_wait:
                    raise UnreadableInput(str(error)) from error
                self._sleep(asked)
                wait *= 2
        raise AssertionError("the last try returns or raises")

    def _once(self, address: str, kept: Kept | None, largest: int) -> Kept | str:
        """One request; raises `_BusyError` if another may succeed."""
        self._pause(address)
        ends = self._guard.allow_seconds(self._options.page_time)
        try:
            conditions = kept.conditions() if kept else {}
            asked, login = told(address), credentials(address)
            with self._client.stream("GET", asked, headers=conditions, auth=login) as response:
                return self._answer(response, address, kept, largest, ends)
        except httpx.TimeoutException as error:
            raise _BusyError("did not answer in time") from error
        except httpx.ConnectError as error:
            raise _BusyError("could not be reached") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
            raise _BusyError("broke off or answered wrongly") from error

    def _answer(
        self, response: httpx.Response, address: str, kept: Kept | None, largest: int, ends: float
    ) -> Kept | str:
        """What a response says."""
        status = response.status_code
        if status == 304 and kept:
            return kept
        if status in REDIRECTS and (target := response.headers.get("location")):
            return str(target)
        if status in BUSY:
            raise _BusyError(f"is not available at the moment ({status})", _retry_after(response))
        if status >= 400 or status < 200:
            raise UnreadableInput(SENTENCES.get(status, f"was refused ({status})"))
        data = b"".join(self._within_limits(response, largest, ends))
        media_type, charset = _media_type(response.headers.get("content-type", ""))
        return Kept(
            address=told(address), data=data, media_type=media_type, charset=charset,
            etag=response.headers.get("etag", ""),
            changed=response.headers.get("last-modified", ""),
        )  # fmt: skip

    def _within_limits(
        self, response: httpx.Response, largest: int, ends: float
    ) -> Iterator[bytes]:
        """The unpacked bytes as they arrive, until size or time is up."""
        unpack = _unpacker(response.headers.get("content-encoding", ""))
        size = 0
        for piece in response.iter_raw():
            if time.monotonic() > ends:
                raise UnreadableInput(f"took longer than {self._options.page_time:g} s")
            for part in unpack(piece, largest + 1 - size):
                size += len(part)
                if size > largest:
                    raise UnreadableInput(f"is larger than the limit of {largest / 1_000_000:g} MB")
                yield part

    def _rules(self, address: str) -> Robots:
        """What the robots.txt of a host says; one that cannot be had closes the host to us."""
        host = host_of(address)
        if host in self._closed:
            raise UnreadableInput(self._closed[host])
        if host not in self._robots:
            try:
                self._robots[host] = self._read_rules(f"{host}/robots.txt")
            except UnreadableInput as error:
                self._closed[host] = str(error)
                raise
        return self._robots[host]

    def _read_rules(self, address: str) -> Robots:
        """The rules at an address; redirects are followed, and without a file all is allowed."""
        for _ in range(self._options.most_redirects + 1):
            try:
                found = self._patiently(address, None, LARGEST)
            except UnreadableInput as error:
                if isinstance(error.__cause__, _BusyError):
                    raise UnreadableInput(f"{error} (robots.txt of its host)") from error
                return Robots()
            if isinstance(found, Kept):
                return parse(found.data.decode("utf-8", "replace"), agent=NAME)
            try:
                address = _onward(address, found)
            except UnreadableInput:
                return Robots()
        return Robots()

    def _pause(self, address: str) -> None:
        """Waits until a host may be asked again."""
        host = host_of(address)
        asked = self._robots.get(host, Robots()).pause
        pause = max(self._options.pause, min(asked, LONGEST_PAUSE))
        if host in self._asked and (left := self._asked[host] + pause - self._clock()) > 0:
            self._sleep(left)
        self._asked[host] = self._clock()


def _onward(address: str, target: str) -> str:
    """The address a redirect leads to; raises `UnreadableInput` if it is none."""
    try:
        return web_address(urljoin(address, target))
    except ValueError as error:
        raise UnreadableInput("leads to what is no address") from error


def _path(address: str) -> str:
    """Path and query of an address."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _media_type(header: str) -> tuple[str, str | None]:
    """The media type and character set of a header."""
    message = Message()
    message["content-type"] = header[:500]
    charset = message.get_content_charset()
    return message.get_content_type() if header else "", charset


def _retry_after(response: httpx.Response) -> float | None:
    """The seconds a server asks to wait, as a number or a date."""
    value = str(response.headers.get("retry-after", "")).strip()
    if value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _unpacker(encoding: str) -> Callable[[bytes, int], Iterator[bytes]]:
    """Unpacks what arrives in pieces of bounded size, whatever it claims to hold."""
    name = encoding.strip().casefold()
    if name in ("", "identity"):
        return lambda piece, most: iter([piece])
    if name not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableInput(f"is packed in a way that is not read ({name[:20]})")
    state = zlib.decompressobj(zlib.MAX_WBITS | 32 if name != "deflate" else zlib.MAX_WBITS)

    def unpack(piece: bytes, most: int) -> Iterator[bytes]:
        try:
            yield state.decompress(piece, max(1, most))
        except zlib.error as error:
            raise UnreadableInput("is packed wrongly") from error

    return unpack
