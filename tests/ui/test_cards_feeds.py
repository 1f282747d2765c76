"""What is followed, as it is shown: health in words, places, lists as files, notices to moderators."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.models.feed import Followed, Health
from bot.models.post import Notice
from bot.services.follow import Brought
from bot.services.follow.exchange import Line, Outcome
from bot.ui import cards
from bot.ui.cards.layout import BeyondDiscord
from bot.ui.feed_words import FEED_FAILURES
from bot.ui.sentences import REASONS
from tests.clocks import START
from tests.ui.reading import buttons, components, ids, shown, unescaped

STAMP = int(START.timestamp())


def followed(**changes: Any) -> Followed:
    """One that fares well, of which all is known."""
    known: dict[str, Any] = {
        "id": 12,
        "feed_id": 3,
        "url": "https://gazette.test/feed.xml",
        "title": "The Gazette",
        "site": "https://gazette.test/",
        "health": Health.WELL,
        "last_entry_at": START,
        "polled_at": START,
        "next_poll_at": START,
    }
    return Followed(**{**known, **changes})


def row(one: Followed) -> list[str]:
    """Its lines in the list, below the heading."""
    return [unescaped(line) for line in shown(cards.feeds([one], ids))[1].split("\n")[1:]]


UNREACHABLE = ("unreachable", {"site": "gazette.test"})
LINK = "[The Gazette](https://gazette.test/feed.xml)"


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        pytest.param(
            followed(), [f"- 🟢 {LINK}", f"-# #12 · last entry <t:{STAMP}:R> · read next <t:{STAMP}:R>"], id="well"
        ),
        pytest.param(
            followed(health=Health.NEW, last_entry_at=None, polled_at=None),
            [f"- ⚪ {LINK}", f"-# #12 · read next <t:{STAMP}:R>"],
            id="not read yet",
        ),
        pytest.param(
            followed(last_entry_at=None),
            [f"- 🟢 {LINK}", f"-# #12 · no entries yet · read next <t:{STAMP}:R>"],
            id="read, and empty",
        ),
        pytest.param(
            followed(is_paused=True), [f"- ⏸️ {LINK}", f"-# #12 · last entry <t:{STAMP}:R>"], id="paused: not read"
        ),
        pytest.param(
            followed(include=("harbour", "night bus"), exclude=("sport",)),
            [
                f"- 🟢 {LINK}",
                f"-# #12 · last entry <t:{STAMP}:R> · read next <t:{STAMP}:R>",
                "-# Only with: harbour, night bus",
                "-# Not with: sport",
            ],
            id="with words",
        ),
        pytest.param(
            followed(health=Health.FAILING, failing_since=START, failure=UNREACHABLE),
            [
                f"- 🟠 {LINK}",
                f"-# #12 · last entry <t:{STAMP}:R> · read next <t:{STAMP}:R>",
                (
                    f"-# First failed <t:{STAMP}:R>: gazette.test cannot be reached; open the site in a browser: it may"
                    " have moved, or be gone."
                ),
            ],
            id="failing: why, and what to try",
        ),
        pytest.param(
            followed(health=Health.GONE, failure=("gone", {"site": "gazette.test", "status": 410}), next_poll_at=None),
            [
                f"- 🔴 {LINK}",
                f"-# #12 · last entry <t:{STAMP}:R>",
                (
                    "-# gazette.test has nothing at this address any more (error 410); look for the feed anew: /feed"
                    " add with the site's address."
                ),
            ],
            id="gone",
        ),
        pytest.param(
            followed(title=" ", last_entry_at=None, polled_at=None, next_poll_at=None),
            ["- 🟢 https://gazette.test/feed.xml", "-# #12"],
            id="without a title",
        ),
    ],
)
def test_each_feed_is_listed_with_how_it_fares(one: Followed, lines: list[str]) -> None:
    assert row(one) == lines


def test_feeds_stand_by_channel() -> None:
    many = [followed(id=n, channel_id=channel) for n, channel in enumerate((0, 0, 7, 8))]
    headings = [text.split("\n")[0] for text in shown(cards.feeds(many, ids, gone=[8]))[1:-1]]
    assert headings == [
        "**All channels without feeds of their own**",
        "**For <#7> only**",
        "**A channel that is gone**",
    ]


def test_a_long_list_has_pages_that_hold_each_feed_once() -> None:
    many = [followed(id=n, title=f"Feed {n} of many", include=("a word",) * 5) for n in range(100)]
    first = cards.feeds(many, ids)
    assert buttons(first)["▶"]["custom_id"] == "feed list page=2"
    last = int(shown(first)[-1].rpartition(" of ")[2])
    assert last > 1
    told = "\n".join("\n".join(shown(cards.feeds(many, ids, page=page))) for page in range(1, last + 1))
    assert [told.count(f"Feed {n} of many") for n in range(100)] == [1] * 100


def test_no_feeds_is_a_card_that_says_what_to_do() -> None:
    [text] = shown(cards.feeds([], ids))
    assert "`/feed add`" in text
    assert buttons(cards.feeds([], ids)) == {}


OUTCOMES = [
    (Outcome.FOLLOWED, "", "✅ line 3: Ledger"),
    (Outcome.FOR_ALL, "", "✅ line 3: Ledger · for all channels: the one that it names is not here"),
    (Outcome.ALREADY, "", "➖ line 3: Ledger · followed already"),
    (Outcome.FULL, "", "⚠️ line 3: Ledger · left out: a server may follow 100"),
    (Outcome.BAD, "scheme", "⚠️ line 3: Ledger · not taken: its address is none of the web's"),
    (Outcome.BAD, "no-address", "⚠️ line 3: Ledger · not taken: it names no address"),
    (Outcome.BAD, "too-long", "⚠️ line 3: Ledger · not taken: its address is too long"),
    (Outcome.BAD, "malformed", "⚠️ line 3: Ledger · not taken: its address can be read in more than one way"),
    (
        Outcome.BAD,
        "words",
        "⚠️ line 3: Ledger · not taken: its words to let through or leave out are too many, or too long",
    ),
    (Outcome.BAD, "never heard of", "⚠️ line 3: Ledger · not taken: it cannot be read"),
]


@pytest.mark.parametrize(("outcome", "reason", "said"), OUTCOMES)
def test_each_line_of_a_file_is_told_what_became_of_it(outcome: Outcome, reason: str, said: str) -> None:
    line = Line(number=3, outcome=outcome, name="Ledger", reason=reason)
    texts = shown(cards.feeds_brought(Brought(lines=(line,), limit=100), ids, ask_id=5))
    assert unescaped(texts[1]) == f"- {said}"
    is_taken = outcome in (Outcome.FOLLOWED, Outcome.FOR_ALL)
    assert texts[0] == f"### {int(is_taken)} feed{'' if is_taken else 's'} of 1 line followed from now on"


def test_a_file_goes_with_the_card_that_names_it() -> None:
    [file] = [item for item in components(cards.feeds_exported(2, "feeds.opml")) if item["type"] == 13]
    assert file["file"]["url"] == "attachment://feeds.opml"


FEED = {"title": "The Gazette", "url": "https://gazette.test/feed.xml"}
NOTICES = [
    (
        Notice(kind="feed-failing", facts={**FEED, "failure": "too-slow", "site": "gazette.test", "seconds": 15}),
        f"### A feed fails\n{LINK}",
        (
            "It has failed for a day: gazette.test does not finish within 15 seconds. What you can try: open its"
            " address in a browser: if it is slow there too, the site has to mend it. I keep trying, and say when it is"
            " back."
        ),
    ),
    (
        Notice(kind="feed-failing", facts={**FEED, "failure": "unreadable", "site": "x", "reason": "deadline"}),
        f"### A feed fails\n{LINK}",
        (
            "It has failed for a day: the feed cannot be read: it takes too long. What you can try: look on the site"
            " for another feed. I keep trying, and say when it is back."
        ),
    ),
    (
        Notice(kind="feed-back", facts=FEED),
        f"### A feed is back\n{LINK}",
        "It can be read again; what it said meanwhile comes with the next digest.",
    ),
    (
        Notice(kind="feed-gone", facts={**FEED, "failure": "gone", "site": "gazette.test", "status": 410}),
        f"### A feed is gone\n{LINK}",
        (
            "Its site says that it is gone for good, so I do not ask any more. /feed test asks once more; /feed add"
            " with the site's address looks for what came after it."
        ),
    ),
    (
        Notice(kind="digest-paused", facts={"channel": "77", "reason": "forbidden"}),
        "### The digest is paused\n<#77>",
        f"No digest is posted there: {REASONS['digest-paused']['forbidden']}. /digest schedule starts it again.",
    ),
    (
        Notice(kind="digest-unsure", facts={"channel": "77", "part": 2, "of": 3, "day": "2026-11-24"}),
        "### A digest may be incomplete\n<#77>",
        (
            "Part 2 of 3 may stand there or not: Discord did not say, and I cannot read back. It is not sent again."
            " With the permission Read Message History I could look."
        ),
    ),
    (
        Notice(kind="digest-missed", facts={"channel": "77", "day": "2026-11-24"}),
        "### A digest was left out\n<#77>",
        "The digest of 2026-11-24 could not be written in time; what it would have told comes with the next.",
    ),
]


@pytest.mark.parametrize(("notice", "head", "said"), NOTICES, ids=lambda value: getattr(value, "kind", ""))
def test_moderators_are_told_what_happened_why_and_what_to_try(notice: Notice, head: str, said: str) -> None:
    texts = shown(cards.notice(notice, "n-12"))
    assert (texts[0], unescaped(texts[1])) == (head, said)
    assert texts[2].endswith(" · n-12"), "it is found by it"


@pytest.mark.parametrize("failure", sorted(FEED_FAILURES))
def test_every_failure_of_a_feed_has_a_reason_and_something_to_try(failure: str) -> None:
    facts = {
        "site": "gazette.test",
        "url": "http://x",
        "seconds": 15,
        "status": 500,
        "limit_mb": 5,
        "content_type": "image/png",
        "reason": "not-public" if failure == "refused" else "crash",
    }
    one = followed(health=Health.FAILING, failing_since=START - timedelta(days=1), failure=(failure, facts))
    said = row(one)[-1]
    assert "{" not in said
    assert said.endswith(".")
    assert ";" in said, "what happened, and what to try"


def test_a_failure_without_words_is_told_all_the_same() -> None:
    assert "it cannot be read; try /feed test" in row(followed(health=Health.FAILING, failure=("novel", {})))[-1]


def test_a_notice_of_no_kind_that_we_know_is_told_all_the_same() -> None:
    assert (
        shown(cards.notice(Notice(kind="novel", facts={"channel": "x> @everyone"}), ""))[0] == "### For the moderators"
    )


@pytest.mark.parametrize("mark", ["a b", "a*", "@everyone"])
def test_a_mark_that_would_not_be_shown_as_it_is_is_refused(mark: str) -> None:
    with pytest.raises(BeyondDiscord):
        cards.notice(Notice(kind="feed-back", facts=FEED), mark)
