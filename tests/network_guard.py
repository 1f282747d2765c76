"""No test reaches beyond this machine: names are answered here, connections are watched and refused at the socket.

What was refused is remembered, so that a test fails for having tried, whatever became of the exception. Child processes
are watched too, by the `sitecustomize` in `guarded_child/`; what they were refused they write to a file. Imports
little: every child loads it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

LOG_VARIABLE = "NETWORK_GUARD_LOG"
CHILD_PATH = Path(__file__).parent / "guarded_child"

Info = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[Any, ...]]


class Refused(OSError):
    """What a test gets that tries to leave the machine."""


class NetworkGuard:
    """refused: what was tried and is forbidden; connected: address and port of every connection that was tried."""

    def __init__(self, log: Path | None = None) -> None:
        self._log = log
        self.reset()

    def reset(self) -> None:
        """As at first, for the next test."""
        self.refused: list[str] = []
        self.connected: list[tuple[str, int]] = []
        self.asked: list[str] = []
        self._answers: dict[str, list[tuple[str, ...]]] = {}
        self._routes: dict[str, int] = {}
        if self._log:
            self._log.write_text("")

    def name(self, host: str, *addresses: str) -> None:
        """What `host` stands for from now on; without addresses there is no such name."""
        self._answers[host] = [addresses]

    def name_in_turn(self, host: str, *answers: tuple[str, ...]) -> None:
        """Another answer at each question, the last one for ever."""
        self._answers[host] = list(answers)

    def route(self, address: str, port: int) -> None:
        """Connections to `address`, whatever the port, come out on this machine's `port`."""
        self._routes[address] = port

    def tried(self) -> list[str]:
        """What this process and its children were refused."""
        return self.refused + (self._log.read_text().splitlines() if self._log else [])

    @contextmanager
    def watching(self) -> Iterator[None]:
        """In force inside of the block, for all threads."""
        stand_ins: Mapping[tuple[object, str], Callable[..., Any]] = {
            (socket.socket, "connect"): self._connecting(socket.socket.connect),
            (socket.socket, "connect_ex"): self._connecting(socket.socket.connect_ex),
            (socket.socket, "sendto"): self._sending(socket.socket.sendto, 1),
            (socket.socket, "sendmsg"): self._sending(socket.socket.sendmsg, 3),
            (socket, "getaddrinfo"): self._getaddrinfo(socket.getaddrinfo),
            (socket, "gethostbyname"): lambda host: self._addresses(host)[0],
            (socket, "gethostbyname_ex"): lambda host: (host, [], list(self._addresses(host))),
            (socket, "gethostbyaddr"): self._gethostbyaddr,
        }
        before = [(owner, name, getattr(owner, name)) for owner, name in stand_ins]
        try:
            for (owner, name), stand_in in stand_ins.items():
                setattr(owner, name, stand_in)
            yield
        finally:
            for owner, name, original in before:
                setattr(owner, name, original)

    def _refuse(self, what: str) -> Refused:
        self.refused.append(what)
        return Refused(f"the network guard refuses: {what}")

    def _connecting(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def connect(sock: socket.socket, address: Any) -> Any:
            if isinstance(address, tuple):
                host, port = str(address[0]), address[1]
                self.connected.append((host, port))
                if host in self._routes:
                    here = "127.0.0.1" if sock.family == socket.AF_INET else "::ffff:127.0.0.1"
                    address = (here, self._routes[host])
                elif not _is_here(host):
                    raise self._refuse(f"connect {host} {port}")
            return original(sock, address)

        return connect

    def _sending(self, original: Callable[..., Any], place: int) -> Callable[..., Any]:
        def send(sock: socket.socket, *args: Any) -> Any:
            address = args[-1] if len(args) > place else None
            if isinstance(address, tuple) and not _is_here(str(address[0])):
                raise self._refuse(f"send {address[0]} {address[1]}")
            return original(sock, *args)

        return send

    def _getaddrinfo(self, original: Callable[..., Any]) -> Callable[..., list[Info]]:
        def getaddrinfo(
            host: str | bytes | None,
            port: Any,
            family: int = 0,
            type: int = 0,  # noqa: A002 - the name it has there
            proto: int = 0,
            flags: int = 0,
        ) -> list[Info]:
            name = host.decode() if isinstance(host, bytes) else host
            if name is None or _is_number(name, original):
                numeric: list[Info] = original(host, port, family, type, proto, flags)
                return numeric
            found = [
                info for address in self._addresses(name) for info in original(address, port, 0, type, proto, flags)
            ]
            of_family = [info for info in found if not family or info[0] == family]
            if not of_family:
                raise socket.gaierror(socket.EAI_NONAME, "no address of this family")
            return of_family

        return getaddrinfo

    def _addresses(self, host: str) -> tuple[str, ...]:
        self.asked.append(host)
        if host in self._answers:
            answers = self._answers[host]
            addresses = answers.pop(0) if len(answers) > 1 else answers[0]
            if not addresses:
                raise socket.gaierror(socket.EAI_NONAME, "no such name")
            return addresses
        if host == "localhost" or _is_here(host):
            return ("127.0.0.1",)
        self._refuse(f"look up {host}")
        raise socket.gaierror(socket.EAI_NONAME, f"the network guard does not know {host}")

    def _gethostbyaddr(self, host: str) -> tuple[str, list[str], list[str]]:
        if not _is_here(host):
            raise self._refuse(f"look up {host}")
        return "localhost", [], [host]


class LoggingGuard(NetworkGuard):
    """A child's: the test that started it reads the file."""

    def __init__(self, log: str) -> None:
        super().__init__()
        self._path = log

    def _refuse(self, what: str) -> Refused:
        if self._path:
            with open(self._path, "a") as log:
                log.write(f"{what} (in {os.getpid()})\n")
        return super()._refuse(what)


def _is_here(host: str) -> bool:
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host in ("", "localhost")
    return address.is_loopback or address.is_unspecified


def _is_number(host: str, original: Callable[..., Any]) -> bool:
    """As the system reads it: `127.1` is one."""
    try:
        original(host, None, flags=socket.AI_NUMERICHOST)
    except OSError:
        return False
    return True
