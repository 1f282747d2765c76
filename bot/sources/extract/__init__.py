"""HTML, Markdown or plain text -> Article. Pure: bytes in, nouns out; no network, no clock."""

from __future__ import annotations

from bot.models.article import Article, Verdict
from bot.models.page import Page
from bot.sources import kind
from bot.sources.charset import decode
from bot.sources.extract import bio, blocks, body, comments, edges, furniture, metadata, plaintext, quotes, verdict
from bot.sources.extract.document import Document, kept_alive, parse, strip_machinery


def extract(page: Page) -> Article:
    """Read a page. Runs in a worker process (`sources/parsing.py`): a hostile page can only kill that.

    Never raises for what the page holds; a page that is no article gets a verdict other than `ok`.
    """
    return _from_text(page) if plaintext.is_text(page) else _from_html(page)


def _from_text(page: Page) -> Article:
    reading = plaintext.read(decode(page.body, page.charset), page.content_type)
    facts = metadata.Metadata(
        title=reading.title,
        authors=reading.authors,
        published=reading.published,
        site=reading.site,
        canonical_url=page.url,
        language=reading.language,
        head_texts=reading.head_texts,
    )
    document = parse(Page(asked=page.asked, url=page.url))
    length = verdict.words_in(reading.paragraphs)
    return Article(
        url=page.url or page.asked,
        canonical_url=page.url,
        title=reading.title,
        authors=reading.authors,
        published=reading.published,
        site=reading.site,
        language=reading.language,
        kind=kind.of(document, facts, reading.paragraphs),
        bio=reading.bio,
        paragraphs=reading.paragraphs,
        comments=reading.comments,
        verdict=Verdict.THIN if length < verdict.THIN_WORDS else Verdict.OK,
    )


def _from_html(page: Page) -> Article:
    document = parse(page)
    with kept_alive(document.tree):
        return _article(page, document, metadata.read(document))


def _article(page: Page, document: Document, facts: metadata.Metadata) -> Article:
    """Takes the document's tree apart: comments, bio and furniture first, so that the body is what is left."""
    tree = document.tree
    cards = sum(1 for _ in tree.iter("article"))
    strip_machinery(tree)
    said = comments.take(tree, facts.title)
    box = bio.take_boxes(tree, facts.authors)
    furniture.drop_unseen(tree)
    visible = blocks.read(tree)
    chosen = body.choose(tree, furniture.remove(tree, visible))
    chosen = [b for b in chosen if not furniture.is_control(b.text) and not furniture.leads_elsewhere(b)]
    chosen = edges.without_head(chosen, facts.title, facts.head_texts, facts.authors)
    chosen = edges.without_foot(quotes.without_pull_quotes(chosen))
    chosen, about = bio.split_off(chosen, facts.authors)
    chosen = edges.without_notes(chosen)
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
        verdict=verdict.of(verdict.Evidence(document, facts, visible, paragraphs, cards)),
    )
