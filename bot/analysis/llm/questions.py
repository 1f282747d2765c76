"""What is asked about one article: as a whole, part by part, or about the notes on its parts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from bot.analysis.llm.answers import SummaryAnswer
from bot.analysis.llm.dialect import Ask, Parameter
from bot.analysis.llm.sections import numbered
from bot.analysis.prompts import Messages, Prompt
from bot.models.article import Article, Comment
from bot.models.summary import Length, Options

# Hidden tokens that a model spends at each effort, on top of what the prompt allows for the answer itself. Rounded up
# from what is usual for a task of this size; an answer that is cut short all the same is asked for with twice as much.
THINKING_TOKENS = {"minimal": 500, "low": 2_000, "medium": 6_000, "high": 16_000, "xhigh": 32_000, "max": 64_000}
LONGEST_COMMENT = 400  # characters
MOST_COMMENTS = 12_000  # characters in all; the first ones that fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Asks `prompt` about `article`; `parameters` are the prompt's with the operator's own on top."""

    prompt: Prompt
    parameters: dict[str, Parameter]
    article: Article
    options: Options

    def whole(self) -> Ask:
        """About all paragraphs with their numbers, and the first of the readers' comments."""
        return self._ask(article="\n".join(numbered(self.article.paragraphs)), comments=self._comments)

    def part(self, text: str, section: int, sections: int) -> Ask:
        """About one part, briefly, with half of the limit: what is said of it must leave room for the others."""
        ask = self._ask(article=text, section=section, sections=sections, length=Length.SHORT)
        return replace(ask, limit=ask.limit // 2)

    def together(self, answers: Sequence[SummaryAnswer], most: int) -> Ask:
        """About the notes on all parts, at most so many items of each list of each part."""
        return self._ask(notes="\n".join(_notes(answers, most)), comments=self._comments)

    def _ask(self, **values: Any) -> Ask:
        common = {"about": about(self.article), "article": "", "notes": "", "comments": "", "section": 1,
                  "sections": 1, "length": self.options.length, "language": self.options.language}  # fmt: skip
        return ask_of(self.prompt.render(**(common | values)), self.parameters, SummaryAnswer)

    @property
    def _comments(self) -> str:
        return "\n".join(_within(MOST_COMMENTS, map(_line, self.article.comments)))


def ask_of(messages: Messages, parameters: Mapping[str, Parameter], shape: type[BaseModel] | None) -> Ask:
    """With room for the answer and for hidden thoughts; `parameters` hold the limit of the answer alone.

    shape: None for prose.
    """
    sent = {name: value for name, value in parameters.items() if name != "max_completion_tokens"}
    limit = int(parameters["max_completion_tokens"])
    thoughts = THINKING_TOKENS.get(str(sent.get("reasoning_effort")), 0)
    return Ask(messages=messages, parameters=sent, limit=limit + thoughts, shape=shape)


def about(article: Article) -> str:
    """What is known of an article besides its text, a fact a line."""
    facts = {
        "Title": article.title,
        "Author": ", ".join(article.authors),
        "Outlet": article.site,
        "Published": article.published.isoformat() if article.published else "",
        "Kind": article.kind.value,
    }
    return "\n".join(f"{name}: {' '.join(value.split())}" for name, value in facts.items() if value.strip())


def _line(comment: Comment) -> str:
    text = " ".join(comment.text.split())
    return f"{' '.join(comment.author.split()) or 'A reader'}: {text[:LONGEST_COMMENT]}"


def _within(limit: int, lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        limit -= len(line) + 1
        if limit < 0:
            return
        yield line


def _notes(answers: Sequence[SummaryAnswer], most: int) -> Iterable[str]:
    for section, answer in enumerate(answers, 1):
        noted = answer.model_dump(mode="json", exclude={"tldr", "reader_reaction"})
        short = {name: value[:most] if isinstance(value, list) else value for name, value in noted.items()}
        yield json.dumps({"part": section} | short, ensure_ascii=False)
