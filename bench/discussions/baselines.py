"""What the use case is measured against: the same questions with other prompts, in pieces.

`resent`: the articles whole, then the last 25 turns. `last that fit`: of articles and turns in the order in which they
came the latest, as many as fit into the tokens that the use case took for the same question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.discussions.counting import Counting
from bench.discussions.rooms import Line
from bot.models.article import Article

LAST = 25  # turns, each a message with its answer


def _article(n: int, article: Article) -> str:
    body = "\n".join(f"¶{number} {text}" for number, text in enumerate(article.paragraphs, 1))
    return f"Article {n}\n{article.title} · {', '.join(article.authors)}\n{body}\n\n"


def _turn(index: int, line: Line) -> str:
    return f"#{index} {line.who}: {line.text}\n#{index} answer: {line.answer}\n"


@dataclass(slots=True)
class Baselines:
    """One room; grows turn by turn."""

    counting: Counting
    _articles: list[str] = field(default_factory=list)
    _turns: list[str] = field(default_factory=list)
    _all: list[str] = field(default_factory=list)

    def arrive(self, line: Line) -> None:
        """What comes with a question stands in its prompt."""
        if line.article:
            self._articles.append(_article(len(self._articles) + 1, line.article))
            self._all.append(self._articles[-1])

    def resent(self, system: str, line: Line) -> list[str]:
        return [system, *self._articles, *self._turns[-LAST:], f"{line.who}: {line.text}"]

    def last_that_fit(self, system: str, line: Line, tokens: int) -> list[str]:
        question = f"{line.who}: {line.text}"
        left = tokens - len(self.counting.ids(system)) - len(self.counting.ids(question))
        return [system, *reversed(list(self._fitting(left))), question]

    def _fitting(self, left: int) -> Iterator[str]:
        for piece in reversed(self._all):
            left -= len(self.counting.ids(piece))
            if left < 0:
                return
            yield piece

    def answered(self, line: Line) -> None:
        """It is a turn from now on."""
        self._turns.append(_turn(len(self._turns) + 1, line))
        self._all.append(self._turns[-1])
