"""Reads labelled entries.

A line `# EVENT` begins the entries of an event. An entry has a line `TIME | OUTLET | LANGUAGE | report or opinion |
AUTHOR`, a title and, if it has one, a line of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.models.story import StoryEntry


@dataclass(frozen=True, slots=True)
class Labelled:
    """labels: the event of each entry, in the order of the entries."""

    entries: tuple[StoryEntry, ...]
    labels: tuple[str, ...]

    @property
    def events(self) -> int:
        return len(set(self.labels))

    def event_of(self, entry: StoryEntry) -> str:
        return self.labels[entry.id - 1]

    def is_same(self, one: StoryEntry, other: StoryEntry) -> bool:
        return self.event_of(one) == self.event_of(other)


def read(path: Path) -> Labelled:
    """Ids count from 1 in the order of the file; outlets are numbered as feeds."""
    entries: list[StoryEntry] = []
    labels: list[str] = []
    feeds: dict[str, int] = {}
    for event in path.read_text(encoding="utf-8").split("# ")[1:]:
        label, *lines = event.strip().splitlines()
        for head, title, text in _blocks(lines):
            at, outlet, language, kind, author = (part.strip() for part in head.split("|"))
            labels.append(label)
            entries.append(
                StoryEntry(
                    id=len(labels),
                    feed_id=feeds.setdefault(outlet, len(feeds) + 1),
                    url=f"http://{len(labels)}.test/",
                    title=title,
                    outlet=outlet,
                    at=datetime.fromisoformat(at).replace(tzinfo=UTC),
                    authors=(author,) if author else (),
                    text=text,
                    language=language,
                    is_commentary=kind == "opinion",
                )
            )
    return Labelled(tuple(entries), tuple(labels))


def _blocks(lines: list[str]) -> list[tuple[str, str, str]]:
    heads = [at for at, line in enumerate(lines) if line.count(" | ") >= 3 and line[:2] == "20"]
    ends = [*heads[1:], len(lines)]
    return [(lines[at], lines[at + 1], " ".join(lines[at + 2 : end])) for at, end in zip(heads, ends, strict=True)]
