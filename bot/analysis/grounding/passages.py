"""Passages of the article as an engine may quote them: whole, with brackets, with ellipses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.analysis.grounding.located import stands_on_word_borders, with_punctuation, with_whole_marks
from bot.analysis.grounding.marks import spans, without_outer_marks
from bot.analysis.grounding.speech_words import TURNING
from bot.analysis.grounding.words import Place, Text, forms_of, is_unspaced, words_of

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.{2,}|\.(?:\s\.)+)\s*[\])]|…|\.{3,}|\.(?:\s\.){2,}")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_NEW_CASE = re.compile(r"\[(\w{1,2})\](?=\w)")
_SHORT = 3  # words; fewer say nothing by themselves and must stand between marks, alone
_PART = 3  # words that each part beside an ellipsis must have
_LEFT_OUT = 40  # words that an ellipsis may stand for
_REPLACED = 8  # words of the article that a bracket may stand for
_TRIED = 100  # places looked at for one quotation: a refrain, not a book


Places = tuple[Place, ...]


class Passages:
    """Finds quoted words in a text; a find has one place, or one for each part that an ellipsis leaves."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._bare: Text | None = None
        if any("[" in paragraph for paragraph in text.paragraphs):
            self._bare = Text([_blanked(paragraph) for paragraph in text.paragraphs])

    def find(self, offered: str) -> Iterator[Places]:
        """Where the words stand, in order, on word borders; one or two only where marks hold just them."""
        return (places for places in islice(self._places(offered), _TRIED) if self._is_fit(places))

    def holds(self, passage: str) -> bool:
        """Whether what stands between marks in running text stands here too, whoever said it, however short."""
        places = islice(self._places(without_outer_marks(passage)), _TRIED)
        return any(all(map(self._is_on_borders, found)) for found in places)

    def spelled(self, offered: str, places: Places) -> str:
        """In the text's own spelling, with punctuation at the ends as far as it was offered."""
        words = words_of(offered)
        head, tail = offered[: words[0].start], offered[words[-1].end :]
        last = len(places) - 1
        return " […] ".join(
            self._own_spelling(place, head if at == 0 else "", tail if at == last else "")
            for at, place in enumerate(places)
        )

    def _own_spelling(self, place: Place, head: str, tail: str) -> str:
        paragraph = self._paragraph(place)
        _, start, end = with_whole_marks(paragraph, with_punctuation(paragraph, place, head, tail))
        return paragraph[start:end].strip()

    def _places(self, offered: str) -> Iterator[Places]:
        """Where it stands as a whole; else without the article's own brackets; else part by part."""
        offered = _NEW_CASE.sub(r"\1", offered)
        forms = forms_of(offered)
        for text in (self._text, self._bare):
            found = False
            for place in text.find(forms) if text else ():
                found = True
                yield (place,)
            if found:
                return
        if _BRACKETED.search(offered) or _ELLIPSIS.search(offered):
            yield from self._in_parts(offered)

    def _in_parts(self, offered: str) -> Iterator[Places]:
        parts = [self._part(part) for part in _ELLIPSIS.split(offered) if forms_of(part)]
        for start in parts[0] if parts else ():
            chain: list[Place] = [start]
            for places in parts[1:]:
                following = next((place for place in places if self._may_follow(chain[-1], place)), None)
                if following is None:
                    break
                chain.append(following)
            else:
                yield tuple(chain)

    def _part(self, part: str) -> list[Place]:
        """Places of words that brackets may interrupt; a place runs from the first word to the last."""
        if any(_turns(forms_of(inserted)) for inserted in _BRACKETED.findall(part)):
            return []
        pieces = [forms for piece in _BRACKETED.split(part) if (forms := forms_of(piece))]
        found = list(islice(self._text.find(pieces[0]), _TRIED)) if pieces else []
        for piece in pieces[1:]:
            nexts = list(islice(self._text.find(piece), _TRIED))
            found = [Place(a.paragraph, a.start, b.end) for a in found for b in nexts if self._is_just_after(a, b)]
        return found if sum(map(len, pieces)) >= _PART else []

    def _is_just_after(self, first: Place, second: Place) -> bool:
        if first.paragraph != second.paragraph or second.start < first.end:
            return False
        return len(forms_of(self._paragraph(first)[first.end : second.start])) <= _REPLACED

    def _may_follow(self, first: Place, second: Place) -> bool:
        """Whether an ellipsis may stand for what is between: in order, near, and nothing that turns the meaning."""
        between = self._between(first, second)
        if between is None:
            return False
        forms = forms_of(between)
        return len(forms) <= _LEFT_OUT and not _turns(forms)

    def _between(self, first: Place, second: Place) -> str | None:
        if first.paragraph == second.paragraph:
            return self._paragraph(first)[first.end : second.start] if first.end <= second.start else None
        if first.paragraph + 1 == second.paragraph:
            return self._paragraph(first)[first.end :] + "\n" + self._paragraph(second)[: second.start]
        return None

    def _is_fit(self, places: Places) -> bool:
        if not all(map(self._is_on_borders, places)):
            return False
        return len(places) > 1 or _weight(self._spelling(places[0])) >= _SHORT or self._fills_marks(places[0])

    def _is_on_borders(self, place: Place) -> bool:
        return stands_on_word_borders(self._paragraph(place), place)

    def _fills_marks(self, place: Place) -> bool:
        """Whether the article itself has exactly these words between marks."""
        wanted = forms_of(self._spelling(place))
        paragraph = self._paragraph(place)
        return any(
            span.closed and span.covers(place.start, place.end) and forms_of(paragraph[span.start : span.end]) == wanted
            for span in spans(paragraph)
        )

    def _spelling(self, place: Place) -> str:
        return self._paragraph(place)[place.start : place.end]

    def _paragraph(self, place: Place) -> str:
        return self._text.paragraphs[place.paragraph]


def _blanked(paragraph: str) -> str:
    return _BRACKETED.sub(lambda match: " " * len(match[0]), paragraph)


def _turns(forms: Sequence[str]) -> bool:
    return any(form.endswith("n’t") or form.startswith("n’") or form in TURNING for form in map(str.casefold, forms))


def _weight(passage: str) -> float:
    """Words, of scripts without spaces two characters each."""
    return sum(0.5 if is_unspaced(form) else 1 for form in forms_of(passage))
