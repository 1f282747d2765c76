"""Rate limits as Discord tells them: 50 requests a second in all, and for each channel so many messages in so long.

Answers to interactions count for neither (Discord's documentation, August 2026).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field

from bot.clock import Clock

IN_ALL = 50, 1.0  # requests, seconds
OF_A_CHANNEL = 5, 5.0
_MESSAGES = re.compile(r"/channels/(\d+)/messages")
_FREE = ("/interactions/", "/webhooks/")


@dataclass(slots=True)
class Window:
    """So many in so many seconds."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until there is room; 0 when there is."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return self.times[0] + self.seconds - now if len(self.times) >= self.most else 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """status: 200 or 429."""

    status: int
    headers: dict[str, str]
    wait: float = 0.0
    is_global: bool = False

    @property
    def body(self) -> dict[str, object]:
        return {"message": "You are being rate limited.", "retry_after": self.wait, "global": self.is_global}


class Limits:
    """Nothing is limited before it is switched on."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self.is_on = clock, False
        self._all = Window(*IN_ALL)
        self._channels: dict[str, Window] = defaultdict(lambda: Window(*OF_A_CHANNEL))
        self.refused = 0

    def look(self, method: str, path: str) -> Verdict:
        """Count this request, or refuse it."""
        if not self.is_on or path.startswith(_FREE):
            return Verdict(200, {})
        now, place = self._clock.monotonic(), _MESSAGES.fullmatch(path)
        if wait := self._all.wait(now):
            self.refused += 1
            return self._refused(wait, {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}, is_global=True)
        self._all.times.append(now)
        if method != "POST" or place is None:
            return Verdict(200, {})
        window = self._channels[place[1]]
        if wait := window.wait(now):
            self.refused += 1
            return self._refused(wait, self._told(window, now) | {"X-RateLimit-Scope": "user"}, is_global=False)
        window.times.append(now)
        return Verdict(200, self._told(window, now))

    def _told(self, window: Window, now: float) -> dict[str, str]:
        reset = window.times[0] + window.seconds - now
        return {
            "X-RateLimit-Limit": str(window.most), "X-RateLimit-Remaining": str(window.most - len(window.times)),
            "X-RateLimit-Reset": f"{self._clock.now().timestamp() + reset:.3f}", "X-RateLimit-Bucket": "messages",
            "X-RateLimit-Reset-After": f"{reset:.3f}",
        }  # fmt: skip

    def _refused(self, wait: float, headers: dict[str, str], *, is_global: bool) -> Verdict:
        told = {**headers, "Retry-After": str(math.ceil(wait)), "Via": "1.1 false"}
        return Verdict(429, told, round(wait + 0.001, 3), is_global)
