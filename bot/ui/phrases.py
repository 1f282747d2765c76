"""Short phrases that every card shares, on Discord and in a terminal; plain text, not escaped for either."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bot.models.article import Article, Kind
from bot.models.money import Usage
from bot.models.summary import Grounding, Signature

KEY_SENTENCES = "key sentences, no AI"
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


def made_by(signature: Signature, usage: Usage, *, cached: bool) -> str:
    """Which engine, by which prompt, at what cost."""
    if not signature.model:
        return f"{signature.engine} engine: {KEY_SENTENCES}"
    if cached:
        cost = "cached, nothing spent"
    else:
        cost = "cost not known" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    prompt = f"{signature.prompt.name} v{signature.prompt.version}" if signature.prompt else ""
    return " · ".join(filter(None, (signature.model, prompt, cost)))


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
