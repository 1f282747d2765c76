"""What reading a feed costs: by the fast reader, by the forgiving one, and whole with what follows either.

`python -m bench.feed_reading`: a minute. Milliseconds of processor time, so that a busy machine does not matter much;
the last column is what of it the bot's own process spends when another one reads.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from functools import partial

from bot.models.page import Page
from bot.sources.feed_parsing import FeedParsers
from bot.sources.feeds import loose, strict
from bot.sources.feeds.reading import read

TIMES = 40
URL = "https://courier.example/feed"
SPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
PARAGRAPH = (
    "<p>The night bus is <b>no luxury</b>, and whoever says so &amp; means it has never missed the last one.</p>"
)


def rss(entries: int, paragraphs: int) -> str:
    items = "".join(
        f"<item><title>Opinion: the night bus, part {n}</title><link>https://courier.example/opinion/{n}</link>"
        f"<guid isPermaLink='false'>https://courier.example/?p={n}</guid><dc:creator>Mia Osei</dc:creator>"
        f"<pubDate>Tue, 24 Nov 2026 10:{n % 60:02}:00 +0000</pubDate><category>Opinion</category><category>Buses"
        f"</category><description><![CDATA[{PARAGRAPH}]]></description>"
        f"<content:encoded><![CDATA[{PARAGRAPH * paragraphs}"
        "]]></content:encoded></item>"
        for n in range(entries)
    )
    head = "<title>The Courier</title><link>https://courier.example/</link><language>en</language>"
    return f'<rss version="2.0" {SPACES}><channel>{head}{items}</channel></rss>'


def atom(entries: int) -> str:
    told = "".join(
        f"<entry><id>tag:courier.example,2026:{n}</id><title>The night bus, part {n}</title><link href='/opinion/{n}'/>"
        f"<author><name>Mia Osei</name></author><updated>2026-11-24T10:{n % 60:02}:00Z</updated>"
        f"<category term='Opinion'/>"
        f"<summary type='html'>{PARAGRAPH.replace('&', '&amp;').replace('<', '&lt;')}</summary></entry>"
        for n in range(entries)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>{told}</feed>'


FEEDS = {
    "RSS, short": rss(20, 2),
    "RSS, whole articles": rss(20, 90),
    "Atom": atom(30),
    "RSS, 500 entries": rss(500, 2),
    "RSS, not well-formed": rss(20, 2).replace("The Courier", "Courier & Co"),
}


def milliseconds(work: Callable[[], object]) -> float:
    work()
    started = time.process_time()
    for _ in range(TIMES):
        work()
    return (time.process_time() - started) / TIMES * 1000


async def of_this_process(reader: FeedParsers, page: Page) -> float:
    await reader.feed(page)
    started = time.process_time()
    for _ in range(TIMES):
        await reader.feed(page)
    return (time.process_time() - started) / TIMES * 1000


async def main() -> None:
    print(f"{'':22}{'kB':>6}{'fast':>9}{'forgiving':>11}{'whole':>9}{'this process':>14}")
    async with FeedParsers(size=1) as reader:
        for name, markup in FEEDS.items():
            page = Page(asked=URL, url=URL, body=markup.encode())
            fast = milliseconds(partial(strict.read, markup, URL))
            slow = milliseconds(partial(loose.read, markup, URL))
            whole = milliseconds(partial(read, page))
            own = await of_this_process(reader, page)
            kilobytes = len(page.body) / 1000
            print(f"{name:22}{kilobytes:6.0f}{fast:9.2f}{slow:11.2f}{whole:9.2f}{own:14.2f}")


if __name__ == "__main__":
    asyncio.run(main())
