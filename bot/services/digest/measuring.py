"""How much of a message a story takes at most, however it is shown.

Units are Discord's: UTF-16 code units, of which a message takes 4,000. Whatever is no letter, digit or blank may be
escaped, and counts twice; titles, names and addresses are shown up to a length, and count up to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.models.brief import Brief, View
from bot.models.comparison import Citation
from bot.models.digest import Source, Told

_ESCAPED = re.compile(r"[^\w ]|_")
_TITLE, _OUTLET, _AUTHORS = 320, 60, 80  # units, escaped
_ADDRESS, _CITED = 300, 200  # units of an address behind a title, behind a citation; a longer one is left away
_A_LINE = 24  # marks at its beginning, "commentary", the stops between its parts
_A_CITATION, _A_PARAGRAPH = 12, 7


def story_units(told: Told) -> int:
    """Of one story, with its heading."""
    sources = {source.n: source for source in told.sources if source.n}
    title = _A_LINE + min(_TITLE, _units(told.title))
    listed = sum(map(_source_units, told.sources))
    more = _A_LINE if len(told.entry_ids) > len(told.sources) else 0
    return title + listed + more + (_brief_units(told.brief, sources) if told.brief else 0)


def makers_units(stories: Iterable[Told]) -> int:
    """Of the small print about whoever wrote the briefs."""
    briefs = [told.brief for told in stories if told.brief]
    fallback = 420 if any(brief.fallback for brief in briefs) else 0
    makers = {brief.signature.model or brief.signature.engine for brief in briefs}
    return min(420, 100 + sum(60 + _units(maker) for maker in makers)) + fallback if briefs else 0


def _brief_units(brief: Brief, sources: dict[int, Source]) -> int:
    event = _A_LINE + _units(brief.event) + _cited_units(brief.event_citations, sources)
    question = _A_LINE + _units(brief.question)
    return event + question + sum(_view_units(view, sources) for view in brief.views)


def _view_units(view: View, sources: dict[int, Source]) -> int:
    source = sources.get(view.n)
    who = max(_AUTHORS, _OUTLET) if source else 0
    cited = [Citation(n=view.n, paragraph=paragraph) for paragraph in view.paragraphs]
    return _A_LINE + who + _units(view.claim) + _cited_units(cited, sources)


def _cited_units(citations: Sequence[Citation], sources: dict[int, Source]) -> int:
    cited = {citation.n for citation in citations}
    links = sum(_A_CITATION + _link_units(sources[n].url if n in sources else "", _CITED) for n in cited)
    return links + _A_PARAGRAPH * len(citations)


def _source_units(source: Source) -> int:
    """In the list of a brief, or in a list of titles."""
    named = min(_TITLE, _units(source.title)) + _link_units(source.url, _ADDRESS)
    outlet = min(_OUTLET, _units(source.outlet))
    return 2 * _A_LINE + named + outlet + min(_AUTHORS, _units(", ".join(source.authors)))


def _link_units(url: str, most: int) -> int:
    """An address of letters beyond ASCII is longer when it is written out; one beyond `most` is left away."""
    return min(most, sum(1 if char.isascii() else 12 for char in url[: most + 1]))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + len(_ESCAPED.findall(text))
