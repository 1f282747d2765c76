"""What must hold when a process was killed again and again: told by the database and by what stands in Discord."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.ui.sentences import ENGLISH
from tests.end_to_end.busy_hour import Hour
from tests.end_to_end.talkers import Asked, is_progress, said_again
from tests.false_discord.payloads import Payload, text
from tests.store.files import rows

_QUESTION = re.compile(r"Question (\d+)\\?:")
_MARKS = re.compile(r"\(https?://[^)]*\)|\W")
_TURNS = """SELECT t.id, t.text, t.message_id, t.key, r.guild_id, r.channel_id, a.text
            FROM turn t JOIN room r ON r.id = t.room_id LEFT JOIN answer a ON a.turn_id = t.id ORDER BY t.id"""
# An ask is noted before Discord is told that it is at work, unless the file takes long: who comes in the very moment of
# a kill may not be, and no process can know of them.
UNNOTED_SECONDS = 0.5
_MEMORIES = "SELECT r.channel_id, m.through, m.memos FROM memory m JOIN room r ON r.id = m.room_id"


@dataclass(frozen=True, slots=True)
class Kept:
    """A turn as it is in the file; answer: None while there is none."""

    id: int
    text: str
    message: int
    key: str
    guild: int
    channel: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """problems: whatever does not hold; the rest is counted. taken_away: whole answers that are not there at last.

    unnoted: commands that were acknowledged in the last UNNOTED_SECONDS before a kill and are not in the file.
    """

    problems: list[str]
    asked: int
    heard: int
    answered: int
    told: int
    turns: int
    memos: int
    folds: int
    taken_away: int
    unnoted: int


async def look(hour: Hour) -> Found:
    """At all that was asked in this hour."""
    kept = [Kept(*row) for row in rows(hour.database, _TURNS)]
    stands = await _standing(hour)
    unnoted = _unnoted(hour)
    whole = _whole_answers(hour)
    memos = list(_memory_problems(hour, kept))
    problems = [
        *_question_problems([asked for asked in hour.talkers.asked if asked.number not in unnoted], stands, kept),
        *_answer_problems(kept, stands, whole),
        *memos,
        *_soundness(hour.database),
    ]
    last = [stands[asked.number] for asked in hour.talkers.asked]
    return Found(
        problems=problems,
        asked=len(last),
        heard=sum(bool(messages) for messages in last),
        answered=sum(any(_answers(message) for message in messages) for messages in last),
        told=sum(any(said_again(message) for message in messages) for messages in last),
        turns=len(kept),
        memos=sum(len(json.loads(row[2])) for row in rows(hour.database, _MEMORIES)),
        folds=len(hour.model.folded),
        taken_away=sum(not any(_answers(message) for message in stands[number]) for number in whole),
        unnoted=sum(any(map(is_progress, stands[number])) for number in unnoted),
    )


async def _standing(hour: Hour) -> Mapping[int, list[Payload]]:
    """The bot's messages to each question, by its number, as they read at last."""
    messages: dict[str, Payload] = (await hour.discord.ask("state"))["messages"]
    to = defaultdict[str, list[Payload]](list)
    for message in messages.values():
        if reference := message.get("message_reference"):
            to[reference["message_id"]].append(message)
    ids = [asked.interaction for asked in hour.talkers.asked if asked.interaction]
    states = {state["id"]: state for state in await hour.discord.states(ids, seconds=0.0)}
    found: dict[int, list[Payload]] = {}
    for asked in hour.talkers.asked:
        state = states.get(asked.interaction)
        said = [*([state["original"]] if state["original"] else []), *state["followups"]] if state else []
        found[asked.number] = [*said, *(reply for reply in to[asked.message] if reply["author"].get("bot"))]
    return found


def _unnoted(hour: Hour) -> frozenset[int]:
    """Numbers of questions."""
    ends = [event["mono"] for event in hour.discord.journal("gateway") if event["event"] == "ended"]
    late = {
        sent["path"].split("/")[2]
        for sent in hour.discord.journal("request")
        if sent["path"].startswith("/interactions/") and any(0 <= end - sent["mono"] < UNNOTED_SECONDS for end in ends)
    }
    noted = {json.loads(args).get("question") for (args,) in rows(hour.database, "SELECT args FROM ask") if args}
    return frozenset(
        asked.number for asked in hour.talkers.asked if asked.interaction in late and asked.text not in noted
    )


