"""What a question points at: articles, paragraphs, what was said before; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.search.folding import folded
from bot.analysis.search.terms import terms
from bot.models.article import Article
from bot.models.discussion import Question, Turn
from bot.services.discuss import pointing_words as words

Articles = Mapping[int, Article]  # by their number in the room

SHORT = 3  # terms; a question with fewer hardly says what it is about
_LEAST_NAME = 3  # letters of a surname or an outlet's name
_TITLE_SHARE, _TITLE_TERMS = 0.5, 2  # of a title's terms, for it to be meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """articles: by number. is_named: whether the question itself names them; else they are what it is likely about.

    paragraphs: places that it names, (article, paragraph).
    """

    articles: tuple[int, ...]
    is_named: bool
    paragraphs: tuple[tuple[int, int], ...] = ()


def _any(*tables: Mapping[str, str]) -> str:
    return "|".join(word for table in tables for line in table.values() for word in line.split())


def _each(table: Mapping[str, str]) -> list[str]:
    """One pattern for every position of a table, all languages together."""
    return ["|".join(forms) for forms in zip(*(line.split() for line in table.values()), strict=True)]


_THING = rf"(?:{_any(words.ARTICLES, words.WRITERS)})"
_BETWEEN = r"(?:\W+\w+)?\W+"  # "the second linked article"
_NUMBERED = re.compile(
    rf"\b{_THING}\W{{0,2}}(?:no\W{{1,2}}|nr\W{{1,2}}|number\W|numero\W|nummer\W)?#?(\d{{1,3}})\b|(?<!\w)#(\d{{1,3}})\b"
)
_CITED = re.compile(r"\[?\b(\d{1,3})\s?¶\s?(\d{1,3})\]?")
_PARAGRAPH = re.compile(rf"(?:(?<!\d)¶\s?|\b(?:{_any(words.PARAGRAPHS)})\W{{1,2}})(\d{{1,3}})\b")
_COUNTED = [re.compile(rf"\b(?:{one}){_BETWEEN}{_THING}\b|\b{_THING}\W+(?:{one})\b") for one in _each(words.ORDINALS)]
_LAST, _PREVIOUS, _OTHER, _ALL = (
    re.compile(rf"\b(?:{_any(table)}){_BETWEEN}{_THING}s?\b")
    for table in (words.LAST, words.PREVIOUS, words.OTHER, words.ALL)
)
_EAST_ASIAN = re.compile(r"第\s?([一二三四五六七八九十]|\d{1,2})\s?(?:篇|条|本の?記事|の?記事|の?論説|个?文章)")
_DIGITS = "一二三四五六七八九十"
_LEANS = re.compile(rf"\b(?:{_any(words.LEANING)})\b")
_GOES_ON = re.compile(rf"\W*(?:{_any(words.GOING_ON)})\b")


def meant(text: str, articles: Articles, said: Sequence[Turn], came_with: Sequence[int] = ()) -> Meant:
    """The articles that a question means: those that it names, else those that it came with or goes on from.

    said: what it goes on from, the likeliest last.
    """
    question = folded(text)
    near = tuple(came_with) or _near(articles, said)
    named = tuple(dict.fromkeys(n for n in _named(question, articles, near) if n in articles))
    return Meant(articles=named or near, is_named=bool(named), paragraphs=_places(question, named or near, articles))


def leans(text: str) -> bool:
    """Whether a question cannot be understood without what was said before it: "Why?", "What does he say about it?"."""
    question = folded(text)
    return len(terms(text)) < SHORT or bool(_LEANS.search(question) or _GOES_ON.match(question))


def leant_on(question: Question, chain: Sequence[Turn], said: Sequence[Turn]) -> Turn | None:
    """What a question goes on from: what it replies to, else the same person's latest turn, else the room's."""
    if chain:
        return chain[-1]
    own = [turn for turn in said[-_SAME_PERSON:] if turn.person.id == question.person.id]
    return own[-1] if own else said[-1] if said else None


_SAME_PERSON = 4  # turns back at most; what one asked before that is another matter


def _near(articles: Articles, said: Sequence[Turn]) -> tuple[int, ...]:
    for turn in reversed(said):
        if of_turn := tuple(n for n in turn.articles if n in articles):
            return of_turn
    return (max(articles),) if articles else ()


def _named(question: str, articles: Articles, near: tuple[int, ...]) -> Iterator[int]:
    yield from (int(match[1] or match[2]) for match in _NUMBERED.finditer(question))
    yield from (int(match[1]) for match in _CITED.finditer(question))
    yield from (n for n, one in enumerate(_COUNTED, 1) if one.search(question))
    for match in _EAST_ASIAN.finditer(question):
        yield int(match[1]) if match[1].isdigit() else _DIGITS.index(match[1]) + 1
    yield from _relative(question, sorted(articles), near)
    yield from (n for n, article in articles.items() if _is_called(question, article))
    yield from _titled(question, articles)


def _relative(question: str, numbers: Sequence[int], near: tuple[int, ...]) -> Iterator[int]:
    if _ALL.search(question):
        yield from numbers
    if _LAST.search(question):
        yield from numbers[-1:]
    if _PREVIOUS.search(question):
        yield from numbers[-2:-1]
    if _OTHER.search(question):
        yield from (n for n in numbers if n not in near)


def _is_called(question: str, article: Article) -> bool:
    """By an author's surname or full name, or by the outlet's name."""
    names = [surname for author in article.authors if (surname := folded(author).split()[-1:])]
    outlet = [part for part in re.split(r"\W+", folded(article.site)) if part not in {"www", "com", "the"}]
    return any(_holds(question, " ".join(name)) for name in (*names, outlet))


def _holds(question: str, name: str) -> bool:
    return len(name) >= _LEAST_NAME and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question) is not None


def _titled(question: str, articles: Articles) -> Iterator[int]:
    """By words of a title; the best of the titles, if it stands out."""
    asked = set(terms(question))
    shares = {n: _title_share(asked, article.title) for n, article in articles.items()}
    best = max(shares.values(), default=0.0)
    if best >= _TITLE_SHARE:
        yield from (n for n, share in shares.items() if share == best)


def _title_share(asked: set[str], title: str) -> float:
    held = set(terms(title))
    return len(held & asked) / len(held) if len(held & asked) >= _TITLE_TERMS else 0.0


def _places(question: str, numbers: Sequence[int], articles: Articles) -> tuple[tuple[int, int], ...]:
    cited = [(int(match[1]), int(match[2])) for match in _CITED.finditer(question)]
    named = [(n, int(match[1])) for match in _PARAGRAPH.finditer(question) for n in numbers]
    places = dict.fromkeys((*cited, *named))
    return tuple((n, p) for n, p in places if n in articles and 1 <= p <= len(articles[n].paragraphs))
