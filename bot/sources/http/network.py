"""The second and the third layer: what a name stands for, and the address that is really connected to."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading

from aiohttp import AddrInfoType, SocketFactoryType
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.sources.http.addresses import may_connect
from bot.sources.http.gate import Reason, refusal

_ADDRESSES = 4  # that are tried; a name with thousands of them would stall the loop
_LOOKUPS = 32  # at once
_LOOKUP_SECONDS = 8.0

_Found = list[tuple[socket.AddressFamily, str]]


class ForbiddenAddress(OSError):
    """The last word at the socket; an OSError because anything else would upset what calls the socket's maker."""


def socket_maker(*, private_too: bool) -> SocketFactoryType:
    """The third layer, for `TCPConnector(socket_factory=…)`: it sees every address, literals and redirects included."""

    def make(info: AddrInfoType) -> socket.socket:
        """Raises ForbiddenAddress."""
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), private_too=private_too):
            raise ForbiddenAddress(address[0])
        return socket.socket(family, kind, protocol)

    return make


class GuardedResolver(AbstractResolver):
    """The second layer: refuses a name when any of its addresses is not allowed, so that no order or retry helps.

    Each lookup has a thread of its own that nobody waits for at exit: the system's resolver may hang for half a minute.
    """

    def __init__(self, *, private_too: bool) -> None:
        self._private_too = private_too
        self._places = asyncio.Semaphore(_LOOKUPS)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raises Refused, OSError (no such name) and TimeoutError."""
        async with asyncio.timeout(_LOOKUP_SECONDS):
            found = await self._look_up(host, family)
        if not all(may_connect(address, private_too=self._private_too) for _, address in found):
            raise refusal(host, Reason.NOT_PUBLIC)
        flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=socket.IPPROTO_TCP, flags=flags)
            for kind, address in _some_of_each_family(found)
        ]

    async def close(self) -> None:
        """Nothing is held."""

    async def _look_up(self, host: str, family: socket.AddressFamily) -> _Found:
        await self._places.acquire()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[_Found] = loop.create_future()

        def done(found: _Found | OSError) -> None:
            """On the loop, which alone may touch a future; who waited may be gone by now."""
            self._places.release()  # when the thread is free, not when its caller went away
            if answer.done():
                return
            if isinstance(found, OSError):
                answer.set_exception(found)
            else:
                answer.set_result(found)

        def work() -> None:
            """In the lookup's thread; may outlive the loop."""
            found = _addresses(host, family)
            with contextlib.suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(done, found)

        threading.Thread(target=work, name=f"lookup {host}", daemon=True).start()
        return await answer


def _addresses(host: str, family: socket.AddressFamily) -> _Found | OSError:
    try:
        infos = socket.getaddrinfo(host, None, family=family, type=socket.SOCK_STREAM)
    except OSError as error:
        return error
    except UnicodeError as error:  # a label that the system's own IDNA does not take
        return OSError(str(error))
    # An address with a zone keeps it as "fe80::1%eth0" or as its fourth part; no policy lets either pass.
    return [
        (kind, f"{address[0]}%{address[3]}" if len(address) == 4 and address[3] else str(address[0]))
        for kind, _, _, _, address in infos
        if kind in (socket.AF_INET, socket.AF_INET6)
    ]


def _some_of_each_family(found: _Found) -> _Found:
    """A machine without IPv6 must still reach a name with many IPv6 addresses."""
    each = {kind: [item for item in found if item[0] is kind][: _ADDRESSES // 2] for kind, _ in found}
    return [item for kind in each for item in each[kind]]
