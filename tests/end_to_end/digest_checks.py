"""What must hold of digests, told by the false Discord's journal alone: what was posted where, when, in which order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tests.end_to_end.digest_channels import Place, Slot
from tests.false_discord.payloads import Payload

CATCH_UP = timedelta(hours=6)
AT_WORK = timedelta(minutes=25)  # without a break: a part in doubt is looked for after ten
_DAY = re.compile(r"^### Digest · \w+, (\d+ \w+ \d+)$", re.MULTILINE)
_PART = re.compile(r"part (\d+) of (\d+)")
_NOW = "### Digest · What is new"
_LATE = "**late**"


@dataclass(frozen=True, slots=True)
class Posted:
    """A message. day: None of a digest that was asked for; n, of: its part."""

    at: datetime
    channel: str
    nonce: str
    text: str
    day: date | None = None
    n: int = 1
    of: int = 1

    @property
    def is_digest(self) -> bool:
        """One that was due."""
        return self.day is not None

    @property
    def is_late(self) -> bool:
        return _LATE in self.text


def read(entry: Payload) -> Posted:
    """A line of the journal that tells of a message."""
    text = entry["text"]
    day, part = _DAY.search(text), _PART.search(text)
    return Posted(
        at=datetime.fromtimestamp(entry["at"], UTC),
        channel=entry["channel"],
        nonce=str(entry["nonce"]),
        text=text,
        day=datetime.strptime(day[1], "%d %B %Y").date() if day else None,  # noqa: DTZ007 - a date
        n=int(part[1]) if day and part else 1,
        of=int(part[2]) if day and part else 1,
    )


@dataclass(slots=True)
class Record:
    """What the world did to the bot. up: from when to when it was connected, once for each life.

    gone: since when a channel cannot be written in. moved: dates on which a schedule changed. doubts: (channel, when)
    of deaths after which nobody can know whether a part was posted.
    """

    up: list[tuple[datetime, datetime]] = field(default_factory=list)
    gone: dict[str, datetime] = field(default_factory=dict)
    moved: set[tuple[str, date]] = field(default_factory=set)
    doubts: list[tuple[str, datetime]] = field(default_factory=list)

    def at_work(self, since: datetime, until: datetime) -> timedelta:
        """The longest time without a break between these."""
        return max((min(end, until) - max(begin, since) for begin, end in self.up), default=timedelta())


@dataclass(slots=True)
class Verdict:
    """problems: in words. The rest is counted."""

    problems: list[str]
    due: int = 0
    whole: int = 0
    excused: int = 0
    unknown: int = 0
    parts: int = 0
    late: int = 0
    told: int = 0
    asked_for: int = 0
    slowest: float = 0.0  # seconds after which a digest stood that was composed while nothing died


def judge(posted: Sequence[Posted], places: Sequence[Place], expected: Iterable[Slot], record: Record) -> Verdict:
    """All of it."""
    by_slot = defaultdict[tuple[str, date], list[Posted]](list)
    for one in posted:
        if one.day:
            by_slot[one.channel, one.day].append(one)
    slots = {(slot.channel, slot.day): slot for slot in expected}
    verdict = Verdict([*_doubled(posted), *_disordered(by_slot)])
    for key, slot in sorted(slots.items(), key=lambda pair: pair[1]):
        verdict.problems += _looked_at(verdict, slot, by_slot.get(key, []), posted, places, record)
    for channel, day in by_slot.keys() - slots.keys() - record.moved:
        verdict.problems.append(f"{channel} {day}: nothing was due, and {by_slot[channel, day][0].at} there was some")
    verdict.problems += _untold(posted, places, record)
    digests = [one for one in posted if one.is_digest]
    verdict.due, verdict.parts = len(slots), len(digests)
    verdict.late = len({(one.channel, one.day) for one in digests if one.is_late})
    verdict.asked_for = sum(_NOW in one.text for one in posted)
    verdict.told = len(_notices(posted, places))
    return verdict


def _doubled(posted: Sequence[Posted]) -> Iterator[str]:
    for (channel, nonce), times in Counter((one.channel, one.nonce) for one in posted).items():
        if times > 1 and nonce != "None":
            yield f"{channel}: {times} messages under the nonce {nonce}"
    parts = Counter((one.channel, one.day, one.n) for one in posted if one.day)
    for (channel, day, n), times in parts.items():
        if times > 1:
            yield f"{channel} {day}: part {n} stands there {times} times"


def _disordered(by_slot: Mapping[tuple[str, date], Sequence[Posted]]) -> Iterator[str]:
    for (channel, day), parts in by_slot.items():
        if [one.n for one in parts] != sorted(one.n for one in parts):
            yield f"{channel} {day}: parts came as {[one.n for one in parts]}"
        if len({one.of for one in parts}) > 1:
            yield f"{channel} {day}: of {sorted({one.of for one in parts})} parts"


def _looked_at(
    verdict: Verdict, slot: Slot, parts: Sequence[Posted], posted: Sequence[Posted], places: Sequence[Place],
    record: Record,
) -> Iterator[str]:  # fmt: skip
    """What is wrong with one that was due; counted in passing."""
    name, end = f"{slot.channel} {slot.day} due {slot.due:%m-%d %H:%M}", slot.due + CATCH_UP
    if (slot.channel, slot.day) not in record.moved:
        yield from (f"{name}: posted {one.at}" for one in parts if not slot.due <= one.at <= end + timedelta(minutes=1))
    if parts and {one.n for one in parts} == set(range(1, parts[0].of + 1)):
        verdict.whole += 1
        return
    place = next(place for place in places if place.channel == slot.channel)
    is_gone = record.gone.get(slot.channel, end) < end
    if is_gone or (slot.channel, slot.day) in record.moved or record.at_work(slot.due, end) < AT_WORK:
        verdict.excused += 1
    elif not place.is_readable and _is_told(posted, place, slot.due, end + CATCH_UP):
        verdict.unknown += 1
    else:
        there = f"parts {[one.n for one in parts]} of {parts[0].of}" if parts else "nothing"
        yield f"{name}: {there}, and the bot was there for {record.at_work(slot.due, end)}"


def _untold(posted: Sequence[Posted], places: Sequence[Place], record: Record) -> Iterator[str]:
    """Moderators hear of a part of which nobody can know whether it stands there, and of a channel that is lost."""
    for channel, when in (*record.doubts, *record.gone.items()):
        place = next(place for place in places if place.channel == channel)
        end = when + timedelta(days=3)  # nobody is there for 26 hours now and then
        if record.at_work(when, end) >= AT_WORK and not _is_told(posted, place, when, end):
            yield f"{channel}: unknown or lost since {when}, and no moderator was told"


def _is_told(posted: Sequence[Posted], place: Place, since: datetime, until: datetime) -> bool:
    """Where its moderators asked last: in their own channel, or in the one that it is about."""
    where = {place.mods, place.channel}
    return any(
        one.channel in where and since <= one.at <= until and f"<#{place.channel}>" in one.text for one in posted
    )


def _notices(posted: Sequence[Posted], places: Sequence[Place]) -> list[Posted]:
    mods = {place.mods for place in places}
    return [one for one in posted if one.channel in mods]
