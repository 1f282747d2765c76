"""From the vendor's exceptions to ours. What leaves here holds no key and nothing of the vendor's."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx2
import openai

from bot.errors import (
    EngineBusy,
    EngineDeclined,
    EngineError,
    EngineNoModel,
    EngineNonsense,
    EngineOutOfQuota,
    EngineRefusedKey,
    EngineTooSlow,
    EngineUnreachable,
)

# Not every failure is an APIError: bytes that are read late fail as the transport's own, texts as ValueErrors.
VENDOR_ERRORS = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    ValueError,
    RecursionError,
)

SOON = 1.0  # seconds; a connection that broke, or a server that stumbled, is asked again after this
LONGEST_WAIT = 10.0  # seconds; told to come back later than this, we let another engine answer now

# The names that OpenAI, Azure and llama.cpp have for it, then what others say in words.
_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|string_above_max_length|context (?:length|size|window)"
    r"|too many tokens|prompt is too long|maximum context|max_model_len"
)
_NO_CREDIT = re.compile(r"insufficient_quota|billing|credit|payment")
_DECLINED = re.compile(r"content_filter|content_policy|responsible_ai|content management policy")
_NEVER_SENT = (
    httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.LocalProtocolError, httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)  # fmt: skip
_LOOKS_LIKE_A_KEY = re.compile(r"\b(?:sk|key|org|proj)[-_][\w*.-]{4,}")


class EndpointSaid(Exception):
    """What the endpoint, or the way to it, said: for the log, and without secrets."""


class CallFailed(Exception):
    """One call that gave no answer.

    again_in: seconds after which asking again may help, None when it is in vain; free: whether it surely cost nothing;
    too_long: whether the prompt did not fit the model's context; says: the endpoint's words, in lower case.
    """

    def __init__(
        self, error: EngineError, said: str = "", *, again_in: float | None = None, free: bool = False,
        too_long: bool = False, says: str = "",
    ) -> None:  # fmt: skip
        super().__init__(str(error))
        error.__cause__ = EndpointSaid(said) if said else None
        self.error, self.again_in, self.free, self.too_long, self.says = error, again_in, free, too_long, says


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Whom we ask. `key` is here to be kept out of whatever is said; `timeout` is in seconds."""

    base_url: str
    model: str
    key: str = field(repr=False)
    timeout: float

    @property
    def host(self) -> str:
        """For people; without what else an address may hold."""
        return urlsplit(self.base_url).hostname or self.base_url

    @property
    def is_openai(self) -> bool:
        """By its host alone; a proxy in front of it counts as another endpoint."""
        return self.host == "api.openai.com"

    def odd(self, completion: object) -> CallFailed:
        """A success that holds no completion: a page in HTML, a failure in disguise, nothing."""
        error = completion.get("error") if isinstance(completion, dict) else None
        says = str(error if error is not None else completion)[:500].lower()
        code = error.get("code") if isinstance(error, dict) else None
        failure: EngineError = EngineNonsense()
        if isinstance(code, int) and 400 <= code < 600:
            failure, _ = self._meaning(code, says)
        return CallFailed(failure, self._without_key(f"200 without a completion: {says}"), again_in=SOON)

    def failed(self, error: Exception) -> CallFailed:
        """What this exception of the vendor's means for us."""
        if isinstance(error, openai.APIStatusError):
            return self._answered(error)
        cause = error.__cause__ if isinstance(error, openai.APIConnectionError) else error
        said = self._without_key(f"{type(error).__name__}: {error} ({type(cause).__name__}: {cause})")
        free = isinstance(cause, (*_NEVER_SENT, UnicodeError))
        if isinstance(cause, httpx2.TimeoutException):
            return CallFailed(EngineTooSlow(seconds=self.timeout), said, free=free)
        if isinstance(cause, httpx2.TransportError):
            return CallFailed(EngineUnreachable(endpoint=self.host), said, again_in=SOON, free=free)
        return CallFailed(EngineError(said), said, again_in=SOON, free=free)

    def _answered(self, error: openai.APIStatusError) -> CallFailed:
        status, says = error.status_code, str(error.body)[:2000].lower()
        secret = status in (401, 403)  # these texts like to repeat a part of the key
        failure, may_pass = self._meaning(status, says)
        return CallFailed(
            failure,
            str(status) if secret else self._without_key(f"{status}: {says[:500]}"),
            again_in=_wait(error.response.headers) if may_pass else None,
            free=status < 500,
            too_long=status < 501 and bool(_TOO_LONG.search(says)),
            says="" if secret else says,
        )

    def _meaning(self, status: int, says: str) -> tuple[EngineError, bool]:
        """The failure, and whether it may pass by itself."""
        if status in (401, 403):
            return EngineRefusedKey(endpoint=self.host), False
        if status == 402 or (status == 429 and _NO_CREDIT.search(says)):
            return EngineOutOfQuota(endpoint=self.host), False
        if status == 404:
            known = "model" not in says
            return (EngineUnreachable(endpoint=self.host) if known else EngineNoModel(model=self.model)), False
        if status in (429, 503, 529):
            return EngineBusy(endpoint=self.host), True
        if _DECLINED.search(says):
            return EngineDeclined(), False
        return EngineError(f"status {status}"), status >= 500 or status == 408

    def _without_key(self, text: str) -> str:
        """Others repeat a key whole, or its first and last characters around stars."""
        if len(self.key) >= 8:
            text = text.replace(self.key, "***")
            ends = f"{re.escape(self.key[:6])}|{re.escape(self.key[-6:])}"
            text = re.sub(rf"[\w*.-]*(?:{ends})[\w*.-]*", "***", text, flags=re.IGNORECASE)
        return _LOOKS_LIKE_A_KEY.sub("***", text)


def _wait(headers: Mapping[str, str]) -> float | None:
    """Seconds until we may ask again; None when that is too long, or a moment instead of a duration."""
    try:
        told = float(headers["retry-after-ms"]) / 1000 if "retry-after-ms" in headers else float(headers["retry-after"])
    except KeyError:
        return SOON
    except ValueError:
        return None
    return max(told, 0.0) if math.isfinite(told) and told <= LONGEST_WAIT else None
