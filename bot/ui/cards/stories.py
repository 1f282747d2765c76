"""Stories in a digest: what happened, who argues what, where each of it is to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.models.brief import Brief, View
from bot.models.comparison import Citation
from bot.models.digest import Source, Told
from bot.ui import phrases
from bot.ui.cards import parts
from bot.ui.cards.paging import Line, Point, Section
from bot.ui.escape import escaped, link, shortened

TITLE = 160  # units of a story's title, before it is escaped
OUTLET, AUTHORS = 50, 70  # units, escaped
ADDRESS = 300  # units of an address behind a title; behind a citation CITED
CITED = 200
_CAMPS, _NEITHER = {1: "🔹 ", 2: "🔸 "}, "▫️ "


def told_sections(stories: Sequence[Told]) -> Iterator[Section]:
    """A section for each story with a brief; one for all that are told by their titles."""
    for told in stories:
        if told.brief and _is_of_one(told, told.brief):
            heading, points = _linked(told.sources[0]), _of_one(told, told.brief)
        elif told.brief:
            heading, points = _title(told), _of_several(told, told.brief)
        else:
            continue
        yield from parts.section(f"### {_marked(told, heading)}", points)
    heading = "**Also**" if any(told.brief for told in stories) else ""
    yield from parts.section(heading, (_by_title(told) for told in stories if told.brief is None))


def _title(told: Told) -> str:
    return shortened(escaped(shortened(told.title, TITLE)), 2 * TITLE) or "Untitled"


def _marked(told: Told, title: str) -> str:
    return f"🔁 Update: {title}" if told.is_update else title


def _is_of_one(told: Told, brief: Brief) -> bool:
    cited = {cited.n for cited in brief.event_citations} | {view.n for view in brief.views}
    has_camps = any(view.camp for view in brief.views)
    return len(told.sources) == 1 and cited <= {told.sources[0].n} and not has_camps


def _of_one(told: Told, brief: Brief) -> Iterator[Point]:
    """The heading names it already: whose it is, what happened, what it argues."""
    source = told.sources[0]
    if facts := " · ".join((*_facts(source), *_more(told))):
        yield (Line("-# ", facts),)
    event = _cite("", [cited.paragraph for cited in brief.event_citations], source)
    yield parts.line("", brief.event, event)
    yield from (parts.line("> ", view.claim, _cite("", view.paragraphs, source)) for view in brief.views)


def _of_several(told: Told, brief: Brief) -> Iterator[Point]:
    """What happened; who argues what, the two camps under the question that divides them; where it is to be read."""
    by_n = {source.n: source for source in told.sources if source.n}
    yield parts.line("", brief.event, *_cited(brief.event_citations, by_n))
    camps = [view for camp in _CAMPS for view in brief.views if view.camp == camp]
    if camps and (question := escaped(brief.question)):
        yield (Line("", f"**{question}**"),)
    yield from (_view(view, _CAMPS[view.camp], by_n) for view in camps)
    others = [view for view in brief.views if view.camp not in _CAMPS]
    yield from (_view(view, _NEITHER if camps else "", by_n) for view in others)
    if brief.views:
        yield (Line("", ""),)  # else some take what follows for a part of the quotation
    yield from (_source(source) for source in told.sources)
    yield from ((Line("-# ", more),) for more in _more(told))


def _view(view: View, sign: str, by_n: Mapping[int, Source]) -> Point:
    source = by_n.get(view.n)
    who = f"**{_who(source)}**: " if source and _who(source) else ""
    cited = _cited([Citation(n=view.n, paragraph=p) for p in view.paragraphs], by_n)
    return parts.line(f"> {sign}{who}", view.claim, *cited)


def _who(source: Source) -> str:
    """Its authors, else its outlet."""
    return shortened(escaped(", ".join(source.authors)), AUTHORS) or shortened(escaped(source.outlet), OUTLET)


def _cited(citations: Sequence[Citation], by_n: Mapping[int, Source]) -> Iterator[str]:
    """Once for each source."""
    for n in dict.fromkeys(cited.n for cited in citations):
        yield _cite(str(n), [cited.paragraph for cited in citations if cited.n == n], by_n.get(n))


def _cite(number: str, paragraphs: Sequence[int], source: Source | None) -> str:
    """`[1¶3 ¶5]`, linked to the source; without a number where there is but one."""
    name = number + phrases.cited(tuple(dict.fromkeys(paragraphs)))
    return f"\\[{link(name, source.url if source else '', longest=CITED)}\\]" if name else ""


def _source(source: Source) -> Point:
    """In small print, by the number that citations give it."""
    number = f"**{source.n}** " if source.n else ""
    return (Line("-# ", " · ".join((f"{number}{_linked(source)}", *_facts(source)))),)


def _by_title(told: Told) -> Point:
    """A story of which nobody's article was read: its first entry, and who else has it."""
    if not told.sources:
        return (Line("- ", _marked(told, _title(told))),)
    first, *others = told.sources
    also = ", ".join(filter(None, map(_outlet, others)))
    facts = (*_facts(first), *([f"also {also}"] if also else ()), *_more(told))
    return (Line("- ", " · ".join((_marked(told, _linked(first)), *facts))),)


def _more(told: Told) -> Iterator[str]:
    """How many entries about it are not named; of one outlet, most are not."""
    left = len(told.entry_ids) - len(told.sources)
    if left > 0:
        yield f"{left} more about it"


def _linked(source: Source) -> str:
    return link(source.title, source.url, TITLE, ADDRESS) or "Untitled"


def _outlet(source: Source) -> str:
    return link(source.outlet, source.url, OUTLET, CITED)


def _facts(source: Source) -> Iterator[str]:
    authors = shortened(escaped(", ".join(source.authors)), AUTHORS)
    outlet = shortened(escaped(source.outlet), OUTLET)
    yield from filter(None, (outlet, authors, "commentary" if source.is_commentary else ""))
