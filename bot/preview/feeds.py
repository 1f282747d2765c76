"""Feeds of the samples, dated today, and a page that names them: something to follow without the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape, unescape
from pathlib import Path

_TITLE = re.compile(r'<meta property="og:title" content="([^"]+)"')
_OUTLET = re.compile(r'<meta property="og:site_name" content="([^"]+)"')
_AUTHOR = re.compile(r'<meta name="author" content="([^"]+)"|"author":[^}]*"name": ?"([^"]+)"')
_PARAGRAPH = re.compile(r"<p>([^<]{80,})")
_EXCERPT = 3  # paragraphs, as many feeds have them
_EVERY = timedelta(minutes=50)  # between two samples, so that all of them are of the last hours

ALL = "feed.xml"
INDEX = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Samples</title>
{links}
</head><body><h1>Samples</h1><p>This site has several feeds.</p></body></html>
"""
RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>{title}</title><link>{site}</link><language>en</language>
{items}
</channel></rss>
"""
ITEM = """\
<item><title>{title}</title><link>{url}</link><guid>{url}</guid><dc:creator>{author}</dc:creator>
<pubDate>{published}</pubDate><category>Opinion</category><description>{summary}</description></item>"""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a feed says of one; `name` is its file's, without the ending."""

    name: str
    title: str
    outlet: str
    author: str
    summary: str


def samples_in(folder: Path) -> tuple[Sample, ...]:
    """Those with a title, by their names."""
    return tuple(sample for path in sorted(folder.glob("*.html")) if (sample := _sample(path)).title)


def _sample(path: Path) -> Sample:
    text = path.read_text("utf-8")
    found = (pattern.search(text) for pattern in (_TITLE, _OUTLET, _AUTHOR))
    title, outlet, author = (unescape(next(filter(None, hit.groups()), "")) if hit else "" for hit in found)
    return Sample(path.stem, title, outlet, author, unescape(" ".join(_PARAGRAPH.findall(text)[:_EXCERPT])))


class SampleFeeds:
    """site: where the samples are, ending in "/". until: when the latest of them was published."""

    def __init__(self, samples: Sequence[Sample], site: str, until: datetime) -> None:
        self._site = site
        dated = [(sample, until - n * _EVERY) for n, sample in enumerate(samples, 1)]
        outlets = dict.fromkeys(sample.outlet for sample in samples)
        self._feeds = {ALL: ("Samples", dated)}
        for outlet in filter(None, outlets):
            self._feeds[f"feeds/{_slug(outlet)}.xml"] = (outlet, [d for d in dated if d[0].outlet == outlet])

    def at(self, path: str) -> tuple[str, bytes] | None:
        """Type and body of what stands there: the page that names the feeds, or one of them."""
        if not path:
            return "text/html", INDEX.format(links="\n".join(self._links())).encode()
        if path not in self._feeds:
            return None
        title, dated = self._feeds[path]
        items = "\n".join(self._item(sample, published) for sample, published in dated)
        return "application/rss+xml", RSS.format(title=escape(title), site=self._site, items=items).encode()

    def _links(self) -> Iterator[str]:
        for path, (title, _) in self._feeds.items():
            yield (
                f'<link rel="alternate" type="application/rss+xml" title="{escape(title)}" href="{self._site}{path}">'
            )

    def _item(self, sample: Sample, published: datetime) -> str:
        return ITEM.format(
            title=escape(sample.title),
            url=f"{self._site}{sample.name}",
            author=escape(sample.author),
            published=format_datetime(published),
            summary=escape(sample.summary),
        )


def _slug(outlet: str) -> str:
    return re.sub(r"\W+", "-", outlet.lower()).strip("-")
