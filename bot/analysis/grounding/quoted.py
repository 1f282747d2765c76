"""Whom an article quotes: kept where a quotation in the cited paragraph is that person's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.analysis.grounding.hygiene import printable
from bot.analysis.grounding.marks import outermost, spans
from bot.analysis.grounding.passages import Passages
from bot.analysis.grounding.quotes import Quotes
from bot.analysis.grounding.words import Text
from bot.models.article import Article
from bot.models.comparison import Quoted
from bot.models.summary import Quote


def checked_quoted(articles: Sequence[Article], offered: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """Those whom their articles quote, with the paragraphs where they do."""
    return tuple(_checked(articles, offered))


def _checked(articles: Sequence[Article], offered: Sequence[Quoted]) -> Iterator[Quoted]:
    for n, article in enumerate(articles, 1):
        theirs = [replace(quoted, speaker=printable(quoted.speaker)) for quoted in offered if quoted.n == n]
        body = Text(article.paragraphs)
        quotes = Quotes(article, body, Passages(body), [quoted.speaker for quoted in theirs]) if theirs else None
        for quoted in theirs:
            paragraphs = tuple(p for p in quoted.paragraphs if quotes and _speaks(article, quotes, quoted.speaker, p))
            if quoted.speaker and paragraphs:
                yield replace(quoted, paragraphs=paragraphs)


def _speaks(article: Article, quotes: Quotes, speaker: str, paragraph: int) -> bool:
    """Whether any of the quotations in this paragraph is the speaker's."""
    if not 1 <= paragraph <= len(article.paragraphs):
        return False
    said = _quotations(article.paragraphs[paragraph - 1])
    kept = (quotes.checked(Quote(text=text, speaker=speaker, paragraph=paragraph)) for text in said)
    return any(quote is not None and quote.paragraph == paragraph for quote in kept)


def _quotations(paragraph: str) -> Iterable[str]:
    return [paragraph[span.start : span.end] for span in outermost(spans(paragraph))]
