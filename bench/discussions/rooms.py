"""A generated room: who says what when, which article arrives, and what is needed for which question."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A needle, and where it stands: in a turn (its index), or in a paragraph of the article `n`."""

    needle: str
    turn: int | None = None
    n: int = 0
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What has to be in the prompt of this turn. also: the kind within a room in another language than English."""

    kind: str
    needs: tuple[Need, ...]
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A turn. article: what arrives with it. reply_to: index of the turn whose answer it replies to.

    after: seconds since the turn before; restart: the bot was stopped and started in between.
    """

    who: str
    text: str
    answer: str
    subject: str
    after: float
    reply_to: int | None = None
    article: Article | None = None
    restart: bool = False
    probe: Probe | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPlan:
    name: str
    language: str
    people: tuple[str, ...]
    lines: tuple[Line, ...]
