"""Short phrases that every card shares, on Discord and in a terminal; plain text, not escaped for either."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bot.models.article import Article, Kind
from bot.models.money import Usage
from bot.models.summary import Grounding, Signature

KEY_SENTENCES = "key sentences, no AI"
KEY_PASSAGES = "key passages, no AI"  # of an answer
LISTED = 10  # words that the article does not hold
WORDS_PER_MINUTE = 238  # silent reading of English non-fiction: Brysbaert 2019


def kind_and_outlet(article: Article) -> str:
    """`Op-ed · The Harbor Ledger`; what is not known is left out."""
    kind = "" if article.kind is Kind.UNKNOWN else article.kind.value.capitalize()
    return " · ".join(filter(None, (kind, article.site)))


def author_day_and_length(article: Article) -> str:
    """`Umair Jamal · 28 October 2017 · 4 min to read`."""
    day = f"{article.published.day} {article.published:%B %Y}" if article.published else ""
    minutes = f"{max(1, math.ceil(article.words / WORDS_PER_MINUTE))} min to read"
    return " · ".join(filter(None, (", ".join(article.authors), day, minutes)))


def cited(paragraphs: tuple[int, ...]) -> str:
    """`¶3 ¶7`."""
    return " ".join(f"¶{n}" for n in paragraphs)


def made_by(signature: Signature, usage: Usage, *, cached: bool, free: str = KEY_SENTENCES) -> str:
    """Which engine, by which prompt, at what cost. `free`: what the engine without a model gives."""
    if not signature.model:
        return f"{signature.engine} engine: {free}"
    if cached:
        cost = "cached, nothing spent"
    else:
        cost = "cost not known" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    prompt = f"{signature.prompt.name} v{signature.prompt.version}" if signature.prompt else ""
    return " · ".join(filter(None, (signature.model, prompt, cost)))


def from_cache(usage: Usage) -> Iterator[str]:
    """The part of the prompt that the endpoint had in its cache."""
    if usage.cached_tokens and usage.prompt_tokens:
        yield f"{usage.cached_tokens / usage.prompt_tokens:.0%} of the prompt from its cache"


def left_out(sentences: int) -> Iterator[str]:
    """What the check of an answer dropped."""
    if sentences == 1:
        yield "1 sentence could not be confirmed and was left out"
    elif sentences:
        yield f"{sentences} sentences could not be confirmed and were left out"


def checked(grounding: Grounding) -> Iterator[str]:
    """What the check of the draft found."""
    if grounding.quotes_offered:
        yield f"{grounding.quotes_kept} of {grounding.quotes_offered} quotations found in the text"
    if grounding.citations_dropped:
        yield f"{grounding.citations_dropped} citations dropped"
    if unmatched := [*grounding.numbers_unmatched, *grounding.names_unmatched]:
        yield f"not in the article: {_the_first(unmatched)}"


def _the_first(words: Sequence[str]) -> str:
    """`340, Bo and 3 more`."""
    left = len(words) - LISTED
    return ", ".join(words[:LISTED]) + (f" and {left} more" if left > 0 else "")
