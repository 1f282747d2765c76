"""A digest in parts: each fits a message, nothing is told twice, the order stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from bot.models.brief import Brief, View
from bot.models.comparison import Citation
from bot.models.digest import Digest, Part, Told
from bot.models.summary import Fallback
from bot.services.digest.measuring import makers_units, story_units
from bot.services.digest.parts import divide
from bot.ui import cards
from tests.digest_nouns import BRIEF, digest, source, told

LONG = "A sentence of the author's that goes on for a while, as such sentences do, and then it ends. " * 3
WIDE = "https://outlet.test/" + "a" * 260


def brief(views: int, *, camps: tuple[int, ...] = (0, 0, 0)) -> Brief:
    return replace(
        BRIEF,
        event=LONG,
        event_citations=tuple(Citation(n=n, paragraph=1) for n in range(1, views + 1)),
        views=tuple(View(n=n, claim=f"{n}: {LONG}", paragraphs=(1, 2), camp=camps[n - 1]) for n in range(1, views + 1)),
        question="Should it have been sold?" if {1, 2} <= set(camps[:views]) else "",
    )


def large(number: int, views: int = 3, url: str = "https://outlet.test/a", **changes: Any) -> Told:
    read = (source(n, url=url, authors=("Ada Example",)) for n in range(1, 4))
    usual: dict[str, Any] = {"brief": brief(views), "sources": (*read, source(0), source(0))}
    return replace(told(number), **(usual | changes))


def shown(part: Part) -> str:
    """All text of its message."""
    view = cards.digest_part(part, mark="d1-1")
    return "\n".join(item.content for item in view.walk_children() if hasattr(item, "content"))


def ids(parts: tuple[Part, ...]) -> list[int]:
    return [each.story_id for part in parts for each in part.stories]


def test_what_fits_is_one_part() -> None:
    [part] = divide(digest(told(1), told(2), left_out=3, is_late=True))
    assert (part.n, part.of, ids((part,)), part.left_out, part.is_late) == (1, 1, [1, 2], 3, True)


def test_where_there_is_nothing_to_tell_one_part_says_so() -> None:
    [part] = divide(digest())
    assert (part.n, part.of, part.stories) == (1, 1, ())


def test_what_does_not_fit_goes_on_in_the_next_in_order() -> None:
    whole = digest(*(large(n) for n in range(1, 6)), *(told(n, brief=None) for n in range(6, 20)), left_out=2)
    parts = divide(whole)
    assert ids(parts) == list(range(1, 20))
    assert [part.n for part in parts] == list(range(1, len(parts) + 1))
    assert {part.of for part in parts} == {len(parts)}
    assert len(parts) > 1
    assert [part.left_out for part in parts] == [0] * (len(parts) - 1) + [2], "said once, at the end"
    assert {(part.day, part.since, part.until) for part in parts} == {(whole.day, whole.since, whole.until)}


@pytest.mark.parametrize(
    "stories",
    [
        pytest.param([large(n) for n in range(1, 6)], id="long briefs"),
        pytest.param([large(n, url=WIDE) for n in range(1, 6)], id="long addresses"),
        pytest.param([told(n, brief=None, title="*[x]_" * 60) for n in range(1, 21)], id="titles full of marks"),
        pytest.param(
            [told(n, brief=None, sources=tuple(source(0, url=WIDE) for _ in range(6))) for n in range(1, 21)],
            id="many outlets with long addresses",
        ),
        pytest.param(
            [
                large(
                    n,
                    title="\U0001f30a" * 150,
                    brief=replace(brief(3), fallback=Fallback(kind="over-budget", incident="i")),
                )
                for n in range(1, 6)
            ],
            id="emoji, and another engine that answered",
        ),
        pytest.param([told(n) for n in range(1, 30)], id="many small briefs"),
    ],
)
def test_each_part_is_shown_whole(stories: list[Told]) -> None:
    parts = divide(digest(*stories))
    assert ids(parts) == [each.story_id for each in stories]
    for part in parts:
        text = shown(part)
        assert len(text.encode("utf-16-le")) // 2 <= 4000
        assert "does not fit" not in text


def test_a_story_that_no_message_takes_loses_views_and_never_a_part_of_a_sentence() -> None:
    huge = replace(large(1, url=WIDE), brief=replace(brief(3), event=LONG * 3))
    [part] = divide(digest(huge))
    [kept] = part.stories
    assert kept.brief
    assert huge.brief
    assert 0 < len(kept.brief.views) < 3
    assert kept.brief.views == huge.brief.views[: len(kept.brief.views)]
    assert kept.brief.event == huge.brief.event
    assert kept.entry_ids == huge.entry_ids


def test_a_camp_that_lost_its_views_is_none() -> None:
    huge = replace(large(1, url=WIDE), brief=replace(brief(3, camps=(1, 1, 2)), event=LONG * 3))
    [kept] = divide(digest(huge))[0].stories
    assert kept.brief
    assert (kept.brief.question, {view.camp for view in kept.brief.views}) == ("", {0})


def test_a_brief_that_no_message_takes_leaves_the_titles() -> None:
    hopeless = replace(large(1), brief=replace(BRIEF, event=LONG * 20, views=()))
    [part] = divide(digest(hopeless))
    assert part.stories[0].brief is None
    assert part.stories[0].sources


def test_what_is_measured_grows_with_what_is_told() -> None:
    assert story_units(told(1, brief=None)) < story_units(told(1)) < story_units(large(1, 1)) < story_units(large(1))
    assert makers_units([told(1, brief=None)]) == 0 < makers_units([told(1)])


def test_nothing_of_a_digest_is_lost_between_parts() -> None:
    whole: Digest = digest(*(large(n, entry_ids=(n, 100 + n)) for n in range(1, 6)))
    kept = list(chain.from_iterable(part.stories for part in divide(whole)))
    assert [each.entry_ids for each in kept] == [each.entry_ids for each in whole.stories]
