"""How a text speaks: arguing in its own name, reporting what others said, or asking and answering. Cautious signals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.models.article import count_words
from bot.sources.voice_words import ARGUING, ATTRIBUTIONS, FIRST_PERSON

_QUOTED = re.compile(r"[“\"„«»”][^“”\"„«»]{1,600}[”\"“»«]")
_AGENCY_DATELINE = re.compile(
    r"^[^()]{2,50}\((?:dpa|afp|reuters|ap|ansa|efe|lusa|apa|sda)[^)]{0,20}\)\s", re.IGNORECASE
)
_SHOUTED_DATELINE = re.compile(
    r"^[A-ZÀ-Ý]{3}[A-ZÀ-Ý .,/'’-]{0,40}(?:, [^()–—-]{2,30})?\s*(?:\([^)]{2,30}\)\s*)?[–—-]\s"
)
_TURN = re.compile(r"^([A-ZÀ-Ý][\w.’'-]*(?: [A-ZÀ-Ý][\w.’'-]*){0,3}|[A-Z]{1,4})\s?[:：]\s")
_QUESTION = re.compile(r"[?？؟;]\s*[”\"»’]?$")
_WORDS_OF_A_QUESTION = 60
_FEWEST_QUESTIONS = 3
_FEWEST_TURNS = 4


def _patterns(table: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    return {
        language: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})(?!\w)")
        for language, phrases in table.items()
    }


_FIRST_PERSON, _ARGUING, _ATTRIBUTIONS = (_patterns(table) for table in (FIRST_PERSON, ARGUING, ATTRIBUTIONS))


def argues(paragraphs: Sequence[str], language: str) -> bool:
    """The author says "I" in several paragraphs and argues more than reports."""
    own = _unquoted(paragraphs)
    speaking = sum(1 for paragraph in own if _hits(_FIRST_PERSON, paragraph, language))
    arguing, attributed = (sum(_hits(table, p, language) for p in own) for table in (_ARGUING, _ATTRIBUTIONS))
    return speaking >= 2 and arguing >= 3 and arguing > attributed and 2 * (speaking + arguing) >= len(own)


def reports(paragraphs: Sequence[str], language: str) -> bool:
    """What others said, or a dateline, and hardly an "I" or a "should"."""
    own = _unquoted(paragraphs)
    speaking, arguing, attributed = (
        sum(_hits(table, p, language) for p in own) for table in (_FIRST_PERSON, _ARGUING, _ATTRIBUTIONS)
    )
    needed = (
        1
        if any(_AGENCY_DATELINE.match(p) or _SHOUTED_DATELINE.match(p) for p in paragraphs[:2])
        else max(2, len(own) // 4)
    )
    return attributed >= needed and speaking <= 1 and arguing <= attributed


def asks_and_answers(paragraphs: Sequence[str]) -> bool:
    """Questions followed by longer answers, or two speakers whose names head their turns."""
    return _alternates(paragraphs) or _takes_turns(paragraphs)


def _alternates(paragraphs: Sequence[str]) -> bool:
    pairs = list(pairwise(paragraphs))
    asked = [(q, a) for q, a in pairs if _QUESTION.search(q) and count_words(q) <= _WORDS_OF_A_QUESTION]
    answered = sum(1 for q, a in asked if not _QUESTION.search(a) and count_words(a) > count_words(q))
    return answered >= _FEWEST_QUESTIONS and 4 * answered >= len(paragraphs)


def _takes_turns(paragraphs: Sequence[str]) -> bool:
    speakers = Counter(found[1].split()[-1] for paragraph in paragraphs if (found := _TURN.match(paragraph)))
    often = [count for _, count in speakers.most_common(2) if count > 1]
    return len(often) == 2 and sum(often) >= _FEWEST_TURNS and 2 * sum(often) >= len(paragraphs)


def _unquoted(paragraphs: Iterable[str]) -> list[str]:
    return [_QUOTED.sub(" ", paragraph).casefold() for paragraph in paragraphs]


def _hits(table: dict[str, re.Pattern[str]], paragraph: str, language: str) -> int:
    pattern = table.get(language)
    return len(pattern.findall(paragraph)) if pattern else 0
