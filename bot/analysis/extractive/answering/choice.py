"""Which sentences make the answer: the best, what comes near to it, and of every article its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.analysis.extractive.answering.asked import Asked
from bot.analysis.extractive.answering.scoring import Scores
from bot.analysis.extractive.answering.texts import Said
from bot.models.discussion import Context

# By bench/answers/tuned.json: above the first is nearly all that answers, below the second hardly anything.
ENOUGH, NEAREST = 1.25, 0.75
_MARGIN = 0.9  # below the best sentence of an article, what is still shown beside it
_OTHERS = 1.2  # below the best of all, where another article's own best is still shown
_MOST, _MOST_OF_ONE, _MOST_SAID = 4, 3, 2
_LENIENT = 0.5  # less is enough of a member who is named, or where the question is about what was said here
# In meaning, of what a member who is named said: six unlike pairs have at most .18, two alike ones .32 and .33.
_IN_OTHER_WORDS = 0.25
_LONGEST = 700  # characters; a longer sentence answers nobody

Scored = tuple[float, Said]


@dataclass(frozen=True, slots=True)
class Choice:
    """is_sure: whether they answer; else they are what comes nearest, or there are none."""

    sentences: tuple[Said, ...] = ()
    is_sure: bool = False


def choose(asked: Asked, written: Sequence[Said], said: Sequence[Said], context: Context) -> Choice:
    """A handful of sentences: of members who are named, if they said it, else of articles and of anybody."""
    scores = Scores(asked, [*written, *said], frozenset((each.n, each.paragraph) for each in context.passages))
    people = _of_people(asked, _scored(said, scores), scores)
    if people and asked.people:
        return Choice(_in_time(people), is_sure=True)
    if asked.is_of_people:
        return Choice()  # no article knows what a member thinks
    articles = _of_articles(_scored((one for one in written if not asked.articles or one.n in asked.articles), scores))
    best = max((score for score, _ in articles), default=0.0)
    if people and (asked.is_of_room or people[0][0] > best):
        return Choice((*_in_time(people), *_texts(articles, at_least=ENOUGH)), is_sure=True)
    return Choice((*_texts(articles, at_least=NEAREST), *_in_time(people)), is_sure=best >= ENOUGH)


def _scored(sentences: Iterable[Said], scores: Scores) -> list[Scored]:
    """The best first; of equal ones in their order."""
    short = (said for said in sentences if len(said.sentence.whole) <= _LONGEST)
    return sorted(((scores.of(said), said) for said in short), key=lambda each: -each[0])


def _of_articles(scored: Sequence[Scored]) -> list[Scored]:
    """The best of each article, and what comes near to it elsewhere in that article; a paragraph is cited once."""
    chosen: list[Scored] = []
    for n in dict.fromkeys(said.n for _, said in scored):
        own = [each for each in scored if each[1].n == n]
        best = own[0][0]
        paragraphs = {said.place: (score, said) for score, said in reversed(own) if score >= best - _MARGIN}
        kept = sorted(paragraphs.values(), key=lambda each: -each[0])[:_MOST_OF_ONE]
        chosen += kept if best >= scored[0][0] - _OTHERS else []
    several = len({said.n for _, said in chosen}) > 1
    firsts = dict.fromkeys(said.n for _, said in chosen)
    limit = max(1, _MOST // len(firsts)) if several else _MOST_OF_ONE
    return [each for n in firsts for each in [one for one in chosen if one[1].n == n][:limit]]


def _of_people(asked: Asked, scored: Sequence[Scored], scores: Scores) -> list[Scored]:
    """What members said that answers; of a member who is named, without a subject, what was said last."""
    named = {person.id for person in asked.people}
    theirs = [each for each in scored if not named or (each[1].person and each[1].person.id in named)]
    if named and not asked.terms:
        return sorted(theirs, key=lambda each: -each[1].turn)[:_MOST_SAID]
    least = ENOUGH - (_LENIENT if asked.is_of_room else 0.0)
    told = (each for each in theirs if asked.is_of_questions or not each[1].sentence.is_asking)
    return [
        (score, said)
        for score, said in told
        if (score >= least and scores.touches(said)) or (named and scores.nearness(said) >= _IN_OTHER_WORDS)
    ][:_MOST_SAID]


def _texts(scored: Sequence[Scored], *, at_least: float) -> tuple[Said, ...]:
    return tuple(said for score, said in scored if score >= at_least)[:_MOST]


def _in_time(scored: Sequence[Scored]) -> tuple[Said, ...]:
    return tuple(sorted((said for _, said in scored), key=lambda said: said.turn))
