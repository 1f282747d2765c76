"""The guard that all other tests rely on."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.network_guard import NetworkGuard, Refused
from tests.web import Web


def _connect() -> None:
    with socket.socket() as sock:
        sock.connect(("93.184.216.34", 80))


def _connect_6() -> None:
    with socket.socket(socket.AF_INET6) as sock:
        sock.connect(("2606:2800:220:1::1", 80))


def _connect_ex() -> None:
    with socket.socket() as sock:
        sock.connect_ex(("10.0.0.1", 80))


def _create_connection() -> None:
    socket.create_connection(("192.168.0.1", 80), timeout=1)


def _sendto() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.sendto(b"x", ("1.1.1.1", 53))


def _sendto_with_flags() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.sendto(b"x", 0, ("1.1.1.1", 53))


def _sendmsg() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.sendmsg([b"x"], [], 0, ("1.1.1.1", 53))


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(_connect, id="connect"),
        pytest.param(_connect_6, id="connect over IPv6"),
        pytest.param(_connect_ex, id="connect_ex"),
        pytest.param(_create_connection, id="create_connection"),
        pytest.param(_sendto, id="sendto"),
        pytest.param(_sendto_with_flags, id="sendto with flags"),
        pytest.param(_sendmsg, id="sendmsg"),
        pytest.param(lambda: socket.getaddrinfo("example.com", 80), id="getaddrinfo"),
        pytest.param(lambda: socket.gethostbyname("example.com"), id="gethostbyname"),
        pytest.param(lambda: socket.gethostbyname_ex("example.com"), id="gethostbyname_ex"),
        pytest.param(lambda: socket.gethostbyaddr("93.184.216.34"), id="gethostbyaddr"),
    ],
)
def test_the_way_out_is_shut_and_the_attempt_remembered(network: NetworkGuard, leave: Callable[[], object]) -> None:
    with pytest.raises(OSError, match="network guard"):
        leave()
    assert len(network.tried()) == 1
    network.reset()


async def test_the_event_loop_is_watched_too(network: NetworkGuard) -> None:
    with pytest.raises(Refused):
        await asyncio.open_connection("93.184.216.34", 80)
    assert network.tried() == ["connect 93.184.216.34 80"]
    network.reset()


def test_a_child_process_is_watched_too(network: NetworkGuard) -> None:
    code = "import socket; socket.create_connection(('93.184.216.34', 80), timeout=1)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert [line.partition(" (")[0] for line in network.tried()] == ["connect 93.184.216.34 80"]
    network.reset()


def test_this_machine_stays_open(network: NetworkGuard, web: Web) -> None:
    web.page("/", "hello")
    for host in ("127.0.0.1", "localhost"):
        with socket.create_connection((host, web.port), timeout=5) as sock:
            sock.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert sock.recv(15) == b"HTTP/1.1 200 OK"
    assert network.connected == [("127.0.0.1", web.port)] * 2


def test_a_unix_socket_is_none_of_its_business(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "socket")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(path)
        server.listen()
        client.connect(path)


def test_a_registered_name_leads_to_a_routed_address(network: NetworkGuard, web: Web) -> None:
    network.name("news.example.com", "93.184.216.34")
    network.route("93.184.216.34", web.port)
    with socket.create_connection(("news.example.com", 80), timeout=5) as sock:
        assert sock.getpeername() == ("127.0.0.1", web.port)
    assert network.asked == ["news.example.com"]


def test_a_name_can_change_between_two_questions(network: NetworkGuard) -> None:
    network.name_in_turn("news.example.com", ("93.184.216.34",), ("10.0.0.1", "2606:2800:220:1::1"))
    answers = [
        [info[4][0] for info in socket.getaddrinfo("news.example.com", 80, type=socket.SOCK_STREAM)] for _ in "123"
    ]
    assert answers == [["93.184.216.34"], *[["10.0.0.1", "2606:2800:220:1::1"]] * 2]
