"""One page shown to this computer's own browsers, which are told when it has changed."""

from __future__ import annotations

import secrets
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_HERE = "127.0.0.1"
#: Seconds after which the version is told again, so that a browser that went away is noticed.
_AGAIN = 15
_PATIENCE = 30  # seconds in which a browser must have asked and read


class PageServer:
    """Serves on a free port of the loopback interface while it is entered.

    Other computers cannot reach it. Another user of this one, or a foreign web page, would have to
    guess the key in the address; a page that had its own name point here is refused by its Host.

    Attributes:
        version: of the page that is shown; 0 before the first.
    """

    def __init__(self) -> None:
        """Take a port; nothing is served yet."""
        self.version = 0
        self._page = b""
        self._changed = Condition()
        self._open = True
        self._key = secrets.token_urlsafe(9)
        self._server = _Server((_HERE, 0), _Handler)
        self._server.shown = self

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{_HERE}:{self._server.server_port}{self.path}"

    @property
    def path(self) -> str:
        """The page's."""
        return f"/{self._key}/"

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser that means this server calls it."""
        return frozenset(f"{name}:{self._server.server_port}" for name in (_HERE, "localhost"))

    @property
    def page(self) -> bytes:
        """The page that is shown."""
        with self._changed:
            return self._page

    def show(self, page: str) -> None:
        """Show a page, whose version is one more than the last one's, and tell the browsers."""
        with self._changed:
            self._page = page.encode(errors="backslashreplace")
            self.version += 1
            self._changed.notify_all()

    def next_version(self, seen: int) -> int | None:
        """Wait for another version than `seen`, for a while; None when the server closes."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen or not self._open, _AGAIN)
            return self.version if self._open else None

    def __enter__(self) -> Self:
        """Begin to serve."""
        Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Let the browsers go, and the port."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    shown: PageServer

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """A browser that went away in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    """Answers GET of the page and of its events; nothing else is there."""

    server: _Server
    timeout = _PATIENCE
    server_version, sys_version = "drafter", ""

    def do_GET(self) -> None:
        """As the base class calls it."""
        shown = self.server.shown
        if self.headers.get("Host") not in shown.hosts:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == shown.path:
            page = shown.page
            self._begin("text/html; charset=utf-8", len(page))
            self.wfile.write(page)
        elif self.path == f"{shown.path}events":
            self._begin("text/event-stream")
            self._events(shown)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Nobody wants to read it."""

    def _begin(self, kind: str, length: int | None = None) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()

    def _events(self, shown: PageServer) -> None:
        """The version, again and again; the page compares it with its own."""
        seen = -1
        with suppress(OSError):
            while (version := shown.next_version(seen)) is not None:
                self.wfile.write(f"data: {version}\n\n".encode())
                self.wfile.flush()
                seen = version
