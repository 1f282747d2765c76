"""One sentence of an answer: with its citations set right, or dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.engine import AnswerAsk
from bot.analysis.grounding.function_words import language_of, languages_of
from bot.analysis.grounding.talk.bearing import Bearing
from bot.analysis.grounding.talk.citing import segments
from bot.analysis.grounding.talk.clauses import without_quotations
from bot.analysis.grounding.talk.harm import is_harmful, is_shouted
from bot.analysis.grounding.talk.members import Members, Said, members_of
from bot.analysis.grounding.talk.orders import Instructions, before_orders, is_call, is_confession
from bot.analysis.grounding.talk.parts import FALLEN, Judged, Parts, Witnesses
from bot.analysis.grounding.talk.plain import plain
from bot.analysis.grounding.talk.quoting import Quotations
from bot.analysis.grounding.talk.shelf import Shelf
from bot.analysis.grounding.talk.streaming import Sentence
from bot.analysis.grounding.talk.telling import Telling
from bot.analysis.prompts.neutral import visible
from bot.models.discussion import Context, Person

_FEW = 2  # function words that tell the language of a short question


class Judge:
    """Holds sentences against the context of one question; what it needs of it is indexed when it is first needed."""

    def __init__(self, ask: AnswerAsk, instructions: Sequence[str] = ()) -> None:
        context = ask.context
        self._expected = _expected(ask)
        self._shelf, self._members = Shelf(context, self._expected), _members(context)
        question, talk = Said(_asked(context)), Said(_talk(context))
        self._witnesses = Witnesses(
            members=self._members,
            bearing=Bearing(self._shelf, self._members),
            telling=Telling(self._shelf, self._members, talk),
            quotations=Quotations(self._shelf, self._members, question),
        )
        self._instructions = Instructions(tuple(instructions))

    def judge(self, sentence: Sentence, before: frozenset[str] = frozenset()) -> Judged | None:
        """before: the members of whom the sentence before tells. None when there is nothing to judge."""
        shown = plain(sentence.text)
        if sentence.too_long:
            return FALLEN
        if not any(char.isalnum() for char in shown):
            return None
        parts = segments(shown, self._shelf.only)
        words = "".join(part.text for part in parts)
        spoken = self._spoken(words)
        if is_harmful(visible(sentence.text)) or self._is_unwanted(words) or not self._is_expected(spoken):
            return FALLEN
        return Parts(self._witnesses, spoken, before, is_whole=sentence.ends).judged(parts)

    def _spoken(self, words: str) -> str:
        """The sentence's language, "" when it cannot be told; of several, the one that is expected here."""
        count, likely = languages_of(words)
        if count < _FEW:
            return ""
        known = (self._expected, *(held.language for held in self._shelf.held.values()))
        return next((language for language in known if language in likely), likely[0] if len(likely) == 1 else "")

    def _is_unwanted(self, words: str) -> bool:
        narration = without_quotations(words)
        if is_harmful(words) or is_shouted(narration) or is_call(narration):
            return True
        odd = is_confession(narration.replace("'", "’")) or self._instructions.are_repeated_in(words)
        return odd and not any(held.holding(words) for held in self._shelf.held.values())

    def _is_expected(self, spoken: str) -> bool:
        """Whether it is in the language of the question, or of an article."""
        languages = {held.language for held in self._shelf.held.values()}
        return not (spoken and self._expected) or spoken == self._expected or spoken in languages


def _expected(ask: AnswerAsk) -> str:
    """The language of the answer: the one asked for, the question's, else that of all articles."""
    question = " ".join(map(before_orders, _asked(ask.context)))
    articles = {language_of(s.article.text, s.article.language) for s in ask.context.articles}
    theirs = next(iter(articles)) if len(articles) == 1 else ""
    return language_of(question, ask.options.language) or language_of(question, least=_FEW) or theirs


def _members(context: Context) -> Members:
    turns = (*context.window, *context.recalled)
    memos = context.memory.memos if context.memory else ()
    about = context.question.about
    asked: list[tuple[Person, str]] = [(context.question.person, context.question.text)]
    asked += [(about.person, about.text)] if about else []
    return members_of(context.question.person, turns, memos, asked)


def _asked(context: Context) -> list[str]:
    about = context.question.about
    return [context.question.text, about.text] if about else [context.question.text]


def _talk(context: Context) -> Iterator[str]:
    """All that was said and answered here, and what is remembered of it."""
    yield from _asked(context)
    for turn in (*context.window, *context.recalled):
        yield turn.text
        if turn.about:
            yield turn.about.text
        if turn.answer:
            yield turn.answer.text
    yield from (memo.text for memo in (context.memory.memos if context.memory else ()))
