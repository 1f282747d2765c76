"""The content words of a text, inflection set aside."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.grounding.function_words import is_function_word
from bot.analysis.grounding.words import singular_owner

_STEM = 5  # letters; longer words compare by their beginning, in any language
_SHORTEST = 3  # letters of a content word, and of what an ending is taken from
_ENDINGS = ("ing", "ed", "es", "s", "ly")  # which make short words differ where the beginning does not reach
_LAYERS = 2  # "buildings"


def stems(forms: Iterable[str]) -> frozenset[str]:
    """Beginnings of the words that carry content."""
    folded = (singular_owner(form).casefold() for form in forms)
    found = frozenset(_stem(form) for form in folded if _is_content(form))
    return frozenset(stem for stem in found if not is_function_word(stem))  # "ones"


def _is_content(form: str) -> bool:
    return not is_function_word(form) and (len(form) >= _SHORTEST or form.isdigit() or not form.isascii())


def _stem(form: str) -> str:
    for _ in range(_LAYERS):
        form = _without_ending(form)
    if len(form) > _SHORTEST and form.endswith("y"):
        form = f"{form[:-1]}i"
    return (form.removesuffix("e") if len(form) > _SHORTEST else form)[:_STEM]


def _without_ending(form: str) -> str:
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST and not form.endswith("ss"):
            return form.removesuffix(ending)
    return form
