"""One story in a digest: what happened, who argues what. First a BriefDraft, which may be wrong; then a checked Brief.

Articles count from 1 (`n`) in the order in which they were given, their paragraphs from 1 as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.comparison import Citation
from bot.models.summary import Fallback, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one author argues. camp: 1 or 2 for the two sides of the brief's question, 0 for none of them."""

    n: int
    claim: str
    paragraphs: tuple[int, ...]
    camp: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefDraft:
    """What an engine says of the articles about one event; nothing of it is checked.

    event: what happened, in one sentence, with where it stands; "" when no article tells it.
    question: what the two camps dispute, "" when there are no camps. views: an author has one, or none.
    """

    event: str = ""
    event_citations: tuple[Citation, ...] = ()
    question: str = ""
    views: tuple[View, ...] = ()
    signature: Signature
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A draft checked against each article. Only `analysis.grounding` makes one (and the store, of a kept one).

    dropped: how many sentences the draft had that the articles do not hold.
    """

    event: str
    event_citations: tuple[Citation, ...]
    question: str
    views: tuple[View, ...]
    dropped: int
    signature: Signature
    fallback: Fallback | None = None
