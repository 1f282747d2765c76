"""Feeds that are made up as they are asked for: the same ones for whoever asks in the same round. Pure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum, auto
from functools import lru_cache

ENTRIES = 20
_WORDS = """council budget harbour school strike vote tower river market verdict bridge railway minister tenant nurse
            orchard ferry museum wage planning treaty library drought election pension""".split()
_BEGAN = datetime(2026, 11, 20, tzinfo=UTC)


class Fate(StrEnum):
    """What becomes of a request for a feed."""

    WELL = auto()
    CHANGED = auto()  # a new entry in each round
    FAILING = auto()
    SLOW = auto()
    HANGING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Of a hundred feeds."""

    changed: float = 5.0
    failing: float = 4.0
    slow: float = 1.0
    hanging: float = 0.2

    def fate(self, n: int) -> Fate:
        """The same for a feed at each time."""
        luck = random.Random(n * 7919 + 13).uniform(0, 100)
        for share, fate in (
            (self.hanging, Fate.HANGING), (self.slow, Fate.SLOW), (self.failing, Fate.FAILING),
            (self.changed, Fate.CHANGED),
        ):  # fmt: skip
            if luck < share:
                return fate
            luck -= share
        return Fate.WELL


def entries_of(n: int, fate: Fate, round_: int) -> range:
    """Numbers of the entries that stand in a feed; a changed one has lost its oldest for each new one."""
    first = round_ if fate is Fate.CHANGED else 0
    return range(first, first + ENTRIES)


@lru_cache(maxsize=2)
def _filling(kilobytes: int) -> str:
    words = random.Random(kilobytes)
    text = " ".join(words.choice(_WORDS) for _ in range(kilobytes * 200))
    return text[: kilobytes * 1000 // ENTRIES]


def body_of(n: int, fate: Fate, round_: int, kilobytes: int) -> bytes:
    """RSS of about that size."""
    filling = _filling(kilobytes)[: max(0, kilobytes * 1000 // ENTRIES - 330)]
    items = "".join(_item(n, entry, filling) for entry in reversed(entries_of(n, fate, round_)))
    head = f"<title>Columns {n}</title><link>http://site{n}.test/</link><description>Views of {n}</description>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def _item(n: int, entry: int, filling: str) -> str:
    at = _BEGAN + timedelta(hours=3 * entry, seconds=n % 3600)
    subject = f"{_WORDS[(n + entry) % len(_WORDS)]} and {_WORDS[(n * 3 + entry) % len(_WORDS)]}"
    return (
        f"<item><title>What the {subject} of {n} need now ({entry})</title><link>http://site{n}.test/column/{entry}</link>"
        f'<guid isPermaLink="false">tag:site{n}.test,2026:{entry}</guid><author>Author {n % 97}</author>'
        f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<description>&lt;p&gt;Number {entry} of {n}: {filling}&lt;/p&gt;</description></item>"
    )
