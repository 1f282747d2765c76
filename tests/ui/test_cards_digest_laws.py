"""From any digest, however hostile: messages that Discord takes, that call nobody, that lose nothing in silence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.digest import Digest, Part, Schedule, Slot
from bot.services.digest.parts import divide
from bot.ui import cards
from bot.ui.cards.layout import BeyondDiscord
from bot.ui.escape import one_line
from tests.clocks import START
from tests.ui.any_digest import any_parts, digests, schedules, slots
from tests.ui.laws import assert_holds, law, pages
from tests.ui.reading import OUR_LINK, ids, shown, squeezed, unescaped

DOES_NOT_FIT = "does not fit into one message"
MARK = "d123-2"
rare = settings(law, max_examples=60)  # a digest is a large thing to draw


def seen(part: Part) -> str:
    """What can be read in its message, link targets aside."""
    text = "\n".join(shown(cards.digest_part(part, MARK)))
    return squeezed(unescaped(OUR_LINK.sub(r"\1", text)))


def said(part: Part) -> Iterator[str]:
    """What must be readable there."""
    for told in part.stories:
        if told.brief:
            yield from (told.brief.event, *(view.claim for view in told.brief.views))
            if any(view.camp for view in told.brief.views):
                yield told.brief.question


@rare
@given(any_parts)
def test_any_part_is_harmless_and_accepted(part: Part) -> None:
    view = cards.digest_part(part, MARK)
    assert_holds(view)
    assert f"{MARK}" in shown(view)[-1], "it is found by it"


@rare
@given(any_parts)
def test_whatever_is_not_shown_is_said_to_be_missing(part: Part) -> None:
    text = seen(part)
    missing = [words for words in said(part) if squeezed(one_line(words)) not in text]
    assert not missing or squeezed(DOES_NOT_FIT) in text


@rare
@given(digests)
def test_the_parts_of_any_digest_are_shown_whole(digest: Digest) -> None:
    parts = divide(digest)
    assert not [part for part in parts if DOES_NOT_FIT in "\n".join(shown(cards.digest_part(part, MARK)))]
    for part in parts:
        text = seen(part)
        assert not [words for words in said(part) if squeezed(one_line(words)) not in text]
    told = [story.story_id for part in parts for story in part.stories]
    assert told == [story.story_id for story in digest.stories], "each once, in their order"


@rare
@given(any_parts, pages)
def test_any_page_of_a_preview_is_harmless_and_accepted(part: Part, page: int) -> None:
    assert_holds(cards.digest_preview((part, part, part), 7, ids, page=page))


@rare
@given(schedules, st.lists(slots, max_size=9))
def test_any_schedule_is_harmless_and_accepted(schedule: Schedule, last: list[Slot]) -> None:
    assert_holds(cards.digest_schedule(schedule, last, [schedule] * 30))


@pytest.mark.parametrize("mark", ["a`b", "a*b*", "a b", "@everyone", "a\n"])
def test_a_mark_that_would_not_be_shown_as_it_is_is_refused(mark: str) -> None:
    part = Part(n=1, of=1, day=None, stories=(), since=START, until=START)
    with pytest.raises(BeyondDiscord):
        cards.digest_part(part, mark)
