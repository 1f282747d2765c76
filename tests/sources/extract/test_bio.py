"""Bios, wherever pages put them."""

from __future__ import annotations

import pytest

from tests.sources.extract.columns import AUTHOR, PARAGRAPHS, TITLE, page, paragraphs, read

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
        pytest.param("Nina Roth", "Die Autorin selbst fährt täglich Rad.", id="a word before the verb"),
        pytest.param("Peter Ash", "The writer covers bridges. She can be reached at p@post.example", id="the writer"),
        pytest.param("Anna Holm", "Forfatteren er snekker og bor i Vik.", id="no name, in Danish"),
        pytest.param("Marta Lis", "Autorka pisze o mostach i mieszka w Gdyni.", id="no name, in Polish"),
        pytest.param("Mina Okoye", "Dr. Okoye is a surveyor in Tannerby.", id="a title and the last name"),
        pytest.param("Jan Lis", "Jan Lis – inżynier, autor książki o mostach.", id="a dash"),
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


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            page(paragraphs() + f'</div><div class="x9"><p>{BIO}</p></div><div class="sup"><p>Chip in</p>'),
            id="below the text, in nameless elements",
        ),
        pytest.param(
            page(before=f'<ul class="who"><li><b>{AUTHOR}</b>{BIO[len(AUTHOR) :]}</li></ul>'), id="an item above"
        ),
        pytest.param(page(f"<p><em>{BIO}</em></p>" + paragraphs()), id="in italics over the text"),
        pytest.param(
            page("<br><br>".join((*PARAGRAPHS, f"<i>{BIO}</i>"))), id="in italics, in a text without paragraphs"
        ),
        pytest.param(page(paragraphs() + f"<p>— {BIO}</p>").replace(f"— {BIO}", BIO), id="after a dash"),
        pytest.param(
            page(paragraphs() + f"<p><i>({BIO} Views are personal)</i></p>"), id="in brackets, with a disclaimer"
        ),
        pytest.param(
            page(paragraphs() + f"<p><i>{BIO}</i></p><p><i>Do you have an opinion? Email us.</i></p>"),
            id="with an appeal below",
        ),
        pytest.param(
            page(
                paragraphs() + f"<p><i>{BIO}</i></p>",
                after='<div class="staff-bio"><h4>Otto Brandt</h4><p>Otto Brandt edits the Post\'s letters.</p></div>',
            ),
            id="with somebody else's beside it",
        ),
    ],
)
def test_a_bio_needs_no_name_of_its_element(markup: str) -> None:
    article = read(markup)
    assert (article.bio, article.paragraphs) == (BIO, PARAGRAPHS)


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("<p><em>Ada Holm taught music in Tannerby. She lives by the weir.</em></p>", id="in italics"),
        pytest.param("<hr><p>Ada Holm taught music in Tannerby. She lives by the weir.</p>", id="behind a rule"),
        pytest.param(
            '<p class="writer">Ada Holm taught music in Tannerby. She lives by the weir.</p>', id="called the writer"
        ),
    ],
)
def test_a_bio_on_a_page_that_names_no_author(last: str) -> None:
    head = f'<meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">'
    article = read(page(paragraphs() + last, head=head))
    assert article.bio == "Ada Holm taught music in Tannerby. She lives by the weir."
    assert article.paragraphs == PARAGRAPHS


def test_a_disclosure_beside_the_text_is_no_bio() -> None:
    disclosure = f"{AUTHOR} has received funding from the Weir Trust."
    assert read(page(after=f'<div class="role"><p>{disclosure}</p></div>')).bio == ""


def test_two_authors_in_one_card_keep_both_sentences() -> None:
    both = f"{AUTHOR} teaches surveying. Tom Weir edits the Post."
    head = f'<meta name="author" content="{AUTHOR}"><meta name="author" content="Tom Weir">'
    assert read(page(after=f'<aside data-testid="author-card"><p>{both}</p></aside>', head=head)).bio == both
