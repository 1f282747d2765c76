"""The card of an answer, whole or still growing: the same look, so that nothing jumps from one edit to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import discord

from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.discussion import Person, Question
from bot.services.discuss import Asked
from bot.ui import phrases
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import TEXT, Card
from bot.ui.cards.paging import Line, Point, Section, Sheet, sheet_within
from bot.ui.escape import escaped, link, one_line, shortened
from bot.ui.sentences import words_for

_COLOUR = discord.Colour(0x2ECC71)
_NOTHING = "Nothing of the answer could be confirmed by the articles here."
_BESIDES = 1_700  # units for head and foot at their longest, so that a page breaks where it broke while it grew
_LISTED = 4  # articles that are not cited
_LONGEST = 300  # units of an address behind a citation

_CITED = re.compile(r"\[([0-9]{1,4})¶([0-9]{1,5})\]")
_ITEM = re.compile(r"\s*[-*•–]\s+(?=\S)")
_HERE = "\ue000"  # stands for a citation while a text is escaped; of no meaning to anybody

Links = Mapping[Citation, str]


def answer(asked: Asked, ids: Ids | None, *, page: int = 1) -> discord.ui.LayoutView:
    """Who asked what, the answer with its citations linked, the articles that it is from, what the check dropped."""
    head, foot = _head(asked.question), parts.small(_foot(asked))
    shown = _sheet(_sections(asked), page)
    turns = parts.turns(shown, ids, lambda n: Ask("answer", {"turn": str(asked.turn_id), "page": str(n)}))
    return Card([head, *shown.texts, shown.told(foot)], [turns], colour=_COLOUR)


def whole_answer(asked: Asked) -> tuple[discord.ui.LayoutView, ...]:
    """All of its pages, for a place where none can be turned."""
    return tuple(answer(asked, None, page=page) for page in range(1, _sheet(_sections(asked), 1).of + 1))


def writing(question: Question, text: str) -> discord.ui.LayoutView:
    """As far as it was written and checked: the first page, which stays where it is, however long the answer grows."""
    shown = _sheet((_said(text, {}),) if one_line(text) else (), 1)
    further = f" page {shown.of}" if shown.of > 1 else ""
    return Card([_head(question), *shown.texts, f"-# ▍ writing{further} …"], colour=_COLOUR)


def _sections(asked: Asked) -> tuple[Section, ...]:
    return _said(asked.answer.text, _links(asked)), Section("", tuple(_sources(asked)))


def _sheet(sections: tuple[Section, ...], page: int) -> Sheet:
    return sheet_within(TEXT - _BESIDES, sections, page)


def _head(question: Question) -> str:
    """`Ana · What would it cost?`, and whose message it is about."""
    told = " · ".join(filter(None, (_name(question.person), shortened(escaped(question.text), 240))))
    about = question.about
    remark = shortened(escaped(about.text), 140) if about else ""
    return parts.small([told, *([f"on what {_name(about.person)} wrote: “{remark}”"] if about else ())])


def _name(person: Person) -> str:
    return f"**{shortened(escaped(person.name), 60) or 'Somebody'}**"


def _said(text: str, links: Links) -> Section:
    paragraphs = filter(None, (_paragraph(block, links) for block in re.split(r"\n\s*\n", text)))
    return Section("", tuple(paragraphs) or ((Line("", _NOTHING),),), apart=True)


def _paragraph(block: str, links: Links) -> Point:
    """Its lines; an item of a list is one of ours."""
    lines = ((_ITEM.match(line), line) for line in block.split("\n") if one_line(line))
    return tuple(
        Line("- ", linked(line[item.end() :], links)) if item else Line("", linked(line, links)) for item, line in lines
    )


def linked(text: str, links: Links) -> str:
    """A line as safe Markdown: a citation leads where `links` has it lead, and nothing else leads anywhere."""
    marks: list[str] = []

    def marked(found: re.Match[str]) -> str:
        marks.append(links.get(Citation(n=int(found[1]), paragraph=int(found[2])), escaped(found[0])))
        return _HERE

    safe = escaped(_CITED.sub(marked, one_line(text.replace(_HERE, ""))))
    first, *rest = safe.split(_HERE)
    return first + "".join(mark + after for mark, after in zip(marks, rest, strict=True))


def _links(asked: Asked) -> Links:
    """What was checked, as `[1¶3]` with the article's address behind it, if it has one."""
    addresses = {n: parts.address_of(article) for n, article in asked.articles.items()}
    return {
        cited: f"\\[{link(str(cited), addresses.get(cited.n, ''), longest=_LONGEST)}\\]"
        for cited in asked.answer.citations
    }


def _sources(asked: Asked) -> Iterator[Point]:
    """The articles that are cited in the order of the citations, a few of the others, and links that led nowhere."""
    cited = dict.fromkeys(c.n for c in asked.answer.citations if c.n in asked.articles)
    others = [n for n in asked.articles if n not in cited]
    for n in (*cited, *others[:_LISTED]):
        yield (Line("-# ", _source(n, asked.articles[n]) + ("" if n in cited else " · not cited")),)
    if left := others[_LISTED:]:
        yield (Line("-# ", f"{parts.count(len(left), 'more article')} of this channel, not cited"),)
    for unread in asked.unread:
        yield (Line("-# ", shortened(escaped(words_for(unread.kind, unread.facts)), 400)),)


def _source(n: int, article: Article) -> str:
    facts = " · ".join(filter(None, (", ".join(article.authors), article.site)))
    return " · ".join(filter(None, (f"**{n}** {parts.title(article, limit=100)}", shortened(escaped(facts), 120))))


def _foot(asked: Asked) -> list[str]:
    said = asked.answer
    checked = (*phrases.from_cache(asked.usage), *phrases.left_out(said.dropped))
    return parts.foot(
        said.signature,
        asked.usage,
        said.fallback,
        cached=asked.cached,
        checked=checked,
        free=phrases.KEY_PASSAGES,
    )
