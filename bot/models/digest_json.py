"""A part of a digest as JSON: how the outbox keeps it until it is sent."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from bot.models import brief_json
from bot.models.digest import Part, Source, Told


def to_json(part: Part) -> dict[str, Any]:
    """All of it, in what `json.dumps` takes; days and moments in ISO 8601."""
    return {
        "n": part.n,
        "of": part.of,
        "day": part.day.isoformat() if part.day else None,
        "stories": [_told(told) for told in part.stories],
        "since": part.since.isoformat(),
        "until": part.until.isoformat(),
        "is_late": part.is_late,
        "left_out": part.left_out,
    }


def from_json(data: dict[str, Any]) -> Part:
    """The inverse of `to_json`; raises KeyError, TypeError or ValueError for another shape."""
    return Part(
        n=data["n"],
        of=data["of"],
        day=date.fromisoformat(data["day"]) if data["day"] else None,
        stories=tuple(_read_told(told) for told in data["stories"]),
        since=datetime.fromisoformat(data["since"]),
        until=datetime.fromisoformat(data["until"]),
        is_late=data["is_late"],
        left_out=data["left_out"],
    )


def _told(told: Told) -> dict[str, Any]:
    return {
        "story_id": told.story_id,
        "title": told.title,
        "sources": [_source(source) for source in told.sources],
        "entry_ids": list(told.entry_ids),
        "brief": brief_json.to_json(told.brief) if told.brief else None,
        "is_update": told.is_update,
    }


def _read_told(data: dict[str, Any]) -> Told:
    return Told(
        story_id=data["story_id"],
        title=data["title"],
        sources=tuple(_read_source(source) for source in data["sources"]),
        entry_ids=tuple(data["entry_ids"]),
        brief=brief_json.from_json(data["brief"]) if data["brief"] else None,
        is_update=data["is_update"],
    )


def _source(source: Source) -> dict[str, Any]:
    return asdict(source) | {"at": source.at.isoformat() if source.at else None}


def _read_source(data: dict[str, Any]) -> Source:
    at = datetime.fromisoformat(data["at"]) if data["at"] else None
    return Source(**data | {"authors": tuple(data["authors"]), "at": at})
