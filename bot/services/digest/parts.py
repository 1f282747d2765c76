"""A digest divided into what single messages take. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.models.brief import Brief
from bot.models.digest import Digest, Part, Told
from bot.services.digest.measuring import makers_units, story_units

_ROOM = 3_500  # units of a message for stories and their makers; the rest is for what stands above and below
_MOST = 12  # stories told with a brief, each of which is a component: a message takes 40 with those around them


def divide(digest: Digest) -> tuple[Part, ...]:
    """At least one part; each fits one message, whatever is in it. No sentence is cut.

    A story that no message takes whole loses the sources that were not read, then views, at last its brief.
    """
    packed = _packed([_fitting(told) for told in digest.stories]) or [()]
    return tuple(
        Part(
            n=n,
            of=len(packed),
            day=digest.day,
            stories=stories,
            since=digest.since,
            until=digest.until,
            is_late=digest.is_late,
            left_out=digest.left_out if n == len(packed) else 0,
        )
        for n, stories in enumerate(packed, 1)
    )


def _packed(stories: Sequence[Told]) -> list[tuple[Told, ...]]:
    """As many as fit, in their order."""
    packed: list[tuple[Told, ...]] = []
    left = 0
    for told in stories:
        units = story_units(told)
        if packed and units + makers_units((*packed[-1], told)) <= left and _are_few((*packed[-1], told)):
            packed[-1] = (*packed[-1], told)
        else:
            packed.append((told,))
            left = _ROOM
        left -= units
    return packed


def _are_few(stories: Sequence[Told]) -> bool:
    return sum(told.brief is not None for told in stories) <= _MOST


def _fitting(told: Told) -> Told:
    """The fullest form of a story that fits a message of its own."""
    return next(form for form in _forms(told) if story_units(form) + makers_units([form]) <= _ROOM)


def _forms(told: Told) -> Iterator[Told]:
    """Ever smaller; the last one surely fits."""
    yield told
    if told.brief:
        read = tuple(source for source in told.sources if source.n)
        yield from (replace(told, brief=brief, sources=read) for brief in _shorter(told.brief))
    yield from (replace(told, brief=None, sources=told.sources[:count]) for count in range(len(told.sources), -1, -1))


def _shorter(brief: Brief) -> Iterator[Brief]:
    """With ever fewer views; two camps of which one is empty are none."""
    for count in range(len(brief.views), -1, -1):
        views = brief.views[:count]
        if {view.camp for view in views} >= {1, 2}:
            yield replace(brief, views=views)
        elif views or brief.event:
            yield replace(brief, views=tuple(replace(view, camp=0) for view in views), question="")
