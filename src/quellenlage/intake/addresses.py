"""Addresses of the web: which inputs are some, how they are fetched, and how they are shown."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit, urlunsplit

from quellenlage.errors import UnreadableInput

__all__ = ["credentials", "host_of", "is_link", "told", "web_address"]

LONGEST_ADDRESS = 4_000
SCHEMES = ("http", "https")


def is_link(text: str) -> bool:
    """Whether an input is an address of the web or of another scheme that names a host or file."""
    return text.casefold().startswith(("http://", "https://", "file:", "ftp://"))


def web_address(link: str) -> str:
    """The address as it is fetched, without fragment; raises `UnreadableInput` if it is none."""
    try:
        parts = urlsplit(link.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UnreadableInput("is no address") from error
    if parts.scheme.casefold() not in SCHEMES:
        raise UnreadableInput(f"has the scheme {parts.scheme}: where only http and https are read")
    if not host or len(link) > LONGEST_ADDRESS:
        raise UnreadableInput("is no address")
    return urlunsplit((parts.scheme.casefold(), parts.netloc, parts.path or "/", parts.query, ""))


def told(link: str) -> str:
    """The address as it may be shown and kept: without a name and password in it."""
    head, sign, rest = link.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{head}{sign}{authority.rpartition('@')[2]}{slash}{path}" if sign else link


def credentials(address: str) -> tuple[str, str] | None:
    """The name and password in an address, if there are any."""
    parts = urlsplit(address)
    if not parts.username and not parts.password:
        return None
    return unquote(parts.username or ""), unquote(parts.password or "")


def host_of(address: str) -> str:
    """Scheme, host and port of an address: what a robots.txt speaks for."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
