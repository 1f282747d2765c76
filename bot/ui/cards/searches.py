"""The card of a search in a channel's articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord

from bot.models.found import MARK_OFF, MARK_ON, Found, Hit
from bot.ui import phrases
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import TEXT, Beside, Button, Card, button
from bot.ui.escape import cut, escaped, length, shortened

_COLOUR = discord.Colour(0x3498DB)
_HITS = 6  # with a button each; more are more components than a message takes
_BESIDES = 400  # units for head and foot
_ON, _OFF = "\ue000", "\ue001"  # stand for the marks while a text is escaped; of no meaning to anybody


def articles(found: Found, ids: Ids | None, *, page: int = 1) -> discord.ui.LayoutView:
    """A page of hits with the query's words in bold, each with a button that summarizes it."""
    shown = found.hits[:_HITS]
    room = (TEXT - _BESIDES) // max(1, len(shown))
    hits = [_beside(_hit(hit, room), hit, ids) for hit in shown]
    foot = _left_out(found, len(shown))
    rows = [_turns(found, ids, page)] if ids and len(found.hits) < found.total else []
    return Card([_head(found), *hits, *foot], rows, colour=_COLOUR)


def _head(found: Found) -> str:
    query = shortened(escaped(found.query), 150)
    if not found.total:
        return f"Nothing here has “{query}” in it." if query else "Nobody has asked about an article here yet."
    return f"### {parts.count(found.total, 'article')} " + (f"with “{query}”" if query else "asked about here")


def _hit(hit: Hit, room: int) -> str:
    article = hit.article
    facts = " · ".join(filter(None, (phrases.kind_and_outlet(article), ", ".join(article.authors))))
    asked = discord.utils.format_dt(hit.asked_at, "R")
    small = " · ".join(filter(None, (f"\\#{hit.article_id}", shortened(escaped(facts), 110), asked)))
    text = f"**{parts.title(article, limit=90, longest=180)}**\n-# {small}"
    snippet = marked(hit.snippet, room - length(text) - 1)
    return f"{text}\n{snippet}" if snippet else text


def marked(snippet: str, room: int) -> str:
    """A snippet as safe Markdown of at most `room` units, its marked words in bold."""
    bare = snippet.replace(_ON, "").replace(_OFF, "").replace(MARK_ON, _ON).replace(MARK_OFF, _OFF)
    text = re.sub(f"{_OFF}( ?){_ON}", r"\1", escaped(bare))  # two words side by side are marked as one
    kept, rest = cut(text, max(2, room - 2 * text.count(_ON) - 2))
    if kept.rfind(_ON) > kept.rfind(_OFF):
        kept += _OFF
    bold = re.sub(rf"{_ON}([^\s{_ON}{_OFF}][^{_ON}{_OFF}]*(?<!\s)){_OFF}", r"**\1**", kept)
    return bold.replace(_ON, "").replace(_OFF, "") + ("…" if rest else "")


def _beside(text: str, hit: Hit, ids: Ids | None) -> str | Beside:
    if ids is None:
        return text
    return Beside(text, button("Summarize", ids(Ask("summarize", {"article": str(hit.article_id)}))))


def _left_out(found: Found, shown: int) -> Sequence[str]:
    left = len(found.hits) - shown
    return [f"-# {left} more found; add a word to narrow it down"] if left else []


def _turns(found: Found, ids: Ids, page: int) -> list[Button]:
    first, last = found.offset + 1, found.offset + len(found.hits)

    def turn(n: int) -> str:
        """The custom id of a button to page `n`, with the query in it."""
        return ids(Ask("articles").but(query=found.query, page=str(n)))

    return [
        button("◀", turn(page - 1), disabled=found.offset == 0),
        button(f"{first}–{last} of {found.total}", turn(page), disabled=True),
        button("▶", turn(page + 1), disabled=last >= found.total),
    ]
