"""Custom ids: an ask in a hundred characters, signed for the place where its button stands.

Nothing is kept for a button. What comes back from Discord is not trusted: it is an ask only with our signature over
it and over the server (of a direct message: the channel) that it came from.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from bot.ui.asks import Ask, Ids

CUSTOM_ID = 100  # characters: Discord's documentation, August 2026
_SIGNED = 12  # characters of the signature: 72 bits

# Names of options on a button; one that is not here stands in full.
_SHORT = {
    "article": "a",
    "articles": "s",
    "ask": "k",
    "language": "g",
    "length": "l",
    "page": "n",
    "prompt": "p",
    "query": "q",
}
_FULL = {short: name for name, short in _SHORT.items()}
_BETWEEN, _IS = "|", "="
_TYPED = "query"  # may hold anything, and so stands last


class Signer:
    """Makes and reads custom ids; `secret` is the installation's."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def at(self, place: int) -> Ids:
        """The custom ids of one place: a server's id, or a direct message's channel."""
        return lambda ask: self._sign(ask, place)

    def read(self, custom_id: str, place: int) -> Ask | None:
        """What a button asks; None when it is not ours, or of another place."""
        signature, body = custom_id[:_SIGNED], custom_id[_SIGNED:]
        if not hmac.compare_digest(signature.encode(), self._signature(body, place).encode()):
            return None
        known, typed, query = body.partition(f"{_BETWEEN}{_SHORT[_TYPED]}{_IS}")
        use, *args = known.split(_BETWEEN)
        pairs = (arg.partition(_IS) for arg in args)
        ask = Ask(use, {_FULL.get(name, name): value for name, _, value in pairs})
        return ask.but(**{_TYPED: query}) if typed else ask

    def _sign(self, ask: Ask, place: int) -> str:
        given = sorted(ask.args.items(), key=lambda arg: arg[0] == _TYPED)
        assert not any(_BETWEEN in value for name, value in given if name != _TYPED), "only a query is free text"
        args = (f"{_SHORT.get(name, name)}{_IS}{value}" for name, value in given if value)
        body = _BETWEEN.join((ask.use, *args))
        custom_id = self._signature(body, place) + body
        assert len(custom_id) <= CUSTOM_ID, f"{ask} does not fit a button"
        return custom_id

    def _signature(self, body: str, place: int) -> str:
        digest = hmac.new(self._secret, f"{place}{_BETWEEN}{body}".encode("utf-8", "surrogatepass"), hashlib.sha256)
        return base64.urlsafe_b64encode(digest.digest()).decode()[:_SIGNED]
