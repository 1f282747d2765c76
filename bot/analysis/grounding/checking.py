"""The only maker of a Summary."""

from __future__ import annotations

from bot.analysis.grounding.hygiene import printable
from bot.analysis.grounding.quotes import Quotes
from bot.analysis.grounding.words import Text
from bot.models.article import Article
from bot.models.summary import Draft, Grounding, Quote, Summary


def check(article: Article, draft: Draft) -> Summary:
    """The draft, as far as the article bears it out."""
    text = Text(article.paragraphs)
    offered = [Quote(text=printable(q.text), speaker=printable(q.speaker), paragraph=q.paragraph) for q in draft.quotes]
    quotes = Quotes(article, text, [q.speaker for q in offered])
    kept = [quote for q in offered if (quote := quotes.checked(q)) is not None]
    return Summary(
        tldr=printable(draft.tldr),
        thesis=printable(draft.thesis),
        arguments=draft.arguments,
        quotes=tuple(kept),
        critique=draft.critique,
        reader_reaction=printable(draft.reader_reaction) if article.comments else "",
        grounding=Grounding(quotes_offered=len(offered), quotes_kept=len(kept)),
        signature=draft.signature,
        fallback=draft.fallback,
    )
