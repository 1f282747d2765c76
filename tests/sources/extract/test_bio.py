"""Bios, wherever pages put them."""

from __future__ import annotations

import pytest

from tests.sources.extract.columns import AUTHOR, PARAGRAPHS, page, paragraphs, read

BIO = f"{AUTHOR} teaches surveying in Tannerby and walks to work."


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(page(paragraphs() + f"<p><em>{BIO}</em></p>"), id="an italic last paragraph"),
        pytest.param(page(paragraphs() + f"<hr><p>{BIO}</p>"), id="after a rule"),
        pytest.param(page(paragraphs() + f"<p>({BIO})</p>").replace(f"({BIO})", BIO), id="a plain last paragraph"),
        pytest.param(
            page(
                after=f'<div class="author-box"><h4>About the author</h4><p>{BIO}</p><a href="/a">All posts</a></div>'
            ),
            id="a box beside the article",
        ),
        pytest.param(page(before=f'<div class="article-author-bio">{BIO}</div>'), id="a box above the text"),
        pytest.param(page(after=f'<aside aria-label="About the author"><p>{BIO}</p></aside>'), id="told by its label"),
        pytest.param(page(after=f"<h3>About {AUTHOR}</h3><p>{BIO}</p>"), id="below a heading with the name"),
        pytest.param(
            page(
                after=f'<div><h2>Written by <a href="/a">{AUTHOR}</a></h2><span>2.1K Followers</span><p>{BIO}</p></div>'
            ),
            id="below 'Written by', in nameless elements",
        ),
        pytest.param(
            page(
                paragraphs() + f'<div class="field-about-author"><b>About the author: </b><div><p>{BIO}</p></div></div>'
            ),
            id="in a field of a content system",
        ),
        pytest.param(
            page(paragraphs() + f"<p><i>{BIO} This column first appeared in The Weir Gazette.</i></p>"),
            id="with a credit in the same paragraph",
        ),
    ],
)
def test_a_bio_is_told_apart(markup: str) -> None:
    article = read(markup)
    assert article.bio == BIO
    assert article.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("author", "bio"),
    [
        pytest.param("Jannes Kolk", "Jannes Kolk, Jahrgang 1971, leitet das Ressort Wasser.", id="German"),
        pytest.param("Odette Vauquelin", "Odette Vauquelin enseigne la géographie à Brévannes.", id="French"),
        pytest.param("Inés Calatrava", "Inés Calatrava es ingeniera y vive en Almazán.", id="Spanish"),
        pytest.param("Noor Halloway", "Noor covers bridges for the Post.", id="the first name alone"),
        pytest.param("Peter Ash", "The author is a carpenter in Tannerby.", id="no name at all"),
        pytest.param("Nina Roth", "Die Autorin ist Statikerin und lebt in Emden.", id="no name, in German"),
    ],
)
def test_a_bio_is_known_by_how_it_begins(author: str, bio: str) -> None:
    head = f'<meta name="author" content="{author}"><meta property="og:type" content="article">'
    article = read(page(paragraphs() + f"<p>{bio}</p>", head=head))
    assert (article.bio, article.paragraphs) == (bio, PARAGRAPHS)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(page(before=f'<div class="author-info">By {AUTHOR}</div>'), id="a byline in a box"),
        pytest.param(
            page(after=f'<div class="author-box"><a href="/a">{AUTHOR}</a> <a href="/f">Follow</a></div>'),
            id="a box of links",
        ),
        pytest.param(
            page(paragraphs() + "<p>She signed it. Nobody has ever signed for a bridge before.</p>"),
            id="a last sentence",
        ),
    ],
)
def test_what_tells_nothing_about_the_author_is_no_bio(markup: str) -> None:
    assert read(markup).bio == ""


def test_two_authors_in_one_card_keep_both_sentences() -> None:
    both = f"{AUTHOR} teaches surveying. Tom Weir edits the Post."
    head = f'<meta name="author" content="{AUTHOR}"><meta name="author" content="Tom Weir">'
    assert read(page(after=f'<aside data-testid="author-card"><p>{both}</p></aside>', head=head)).bio == both
