"""E-mails: subject as title, date, sender as outlet, and the plain text, else the page inside."""

from __future__ import annotations

import email
import email.policy
from contextlib import suppress
from email.message import Message

from quellenlage.errors import UnreadableInput
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.page import read_page
from quellenlage.intake.plain import read_text
from quellenlage.intake.records import Draft

__all__ = ["read_mail"]

BROKEN = (LookupError, ValueError, AttributeError, TypeError, ArithmeticError, RecursionError)
"""What the parser of headers raises where one is broken; it reads them when they are asked for."""


def read_mail(data: bytes, path: str) -> Draft:
    """The draft of an e-mail; raises `UnreadableInput` if it has no text."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = message.get_body(preferencelist=("plain", "html")) if message.keys() else None
        content = part.get_content() if part else ""
    except BROKEN as error:
        raise UnreadableInput("holds no e-mail text that could be read") from error
    if not message.keys():
        raise UnreadableInput("is no e-mail")
    if part is None or not isinstance(content, str) or not content.strip():
        raise UnreadableInput("holds no e-mail text")
    is_page = part.get_content_type() == "text/html"
    draft = read_page(content, path) if is_page else read_text(content, path)
    draft.fields.pop("title", None)
    draft.give("title", _header(message, "subject"), "subject of the e-mail")
    draft.give("published", moment(_header(message, "date")), "date of the e-mail")
    with suppress(*BROKEN):
        if (sender := message.get("from")) and sender.addresses:
            give_outlet(draft, sender.addresses[0].domain, rule="sender of the e-mail")
    return draft


def _header(message: Message, name: str) -> str:
    """A header in one line; nothing if it cannot be read."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except BROKEN:
        return ""
