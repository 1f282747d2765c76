"""Short ways to an article, a draft and what the check leaves of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.analysis.grounding import check
from bot.models.article import Article
from bot.models.summary import Draft, Quote, Signature, Summary

SIGNATURE = Signature(engine="extractive")


def article_of(*paragraphs: str, **facts: Any) -> Article:
    return Article(paragraphs=paragraphs, **({"language": "en"} | facts))


def checked(article: Article, **parts: Any) -> Summary:
    """The check of a draft that has these parts alone."""
    return check(article, replace(Draft(tldr="", thesis="", signature=SIGNATURE), **parts))


def kept(article: Article, text: str, speaker: str = "", paragraph: int = 1) -> Quote | None:
    """What becomes of one quotation."""
    quotes = checked(article, quotes=(Quote(text=text, speaker=speaker, paragraph=paragraph),)).quotes
    return quotes[0] if quotes else None


def again(article: Article, summary: Summary) -> Summary:
    """The check of what a check left."""
    return check(
        article,
        Draft(
            tldr=summary.tldr,
            thesis=summary.thesis,
            arguments=summary.arguments,
            quotes=summary.quotes,
            critique=summary.critique,
            reader_reaction=summary.reader_reaction,
            signature=summary.signature,
            fallback=summary.fallback,
        ),
    )
