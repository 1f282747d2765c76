"""What happened and who argues what, without a model: in the articles' own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.article import Article
from bot.models.brief import BriefDraft
from bot.models.summary import Signature

__all__ = ["brief"]


def brief(articles: Sequence[Article], signature: Signature) -> BriefDraft:
    """The whole of it; pure."""
    return BriefDraft(signature=signature)
