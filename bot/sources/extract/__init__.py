"""HTML, Markdown or plain text -> Article. Pure: bytes in, nouns out; no network, no clock."""

from __future__ import annotations

from copy import deepcopy

from bot.models.article import Article
from bot.models.page import Page
from bot.sources import kind
from bot.sources.extract import blocks, body, comments, furniture, metadata
from bot.sources.extract.document import parse


def extract(page: Page) -> Article:
    """Read a page. Runs in a worker process (`sources/parsing.py`): a hostile page can only kill that.

    Never raises for what the page holds; a page that is no article gets a verdict other than `ok`.
    """
    document = parse(page)
    facts = metadata.read(document)
    tree = deepcopy(document.tree)
    said = comments.take(tree, facts.title)
    kept = furniture.remove(tree, blocks.read(tree))
    chosen = body.choose(tree, kept)
    paragraphs = tuple(
        block.text
        for block in chosen
        if not furniture.is_control(block.text) and not furniture.leads_elsewhere(block) and block.text != facts.title
    )
    return Article(
        url=page.url or page.asked,
        canonical_url=facts.canonical_url or page.url,
        title=facts.title,
        authors=facts.authors,
        published=facts.published,
        site=facts.site,
        language=facts.language,
        kind=kind.of(document, facts, paragraphs),
        paragraphs=paragraphs,
        comments=said,
    )
