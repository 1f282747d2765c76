"""Which of the languages we have cues for a text is in."""

from __future__ import annotations

import re

from bot.analysis.extractive.words import words_for
from bot.models.article import Article

# Words that are frequent in one of the four and rare in the others.
_COMMON = {
    "en": frozenset("the and of to is that it was for with this are".split()),
    "de": frozenset("der die und das ist nicht ein eine den von sich auch".split()),
    "fr": frozenset("le les et des est une du que pas dans qui pour".split()),
    "es": frozenset("el los las y que una del por con para es no".split()),
}
_SAMPLE = 4_000
_LEAST = 0.08


def language_of(article: Article) -> str:
    """The article's own language tag where it has one, else a guess by its commonest words, else ""."""
    if article.language:
        return article.language.split("-")[0].lower()
    words = re.findall(r"[^\W\d_]+", article.text[:_SAMPLE].lower())
    shares = {tag: sum(word in common for word in words) / max(1, len(words)) for tag, common in _COMMON.items()}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _LEAST else ""


def language_of_words(text: str, otherwise: str) -> str:
    """Of a sentence or two, by the function words that it has; `otherwise` where they do not tell."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    shares = {tag: sum(word in words_for(tag).stop for word in words) for tag in _COMMON}
    best = max(shares.values())
    likely = [tag for tag, share in shares.items() if share == best]
    return likely[0] if best and len(likely) == 1 else otherwise or "en"
