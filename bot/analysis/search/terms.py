"""What a text is found by: its words without inflection, its numbers, its names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.analysis.search.endings import ENDINGS
from bot.analysis.search.folding import folded
from bot.analysis.search.stop_words import STOP_WORDS

LONGEST = 40_000  # characters that are read: more than a question, an answer or a paragraph has
REMEMBERED = 20_000  # stems of words
_LEAST_DOUBLED = 3  # letters of a word whose last one may be doubled
LONGEST_NAME = 200  # characters
_LONGEST_STEM = 12  # letters; of a compound its beginning

# Scripts that set no spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(
    rf"""
    (?P<number> \d{{1,3}} (?: [ ]\d{{3}} )+ (?!\d) | \d+ (?: [.,']\d+ )* )
        (?: [ ]? (?P<percent> % | percent\b | per[ ]cent\b | prozent\b | pour[ ]cent\b | por[ ]ciento\b ) )?
    | (?P<unspaced> [{_UNSPACED}]+ )
    | (?P<word> [^\W\d_{_UNSPACED}] (?: [^\W_{_UNSPACED}] | ['\u2010\u2011-](?=[^\W_{_UNSPACED}]) )* )
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"\w+")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*")
_ELISION = re.compile(r"\A(?:[ldjmtsc]|qu|jusqu|lorsqu|puisqu)'(?=\w)")
_OWNER = re.compile(r"'s?\Z")
_HYPHENS = re.compile("[\u2010\u2011-]")


def terms(text: str) -> tuple[str, ...]:
    """Each term once, in the order of the text; words that nobody searches for are left out.

    "2,500", "2.500" and "2 500" are one number; "14 %" and "14 percent" are found as "14" and as "14%". Of Chinese,
    Japanese and other scripts without spaces every pair of neighbouring characters is a term.
    """
    return tuple(dict.fromkeys(_terms(folded(text[:LONGEST]))))


def speaker_terms(name: str) -> tuple[str, ...]:
    """What the words of a person are found by, as said by that person: one for each word of the name as it is shown."""
    return tuple(dict.fromkeys(f"@{word}" for word in _NAME.findall(folded(name[:LONGEST_NAME]))))


def _terms(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if number := match["number"]:
            yield from _number(number, is_percent=match["percent"] is not None)
        elif run := match["unspaced"]:
            yield from [run[at : at + 2] for at in range(len(run) - 1)] or [run]
        else:
            yield from _word(match["word"])


def _number(number: str, *, is_percent: bool) -> Iterator[str]:
    plain = re.sub(r"\D", "", number) if _THOUSANDS.fullmatch(number) else _decimal(number)
    yield plain
    if is_percent:
        yield f"{plain}%"


def _decimal(number: str) -> str:
    """ "2.500,75" and "2,500.75" and "2500,75": the last mark is the decimal one."""
    whole, fraction = re.split(r"\D(?=\d+\Z)", number)[0], re.search(r"\D(\d+)\Z", number)
    digits = re.sub(r"\D", "", whole)
    return f"{digits}.{fraction[1]}" if fraction else digits


def _word(word: str) -> Iterator[str]:
    word = _OWNER.sub("", _ELISION.sub("", word))
    if word in STOP_WORDS:
        return
    parts = _HYPHENS.split(word)
    if len(parts) > 1:
        yield stem("".join(parts))
    yield from (stem(part) for part in parts if len(part) > 1 and part not in STOP_WORDS)


@lru_cache(REMEMBERED)
def stem(word: str) -> str:
    """What a folded word has in common with its other forms, near enough."""
    while word.isalpha() and (shorter := _without_ending(word)) != word:
        word = shorter
    return word[:_LONGEST_STEM]


def _without_ending(word: str) -> str:
    for ending, least in ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return _single(word.removesuffix(ending))
    return _single(word)


def _single(word: str) -> str:
    """ "stopped" has two of what "stop" has one."""
    return word[:-1] if len(word) > _LEAST_DOUBLED and word[-1] == word[-2] else word
