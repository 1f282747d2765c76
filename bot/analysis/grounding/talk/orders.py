"""Texts that command a machine, and a machine that speaks of its commands."""

from __future__ import annotations

from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.talk.order_words import CALL, CONFESSION, ORDER, OWNED, SECRET
from bot.analysis.grounding.words import forms_of

_RUN = 8  # words in a row that nobody shares with the instructions by chance
_SHARED = 0.8  # of a sentence's content words
_LEAST = 5  # content words that such a sentence has


def before_orders(text: str) -> str:
    """The text up to where it begins to command whoever summarises it: what it wants said is no evidence."""
    order = ORDER.search(text)
    return text[: order.start()].rstrip() if order else text


def is_confession(text: str) -> bool:
    """Whether the machine speaks of itself and its instructions."""
    return CONFESSION.search(text) is not None


def is_call(text: str) -> bool:
    """Whether it tells the reader to do something, or speaks of the reader's secrets."""
    return CALL.search(text) is not None or (SECRET.search(text) is not None and OWNED.search(text) is not None)


class Instructions:
    """What a model was told to do; no sentence of an answer repeats it."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        forms = [list(map(str.casefold, forms_of(line))) for text in texts for line in text.splitlines()]
        self._runs = {tuple(line[at : at + _RUN]) for line in forms for at in range(len(line) - _RUN + 1)}
        self._stems = [found for line in forms if len(found := stems(line)) >= _LEAST]

    def are_repeated_in(self, sentence: str) -> bool:
        forms = list(map(str.casefold, forms_of(sentence)))
        if any(tuple(forms[at : at + _RUN]) in self._runs for at in range(len(forms) - _RUN + 1)):
            return True
        own = stems(forms)
        return len(own) >= _LEAST and any(len(own & line) >= _SHARED * len(own) for line in self._stems)
