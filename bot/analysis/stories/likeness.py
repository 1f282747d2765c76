"""How likely it is that two entries are about the same event, before anybody has read them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.analysis.stories.rarity import Rarity
from bot.analysis.stories.traits import Traits
from bot.analysis.stories.weights import CONSTANT, WEIGHTS
from bot.models.story import StoryEntry

CERTAIN = 6.0  # log-odds beyond which nothing is believed without a reader
WINDOW = timedelta(days=5)  # entries that are further apart are not compared
_ISSUE = timedelta(hours=10)  # what comes daily is not out again before
_HOURS = 6.0  # from which on time counts
_SPOKEN = 0.3  # rarity up to which it says nothing that both use a word
_NOTHING = 0.1  # of numbers and words
_ANOTHER_MATTER = -1.0  # set by hand: too few labelled entries share a person and no word to fit it
_NAMED = 0.6  # rarity of the names that an entry has when it can be told by them


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An entry with what was read off it."""

    entry: StoryEntry
    traits: Traits


def log_odds(one: Read, other: Read, cosine: float, rarity: Rarity) -> float:
    """From -CERTAIN to CERTAIN. cosine: of the two in meaning, from the sentence encoder."""
    if one.entry.url and one.entry.url == other.entry.url:
        return CERTAIN
    if not can_be_one(one, other):
        return -CERTAIN
    seen = signals(one, other, cosine, rarity)
    odds = CONSTANT + sum(WEIGHTS[name] * value for name, value in seen.items())
    return max(-CERTAIN, min(CERTAIN, odds + (_ANOTHER_MATTER if _is_only_names(seen) else 0.0)))


def can_be_one(one: Read, other: Read) -> bool:
    """Whether the two can be about the same event at all, whatever they say."""
    no_event = one.traits.has_no_event or other.traits.has_no_event
    return not no_event and not _is_series(one, other) and abs(one.entry.at - other.entry.at) <= WINDOW


def signals(one: Read, other: Read, cosine: float, rarity: Rarity) -> dict[str, float]:
    """What speaks for the same event, or against it."""
    a, b = one.entry, other.entry
    names = one.traits.names & other.traits.names
    words = one.traits.words & other.traits.words
    opinions = a.is_commentary + b.is_commentary
    return {
        "cosine": cosine,
        "names": _much(map(rarity, names)),
        "numbers": _much(map(rarity, one.traits.numbers & other.traits.numbers)),
        "words": _much(max(0.0, rarity(word) - _SPOKEN) for word in words),
        "other_names": float(not names and all(_is_named(each, rarity) for each in (one, other))),
        "apart": math.log1p(abs((a.at - b.at).total_seconds()) / 3600 / _HOURS),
        "one_outlet": float(_outlet(a) == _outlet(b)),
        "two_languages": float(a.language[:2] != b.language[:2]),
        "opinions": float(opinions),
        "both_opinions": float(opinions == 2),
    }


def _much(rarities: Iterable[float]) -> float:
    """The tenth shared word says less than the first."""
    return math.log1p(2 * sum(rarities))


def _is_named(read: Read, rarity: Rarity) -> bool:
    return sum(map(rarity, read.traits.names)) > _NAMED


def _is_only_names(seen: Mapping[str, float]) -> bool:
    """Whether two entries in one language have a name in common and no other word of any weight."""
    return bool(seen["names"]) and seen["numbers"] + seen["words"] < _NOTHING and not seen["two_languages"]


def _is_series(one: Read, other: Read) -> bool:
    """Two issues of what comes under one title: a column, the weather. One that is back within hours is an update."""
    a, b = one.entry, other.entry
    same_title = one.traits.series == other.traits.series and _outlet(a) == _outlet(b)
    return same_title and abs(a.at - b.at) > _ISSUE


def _outlet(entry: StoryEntry) -> str | int:
    return entry.outlet or entry.feed_id
