"""A commentary page in parts, so that each test says only what it is about."""

from __future__ import annotations

from bot.models.article import Article
from bot.models.page import Page
from bot.sources.extract import extract

TITLE = "The footbridge belongs to whoever crosses it"
AUTHOR = "Mirela Aldous"
_TEXT = """
Every morning at seven some four hundred people walk over the Tanner's footbridge, and every morning the sign at its
end tells them that they do so at their own risk. The council put the sign up in May.

I asked the works department what the risk was. A polite man told me that nobody had measured it, since measuring
would make the department responsible for what it found, and the department had been advised against that.

So the bridge stays as it is, neither safe nor shut. It is a sort of municipal shrug, forty metres long, with a
handrail on one side, and I have come to think that it is the most honest thing the council owns.

Repairing it would cost less than the consultants who were paid to say so. They found, on page ninety of their
report, that three beams need changing, and that a carpenter could do this in a week of dry weather.

Let us therefore change three beams. And let whoever signs for them put their name on the bridge, where the sign is
now, so that four hundred people know each morning whom to thank.
"""
PARAGRAPHS = tuple(" ".join(text.split()) for text in _TEXT.split("\n\n"))
META = (
    f'<meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">'
    f'<meta name="author" content="{AUTHOR}">'
    '<meta property="article:published_time" content="2024-03-05T06:00:00+00:00">'
)


def paragraphs(*texts: str, tag: str = "p", name: str = "") -> str:
    named = f' class="{name}"' if name else ""
    return "\n".join(f"<{tag}{named}>{text}</{tag}>" for text in texts or PARAGRAPHS)


def page(body: str = "", *, head: str = META, before: str = "", after: str = "", language: str = "en") -> str:
    """A page whose article is `body` (five paragraphs when empty), with `before` and `after` around it."""
    return (
        f'<!doctype html><html lang="{language}"><head><title>{TITLE} | The Tanner Post</title>{head}</head><body>'
        f'<header><a href="/">The Tanner Post</a></header><main><article><h1>{TITLE}</h1>{before}'
        f'<div class="story">{body or paragraphs()}</div></article>{after}</main>'
        "<footer>© The Tanner Post</footer></body></html>"
    )


def read(markup: str | bytes, *, url: str = "", content_type: str = "text/html", charset: str = "") -> Article:
    body = markup.encode() if isinstance(markup, str) else markup
    return extract(Page(asked="saved", url=url, content_type=content_type, charset=charset, body=body))
