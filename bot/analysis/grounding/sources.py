"""What each part of a draft may draw on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.grounding.borrowed import Borrowed
from bot.analysis.grounding.citations import Citations
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.names import Names
from bot.analysis.grounding.numbers import Numbers
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
        body, title, bio = Text(article.paragraphs), Text([article.title]), Text([article.bio])
        readers = Text([f"{comment.author}: {comment.text}" for comment in article.comments])
        language = language_of(article.text, article.language)
        spoken = language_of(" ".join(_statements(draft))) or language
        self.same_language = spoken == language
        passages = Passages(body)
        self.quotes = Quotes(article, body, passages, [quote.speaker for quote in draft.quotes])
        self.citations = Citations(body, same_language=self.same_language)
        numbers = Numbers([article.title, *article.paragraphs], language, article.published)
        names = Names([body, title, bio, Text([*article.authors, article.site])], article.published)

        def quotable(passage: str) -> bool:
            return passages.holds(passage) or title.holds(passage)

        foreign = Text([*readers.paragraphs, article.bio])
        self.thesis = Statements(body, numbers, names, Borrowed(foreign, body), quotable, spoken)
        self.body = Statements(body, numbers, names, Borrowed(readers, body), quotable, spoken)
        counted = (
            numbers.also(readers.paragraphs, language, len(readers.paragraphs)) if draft.reader_reaction else numbers
        )
        heard = names.also(readers) if draft.reader_reaction else names
        self.comments = Statements(readers, counted, heard, Borrowed(Text([]), body), Passages(readers).holds, spoken)


def _statements(draft: Draft) -> Sequence[str]:
    """All that a draft says in its own words; quotations stay in the article's language."""
    claims = [part for argument in draft.arguments for part in (argument.claim, argument.support)]
    return [draft.tldr, draft.thesis, *claims, *(remark.text for remark in draft.critique)]
