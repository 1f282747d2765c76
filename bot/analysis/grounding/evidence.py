"""What an article bears out, whatever is said of it."""

from __future__ import annotations

from bot.analysis.grounding.borrowed import Borrowed
from bot.analysis.grounding.citations import Citations
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.names import Names
from bot.analysis.grounding.numbers import Numbers
from bot.analysis.grounding.passages import Passages
from bot.analysis.grounding.statements import Statements
from bot.analysis.grounding.words import Text
from bot.models.article import Article


class Evidence:
    """An article, indexed once for what is said of it in `spoken`, "" for a language that cannot be told.

    statements: checks what is said of the article itself, which neither its readers' comments nor its bio may enter.
    """

    def __init__(self, article: Article, spoken: str) -> None:
        self.body, bio = Text(article.paragraphs), Text([article.bio])
        self._title = Text([article.title])
        self.readers = Text([f"{comment.author}: {comment.text}" for comment in article.comments])
        self.language = language_of(article.text, article.language)
        self.spoken = spoken or self.language
        self.same_language = self.spoken == self.language
        self.passages = Passages(self.body)
        self.citations = Citations(self.body, same_language=self.same_language)
        self.numbers = Numbers([article.title, *article.paragraphs], self.language, article.published)
        byline = Text([*article.authors, article.site])
        self.names = Names([self.body, self._title, bio, byline], article.published)
        foreign = Borrowed(Text([*self.readers.paragraphs, article.bio]), self.body)
        self.statements = Statements(self.body, self.numbers, self.names, foreign, self.quotable, self.spoken)

    def quotable(self, passage: str) -> bool:
        """Whether these words may stand between quotation marks."""
        return self.passages.holds(passage) or self._title.holds(passage)
