"""Links and lists of links → contents, each fetched once."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from quellenlage.errors import UnreadableInput
from quellenlage.intake.addresses import is_link, told, web_address
from quellenlage.intake.records import Content, LinkOptions

if TYPE_CHECKING:
    from quellenlage.intake.fetching import Fetcher

__all__ = ["Links", "links_in"]

LONGEST_LIST = 5_000_000
"""Characters of a list of links: a hundred thousand of them."""
ENDINGS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/json": ".json",
    "application/feed+json": ".json",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
}
"""The ending that tells a reader what a media type is; others are told by their content."""


class Links:
    """Fetches links until it is left; makes no connection before the first one is asked for."""

    def __init__(self, options: LinkOptions, fetcher: Fetcher | None = None) -> None:
        self._options = options
        self._fetcher = fetcher
        self._stack = ExitStack()
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def content(self, link: str) -> Content:
        """What a link leads to; raises `UnreadableInput` if that cannot be had."""
        web_address(link)
        self._asked += 1
        if self._asked > self._options.most_links:
            raise UnreadableInput(f"comes after the limit of {self._options.most_links} links")
        page = self._open().get(link)
        address = told(page.address)
        ending = ENDINGS.get(page.media_type, "")
        name = urlsplit(address).path
        shown = told(link)
        return Content(
            shown, name if ending == "" else name + ending, page.data, address, page.charset
        )

    def _open(self) -> Fetcher:
        """The fetcher, made when it is needed: its libraries take a fifth of a second to load."""
        if self._fetcher is None:
            from quellenlage.intake.fetching import Fetcher

            self._fetcher = self._stack.enter_context(Fetcher(self._options))
        return self._fetcher


def links_in(text: str) -> list[str]:
    """The links of a text that is nothing but a list of them, one a line; `#` begins a comment."""
    if len(text) > LONGEST_LIST or "://" not in text[:4_000]:
        return []
    lines = [line.strip() for line in text.splitlines()]
    links = [line for line in lines if line and not line.startswith("#")]
    if not all(is_link(link) and len(link.split()) == 1 for link in links):
        return []
    return list(dict.fromkeys(links))
