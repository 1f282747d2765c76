"""What requests are sent with: nothing of anybody else's, within bounds, to addresses that may be connected to."""

from __future__ import annotations

from importlib.metadata import version

import aiohttp

from bot.sources.http.answers import BoundedResponse
from bot.sources.http.network import GuardedResolver, socket_maker
from bot.sources.http.unpack import ACCEPT_ENCODING

_LINE_BYTES = 8_190  # of a status line or a header
_HEADER_LINES = 128


def guarded_session(
    *, private_too: bool, connections: int, idle: float, accept: str, purpose: str
) -> aiohttp.ClientSession:
    """connections: at once, to all hosts. idle: seconds without a byte. purpose: what we tell hosts that we do."""
    connector = aiohttp.TCPConnector(
        resolver=GuardedResolver(private_too=private_too),
        socket_factory=socket_maker(private_too=private_too),
        use_dns_cache=False,  # a failed lookup there is shared as one exception object
        limit=connections,
        force_close=True,  # strangers keep no connection to us; one page is all we want of most
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        response_class=BoundedResponse,
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=idle, sock_read=idle),
        max_line_size=_LINE_BYTES,
        max_field_size=_LINE_BYTES,
        max_headers=_HEADER_LINES,
        headers={
            "User-Agent": f"commentary-bot/{version('commentary-bot')} ({purpose})",
            "Accept": accept,
            "Accept-Encoding": ACCEPT_ENCODING,
        },
    )
