"""What aiohttp raises, told as what it means for the reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp

from bot.errors import TooSlow, Unreachable
from bot.sources.http.answers import CutOff
from bot.sources.http.gate import Reason, Target, refusal
from bot.sources.http.network import ForbiddenAddress


@contextmanager
def told(target: Target, idle: float) -> Iterator[None]:
    """Raises Refused, TooSlow or Unreachable for a client's exception. idle: seconds that were waited for a byte."""
    site = target.host
    try:
        yield
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, ForbiddenAddress):
            raise refusal(target.url, Reason.NOT_PUBLIC) from error
        raise Unreachable(str(error), site=site) from error
    except TimeoutError as error:  # before ClientError: aiohttp's timeouts are both
        raise TooSlow(str(error), site=site, seconds=round(idle)) from error
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError, aiohttp.ClientPayloadError) as error:
        raise CutOff(str(error), site=site) from error
    except aiohttp.ClientError as error:
        raise Unreachable(str(error), site=site) from error
