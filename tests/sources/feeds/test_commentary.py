"""Which entries are commentary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.models.feed import Entry, Feed, FeedKind
from bot.sources.feeds.commentary import argues, is_of_commentary

NEWS = Feed(url="https://courier.example/feed", title="The Courier", site="https://courier.example/", kind=FeedKind.RSS)


def entry(title: str = "Council votes on buses", path: str = "/2026/11/24/buses", *labels: str) -> Entry:
    return Entry(id="1", title=title, url=f"https://courier.example{path}", labels=labels)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(entry("Opinion: the bus must run"), id="a prefix"),
        pytest.param(entry("Editorial - The bus must run"), id="a prefix with a dash"),
        pytest.param(entry("The bus must run | Analysis"), id="a tail"),
        pytest.param(entry("Kommentar: Der Bus muss fahren"), id="a German prefix"),
        pytest.param(entry("Éditorial : le bus doit rouler"), id="a French prefix with an accent"),
        pytest.param(entry("（社説）バスは走るべきだ"), id="a Japanese prefix"),
        *(
            pytest.param(entry(path=f"/{folder}/buses"), id=f"/{folder}/")
            for folder in (
                "opinion",
                "views",
                "commentary",
                "editorial",
                "op-ed",
                "columnists",
                "meinung",
            )
        ),
        pytest.param(entry("x", "/a", "Opinion"), id="a label"),
        pytest.param(entry("x", "/a", "News", "Opinion / Columnists"), id="a label that is a path"),
        pytest.param(entry("x", "/a", "Gastbeitrag"), id="a German label"),
    ],
)
def test_commentary(told: Entry) -> None:
    assert argues(told)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(entry(), id="news"),
        pytest.param(entry("Opinion polls put Labour ahead"), id="polls of opinion"),
        pytest.param(entry("Court gives its opinion on buses"), id="the word within a title"),
        pytest.param(entry(path="/2026/opinion"), id="the article's own name"),
        pytest.param(entry("Live: storm in the north", "/news/live", "News"), id="another prefix"),
        pytest.param(entry("x", "/a", "Debate club wins regional prize"), id="a label that is a sentence"),
        pytest.param(entry("", ""), id="nothing said"),
        pytest.param(Entry(id="1", url="http://[x", title="x"), id="no address"),
    ],
)
def test_reports(told: Entry) -> None:
    assert not argues(told)


@pytest.mark.parametrize(
    "feed",
    [
        pytest.param({"title": "Opinion | The Courier"}, id="its title"),
        pytest.param({"title": "The Courier Opinion"}, id="within its title"),
        pytest.param({"title": "x", "url": "https://courier.example/opinion/rss"}, id="its address"),
        pytest.param({"title": "x", "site": "https://courier.example/meinung/"}, id="its part of the site"),
        pytest.param({"title": "x", "site": "https://opinion.courier.example/"}, id="its host"),
    ],
)
def test_all_of_a_feed_may_be(feed: dict[str, str]) -> None:
    of = Feed(kind=FeedKind.RSS, url=feed.get("url", NEWS.url), title=feed["title"], site=feed.get("site", ""))
    assert is_of_commentary(of)


@pytest.mark.parametrize("title", ["Courier: news, sport, opinion", "News and analysis", "Politik & Meinung"])
def test_a_feed_of_everything_is_not(title: str) -> None:
    assert not is_of_commentary(replace(NEWS, title=title))
