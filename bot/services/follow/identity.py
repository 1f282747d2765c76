"""Which entries of a feed were there before. Pure.

An entry has three keys: its id, its link, its text. As a rule the id decides. Some feeds give new ids at each poll, so
that no id was seen before while what they link to was: from then on the link decides, or the text where links change
as well. The keys of what stood in a feed are remembered, 8 bytes each; the first byte says what decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b

from bot.models.feed import Entry

KEY_BYTES = 8
_OLDER = 100  # keys that stay remembered beyond as many as there are now: entries go, and come back from another cache
_ENOUGH = 2  # known links or texts, where no id is known: a single one may be a coincidence


class By(Enum):
    """What decides, in the order in which it is trusted."""

    ID = b"i"
    LINK = b"l"
    TEXT = b"t"


@dataclass(frozen=True, slots=True)
class Keys:
    """link: b"" for none, or for one that several entries have. is_telling: the text is more than a title.

    Titles alone decide nothing: columns have the same one each week.
    """

    id: bytes
    link: bytes
    text: bytes
    is_telling: bool

    def by(self, what: By) -> bytes:
        """The one that decides."""
        match what:
            case By.ID:
                return self.id
            case By.LINK:
                return self.link or self.by(By.TEXT)
            case By.TEXT:
                return self.text if self.is_telling else self.id


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood in a feed: `keys`, the latest first."""

    by: By = By.ID
    keys: tuple[bytes, ...] = ()

    def to_bytes(self) -> bytes:
        """One byte, then the keys."""
        return self.by.value + b"".join(self.keys)


@dataclass(frozen=True, slots=True)
class News:
    """entries: those that were not there before, each with the key that it is kept under. stood: what is there now."""

    entries: tuple[tuple[Entry, bytes], ...]
    stood: Stood


def stood_of(packed: bytes) -> Stood:
    """The inverse of `Stood.to_bytes`; nothing at all for b""."""
    if not packed:
        return Stood()
    keys = packed[1:]
    return Stood(By(packed[:1]), tuple(keys[n : n + KEY_BYTES] for n in range(0, len(keys), KEY_BYTES)))


def news(entries: Sequence[Entry], before: Stood) -> News:
    """What is new of what stands in a feed."""
    known, keyed = frozenset(before.keys), _keyed(entries)
    by = _deciding([keys for _, keys in keyed], known, before.by)
    new = {keys.by(by): entry for entry, keys in reversed(keyed) if not _is_known(keys, by, known)}
    return News(tuple((entry, key) for key, entry in reversed(new.items())), Stood(by, _remembered(keyed, before.keys)))


def _keyed(entries: Sequence[Entry]) -> list[tuple[Entry, Keys]]:
    links = Counter(entry.url for entry in entries)
    return [
        (
            entry,
            Keys(
                id=_key("i", entry.id),
                link=_key("l", entry.url) if entry.url and links[entry.url] == 1 else b"",
                text=_key("t", entry.title, entry.summary),
                is_telling=bool(entry.summary),
            ),
        )
        for entry in entries
    ]


def _deciding(keyed: Sequence[Keys], known: frozenset[bytes], before: By) -> By:
    """The first that knows any entry again; a less trusted one must know several."""
    trusted = list(By)
    for by in trusted[trusted.index(before) :]:
        again = known & {keys.by(by) for keys in keyed}
        if len(again) >= (1 if by is before else _ENOUGH):
            return by
    return before


def _is_known(keys: Keys, by: By, known: frozenset[bytes]) -> bool:
    """An entry that came under another id with the same link and the same text is the same one."""
    return keys.by(by) in known or (bool(keys.link) and keys.link in known and keys.text in known)


def _remembered(keyed: Sequence[tuple[Entry, Keys]], before: Sequence[bytes]) -> tuple[bytes, ...]:
    """Never fewer than before: a feed that is cut short, or empty for a while, has them all back the next day."""
    now = [key for _, keys in keyed for key in (keys.id, keys.link, keys.text) if key]
    return tuple(dict.fromkeys((*now, *before)))[: max(len(before), len(now) + min(len(now), _OLDER))]


def _key(kind: str, *said: str) -> bytes:
    """Lengths in front, so that no two different texts make one."""
    text = "".join((kind, *(f"{len(part)}:{part}" for part in said)))
    return blake2b(text.encode("utf-8", "replace"), digest_size=KEY_BYTES).digest()
