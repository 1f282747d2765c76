"""HTML, Markdown or plain text -> Article. Pure: bytes in, nouns out; no network, no clock."""

from __future__ import annotations

from copy import deepcopy

from bot.models.article import Article
from bot.models.page import Page
from bot.sources import kind
from bot.sources.extract import bio, blocks, body, comments, edges, furniture, metadata, quotes, verdict
from bot.sources.extract.document import parse


def extract(page: Page) -> Article:
    """Read a page. Runs in a worker process (`sources/parsing.py`): a hostile page can only kill that.

    Never raises for what the page holds; a page that is no article gets a verdict other than `ok`.
    """
    document = parse(page)
    facts = metadata.read(document)
    tree = deepcopy(document.tree)
    said = comments.take(tree, facts.title)
    box = bio.take_boxes(tree, facts.authors)
    furniture.drop_unseen(tree)
    visible = blocks.read(tree)
    chosen = body.choose(tree, furniture.remove(tree, visible))
    chosen = [b for b in chosen if not furniture.is_control(b.text) and not furniture.leads_elsewhere(b)]
    chosen = edges.without_head(chosen, facts.title, facts.head_texts, facts.authors)
    chosen = edges.without_foot(quotes.without_pull_quotes(chosen))
    chosen, about = bio.split_last(chosen, facts.authors)
    paragraphs = tuple(block.text for block in chosen)
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
        bio=about or box,
        verdict=verdict.of(verdict.Evidence(document, facts, visible, paragraphs)),
    )
