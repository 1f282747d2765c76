"""Any digest that the models allow, with all that strangers try in it."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.models.brief import Brief, View
from bot.models.digest import Digest, Part, Schedule, Slot, SlotState, Source, Told, WhenEmpty
from tests.ui.any_answer import addresses, anything, citations, fallbacks, few, hostile, moments, numbers, signatures

sources = st.builds(
    Source,
    n=st.integers(0, 4),
    title=anything,
    url=addresses,
    outlet=hostile,
    authors=few,
    is_commentary=st.booleans(),
    at=st.none() | moments,
)
views = st.builds(View, n=st.integers(1, 4), claim=anything, paragraphs=numbers, camp=st.integers(0, 2))
briefs = st.builds(
    Brief,
    event=anything,
    event_citations=st.lists(citations, max_size=4).map(tuple),
    question=anything,
    views=st.lists(views, max_size=4).map(tuple),
    dropped=st.integers(0, 9),
    signature=signatures,
    fallback=fallbacks,
)
stories = st.builds(
    Told,
    story_id=st.integers(1, 2**31),
    title=anything,
    sources=st.lists(sources, max_size=4).map(tuple),
    entry_ids=st.integers(0, 1_000).map(lambda count: tuple(range(count))),
    brief=st.none() | briefs,
    is_update=st.booleans(),
)
days = st.none() | st.dates()
left_out = st.integers(0, 3) | st.just(10**6)
any_parts = st.builds(
    Part,
    n=st.integers(1, 9),
    of=st.integers(1, 9),
    day=days,
    stories=st.lists(stories, max_size=6).map(tuple),
    since=moments,
    until=moments,
    is_late=st.booleans(),
    left_out=left_out,
)
digests = st.builds(
    Digest,
    day=days,
    stories=st.lists(stories, max_size=6).map(tuple),
    since=moments,
    until=moments,
    is_late=st.booleans(),
    left_out=left_out,
)
reasons = st.sampled_from(["", "forbidden", "away"]) | hostile
schedules = st.builds(
    Schedule,
    guild_id=st.just(1),
    channel_id=st.integers(1, 2**63),
    at=st.times(),
    zone=hostile,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    when_empty=st.sampled_from(WhenEmpty),
    next_at=st.none() | moments,
    paused=reasons,
)
slots = st.builds(
    Slot,
    id=st.integers(1, 99),
    guild_id=st.just(1),
    channel_id=st.just(2),
    day=days,
    due_at=moments,
    since=moments,
    until=moments,
    state=st.sampled_from(SlotState),
    is_late=st.booleans(),
    reason=reasons,
)
