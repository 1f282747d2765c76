"""Turns and their answers, to and from the columns of their rows."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.models.comparison import Citation
from bot.models.discussion import Answer, Person, Remark, Turn
from bot.models.summary import Fallback
from bot.store import signatures

TURNS = f"""SELECT t.id, t.person_id, t.person_name, t.about_id, t.about_name, t.about_text, t.text, t.asked_at,
                   t.message_id, t.reply_to, t.articles,
                   a.text, a.citations, a.dropped, a.fallback, a.model, {", ".join(f"a.{c}" for c in signatures.COLUMNS.split(", "))}
            FROM turn t LEFT JOIN answer a ON a.turn_id = t.id"""  # noqa: S608, E501 - our own names


def turn_of(row: tuple[Any, ...]) -> Turn:
    """A turn from a row of `TURNS`."""
    turn_id, person_id, name, about_id, about_name, about_text, text, asked_at, message_id, reply_to, articles = row[
        :11
    ]
    about = None if about_id is None else Remark(person=Person(id=about_id, name=about_name), text=about_text)
    return Turn(
        id=turn_id,
        person=Person(id=person_id, name=name),
        text=text,
        asked_at=datetime.fromisoformat(asked_at),
        message_id=message_id or 0,
        reply_to=reply_to,
        about=about,
        articles=tuple(json.loads(articles)),
        answer=None if row[11] is None else _answer_of(*row[11:]),
    )


def _answer_of(text: str, citations: str, dropped: int, fallback: str | None, model: str, *signature: Any) -> Answer:
    return Answer(
        text=text,
        citations=tuple(Citation(n=n, paragraph=paragraph) for n, paragraph in json.loads(citations)),
        dropped=dropped,
        signature=signatures.signature_of(model, signature),
        fallback=fallback_of(fallback),
    )


def citations_row(citations: tuple[Citation, ...]) -> str:
    """Pairs of article and paragraph."""
    return json.dumps([(c.n, c.paragraph) for c in citations], separators=(",", ":"))


def citations_left(column: str, text: str) -> str:
    """Those of the column that still stand in the text."""
    standing = {(int(n), int(paragraph)) for n, paragraph in re.findall(r"(\d+)¶(\d+)", text)}
    return citations_row(tuple(Citation(n=n, paragraph=p) for n, p in json.loads(column) if (n, p) in standing))


def fallback_row(fallback: Fallback | None) -> str | None:
    """As JSON; None for none."""
    return json.dumps(asdict(fallback), ensure_ascii=False) if fallback else None


def fallback_of(column: str | None) -> Fallback | None:
    """The inverse of `fallback_row`."""
    return Fallback(**json.loads(column)) if column else None
