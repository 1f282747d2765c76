"""Capitalised runs: what may be a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.analysis.grounding.speech_words import PARTICLES, TITLES, is_title
from bot.analysis.grounding.words import Word, singular_owner

_FIRST_PERSON = re.compile(r"I(?:’\w+)?")
_DUTCH, _BEFORE_DUTCH = frozenset({"der", "den"}), frozenset({"van", "von"})
_JOINS = re.compile(r"[ \u00a0\u202f-]|\.[ \u00a0\u202f]?")


class Capitals(NamedTuple):
    """Words first … last (inclusive) of a list, all capitalised but for particles between ("van der")."""

    first: int
    last: int


def is_capital(form: str) -> bool:
    return form[0].isupper()


def capital_runs(text: str, words: Sequence[Word]) -> list[Capitals]:
    """The longest runs; a possessive or punctuation ends one."""
    runs: list[Capitals] = []
    at = 0
    while at < len(words):
        if not is_capital(words[at].form) or _FIRST_PERSON.fullmatch(words[at].form):
            at += 1
            continue
        last = at
        for nxt in range(at + 1, len(words)):
            if not _continues(text, words[nxt - 1], words[nxt]):
                break
            if is_capital(words[nxt].form) and not _FIRST_PERSON.fullmatch(words[nxt].form):
                last = nxt
            elif not _is_particle(words[nxt].form, words[nxt - 1].form):
                break
        runs.append(Capitals(at, last))
        at = last + 1
    return runs


def _continues(text: str, word: Word, following: Word) -> bool:
    joint = text[word.end : following.start]
    owner = word.form.endswith("’s") or word.form.endswith("’")
    # A full stop joins initials and abbreviated titles only, else a sentence's end would.
    short = "." not in joint or len(word.form) <= 2 or word.form.casefold() in TITLES
    return not owner and short and _JOINS.fullmatch(joint) is not None


def _is_particle(form: str, before: str) -> bool:
    """ "van der" belongs to a name; a German "der" alone stands between two nouns."""
    return form in PARTICLES and (form not in _DUTCH or before.casefold() in _BEFORE_DUTCH)


def name_parts(forms: Sequence[str]) -> tuple[str, ...]:
    """The name in a run: what follows the last title, without particles."""
    titled = max((at for at, form in enumerate(forms) if is_title(form)), default=-1)
    name = [singular_owner(form) for form in forms[titled + 1 :] if form not in PARTICLES]
    return tuple(name) or tuple(singular_owner(form) for form in forms)
