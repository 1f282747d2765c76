"""The content words of a text, inflection set aside."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.grounding.function_words import is_function_word
from bot.analysis.grounding.words import singular_owner

_STEM = 5  # letters; longer words compare by their beginning, in any language
_SHORTEST = 3  # letters of a content word, and of what an ending is taken from
# Endings that make short words differ where the beginning does not reach; one of each sort ("buildings"), so that
# "closed" loses no more than "close" does.
_OUTER, _INNER = ("es", "s"), ("ing", "ed", "ly")


def stems(forms: Iterable[str]) -> frozenset[str]:
    """Beginnings of the words that carry content."""
    folded = (singular_owner(form).casefold() for form in forms)
    found = frozenset(_stem(form) for form in folded if _is_content(form))
    return frozenset(stem for stem in found if not is_function_word(stem))  # "ones"


def _is_content(form: str) -> bool:
    return not is_function_word(form) and (len(form) >= _SHORTEST or form.isdigit() or not form.isascii())


def _stem(form: str) -> str:
    form = _without(_INNER, _without(_OUTER, form))
    if len(form) > _SHORTEST and form.endswith("y"):
        form = f"{form[:-1]}i"
    return (form.removesuffix("e") if len(form) > _SHORTEST else form)[:_STEM]


def _without(endings: Iterable[str], form: str) -> str:
    for ending in endings:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST and not form.endswith("ss"):
            return form.removesuffix(ending)
    return form