def _whole_answers(hour: Hour) -> Mapping[int, set[str]]:
    """What was ever shown as the whole answer to a question, by its number."""
    found = defaultdict[int, set[str]](set)
    for sent in hour.discord.journal("request"):
        body = sent["body"]
        if isinstance(body, dict) and body.get("components") and 200 <= sent["status"] < 300:
            message = {"content": "", "components": body["components"]}
            if _answers(message) and (question := _QUESTION.search(text(message))):
                found[int(question[1])].add(text(message))
    return found


def _answers(message: Payload) -> bool:
    return not is_progress(message) and bool(_QUESTION.search(text(message)))


def _question_problems(
    asked: Sequence[Asked], stands: Mapping[int, list[Payload]], kept: Sequence[Kept]
) -> Iterator[str]:
    turns = defaultdict[str, list[Kept]](list)
    for turn in kept:
        turns[turn.text].append(turn)
    for one in asked:
        mine, messages = turns.pop(one.text, []), stands[one.number]
        answers = sum(map(_answers, messages))
        name = f"question {one.number} ({one.message or one.interaction})"
        if len(mine) > 1 or answers > 1:
            yield f"{name}: {len(mine)} turns, {answers} answers"
        if mine and not messages:
            yield f"{name}: kept, and nobody was told"
        if any(map(is_progress, messages)):
            yield f"{name}: left waiting"
        if answers and not (mine and mine[0].answer):
            yield f"{name}: answered, and not kept"
        if messages and not answers and not any(map(_is_told, messages)) and not any(map(is_progress, messages)):
            yield f"{name}: told something else: {text(messages[-1])[:200]!r}"
        yield from (f"{name}: {problem}" for turn in mine for problem in _misplaced(one, turn))
    yield from (f"a turn that nobody asked: {text!r}" for text in turns)


def _is_told(message: Payload) -> bool:
    return said_again(message) or ENGLISH["crowded"] in text(message)


def _misplaced(asked: Asked, turn: Kept) -> Iterator[str]:
    if (str(turn.guild), str(turn.channel)) != (asked.place.guild, asked.place.channel):
        yield f"kept in {turn.channel} of {turn.guild}"
    if asked.message and (str(turn.message), turn.key) != (asked.message, asked.message):
        yield f"kept as the message {turn.message} with the key {turn.key}"


def _answer_problems(
    kept: Sequence[Kept], stands: Mapping[int, list[Payload]], whole: Mapping[int, set[str]]
) -> Iterator[str]:
    """Every answer that was ever whole in Discord is the one that is kept, word by word."""
    answers = {turn.text: turn.answer or "" for turn in kept}
    by_number = {int(found[1]): text for text in answers if (found := _QUESTION.search(text))}
    for number, shown in whole.items():
        answer = answers.get(by_number.get(number, ""), "")
        for told in (*shown, *(text(message) for message in stands[number] if _answers(message))):
            if not answer or _plain(answer) not in _plain(told):
                yield f"question {number}: shown {told[:300]!r}, kept {answer!r}"


def _plain(markdown: str) -> str:
    return _MARKS.sub("", markdown)


def _memory_problems(hour: Hour, kept: Sequence[Kept]) -> Iterator[str]:
    folded = frozenset[int]().union(*hour.model.folded)
    for channel, through, memos in rows(hour.database, _MEMORIES):
        turns = {turn.id: turn for turn in kept if turn.channel == channel}
        if through not in turns:
            yield f"room {channel}: remembered through {through}, which is no turn of it"
        missed = [turn for turn in turns if turn <= through and turn not in folded]
        if missed:
            yield f"room {channel}: through {through}, and {missed} were never folded"
        for memo in json.loads(memos):
            yield from (f"room {channel}: {problem}" for problem in _memo_problems(memo, turns, through))


def _memo_problems(memo: Mapping[str, Any], turns: Mapping[int, Kept], through: int) -> Iterator[str]:
    if not memo["turns"] or any(turn not in turns or turn > through for turn in memo["turns"]):
        yield f"{memo['text']!r} is of {memo['turns']}, through {through}"
    elif not any(_plain(memo["text"]) in _plain(turns[turn].text) for turn in memo["turns"]):
        yield f"{memo['text']!r} is in none of the turns {memo['turns']}"


def _soundness(path: Path) -> Iterator[str]:
    if (found := rows(path, "PRAGMA integrity_check")) != [("ok",)]:
        yield f"the file: {found}"
    if found := rows(path, "PRAGMA foreign_key_check"):
        yield f"the file: {found}"
    doubled = "SELECT room_id, message_id FROM turn WHERE message_id > 0 GROUP BY 1, 2 HAVING count(*) > 1"
    if found := rows(path, doubled):
        yield f"two turns of one message: {found}"
