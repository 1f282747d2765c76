"""One answer of a server: where it leads, what it refuses, and its body within bounds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import aiohttp
from aiohttp import ClientResponse, hdrs
from aiohttp.connector import Connection

from bot.errors import BadStatus, BlockedPage, Busy, Gone, TooBig, Unreachable, WrongType
from bot.models.page import Page
from bot.sources.http import content
from bot.sources.http.gate import Target
from bot.sources.http.politeness import seconds_asked_for
from bot.sources.http.unpack import Broken, unpacker

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_READ_BYTES = 65_536
_INFORMATIONAL = 20  # answers of status 1xx before the real one
_AWAY_UNSAID = 60.0  # seconds for a 429 that does not say how long


class CutOff(Unreachable):
    """An answer that broke off; asking once more may help."""


class BoundedResponse(ClientResponse):
    """Ends a flood of informational answers, which aiohttp reads for as long as they come, and a body that broke off.

    aiohttp closes the connection when a later part of a body cannot be parsed, but leaves its reader waiting.
    """

    async def start(self, connection: Connection) -> ClientResponse:
        """Raises ClientPayloadError when informational answers do not end."""
        protocol = connection.protocol
        assert protocol is not None
        original, left = protocol.read, _INFORMATIONAL

        async def counted() -> object:
            """One message from the connection; raises ClientPayloadError after too many."""
            nonlocal left
            left -= 1
            if left < 0:
                raise aiohttp.ClientPayloadError("too many informational answers")
            return await original()

        protocol.read = counted  # type: ignore[method-assign, assignment]
        try:
            await super().start(connection)
        finally:
            del protocol.read
        if protocol.closed is not None:
            protocol.closed.add_done_callback(self._end_body)
        return self

    def _end_body(self, closed: asyncio.Future[None]) -> None:
        closed.exception()  # looked at, so that asyncio does not report it as forgotten
        if not self.content.is_eof() and self.content.exception() is None:
            self.content.set_exception(aiohttp.ClientPayloadError("the connection closed in the midst of the body"))


def holds_for_good(status: int) -> bool:
    """Whether a redirect says that the old address is not to be asked again."""
    return status in _FOR_GOOD


def leads_to(response: ClientResponse) -> str | None:
    """Where a redirect leads, as it is written there."""
    return response.headers.get(hdrs.LOCATION) if response.status in _REDIRECTS else None


def asks_to_wait(response: ClientResponse, now: datetime) -> float | None:
    """Seconds for which the host wants to be left alone."""
    if response.status not in (429, 503):
        return None
    said = seconds_asked_for(response.headers.get(hdrs.RETRY_AFTER, ""), now)
    return _AWAY_UNSAID if said is None and response.status == 429 else said


def refuse_failure(response: ClientResponse, site: str, wait: float | None) -> None:
    """Raises Busy, Gone, BlockedPage or BadStatus for what is no success."""
    status = response.status
    if wait is not None:
        raise Busy(site=site, seconds=round(wait))
    if status in (404, 410):
        raise Gone(site=site, status=status)
    if status == 403:
        raise BlockedPage(f"status {status}", site=site)
    if not 200 <= status < 300:
        raise BadStatus(site=site, status=status)


async def read_page(
    asked: str, target: Target, response: ClientResponse, refuse_type: Callable[[str, str], None], *, limit: int
) -> Page:
    """What a success brings. refuse_type: raises WrongType, given the site and a media type.

    Raises what `read_body` raises, and WrongType for what only calls itself a text.
    """
    media_type, charset = content.declared(response.headers.get(hdrs.CONTENT_TYPE, ""))
    refuse_type(target.host, media_type)
    body = await read_body(response, target.host, limit)
    content.refuse_binary(target.host, body, charset)
    return Page(asked=asked, url=target.url, content_type=media_type, charset=charset, body=body)


async def read_body(response: ClientResponse, site: str, limit: int) -> bytes:
    """The body, unpacked. `limit` holds for the bytes on the wire and for those that come out of them.

    Raises TooBig, WrongType for an encoding that was not asked for, Unreachable for a broken or truncated one.
    """
    encoding = ",".join(response.headers.getall(hdrs.CONTENT_ENCODING, ()))
    unpack = unpacker(encoding)
    if unpack is None:
        raise WrongType(site=site, content_type=f"{encoding[:40]} encoding")
    too_big = TooBig(site=site, limit_mb=_megabytes(limit))
    if (response.content_length or 0) > limit:
        raise too_big
    slices: list[bytes] = []
    packed = unpacked = 0
    try:
        async for chunk in response.content.iter_chunked(_READ_BYTES):
            packed += len(chunk)
            for out in unpack.feed(chunk):
                unpacked += len(out)
                if unpacked > limit:
                    raise too_big
                slices.append(out)
            if packed > limit:
                raise too_big
    except Broken as error:
        raise Unreachable(f"broken {encoding}: {error}", site=site) from error
    if not unpack.is_complete():
        raise CutOff(f"truncated {encoding}", site=site)
    return b"".join(slices)


def _megabytes(count: int) -> int | float:
    """As one says it: 8, not 8.0."""
    megabytes = round(count / 1_000_000, 2)
    return int(megabytes) if megabytes.is_integer() else megabytes
