"""A web server on loopback, one per test; its own threads serve, so that a command line can use it too."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Script = Callable[[], Iterable[bytes | float]]


@dataclass(frozen=True, slots=True)
class Request:
    """What came over the wire; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    script: Script | None = None


class Web:
    """requests: those that came, in order; at_once: the most that were served at one moment."""

    def __init__(self) -> None:
        self._answers: dict[str, list[_Answer]] = {}
        self._closing = threading.Event()
        self._left = threading.Event()
        self._lock = threading.Condition()
        self._serving = 0
        self.at_once = 0
        self.requests: list[Request] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._server.block_on_close = False

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(
        self,
        path: str,
        body: str | bytes = "",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        content_type: str = "text/html; charset=utf-8",
        delay: float = 0.0,
    ) -> None:
        """What `path` answers. Said again, it is answered after the ones before; the last one for ever."""
        octets = body.encode() if isinstance(body, str) else body
        kind = {"Content-Type": content_type} if content_type else {}
        answer = _Answer(status=status, headers=kind | dict(headers or {}), body=octets, delay=delay)
        self._answers.setdefault(path, []).append(answer)

    def redirect(self, path: str, location: str, *, status: int = 302) -> None:
        self.page(path, status=status, headers={"Location": location})

    def raw(self, path: str, script: Script) -> None:
        """Answers with these very bytes, status line and all, then closes; a number waits that many seconds."""
        self._answers.setdefault(path, []).append(_Answer(script=script))

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def is_asked(self, path: str, seconds: float = 20.0) -> bool:
        """Whether `path` was asked for, now or within `seconds`."""
        with self._lock:
            return self._lock.wait_for(lambda: path in self.paths(), seconds)

    def is_left(self, seconds: float = 5.0) -> bool:
        """Whether a client closed its connection in the midst of an answer, now or within `seconds`."""
        return self._left.wait(seconds)

    @contextmanager
    def serving(self) -> Iterator[Web]:
        thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._closing.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def _next_answer(self, path: str) -> _Answer:
        answers = self._answers.get(path) or [_Answer(status=404)]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def _entered(self, request: Request) -> _Answer:
        with self._lock:
            self.requests.append(request)
            self._lock.notify_all()
            self._serving += 1
            self.at_once = max(self.at_once, self._serving)
            return self._next_answer(request.path)

    def _done(self) -> None:
        with self._lock:
            self._serving -= 1

    def _handler(web) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler's in there
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                path = self.requestline.split(" ")[1]  # `self.path` loses a second slash in front
                answer = web._entered(Request(self.command, path, headers))
                try:
                    web._closing.wait(answer.delay) if answer.delay else None
                    self._play(answer.script) if answer.script else self._send(answer)
                except OSError:
                    web._left.set()
                    self.close_connection = True
                finally:
                    web._done()

            def _send(self, answer: _Answer) -> None:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in answer.headers:
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            def _play(self, script: Script) -> None:
                self.close_connection = True
                for step in script():
                    if web._closing.is_set():
                        return
                    if isinstance(step, bytes):
                        self.wfile.write(step)
                    else:
                        web._closing.wait(step)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has above
                """Quiet."""

        return Handler
