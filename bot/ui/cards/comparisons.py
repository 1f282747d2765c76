"""The card of a comparison: two or three commentaries side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord

from bot.models.article import Article
from bot.models.comparison import Agreement, Citation, Conflict, Quoted
from bot.services.compare import Compared
from bot.ui import phrases
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import Button, Card, link_button
from bot.ui.cards.paging import Line, Point, Section, sheet
from bot.ui.escape import escaped, one_line, shortened

_COLOUR = discord.Colour(0xE67E22)
_NOT_COMPARABLE = "These are not about one question, so nothing is set side by side."
_NOTHING = "Nothing was found that could be set side by side."


def comparison(compared: Compared, ids: Ids | None, *, page: int = 1) -> discord.ui.LayoutView:
    """The question they share, where they agree and conflict, what only one of them says, whom each quotes."""
    head, foot = _head(compared.articles), parts.small(_foot(compared))
    shown = sheet(tuple(_sections(compared)), page, beside=(head, foot))
    turns = parts.turns(shown, ids, lambda n: _page(compared, n))
    return Card([head, *shown.texts, shown.told(foot)], [list(_originals(compared.articles)), turns], colour=_COLOUR)


def _page(compared: Compared, page: int) -> Ask:
    options = compared.options
    given = Ask("comparison", {"articles": ".".join(map(str, compared.article_ids)), "page": str(page)})
    return given.but(language=options.language, prompt=options.prompt)


def _head(articles: Sequence[Article]) -> str:
    """Each article with its number; small enough for three."""
    lines = ["-# Side by side"]
    for n, article in enumerate(articles, 1):
        facts = " · ".join(filter(None, (phrases.kind_and_outlet(article), phrases.author_day_and_length(article))))
        lines += [f"**{n}** {parts.title(article, limit=120, longest=250)}", f"-# {shortened(escaped(facts), 160)}"]
    return "\n".join(lines)


def _sections(compared: Compared) -> Iterator[Section]:
    said, names = compared.comparison, _Names(compared.articles)
    if not said.comparable:
        yield Section("**Not comparable**", ((Line("", _NOT_COMPARABLE),),))
    elif not (said.agreements or said.conflicts or said.only):
        yield Section("**Side by side**", ((Line("", _NOTHING),),))
    yield from parts.section("**The question**", [parts.line("", said.question)])
    yield from parts.section("**They agree**", map(_agreement, said.agreements))
    yield from parts.section("**They conflict**", (_conflict(conflict, names) for conflict in said.conflicts))
    for n in sorted({only.n for only in said.only}):
        points = [parts.line("- ", o.point, *_cited(o.n, o.paragraphs)) for o in said.only if o.n == n]
        yield from parts.section(f"**Only {names[n]}**", points)
    by_article = [(n, [q for q in said.quoted if q.n == n]) for n in sorted({quoted.n for quoted in said.quoted})]
    yield from parts.section("**Whom they quote**", (_quoted(names[n], quoted) for n, quoted in by_article))


def _agreement(said: Agreement) -> Point:
    return parts.line("- ", said.point, *map(_citation, said.citations))


def _conflict(said: Conflict, names: _Names) -> Point:
    sides = [
        Line("  - ", f"{names[side.n]}: {escaped(side.claim)} {' '.join(_cited(side.n, side.paragraphs))}")
        for side in said.sides
    ]
    return (*(parts.line("- ", said.point) or parts.line("- ", "A dispute")), *sides)


def _quoted(name: str, quoted: Sequence[Quoted]) -> Point:
    speakers = [" ".join((escaped(q.speaker), *_cited(q.n, q.paragraphs))) for q in quoted if escaped(q.speaker)]
    return (Line("- ", f"{name}: {' · '.join(speakers)}"),) if speakers else ()


def _cited(n: int, paragraphs: Sequence[int]) -> tuple[str, ...]:
    return tuple(_citation(Citation(n=n, paragraph=p)) for p in paragraphs) or (escaped(f"[{n}]"),)


def _citation(citation: Citation) -> str:
    return escaped(f"[{citation}]")


def _originals(articles: Sequence[Article]) -> Iterator[Button]:
    for n, article in enumerate(articles, 1):
        yield from link_button(f"Read {n}", parts.address_of(article))


def _foot(compared: Compared) -> list[str]:
    said = compared.comparison
    dropped = [f"{parts.count(said.dropped, 'point')} dropped: not in the articles"] if said.dropped else []
    return parts.foot(said.signature, compared.usage, said.fallback, cached=compared.cached, checked=dropped)


class _Names:
    """Who each article is, in a few safe words: its author, else its outlet, else its number."""

    def __init__(self, articles: Sequence[Article]) -> None:
        known = [next(filter(None, map(one_line, (*a.authors, a.site))), "") for a in articles]
        self._names = [f"{name} ({n})" if name and known.count(name) > 1 else name for n, name in enumerate(known, 1)]

    def __getitem__(self, n: int) -> str:
        name = self._names[n - 1] if 0 < n <= len(self._names) else ""
        return shortened(escaped(name), 60) or f"article {n}"
