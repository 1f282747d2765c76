"""What happened and who argues what, without a model: in the articles' own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.extractive.briefing.camps import parted
from bot.analysis.extractive.briefing.events import event
from bot.analysis.extractive.briefing.theses import argued
from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article
from bot.models.brief import BriefDraft, View
from bot.models.summary import Signature

__all__ = ["brief"]


def brief(articles: Sequence[Article], signature: Signature) -> BriefDraft:
    """The whole of it; pure."""
    passages = [take_apart(article) for article in articles]
    happened, theses = event(passages), argued(passages)
    lines = {n: passages[n - 1].lines[index] for n, index in theses.items()}
    told = parted(passages, theses)
    return BriefDraft(
        event=happened.text,
        event_citations=happened.citations,
        question=told.question,
        views=tuple(
            View(n=n, claim=line.text, paragraphs=(line.paragraph,), camp=told.camps.get(n, 0))
            for n, line in lines.items()
            if line.text != happened.text
        ),
        signature=signature,
    )
