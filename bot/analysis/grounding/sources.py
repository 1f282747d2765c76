"""What each part of a draft may draw on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.grounding.borrowed import Borrowed
from bot.analysis.grounding.evidence import Evidence
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.passages import Passages
from bot.analysis.grounding.quotes import Quotes
from bot.analysis.grounding.statements import Statements
from bot.analysis.grounding.words import Text
from bot.models.article import Article
from bot.models.summary import Draft


class Sources:
    """An article, indexed once for one draft.

    thesis: checks thesis, claims and supports, which neither comments nor bio may enter.
    body: checks tldr and critique, which may say who the author is.
    comments: checks what is said about the readers.
    """

    def __init__(self, article: Article, draft: Draft) -> None:
        evidence = Evidence(article, language_of(" ".join(_statements(draft))))
        body, readers, spoken = evidence.body, evidence.readers, evidence.spoken
        self.same_language, self.citations, self.thesis = (
            evidence.same_language,
            evidence.citations,
            evidence.statements,
        )
        self.quotes = Quotes(article, body, evidence.passages, [quote.speaker for quote in draft.quotes])
        numbers, names = evidence.numbers, evidence.names
        self.body = Statements(body, numbers, names, Borrowed(readers, body), evidence.quotable, spoken)
        counted = (
            numbers.also(readers.paragraphs, evidence.language, len(readers.paragraphs))
            if draft.reader_reaction
            else numbers
        )
        heard = names.also(readers) if draft.reader_reaction else names
        self.comments = Statements(readers, counted, heard, Borrowed(Text([]), body), Passages(readers).holds, spoken)


def _statements(draft: Draft) -> Sequence[str]:
    """All that a draft says in its own words; quotations stay in the article's language."""
    claims = [part for argument in draft.arguments for part in (argument.claim, argument.support)]
    return [draft.tldr, draft.thesis, *claims, *(remark.text for remark in draft.critique)]
