"""From what a person types to a feed: through a door that is a table, with the real reader behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bot.errors import BlockedPage, BotError, Gone, NotAFeed, Unreachable
from bot.models.feed import Feed, FeedLinks, Fetched, Validators
from bot.models.page import Page
from bot.sources.feeds.discovery import Discovery
from bot.sources.feeds.reading import read
from tests.sources.feeds.documents import rss

FEED = rss("<title>A bus</title><link>/bus</link>")
RSS = 'rel="alternate" type="application/rss+xml"'


@dataclass(slots=True)
class Site:
    """What stands where: a body, or a failure; `moved`: where it is for good."""

    pages: dict[str, str | BotError]
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        assert validators is None
        self.asked.append(url)
        body = self.pages.get(url, Gone(site="courier.example", status=404))
        if isinstance(body, BotError):
            raise body
        return Fetched(
            page=Page(asked=url, url=self.moved.get(url, url), body=body.encode()), moved_to=self.moved.get(url, "")
        )


class Reader:
    async def feed(self, page: Page) -> Feed | FeedLinks:
        found = read(page)
        if isinstance(found, FeedLinks) and not found.links:
            raise NotAFeed(site="courier.example")
        return found


async def find(site: Site, source: str) -> Feed | FeedLinks:
    return await Discovery(site, Reader()).find(source)


HOME, AT = "https://courier.example/", "https://courier.example/feed.xml"
LISTS = '<a href="/feeds/opinion.xml">Opinion</a><a href="/feeds/news.xml">News</a>'


@pytest.mark.parametrize(
    ("pages", "source"),
    [
        pytest.param({AT: FEED}, AT, id="the feed's own address"),
        pytest.param({AT: FEED}, " courier.example/feed.xml ", id="without a scheme"),
        pytest.param({AT: FEED}, f"feed:{AT}", id="as a feed"),
        pytest.param(
            {HOME: f'<html><link {RSS} href="feed.xml">', AT: FEED}, "courier.example/", id="named in the head"
        ),
        pytest.param({HOME: "<html><p>Nothing", AT: FEED}, HOME, id="where feeds usually are"),
        pytest.param(
            {HOME: BlockedPage(site="courier.example"), AT: FEED}, HOME, id="a site that blocks its front page"
        ),
        pytest.param({HOME + "a/b.html": "<p>Nothing", AT: FEED}, HOME + "a/b.html", id="at the root of the site"),
        pytest.param({AT: FEED}, f"https://reader.example/i/feed/{AT}", id="in an aggregator's address"),
        pytest.param(
            {HOME: '<html><a href="/rss">RSS</a>', HOME + "rss": '<html><a href="/feed.xml">All</a>', AT: FEED},
            HOME,
            id="named by a page about feeds",
        ),
    ],
)
async def test_a_feed_is_found(pages: dict[str, str | BotError], source: str) -> None:
    found = await find(Site(pages), source)
    assert isinstance(found, Feed)
    assert found.url == AT
    assert found.entries[0].url == "https://courier.example/bus"


async def test_several_are_a_choice_and_none_is_asked_for() -> None:
    site = Site({HOME: f'<html><link {RSS} title="All" href="/1"><link {RSS} title="Opinion" href="/2">'})
    found = await find(site, HOME)
    assert isinstance(found, FeedLinks)
    assert [(link.url, link.title) for link in found.links] == [(HOME + "1", "All"), (HOME + "2", "Opinion")]
    assert site.asked == [HOME]


async def test_a_page_of_feeds_one_step_away_is_a_choice() -> None:
    found = await find(Site({HOME: '<html><a href="/rss">RSS</a>', HOME + "rss": f"<html>{LISTS}"}), HOME)
    assert isinstance(found, FeedLinks)
    assert len(found.links) == 2


async def test_what_has_moved_for_good_is_followed_there() -> None:
    found = await find(Site({AT: FEED}, moved={AT: "https://new.example/feed"}), AT)
    assert isinstance(found, Feed)
    assert found.url == "https://new.example/feed"
    assert found.entries[0].url == "https://new.example/bus"


async def test_the_usual_places_are_asked_in_turn_and_no_more() -> None:
    site = Site({HOME: "<html>"})
    with pytest.raises(NotAFeed):
        await find(site, HOME)
    assert 5 <= len(site.asked) <= 17
    assert len(set(site.asked)) == len(site.asked)


@pytest.mark.parametrize(
    ("pages", "source", "failure"),
    [
        pytest.param({HOME: Unreachable(site="courier.example")}, HOME, Unreachable, id="a site that is away"),
        pytest.param({}, HOME + "gone.xml", Gone, id="a page that is gone"),
        pytest.param({HOME: f'<html><link {RSS} href="/">'}, HOME, NotAFeed, id="a page that names itself"),
        pytest.param(
            {
                HOME: '<a href="/rss">a</a>',
                HOME + "rss": '<a href="/atom">b</a>',
                HOME + "atom": '<a href="/rss2">c</a>',
            },
            HOME,
            NotAFeed,
            id="pages that lead on and on",
        ),
    ],
)
async def test_what_fails_is_told(pages: dict[str, str | BotError], source: str, failure: type[BotError]) -> None:
    with pytest.raises(failure):
        await find(Site(pages), source)
