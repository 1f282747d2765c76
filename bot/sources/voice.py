"""How a text speaks: arguing in its own name, reporting what others said, or asking and answering. Cautious signals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.models.article import count_words
from bot.sources.voice_words import ARGUING, ATTRIBUTIONS, FIRST_PERSON, SECOND_PERSON

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
_FEWEST_SPEAKING = 3
_FEWEST_CLAIMING = 2
_WORDS_A_CLAIM = 300
_FEWEST_ATTRIBUTIONS = 3
_WORDS_AN_ATTRIBUTION = 100


def _patterns(table: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    return {
        language: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})(?!\w)")
        for language, phrases in table.items()
    }


_FIRST_PERSON, _SECOND_PERSON = _patterns(FIRST_PERSON), _patterns(SECOND_PERSON)
_ARGUING, _ATTRIBUTIONS = _patterns(ARGUING), _patterns(ATTRIBUTIONS)


@dataclass(frozen=True, slots=True)
class _Speech:
    """Of the text outside quotation marks. speaking, claiming: paragraphs with "I", with "should"; the rest: words."""

    paragraphs: int
    words: int
    speaking: int
    first_person: int
    claiming: int
    attributed: int
    instructing: int


def _heard(paragraphs: Sequence[str], language: str) -> _Speech:
    own = [_QUOTED.sub(" ", paragraph).casefold() for paragraph in paragraphs]

    def hits(table: dict[str, re.Pattern[str]]) -> list[int]:
        """A count for each paragraph; [0] for a language without phrases."""
        pattern = table.get(language)
        return [len(pattern.findall(paragraph)) for paragraph in own] if pattern else [0]

    first_person, claiming = hits(_FIRST_PERSON), hits(_ARGUING)
    return _Speech(
        paragraphs=len(own),
        words=sum(map(count_words, own)),
        speaking=sum(map(bool, first_person)),
        first_person=sum(first_person),
        claiming=sum(map(bool, claiming)),
        attributed=sum(hits(_ATTRIBUTIONS)),
        instructing=sum(hits(_SECOND_PERSON)),
    )


def argues(paragraphs: Sequence[str], language: str) -> bool:
    """The author says "I" in every third paragraph and what ought to be, more than reports or instructs."""
    heard = _heard(paragraphs, language)
    return (
        heard.speaking >= max(_FEWEST_SPEAKING, heard.paragraphs / 3)
        and heard.claiming >= max(_FEWEST_CLAIMING, heard.words / _WORDS_A_CLAIM)
        and max(heard.attributed, heard.instructing) <= heard.first_person
    )


def reports(paragraphs: Sequence[str], language: str) -> bool:
    """What others said, sentence for sentence or under a dateline, and hardly an "I" or a "should"."""
    heard = _heard(paragraphs, language)
    is_dated = any(_AGENCY_DATELINE.match(p) or _SHOUTED_DATELINE.match(p) for p in paragraphs[:2])
    needed = 1 if is_dated else max(_FEWEST_ATTRIBUTIONS, heard.words / _WORDS_AN_ATTRIBUTION)
    return heard.attributed >= needed and heard.speaking <= 1 and heard.claiming <= max(1, heard.paragraphs / 6)


def asks_and_answers(paragraphs: Sequence[str], language: str) -> bool:
    """Questions followed by somebody's own longer answers, or two speakers whose names head their turns."""
    return _alternates(paragraphs, language) or _takes_turns(paragraphs)


def _alternates(paragraphs: Sequence[str], language: str) -> bool:
    pairs = list(pairwise(paragraphs))
    asked = [(q, a) for q, a in pairs if _QUESTION.search(q) and count_words(q) <= _WORDS_OF_A_QUESTION]
    answers = [a for q, a in asked if not _QUESTION.search(a) and count_words(a) > count_words(q)]
    personal = [a for a in answers if language not in _FIRST_PERSON or _FIRST_PERSON[language].search(a.casefold())]
    return (
        len(answers) >= _FEWEST_QUESTIONS and 4 * len(answers) >= len(paragraphs) and 3 * len(personal) >= len(answers)
    )


def _takes_turns(paragraphs: Sequence[str]) -> bool:
    speakers = Counter(found[1].split()[-1] for paragraph in paragraphs if (found := _TURN.match(paragraph)))
    often = [count for _, count in speakers.most_common(2) if count > 1]
    return len(often) == 2 and sum(often) >= _FEWEST_TURNS and 2 * sum(often) >= len(paragraphs)
