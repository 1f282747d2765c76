"""How a digest looks, and what is shown around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.models.brief import Brief, View
from bot.models.comparison import Citation
from bot.models.digest import Part, Schedule, Slot, SlotState, Source, Told, WhenEmpty
from bot.models.summary import Fallback, PromptId, Signature
from bot.ui import cards
from tests.ui.reading import assert_discord_accepts, buttons, ids, shown

UNTIL = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
KEEP = Source(
    n=1, title="Keep the bus", url="https://a.example/1", outlet="The Courier", authors=("Miriam Osei",),
    is_commentary=True,
)  # fmt: skip
SELL = Source(n=2, title="Sell the bus", url="https://b.example/2", outlet="The Ledger", authors=("Bo Lind",))
VANS = Source(n=3, title="Try vans", url="https://c.example/3", outlet="The Mile")
SAID = Brief(
    event="The council votes on the night bus.",
    event_citations=(Citation(n=1, paragraph=2), Citation(n=2, paragraph=1), Citation(n=1, paragraph=4)),
    question="Should the night bus stay?",
    views=(
        View(n=3, claim="Vans do it for less.", paragraphs=(4,)),
        View(n=2, claim="It serves eleven people.", paragraphs=(2,), camp=2),
        View(n=1, claim="It is how nurses get home.", paragraphs=(3, 5), camp=1),
    ),
    dropped=0,
    signature=Signature(engine="openai", model="gpt-6-luna", prompt=PromptId(name="digest", version=1, sha256="0")),
)
BUS = Told(story_id=1, title="The night bus", sources=(KEEP, SELL, VANS), brief=SAID)
FLOOD = Told(
    story_id=2,
    title="The flood",
    sources=(replace(SELL, n=0, title="A flood at Leyburn", url="https://b.example/9"), replace(KEEP, n=0)),
)


def a_part(*stories: Told, **changes: Any) -> Part:
    part = Part(n=1, of=1, day=date(2026, 11, 24), stories=stories, since=UNTIL - timedelta(days=1), until=UNTIL)
    return replace(part, **changes)


def told(*stories: Told, **changes: Any) -> list[str]:
    return shown(cards.digest_part(a_part(*stories, **changes), "d7-1"))


def test_a_story_says_what_happened_and_who_argues_what_each_with_its_source() -> None:
    head, story, foot = told(BUS)
    assert head == "### Digest · Tuesday, 24 November 2026"
    assert story.split("\n") == [
        "### The night bus",
        "The council votes on the night bus. \\[[1¶2 ¶4](https://a.example/1)\\] \\[[2¶1](https://b.example/2)\\]",
        "**Should the night bus stay?**",
        "> 🔹 **Miriam Osei**: It is how nurses get home. \\[[1¶3 ¶5](https://a.example/1)\\]",
        "> 🔸 **Bo Lind**: It serves eleven people. \\[[2¶2](https://b.example/2)\\]",
        "> ▫️ **The Mile**: Vans do it for less. \\[[3¶4](https://c.example/3)\\]",
        "",
        "-# **1** [Keep the bus](https://a.example/1) · The Courier · Miriam Osei · commentary",
        "-# **2** [Sell the bus](https://b.example/2) · The Ledger · Bo Lind",
        "-# **3** [Try vans](https://c.example/3) · The Mile",
    ]
    assert foot.split("\n") == [
        f"-# From <t:{int(UNTIL.timestamp()) - 86_400}:f> to <t:{int(UNTIL.timestamp())}:f>",
        "-# gpt\\-6\\-luna · d7-1",
    ]


def test_a_story_of_one_article_is_headed_by_it() -> None:
    said = replace(SAID, event_citations=SAID.event_citations[:1], views=(replace(SAID.views[2], camp=0),))
    assert told(replace(BUS, sources=(KEEP,), brief=said))[1].split("\n") == [
        "### [Keep the bus](https://a.example/1)",
        "-# The Courier · Miriam Osei · commentary",
        "The council votes on the night bus. \\[[¶2](https://a.example/1)\\]",
        "> It is how nurses get home. \\[[¶3 ¶5](https://a.example/1)\\]",
    ]


def test_views_of_one_side_alone_stand_without_a_question_or_signs() -> None:
    views = tuple(replace(view, camp=0) for view in SAID.views[:2])
    lines = told(replace(BUS, brief=replace(SAID, views=views)))[1].split("\n")
    assert lines[2].startswith("> **The Mile**: Vans")
    assert "Should the night bus stay" not in "\n".join(lines)


def test_stories_that_nobody_read_are_linked_titles_with_all_their_outlets() -> None:
    also = told(BUS, FLOOD)[2]
    assert also.split("\n") == [
        "**Also**",
        "- [A flood at Leyburn](https://b.example/9) · The Ledger · Bo Lind · also [The Courier](https://a.example/1)",
    ]


def test_entries_that_are_not_named_are_counted() -> None:
    assert told(replace(BUS, entry_ids=(1, 2, 3)))[1].endswith("· The Mile")
    assert told(replace(BUS, entry_ids=(1, 2, 3, 4, 5)))[1].endswith("· The Mile\n-# 2 more about it")
    assert told(replace(FLOOD, entry_ids=(1, 2, 3)))[1].endswith("(https://a.example/1) · 1 more about it")
    said = replace(SAID, event_citations=(), views=())
    alone = told(replace(BUS, sources=(KEEP,), entry_ids=(1, 2), brief=said))[1]
    assert "-# The Courier · Miriam Osei · commentary · 1 more about it" in alone


def test_titles_alone_need_no_heading() -> None:
    assert told(FLOOD)[1].startswith("- [A flood at Leyburn]")


def test_what_is_an_update_says_so() -> None:
    texts = told(replace(BUS, is_update=True), replace(FLOOD, is_update=True))
    assert texts[1].startswith("### 🔁 Update: The night bus\n")
    assert "- 🔁 Update: [A flood at Leyburn]" in texts[2]


def test_a_part_says_which_it_is_and_that_it_is_late() -> None:
    assert told(BUS, n=2, of=3)[0].split("\n")[1] == "-# part 2 of 3"
    assert told(BUS, is_late=True)[0].split("\n")[1] == "-# **late**: I was not there at its time"


def test_one_that_was_asked_for_has_no_day() -> None:
    assert told(BUS, day=None)[0] == "### Digest · What is new"


@pytest.mark.parametrize(("left", "said"), [(1, "1 more story left out"), (12, "12 more stories left out")])
def test_what_is_left_out_is_counted(left: int, said: str) -> None:
    assert told(BUS, left_out=left)[-1].startswith(f"-# {said}\n")


def test_an_empty_day_is_one_line() -> None:
    assert told()[1] == "Nothing new in the feeds of this channel."


def test_the_foot_says_who_wrote_it_what_was_dropped_and_why_no_model_did() -> None:
    free = replace(
        SAID,
        dropped=2,
        signature=Signature(engine="extractive"),
        fallback=Fallback(kind="engine-too-slow", incident="i-1", facts={"seconds": 60}),
    )
    foot = told(BUS, replace(BUS, brief=free))[-1]
    assert "gpt\\-6\\-luna · extractive engine\\: key sentences, no AI · 2 sentences could not be" in foot
    assert "The model did not answer within 60 seconds" in foot
    assert foot.endswith(" · d7-1")


def test_more_stories_than_one_message_has_boxes_for_share_the_last() -> None:
    small = replace(SAID, views=(), event_citations=())
    texts = told(*(replace(BUS, story_id=n, title=f"Story {n}", sources=(), brief=small) for n in range(30)))
    assert "### Story 29" in texts[-2]
    many = a_part(*(replace(BUS, story_id=n, title=f"Story {n}", sources=(), brief=small) for n in range(30)))
    assert_discord_accepts(cards.digest_preview((many, many), 7, ids))


# --- around it -----------------------------------------------------------------------------------------------------

SCHEDULE = Schedule(
    guild_id=1, channel_id=7, at=time(8, 5), zone="Europe/Berlin", days=frozenset({0, 2}), next_at=UNTIL
)
SLOT = Slot(id=1, guild_id=1, channel_id=7, day=date(2026, 11, 23), due_at=UNTIL, since=UNTIL, until=UNTIL)


def test_a_schedule_is_told_in_the_channels_time_and_the_next_one_in_the_readers() -> None:
    [text] = shown(cards.digest_schedule(SCHEDULE))
    at = int(UNTIL.timestamp())
    assert text.split("\n") == [
        "### Digest for <#7>",
        "**Monday and Wednesday at 08:05** · Europe/Berlin",
        f"Next: <t:{at}:F>, <t:{at}:R>",
        "-# Shown in your own time; the channel's is what counts",
        "-# On a day without news: a line that says so",
    ]


def test_what_is_paused_says_why_and_how_it_goes_on() -> None:
    paused = replace(SCHEDULE, next_at=None, paused="archived", when_empty=WhenEmpty.NOTHING)
    [text] = shown(cards.digest_schedule(paused))
    assert "**Paused:** the thread is archived, and I may not open it again. `/digest schedule` starts it again" in text
    assert "Next" not in text
    assert "On a day without news: nothing" in text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"state": SlotState.SENT}, "Monday, 23 November · posted · "),
        ({"state": SlotState.SENT, "is_late": True}, "Monday, 23 November · posted, late · "),
        ({"state": SlotState.SKIPPED, "reason": "away"}, "skipped: I was not there, for too long to make up for it · "),
        ({"state": SlotState.EMPTY}, "nothing new to tell · "),
        ({"state": SlotState.COMPOSED, "day": None}, "- By `/digest now` · on its way · "),
        ({"state": SlotState.DROPPED, "reason": "new-one"}, "not posted: new\\-one · "),
    ],
)
def test_what_became_of_the_last_ones_is_told(changes: dict[str, Any], told: str) -> None:
    text = shown(cards.digest_schedule(SCHEDULE, [replace(SLOT, **changes)]))[1]
    assert told in text
    assert text.endswith(f"<t:{int(UNTIL.timestamp())}:R>")


def test_other_channels_are_listed_as_far_as_there_is_room() -> None:
    others = [replace(SCHEDULE, channel_id=100 + n, next_at=UNTIL if n else None) for n in range(20)]
    listed = shown(cards.digest_schedule(SCHEDULE, others=others))[-1].split("\n")
    at = int(UNTIL.timestamp())
    assert listed[:3] == [
        "**In other channels**",
        "- <#100> **Monday and Wednesday at 08:05** · Europe/Berlin · paused",
        f"- <#101> **Monday and Wednesday at 08:05** · Europe/Berlin · <t:{at}:R>",
    ]
    assert listed[-1] == "-# and 5 more"
    assert shown(cards.digest_schedules(7, others))[0].startswith("**No digest** in <#7>")


def test_a_preview_shows_one_message_and_turns_to_the_others() -> None:
    parts = (a_part(BUS, n=1, of=2), a_part(FLOOD, n=2, of=2))
    view = cards.digest_preview(parts, 7, ids, page=2)
    texts = shown(view)
    assert "What <#7> would be told now. Only you see this" in texts[0]
    assert "A flood at Leyburn" in texts[2]
    assert buttons(view)["◀"]["custom_id"] == "digest preview channel=7 page=1"
    assert buttons(view)["▶"]["disabled"]
    assert not buttons(cards.digest_preview(parts[:1], 7, ids))


@pytest.mark.parametrize(
    ("messages", "said"),
    [(0, "**Nothing new** to tell in <#7>"), (1, "to <#7>: 1 message."), (3, "to <#7>: 3 messages.")],
)
def test_who_asked_for_a_digest_is_told_how_many_messages_come(messages: int, said: str) -> None:
    assert said in shown(cards.digest_under_way(7, messages))[0]


def test_the_end_is_told_with_the_way_back() -> None:
    assert shown(cards.digest_off(7)) == ["**No more digests** in <#7>.\n-# `/digest schedule` brings them back"]
