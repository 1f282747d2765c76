"""A digest in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from bot.cli.terminal import label, plain, print_card, small
from bot.models.brief import Brief, View
from bot.models.digest import Digest, Source, Told
from bot.ui import phrases
from bot.ui.sentences import fallback_sentence

NOTHING = "Nothing new in these feeds."


def print_digest(digest: Digest) -> None:
    """The card of a digest, on standard output."""
    print_card("Digest", _sections(digest))


def fallbacks(digest: Digest) -> tuple[str, ...]:
    """Why another engine than the wanted one wrote briefs, each reason once."""
    found = (told.brief.fallback for told in digest.stories if told.brief)
    return tuple({fallback.kind: fallback_sentence(fallback) for fallback in found if fallback}.values())


def lines_of(brief: Brief, told: Told) -> Iterator[str]:
    """What happened, the question, who argues what: a line each, with what to check it by."""
    if brief.event:
        yield f"{brief.event} [{' '.join(map(str, brief.event_citations))}]"
    if brief.question:
        yield brief.question
    names = {source.n: ", ".join(source.authors) or source.outlet for source in told.sources if source.n}
    for view in sorted(brief.views, key=lambda view: view.camp or 3):
        who = names.get(view.n) or f"Article {view.n}"
        yield f"{who}: {view.claim} [{_places(view)}]"


def _places(view: View) -> str:
    return " ".join(f"{view.n}¶{paragraph}" for paragraph in view.paragraphs)


def _sections(digest: Digest) -> Iterator[RenderableType]:
    if not digest.stories:
        yield Text(NOTHING)
    for told in digest.stories:
        if told.brief:
            brief = [plain(line) for line in lines_of(told.brief, told)]
            yield Group(plain(told.title or "Untitled", "bold"), *brief, *map(_source, told.sources))
    if titles := [_by_title(told) for told in digest.stories if not told.brief]:
        yield Group(label("Also"), *titles)
    yield small(_footer(digest))


def _source(source: Source) -> RenderableType:
    number = f"{source.n}  " if source.n else "   "
    by = " · ".join(filter(None, (source.title, source.outlet, ", ".join(source.authors))))
    return plain(f"{number}{by}  {source.url}", "dim")


def _by_title(told: Told) -> RenderableType:
    outlets = ", ".join(dict.fromkeys(source.outlet for source in told.sources if source.outlet))
    address = told.sources[0].url if told.sources else ""
    return Group(
        plain(f"• {told.title or 'Untitled'}"), plain(f"  {' · '.join(filter(None, (outlets, address)))}", "dim")
    )


def _footer(digest: Digest) -> Iterator[str]:
    yield f"From {digest.since:%Y-%m-%d %H:%M} to {digest.until:%Y-%m-%d %H:%M} UTC"
    if digest.left_out:
        yield f"{digest.left_out} more left out"
    briefs = [told.brief for told in digest.stories if told.brief]
    makers = {brief.signature.model or f"{brief.signature.engine} engine: {phrases.KEY_SENTENCES}" for brief in briefs}
    yield from (*sorted(makers), *fallbacks(digest))
