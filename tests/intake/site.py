"""A web server on loopback that answers as a test says, for tests of links."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from quellenlage.intake import Intake, IntakeOptions, LinkOptions, read

BODY = [
    "Der Deich an der Warne hält nach Angaben des Amtes auch dem nächsten Hochwasser stand.",
    "Die Bauarbeiten hatten im Herbst begonnen und vier Monate gedauert, sagte Amtsleiterin Warn.",
    "Der Ort Warnau war im Jahr davor von einer Flut getroffen worden, zwölf Häuser standen leer.",
]
PAGE = (
    "<html lang='de'><head><title>Deich hält</title></head><body><article><h1>Deich hält</h1>"
    + "".join(f"<p>{part}</p>" for part in BODY)
    + "</article></body></html>"
)
QUICK = LinkOptions(allow_private=True, pause=0.0, connect_time=2.0, page_time=2.0, retries=0)
Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Answers by path; `asked` are the requests so far."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt aside."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def says(self, path: str, body: bytes | str, *, status: int = 200, **headers: str) -> str:
        """Lets a path give a body; gives its address."""
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            given = {"Content-Type": "text/html", "Content-Length": str(len(data))}
            for name, value in (
                given | {k.replace("_", "-"): v for k, v in headers.items()}
            ).items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer
        return self.address + path


@contextmanager
def site() -> Iterator[Site]:
    """A site that serves until it is left."""
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        timeout = 20

        def do_GET(self) -> None:
            served.asked.append((self.path, {k.casefold(): v for k, v in self.headers.items()}))
            answer = served.answers.get(self.path)
            if answer is None:
                self.send_error(404)
                return
            try:
                answer(self)
            except OSError:  # the reader went away
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def fetch(*links: str, options: LinkOptions = QUICK) -> Intake:
    """Reads links with short limits, private networks allowed."""
    return read(links, options=IntakeOptions(links=options))


def closing(answer: Answer) -> Answer:
    """The answer, after which the connection is closed."""

    def closed(handler: BaseHTTPRequestHandler) -> None:
        answer(handler)
        handler.close_connection = True

    return closed
