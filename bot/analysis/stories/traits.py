"""By what an entry is recognised: its terms, and which of them are names or numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.search.folding import folded
from bot.analysis.search.terms import terms
from bot.analysis.stories.commonness import is_common
from bot.analysis.stories.series_words import DATES, KICKERS, NO_EVENT
from bot.models.story import StoryEntry

LONGEST_TITLE, LONGEST_TEXT = 300, 1_000  # characters that are read

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*")
_KICKER = re.compile(r"\A\W*([^:|]{1,30}?)\s*[:|]\s+")
_BEGINS = frozenset('.!?:–—|"“„«»‘(')
_HEADLINE_CAPITALS = 0.6  # of its longer words; a title with more says nothing by them
_LONGER = 4  # letters
_HOLDS_CAPITALS = frozenset({"de", "lb"})  # languages that write every noun with one


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Terms are those of `search.terms`. names, numbers, words: of title and text, each term in one of them.

    series: what is the same in the title of each issue, "" for an entry whose title is all its own.
    has_no_event: it is about several, or about none.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    series: str
    has_no_event: bool

    @property
    def terms(self) -> frozenset[str]:
        """All of them."""
        return self.names | self.numbers | self.words


def traits_of(entry: StoryEntry) -> Traits:
    """Reads the title without its kicker, and the text."""
    whole, text = entry.title[:LONGEST_TITLE], entry.text[:LONGEST_TEXT]
    title = without_kicker(whole)
    found = frozenset(terms(f"{title}. {text}"))
    numbers = frozenset(term for term in found if term[0].isdigit())
    all_nouns = entry.language[:2] in _HOLDS_CAPITALS
    called = (*_names(title, rare=all_nouns or _is_in_capitals(title)), *_names(text, rare=all_nouns))
    names = found.intersection(called) - numbers
    return Traits(
        names=names,
        numbers=frozenset(number for number in numbers if len(number) > 1),
        words=found - names - numbers,
        series=_series(whole),
        has_no_event=bool(NO_EVENT.search(folded(whole))),
    )


def without_kicker(title: str) -> str:
    """Without what it says of the kind of text: "Live:", "Opinion |"."""
    match = _KICKER.match(title)
    return title[match.end() :] if match and set(folded(match[1]).split()) <= KICKERS else title


def _names(text: str, *, rare: bool) -> Iterator[str]:
    """Terms of words with a capital. Where that says little (`rare`), and at a sentence's beginning, of rare ones."""
    for match in _WORD.finditer(text):
        if match[0][0].isupper():
            before = text[: match.start()].rstrip()
            is_sure = not rare and before != "" and before[-1] not in _BEGINS
            yield from (term for term in terms(match[0]) if is_sure or not is_common(term))


def _is_in_capitals(title: str) -> bool:
    longer: list[str] = [word for word in _WORD.findall(title) if len(word) >= _LONGER]
    return sum(word[0].isupper() for word in longer) > _HEADLINE_CAPITALS * len(longer)


def _series(title: str) -> str:
    kept = [word for word in re.findall(r"[^\W\d_]+", folded(title)) if word not in DATES]
    return " ".join(kept)
