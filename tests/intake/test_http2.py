"""HTTP/2: a real handshake with a server that speaks nothing else, and all rules hold there too.

`loopback.pem` is a certificate for 127.0.0.1 with its key, made for this test and for nothing else.
"""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import httpx
import pytest
from tests.intake.site import PAGE

from quellenlage.errors import UnreadableInput
from quellenlage.intake import LinkOptions
from quellenlage.intake.fetching import AGENT, Fetcher

CERTIFICATE = Path(__file__).with_name("loopback.pem")
OPTIONS = LinkOptions(allow_private=True, pause=0.0, retries=0, connect_time=5.0, page_time=5.0)


class Server:
    """Answers every stream; keeps what was asked, and how many connections were made for it."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.connections = 0
        self.body = PAGE.encode()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"https://127.0.0.1:{self._socket.getsockname()[1]}"
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(CERTIFICATE)
        self._context.set_alpn_protocols(["h2"])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                plain, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(plain,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        with suppress(OSError), self._context.wrap_socket(plain, server_side=True) as wire:
            assert wire.selected_alpn_protocol() == "h2"
            self.connections += 1
            config = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
            connection = h2.connection.H2Connection(config)
            connection.initiate_connection()
            wire.sendall(connection.data_to_send())
            while data := wire.recv(65_536):
                for event in connection.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        self._answer(connection, event)
                wire.sendall(connection.data_to_send())

    def _answer(self, connection: h2.connection.H2Connection, event: object) -> None:
        headers = dict(event.headers)  # type: ignore[attr-defined]
        self.asked.append(headers)
        stream = event.stream_id  # type: ignore[attr-defined]
        if headers[":path"] == "/robots.txt":
            connection.send_headers(stream, [(":status", "404")], end_stream=True)
            return
        connection.send_headers(stream, [(":status", "200"), ("content-type", "text/html")])
        connection.send_data(stream, self.body, end_stream=True)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **_: trusting)
    server = Server()
    yield server
    server.close()


def test_a_page_is_fetched_over_one_connection_of_http_2(served: Server) -> None:
    with Fetcher(OPTIONS) as fetcher:
        page = fetcher.get(f"{served.address}/deich")
        fetcher.get(f"{served.address}/flut")
    assert page.data == PAGE.encode()
    assert [headers[":path"] for headers in served.asked] == ["/robots.txt", "/deich", "/flut"]
    assert {headers["user-agent"] for headers in served.asked} == {AGENT}
    assert served.connections == 1


def test_a_password_is_in_no_log_of_http_2(
    served: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with Fetcher(OPTIONS) as fetcher:
        fetcher.get(served.address.replace("//", "//ada:geheim@") + "/deich")
    assert served.asked[-1]["authorization"] == "Basic YWRhOmdlaGVpbQ=="
    assert "deich" in caplog.text
    assert "geheim" not in caplog.text and "YWRh" not in caplog.text


def test_a_page_beyond_the_limit_is_told_over_http_2(served: Server) -> None:
    served.body = bytes(16_000)
    options = LinkOptions(allow_private=True, pause=0.0, retries=0, largest_page=10_000)
    with Fetcher(options) as fetcher, pytest.raises(UnreadableInput, match="larger than the limit"):
        fetcher.get(f"{served.address}/deich")


def test_a_certificate_that_nobody_vouches_for_is_refused(
    served: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = ssl.create_default_context()
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **_: strict)
    with Fetcher(OPTIONS) as fetcher, pytest.raises(UnreadableInput, match="could not be reached"):
        fetcher.get(f"{served.address}/deich")
